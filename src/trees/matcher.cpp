#include "trees/matcher.h"

#include "base/stable_hash.h"
#include "base/utf8.h"
#include "git/diff/patch_id.h"
#include "git/objects/commit_links.h"
#include "git/objects/tree_compare.h"
#include "git/setup/error.h"
#include "git/text/commit.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

// What makes a changeset be in a tree, the surest first; the first that holds is the answer:
//   there         a commit of the tree has its id
//   named         a commit says that it was taken from that id. An id of less than twelve digits
//                 counts only with the same title
//   same_change   title, author and the moment of writing are the same, and a file in common
//   same_patch    the patch is the same, and the author or the title
//   similar       title and author are the same, and more than half of the changed lines; the
//                 commit names no other changeset, and no other changeset and no other commit has
//                 that title and author: "Update DRIVER_DATE" comes every week
// A commit that a later one of the tree reverts, and that is not taken up again, makes a changeset
// `reverted` and not there. Of changesets that are the same change as each other (a backport and
// its original) what is found of one holds for all. What is not found is `unknown` where it was
// written before the tree's history begins, else missing.

namespace mw::trees {

namespace {

using store::TreeAnswer;
using store::TreeQuestion;
using store::TreeState;

constexpr std::size_t least_sure_digits = 12;
constexpr std::size_t key_digits = 7; ///< of ids, by which they are looked up
constexpr double least_likeness = 0.5;

std::string bytes_of(const git::ObjectId& id) {
    return {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()};
}

std::string file_name(std::string_view path) {
    return std::string(path.substr(path.rfind('/') + 1));
}

/// Of commits, read when it is asked for, once.
class CommitReader {
public:
    explicit CommitReader(const std::vector<git::Repository>& clones) : clones_(clones) {}

    struct Facts {
        std::vector<std::string> paths; ///< sorted
        std::optional<git::PatchPrint> print;
        bool compared = false; ///< print was asked for
    };

    /// Nothing where no clone has it whole.
    const std::optional<Facts>& paths(const git::ObjectId& id) {
        const auto [at, added] = facts_.try_emplace(id);
        if (added)
            at->second = read(id);
        return at->second;
    }

    std::optional<git::PatchPrint> print(const git::ObjectId& id) {
        if (!paths(id))
            return std::nullopt;
        auto& facts = *facts_.at(id);
        if (!std::exchange(facts.compared, true))
            in_a_clone(id, [&](const git::Repository& clone, const git::ObjectId& before,
                               const git::ObjectId& after) {
                facts.print = git::patch_print(clone, before, after);
            });
        return facts.print;
    }

private:
    /// True when a clone has the commit, its parent and their trees.
    template <typename Action>
    bool in_a_clone(const git::ObjectId& id, Action action) {
        for (const auto& clone : clones_) {
            try {
                const auto object = clone.read_if_present(id, git::ObjectType::commit);
                if (!object)
                    continue;
                const auto links = git::parse_commit_links(object->data());
                action(clone, git::parent_tree_of(clone, links), links.tree);
                return true;
            } catch (const git::MissingObject&) {
                continue; // another clone may have all of it
            }
        }
        return false;
    }

    std::optional<Facts> read(const git::ObjectId& id) {
        Facts facts;
        const bool found =
            in_a_clone(id, [&](const git::Repository& clone, const git::ObjectId& before,
                               const git::ObjectId& after) {
                std::vector<git::TreeChange> changes;
                git::compare_trees(clone, before, after, changes);
                for (const auto& change : changes)
                    facts.paths.push_back(git::path_text(change.path));
            });
        std::ranges::sort(facts.paths);
        return found ? std::optional(std::move(facts)) : std::nullopt;
    }

    const std::vector<git::Repository>& clones_;
    std::unordered_map<git::ObjectId, std::optional<Facts>, git::ObjectIdHash> facts_;
};

/// Commits of the tree by ids that they have or name.
class IdIndex {
public:
    void add(std::string_view hex, std::size_t commit) {
        by_start_[std::string(hex.substr(0, key_digits))].push_back({std::string(hex), commit});
    }

    struct Found {
        std::size_t commit, digits; ///< that are known of both ids
    };

    /// Those where one id begins with the other; newest first.
    std::vector<Found> find(std::string_view hex) const {
        std::vector<Found> found;
        const auto at = by_start_.find(std::string(hex.substr(0, key_digits)));
        if (at == by_start_.end())
            return found;
        for (const auto& [id, commit] : at->second)
            if (const auto digits = std::min(id.size(), hex.size());
                hex.substr(0, digits) == std::string_view(id).substr(0, digits))
                found.push_back({commit, digits});
        return found;
    }

private:
    std::unordered_map<std::string, std::vector<std::pair<std::string, std::size_t>>> by_start_;
};

class Matcher {
public:
    Matcher(const TreeHistory& history, store::TreeStore& store,
            std::span<const TreeQuestion> questions, const std::vector<git::Repository>& clones)
        : history_(history), commits_(history.commits), store_(store), questions_(questions),
          reader_(clones), undone_(commits_.size()), answers_(questions.size()),
          keys_(questions.size()) {
        for (std::size_t i = 0; i < commits_.size(); ++i) {
            ids_.add(commits_[i].id.hex(), i);
            for (const auto& id : commits_[i].upstream)
                named_.add(id, i);
            if (!commits_[i].merge && commits_[i].keys.title != 0)
                by_title_[commits_[i].keys.title].push_back(i);
        }
        for (std::size_t q = 0; q < questions_.size(); ++q) {
            keys_[q] = keys_of(questions_[q].subject, questions_[q].author, questions_[q].email);
            ++asked_[title_and_author(q)];
            answers_[q].oid = questions_[q].oid;
        }
        find_undone();
    }

    std::vector<TreeAnswer> run(const std::stop_token& stop,
                                const std::function<void(std::size_t)>& counter) {
        for (std::size_t q = 0; q < questions_.size(); ++q) {
            if (stop.stop_requested())
                throw git::Stopped();
            if (!by_id(q) && !by_name(q))
                by_words(q);
            if (counter && q % 256 == 0)
                counter(q);
        }
        find_same_patches(stop);
        share_with_twins();
        for (std::size_t q = 0; q < questions_.size(); ++q)
            if (answers_[q].state == TreeState::missing && history_.start &&
                written_at(questions_[q]).value_or(0) <= *history_.start)
                answers_[q].state = TreeState::unknown;
        return std::move(answers_);
    }

private:
    /// From the newest commit to the oldest: what a revert that stands takes out is undone.
    void find_undone() {
        for (std::size_t i = 0; i < commits_.size(); ++i)
            if (!undone_[i])
                for (const auto& id : commits_[i].reverts)
                    for (const auto* index : {&ids_, &named_})
                        for (const auto& found : index->find(id))
                            if (found.commit > i)
                                undone_[found.commit] = true;
    }

    /// True where it settles the question; a commit that was reverted is noted and does not.
    bool settle(std::size_t question, TreeState state, std::size_t commit) {
        auto& answer = answers_[question];
        answer.state = undone_[commit] ? TreeState::reverted : state;
        answer.in_tree = bytes_of(commits_[commit].id);
        taken_.insert(commit);
        return !undone_[commit];
    }

    bool by_id(std::size_t q) {
        for (const auto& found : ids_.find(git::to_hex(questions_[q].oid)))
            if (found.digits >= least_sure_digits && settle(q, TreeState::there, found.commit))
                return true;
        return false;
    }

    bool by_name(std::size_t q) {
        for (const auto& found : named_.find(git::to_hex(questions_[q].oid))) {
            const bool sure = found.digits >= least_sure_digits ||
                              commits_[found.commit].keys.title == keys_[q].title;
            if (sure && settle(q, TreeState::named, found.commit))
                return true;
        }
        return false;
    }

    void by_words(std::size_t q) {
        const auto same_title = by_title_.find(keys_[q].title);
        if (same_title == by_title_.end())
            return;
        std::vector<std::size_t> candidates;
        for (const auto commit : same_title->second)
            if (commits_[commit].keys.same_author(keys_[q]))
                candidates.push_back(commit);
        for (const auto commit : candidates)
            if (is_same_moment(q, commit) && share_a_file(q, commit) &&
                settle(q, TreeState::same_change, commit))
                return;
        for (const auto commit : same_title->second)
            if (have_same_patch(q, commit) && settle(q, TreeState::same_patch, commit))
                return;
        if (candidates.size() == 1 && asked_[title_and_author(q)] == 1 &&
            commits_[candidates.front()].upstream.empty() && are_alike(q, candidates.front()))
            settle(q, TreeState::similar, candidates.front());
    }

    bool is_same_moment(std::size_t q, std::size_t commit) const {
        return questions_[q].author_time &&
               questions_[q].author_time == commits_[commit].author_time;
    }

    /// By their names alone, as a file may have moved. Where nothing is known of either's files,
    /// they are taken to share one.
    bool share_a_file(std::size_t q, std::size_t commit) {
        const auto& facts = reader_.paths(commits_[commit].id);
        if (!facts)
            return true;
        std::unordered_set<std::string> names;
        for (const auto& path : facts->paths)
            names.insert(file_name(path));
        const auto& paths = paths_of(q);
        return paths.empty() || std::ranges::any_of(paths, [&](const std::string& path) {
                   return names.contains(file_name(path));
               });
    }

    std::optional<git::PatchPrint> print_of(std::size_t q) {
        const auto& oid = questions_[q].oid;
        if (oid.size() != git::ObjectId::size)
            return std::nullopt;
        return reader_.print(git::ObjectId::from_bytes(oid.data()));
    }

    bool have_same_patch(std::size_t q, std::size_t commit) {
        const auto& facts = reader_.paths(commits_[commit].id);
        if (!facts || facts->paths != paths_of(q))
            return false;
        const auto mine = print_of(q), its = reader_.print(commits_[commit].id);
        return mine && its && mine->id == its->id;
    }

    bool are_alike(std::size_t q, std::size_t commit) {
        const auto mine = print_of(q), its = reader_.print(commits_[commit].id);
        return mine && its && git::likeness(*mine, *its) > least_likeness;
    }

    const std::vector<std::string>& paths_of(std::size_t q) {
        const auto [at, added] = paths_.try_emplace(q);
        if (added)
            at->second = store_.paths(questions_[q].commit);
        return at->second;
    }

    std::uint64_t title_and_author(std::size_t q) const {
        const auto& question = questions_[q];
        return base::stable_hash(question.author,
                                 keys_[q].title ^ static_cast<std::uint64_t>(question.release));
    }

    /// Changesets and commits that make the same change.
    struct SamePatch {
        std::set<std::size_t> questions, commits;
    };

    /// For what is left on both sides, by the same author: the patch alone tells. One may come
    /// several times (the same correction in two functions); then they are paired as they come, and
    /// where there are more changesets than commits none of them is sure.
    void find_same_patches(const std::stop_token& stop) {
        for (const auto& [print, same] : same_patches(stop)) {
            if (same.questions.size() > same.commits.size())
                continue;
            auto commit = same.commits.rbegin(); // the oldest
            for (const auto question : same.questions)
                settle(question, TreeState::same_patch, *commit++);
        }
    }

    /// By the rule of same_change, among changesets.
    void share_with_twins() {
        std::unordered_map<std::uint64_t, std::vector<std::size_t>> found;
        const auto key = [this](std::size_t q) {
            return keys_[q].title ^ static_cast<std::uint64_t>(*questions_[q].author_time);
        };
        const auto can_have_twins = [this](std::size_t q) {
            return keys_[q].title != 0 && questions_[q].author_time.has_value();
        };
        for (std::size_t q = 0; q < questions_.size(); ++q)
            if (answers_[q].state != TreeState::missing && can_have_twins(q))
                found[key(q)].push_back(q);
        for (std::size_t q = 0; q < questions_.size(); ++q) {
            if (answers_[q].state != TreeState::missing || !can_have_twins(q))
                continue;
            const auto same = found.find(key(q));
            if (same == found.end())
                continue;
            const auto twin = std::ranges::find_if(
                same->second, [&](std::size_t other) { return are_twins(q, other); });
            if (twin == same->second.end())
                continue;
            const auto state = answers_[*twin].state;
            const bool sure = state == TreeState::there || state == TreeState::named;
            answers_[q].state = sure ? TreeState::same_change : state;
            answers_[q].in_tree = answers_[*twin].in_tree;
        }
    }

    bool are_twins(std::size_t q, std::size_t other) {
        if (keys_[q].title != keys_[other].title || !keys_[q].same_author(keys_[other]) ||
            questions_[q].author_time != questions_[other].author_time)
            return false;
        const auto& mine = paths_of(q);
        const auto& its = paths_of(other);
        return mine.empty() || its.empty() ||
               std::ranges::any_of(mine, [&](const std::string& path) {
                   return std::ranges::any_of(its, [&](const std::string& one) {
                       return file_name(one) == file_name(path);
                   });
               });
    }

    std::unordered_map<std::uint64_t, SamePatch> same_patches(const std::stop_token& stop) {
        std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_author;
        for (std::size_t q = 0; q < questions_.size(); ++q)
            if (answers_[q].state == TreeState::missing)
                for (const auto key : {keys_[q].name, keys_[q].email})
                    by_author[key].push_back(q);
        std::unordered_map<std::uint64_t, SamePatch> found;
        for (std::size_t i = 0; i < commits_.size(); ++i) {
            if (stop.stop_requested())
                throw git::Stopped();
            if (commits_[i].merge || undone_[i] || taken_.contains(i))
                continue;
            for (const auto key : {commits_[i].keys.name, commits_[i].keys.email})
                if (const auto same = by_author.find(key); key != 0 && same != by_author.end())
                    for (const auto q : same->second)
                        if (have_same_patch(q, i)) {
                            auto& pair = found[reader_.print(commits_[i].id)->id];
                            pair.questions.insert(q);
                            pair.commits.insert(i);
                        }
        }
        return found;
    }

    const TreeHistory& history_;
    const std::vector<TreeCommit>& commits_;
    store::TreeStore& store_;
    std::span<const TreeQuestion> questions_;
    CommitReader reader_;
    IdIndex ids_, named_;
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_title_;
    std::vector<bool> undone_;
    std::unordered_set<std::size_t> taken_; ///< commits that answered a question
    std::vector<TreeAnswer> answers_;
    std::vector<CommitKeys> keys_;
    std::unordered_map<std::uint64_t, int> asked_; ///< how often by title and author
    std::unordered_map<std::size_t, std::vector<std::string>> paths_;
};

} // namespace

std::optional<Seconds> written_at(const store::TreeQuestion& question) {
    if (!question.author_time || !question.commit_time)
        return question.author_time ? question.author_time : question.commit_time;
    return std::min(*question.author_time, *question.commit_time);
}

std::vector<TreeAnswer> match(const TreeHistory& history, store::TreeStore& store,
                              std::span<const TreeQuestion> questions,
                              const std::vector<git::Repository>& clones,
                              const std::stop_token& stop,
                              const std::function<void(std::size_t)>& counter) {
    return Matcher(history, store, questions, clones).run(stop, counter);
}

} // namespace mw::trees
