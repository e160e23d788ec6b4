#include "code_text/verify.h"

#include "code/identifiers.h"
#include "git/diff/line_count.h"
#include "git/objects/commit_links.h"
#include "git/objects/repository.h"
#include "git/objects/tree_compare.h"
#include "git/setup/error.h"
#include "store/language/query_quoting.h"

#include <fmt/format.h>

#include <map>
#include <memory>
#include <optional>
#include <unordered_set>
#include <utility>

namespace mw::code_text {

namespace {

/// A release's clone, opened when it is first asked.
class Clone {
public:
    explicit Clone(std::string path) : path_(std::move(path)) {
        try {
            if (!path_.empty())
                repository_.emplace(path_);
            else
                trouble_ = base::Message("it was imported from no clone.");
        } catch (const git::Error& error) {
            trouble_ = error.message();
        }
    }

    const base::Message& trouble() const { return trouble_; }

    /// Whether a changeset has the text on the side that is asked for; nothing where the clone
    /// cannot say, and trouble() says why.
    std::optional<bool> has(const std::string& commit, const store::CodeText& text) {
        if (!repository_)
            return std::nullopt;
        try {
            return look(commit, text);
        } catch (const git::Error& error) {
            trouble_ = error.message();
            return std::nullopt;
        }
    }

private:
    std::optional<bool> look(const std::string& commit, const store::CodeText& text) {
        const auto id = git::ObjectId::from_hex(commit);
        if (!id || !repository_->contains(*id)) {
            trouble_ = base::Message("the clone {} no longer has {}.", path_, commit);
            return std::nullopt;
        }
        const auto links = git::links_of(*repository_, *id);
        changes_.clear();
        git::compare_trees(*repository_, git::parent_tree_of(*repository_, links), links.tree,
                           changes_);
        bool found = false, all_read = true;
        const auto search = [&](bool added, std::string_view, std::string_view lines) {
            if (text.field != (added ? "removes" : "adds"))
                found = found || has_line(lines, text);
        };
        git::LineCounter counter(*repository_);
        for (const auto& change : changes_) {
            const auto counted = counter.count(change, {}, {}, search);
            if (found)
                return true;
            all_read = all_read && counted.unread == git::Unread::none;
        }
        if (!all_read)
            trouble_ = base::Message("the clone {} lacks contents of files.", path_);
        return all_read ? std::optional(false) : std::nullopt;
    }

    static bool has_line(std::string_view lines, const store::CodeText& text) {
        // A text has no newline, so it cannot reach over a line's end.
        return code::contains_whole(lines, text.text, text.open_end);
    }

    std::string path_;
    std::optional<git::Repository> repository_;
    base::Message trouble_;
    std::vector<git::TreeChange> changes_;
};

class Looking {
public:
    Looking(store::Reader& reader, const store::CommitQuery& query, const StepSink& step,
            const std::stop_token& stop)
        : reader_(reader), query_(query), step_(step), stop_(stop) {
        for (auto& release : reader.releases())
            paths_.emplace(release.id, std::move(release.repository));
    }

    Looked run(const std::vector<store::CodeText>& texts) {
        for (const auto& text : texts) {
            if (!look(text))
                break;
        }
        if (looked_.unverified > 0)
            looked_.trouble = base::Message("{} changesets may have the text in their lines, but "
                                            "that could not be verified: {}",
                                            looked_.unverified, trouble_);
        return looked_;
    }

private:
    bool look(const store::CodeText& text) {
        store::CommitQuery may_have;
        may_have.release = query_.release;
        may_have.text = fmt::format("{}:{}{}", text.field, store::in_quotes(text.text),
                                    text.open_end ? "*" : "");
        const auto rows = reader_.rows(in_order(reader_.find(may_have)));
        std::vector<store::RowId> have;
        Step progress{text, rows};
        if (step_)
            step_(progress);
        for (const auto& row : rows) {
            if (stop_.stop_requested())
                return false;
            auto& clone = clone_of(row.release);
            const auto has = clone.has(row.oid, text);
            ++looked_.changesets;
            if (!has) {
                ++looked_.unverified;
                trouble_ = clone.trouble();
            }
            progress.match = has.value_or(true);
            progress.verified = has.has_value();
            if (progress.match)
                have.push_back(row.id);
            ++progress.done;
            if (step_)
                step_(progress);
        }
        reader_.know_code_matches(text, query_.release, have);
        return true;
    }

    /// First what the query asks for beside the text, as its list has it.
    std::vector<store::RowId> in_order(std::vector<store::RowId> candidates) {
        const std::unordered_set<store::RowId> all(candidates.begin(), candidates.end());
        auto ordered = reader_.find(query_);
        std::erase_if(ordered, [&](store::RowId id) { return !all.contains(id); });
        const std::unordered_set<store::RowId> first(ordered.begin(), ordered.end());
        std::erase_if(candidates, [&](store::RowId id) { return first.contains(id); });
        ordered.insert(ordered.end(), candidates.begin(), candidates.end());
        return ordered;
    }

    Clone& clone_of(store::RowId release) {
        auto& clone = clones_[release];
        if (!clone)
            clone = std::make_unique<Clone>(paths_[release]);
        return *clone;
    }

    store::Reader& reader_;
    const store::CommitQuery& query_;
    const StepSink& step_;
    const std::stop_token& stop_;
    std::map<store::RowId, std::string> paths_;
    std::map<store::RowId, std::unique_ptr<Clone>> clones_;
    Looked looked_;
    base::Message trouble_;
};

} // namespace

Looked look_into_clones(store::Reader& reader, const store::CommitQuery& query,
                        const StepSink& step, const std::stop_token& stop) {
    const auto texts = reader.unknown_code_texts(query);
    return texts.empty() ? Looked() : Looking(reader, query, step, stop).run(texts);
}

} // namespace mw::code_text
