#include "importer/comparison.h"

#include "base/utf8.h"
#include "store/read/outline_reader.h"
#include "store/read/reader.h"
#include "support/git_reference.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace mw::test {

namespace {

using store::CommitDetail;
using store::CommitKind;

/// A commit's place in git's own words: what a person sees when a comparison fails.
std::string described(const GitCommit& commit) {
    return commit.id + " (" + commit.subject + ")";
}

void expect_files(const CommitDetail& commit, const GitCommit& reference) {
    std::map<std::string, GitFile> files;
    std::int64_t insertions = 0, deletions = 0;
    for (const auto& change : commit.paths) {
        files[change.path] = change.binary
                                 ? GitFile{change.status, std::nullopt, std::nullopt}
                                 : GitFile{change.status, change.insertions, change.deletions};
        insertions += change.insertions.value_or(0);
        deletions += change.deletions.value_or(0);
    }
    EXPECT_EQ(files.size(), commit.paths.size()) << "a path is listed twice";
    EXPECT_EQ(commit.row.files, static_cast<std::int64_t>(files.size()));
    EXPECT_EQ(commit.row.insertions, insertions);
    EXPECT_EQ(commit.row.deletions, deletions);

    std::map<std::string, GitFile> expected;
    for (const auto& [path, file] : reference.files)
        expected[git::path_text(path)] = file;
    std::vector<std::string> paths, expected_paths;
    for (const auto& [path, file] : files)
        paths.push_back(path);
    for (const auto& [path, file] : expected)
        expected_paths.push_back(path);
    EXPECT_EQ(paths, expected_paths);
    for (const auto& [path, file] : expected) {
        EXPECT_EQ(files[path].status, file.status) << path;
        EXPECT_EQ(files[path].insertions, file.insertions) << path;
        EXPECT_EQ(files[path].deletions, file.deletions) << path;
    }
}

void expect_text(const CommitDetail& commit, const GitCommit& reference) {
    EXPECT_EQ(commit.row.subject, git::to_utf8(reference.subject));
    EXPECT_EQ(commit.body, git::to_utf8(reference.body));
    EXPECT_EQ(commit.row.author, git::to_utf8(reference.author));
    EXPECT_EQ(commit.row.email, git::to_utf8(reference.author_email));
    EXPECT_EQ(commit.committer, git::to_utf8(reference.committer));
    EXPECT_EQ(commit.committer_email, git::to_utf8(reference.committer_email));
    EXPECT_EQ(commit.row.author_time, reference.author_time);
    EXPECT_EQ(commit.row.commit_time, reference.commit_time);
    EXPECT_EQ(commit.parents, reference.parents);
    std::vector<std::pair<std::string, std::string>> trailers, expected;
    for (const auto& trailer : commit.trailers)
        trailers.emplace_back(trailer.key, trailer.value);
    for (const auto& [key, value] : reference.trailers)
        expected.emplace_back(git::to_utf8(key), git::to_utf8(value));
    EXPECT_EQ(trailers, expected);
}

/// What git says of the range as a whole.
struct Range {
    std::vector<std::string> mainline; ///< oldest first
    std::map<std::string, std::string> landings;
    std::map<std::string, GitCommit> commits;

    Range(const std::filesystem::path& repository, const std::string& from, const std::string& to)
        : mainline(git_mainline(repository, from, to)),
          landings(git_landings(repository, from, to)), commits(git_log(repository, from, to)) {}

    bool is_merge(const std::string& id) const { return commits.at(id).parents.size() > 1; }
    bool is_on_mainline(const std::string& id) const {
        return std::ranges::find(mainline, id) != mainline.end();
    }
    CommitKind kind(const std::string& id) const {
        if (!is_merge(id))
            return CommitKind::changeset;
        return is_on_mainline(id) ? CommitKind::pull : CommitKind::branch_merge;
    }
};

void expect_landing(const CommitDetail& commit, const Range& range) {
    const auto& pull = range.landings.at(commit.row.oid);
    EXPECT_EQ(commit.row.pull, pull);
    EXPECT_EQ(commit.row.landed_time,
              range.commits.at(pull.empty() ? commit.row.oid : pull).commit_time);
    EXPECT_EQ(range.is_on_mainline(commit.row.oid), pull.empty());
}

void expect_brought(const CommitDetail& merge, const std::filesystem::path& repository,
                    const Range& range) {
    std::set<std::string> expected;
    for (const auto& id :
         rev_list(repository, {"--no-merges", merge.row.oid + "^1.." + merge.row.oid}))
        if (range.commits.contains(id))
            expected.insert(id);
    EXPECT_EQ(std::set(merge.brought.begin(), merge.brought.end()), expected);
    EXPECT_EQ(merge.brought.size(), expected.size());
}

void expect_pulls(const Imported& imported, const Range& range) {
    std::map<std::string, std::int64_t> landed;
    for (const auto& [changeset, pull] : range.landings)
        ++landed[pull];
    std::vector<std::string> pulls, expected;
    for (const auto& pull : imported.pulls) {
        pulls.push_back(pull.oid);
        EXPECT_EQ(pull.changesets, landed[pull.oid]) << pull.title;
        EXPECT_EQ(pull.landed_time, range.commits.at(pull.oid).commit_time) << pull.title;
    }
    for (const auto& id : range.mainline)
        if (range.is_merge(id))
            expected.push_back(id);
    EXPECT_EQ(pulls, expected);
}

/// Parents come before children, and what one pull brought before what the next one did.
void expect_landing_order(const Imported& imported, const Range& range) {
    std::map<std::string, std::size_t> place, mainline_place;
    for (std::size_t i = 0; i < imported.changesets.size(); ++i)
        place[imported.changesets[i]] = i;
    for (std::size_t i = 0; i < range.mainline.size(); ++i)
        mainline_place[range.mainline[i]] = i;
    std::size_t last_landing = 0;
    for (const auto& id : imported.changesets) {
        for (const auto& parent : range.commits.at(id).parents) {
            if (place.contains(parent)) {
                EXPECT_LT(place[parent], place[id]) << parent << " is a parent of " << id;
            }
        }
        const auto& pull = range.landings.at(id);
        const auto landing = mainline_place.at(pull.empty() ? id : pull);
        EXPECT_LE(last_landing, landing) << id;
        last_landing = landing;
    }
}

/// Whether a commit is among the first parents from one of a merge's other parents on.
bool is_on_a_side_of(const std::string& commit, const std::string& merge, const Range& range) {
    const auto& parents = range.commits.at(merge).parents;
    for (std::size_t side = 1; side < parents.size(); ++side)
        for (auto at = range.commits.find(parents[side]); at != range.commits.end();) {
            if (at->first == commit)
                return true;
            const auto& before = at->second.parents;
            at = before.empty() ? range.commits.end() : range.commits.find(before.front());
        }
    return false;
}

/// What stands below a pull is what landed through it, lines too.
void expect_pull_outline(const store::Outline& outline, std::size_t pull, const Range& range) {
    const auto& node = outline.nodes[pull];
    std::int64_t changesets = 0, insertions = 0, deletions = 0;
    for (std::size_t below = pull + 1; below < node.end; ++below) {
        const auto& commit = outline.nodes[below];
        if (commit.kind != store::OutlineKind::changeset)
            continue;
        EXPECT_EQ(range.landings.at(commit.oid), node.oid) << commit.title;
        ++changesets;
        for (const auto& [path, file] : range.commits.at(commit.oid).files) {
            insertions += file.insertions.value_or(0);
            deletions += file.deletions.value_or(0);
        }
    }
    EXPECT_EQ(changesets, std::ranges::count(range.landings, node.oid,
                                             [](const auto& landing) { return landing.second; }));
    EXPECT_EQ(node.changesets, changesets) << node.title;
    EXPECT_EQ(node.insertions, insertions) << node.title;
    EXPECT_EQ(node.deletions, deletions) << node.title;
}

void expect_outline(const Imported& imported, const Range& range) {
    const auto& nodes = imported.outline.nodes;
    std::set<std::string> seen;
    for (std::size_t at = 1; at < nodes.size(); ++at) {
        const auto& node = nodes[at];
        if (node.kind == store::OutlineKind::pull)
            expect_pull_outline(imported.outline, at, range);
        if (node.kind == store::OutlineKind::series)
            continue;
        EXPECT_TRUE(seen.insert(node.oid).second) << node.oid << " stands twice";
        auto above = node.parent;
        if (nodes[above].kind == store::OutlineKind::series)
            above = nodes[above].parent;
        if (above == 0) {
            EXPECT_TRUE(range.is_on_mainline(node.oid)) << node.oid;
            continue;
        }
        const auto& merge = nodes[above].oid;
        EXPECT_TRUE(is_on_a_side_of(node.oid, merge, range)) << node.oid << " below " << merge;
        if (node.kind == store::OutlineKind::changeset) {
            EXPECT_EQ(std::ranges::count(imported.commits.at(merge).brought, node.oid), 1);
        }
    }
    EXPECT_EQ(seen.size(), range.commits.size());
}

void expect_figures(const store::Release& release, const Range& range) {
    std::int64_t changesets = 0, merges = 0, pulls = 0, files = 0, insertions = 0, deletions = 0;
    for (const auto& [id, commit] : range.commits) {
        if (range.is_merge(id)) {
            ++merges;
            pulls += range.is_on_mainline(id) ? 1 : 0;
            continue;
        }
        ++changesets;
        files += static_cast<std::int64_t>(commit.files.size());
        for (const auto& [path, file] : commit.files) {
            insertions += file.insertions.value_or(0);
            deletions += file.deletions.value_or(0);
        }
    }
    EXPECT_EQ(release.changesets, changesets);
    EXPECT_EQ(release.merges, merges);
    EXPECT_EQ(release.pulls, pulls);
    EXPECT_EQ(release.files, files);
    EXPECT_EQ(release.insertions, insertions);
    EXPECT_EQ(release.deletions, deletions);
    EXPECT_EQ(release.lines, store::LineState::counted);
}

} // namespace

importer::ImportRequest request_for(const std::filesystem::path& database,
                                    const std::filesystem::path& repository,
                                    const std::string& from, const std::string& to) {
    importer::ImportRequest request;
    request.database = database;
    request.repository = repository;
    request.from = from;
    request.to = to;
    request.name = "test";
    return request;
}

Imported read_release(const std::filesystem::path& database, const std::string& name) {
    store::Reader reader(database);
    Imported imported;
    imported.release = reader.release(name).value();
    imported.pulls = reader.pulls(imported.release.id);
    imported.outline = store::OutlineReader(database).release(imported.release.id);
    imported.faults = reader.check();
    store::CommitQuery query;
    query.release = imported.release.id;
    for (const auto& row : reader.rows(reader.find(query)))
        imported.changesets.push_back(row.oid);
    query.text = "is:merge OR -is:merge";
    for (const auto id : reader.find(query)) {
        auto detail = reader.commit(id).value();
        imported.commits.emplace(detail.row.oid, std::move(detail));
    }
    return imported;
}

Imported import_range(const std::filesystem::path& repository, const std::string& from,
                      const std::string& to, bool fetch) {
    const TempDir folder;
    auto request = request_for(folder / "test.db", repository, from, to);
    request.fetch = fetch;
    importer::run_import(request, {}, {});
    return read_release(folder / "test.db", "test");
}

void expect_as_git_says(const Imported& imported, const std::filesystem::path& repository,
                        const std::string& from, const std::string& to) {
    const Range range(repository, from, to);
    EXPECT_EQ(imported.faults, std::vector<std::string>());
    expect_figures(imported.release, range);
    expect_pulls(imported, range);
    EXPECT_EQ(imported.changesets.size(), range.landings.size());
    EXPECT_EQ(imported.commits.size(), range.commits.size());
    for (const auto& [id, reference] : range.commits) {
        SCOPED_TRACE(described(reference));
        const auto found = imported.commits.find(id);
        if (found == imported.commits.end()) {
            ADD_FAILURE() << "was not imported";
            continue;
        }
        const auto& commit = found->second;
        EXPECT_EQ(commit.row.kind, range.kind(id));
        EXPECT_FALSE(commit.reason.empty());
        expect_text(commit, reference);
        if (range.is_merge(id)) {
            EXPECT_TRUE(commit.paths.empty());
            expect_brought(commit, repository, range);
        } else {
            expect_files(commit, reference);
            expect_landing(commit, range);
        }
    }
    expect_landing_order(imported, range);
    expect_outline(imported, range);
}

Imported import_and_compare(const std::filesystem::path& repository, const std::string& from,
                            const std::string& to) {
    auto imported = import_range(repository, from, to);
    expect_as_git_says(imported, repository, from, to);
    return imported;
}

} // namespace mw::test
