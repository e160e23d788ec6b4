#include "importer/steps/commit_reader.h"

#include "base/utf8.h"
#include "git/text/commit.h"

#include <utility>

namespace mw::importer {

namespace {

std::string raw(const git::ObjectId& id) {
    return {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()};
}

store::NewCommit from_source(git::Commit source, store::CommitKind kind) {
    store::NewCommit commit;
    commit.kind = kind;
    for (const auto& parent : source.parents)
        commit.parents += raw(parent);
    commit.author = {std::move(source.author.raw_name), std::move(source.author.raw_email)};
    commit.committer = {std::move(source.committer.raw_name),
                        std::move(source.committer.raw_email)};
    commit.author_time = source.author.time;
    commit.author_zone = source.author.zone;
    commit.commit_time = source.committer.time;
    commit.commit_zone = source.committer.zone;
    for (auto& trailer : source.trailers)
        commit.trailers.push_back({std::move(trailer.key), std::move(trailer.value)});
    commit.subject = std::move(source.subject);
    commit.body = std::move(source.body);
    commit.references = store::find_references(commit.subject, commit.body, kind);
    return commit;
}

} // namespace

store::NewCommit CommitReader::read(const git::History::Commit& entry, store::CommitKind kind) {
    return read(entry, kind, repository_.read(entry.id, git::ObjectType::commit).data());
}

store::NewCommit CommitReader::read(const git::History::Commit& entry, store::CommitKind kind,
                                    std::string_view object) {
    auto commit = from_source(git::parse_commit(entry.id, object), kind);
    commit.oid = raw(entry.id);
    if (kind != store::CommitKind::changeset)
        return commit;
    changes_.clear();
    git::compare_trees(repository_, entry.parent_tree, entry.tree, changes_);
    for (const auto& change : changes_) {
        store::FileChange file;
        file.path = git::path_text(change.path);
        file.status = change.status;
        commit.paths.push_back(std::move(file));
    }
    return commit;
}

} // namespace mw::importer
