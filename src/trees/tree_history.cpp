#include "trees/tree_history.h"

#include "base/characters.h"
#include "base/stable_hash.h"
#include "base/text.h"
#include "git/setup/error.h"
#include "git/text/commit.h"
#include "git/text/upstream_ids.h"
#include "store/write/fix_references.h"

#include <queue>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

// Commits are visited by commit time, newest first. A clock that was wrong may hide a newer commit
// behind an older one, so the walk goes on for a good while behind the first that is too old. The
// order is then made such that children come before parents, whatever their clocks said: only so is
// it known which revert came last.

namespace mw::trees {

namespace {

constexpr int slop = 1000; // as git/history/history.cpp

bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// 0 for a text without a letter.
std::uint64_t key_of(std::string_view text) {
    std::string folded;
    for (const char c : text) {
        if (!is_blank(c))
            folded += lower_case(c);
        else if (!folded.empty() && folded.back() != ' ')
            folded += ' ';
    }
    while (!folded.empty() && (folded.back() == ' ' || folded.back() == '.'))
        folded.pop_back();
    return folded.empty() ? 0 : base::stable_hash(folded);
}

class Walk {
public:
    Walk(const git::Repository& repository, Seconds oldest, const std::stop_token& stop,
         const std::function<void(std::size_t)>& counter)
        : repository_(repository), oldest_(oldest), stop_(stop), counter_(counter) {}

    TreeHistory run(const git::ObjectId& tip) {
        add(tip, true);
        int left = slop;
        while (!queue_.empty() && left > 0) {
            if (stop_.stop_requested())
                throw git::Stopped();
            const auto [time, index] = queue_.top();
            queue_.pop();
            left = time < oldest_ ? left - 1 : slop;
            expand(index);
        }
        history_.commits = in_order();
        return std::move(history_);
    }

private:
    struct Node {
        TreeCommit commit;
        Seconds time = 0;
        std::vector<git::ObjectId> parents;
        bool mainline = false;
        std::size_t children = 0; ///< that were read
    };

    std::size_t add(const git::ObjectId& id, bool mainline) {
        const auto [known, added] = index_.try_emplace(id, nodes_.size());
        if (!added) {
            nodes_[known->second].mainline |= mainline;
            return known->second;
        }
        const auto source =
            git::parse_commit(id, repository_.read(id, git::ObjectType::commit).data());
        Node node;
        node.commit.id = id;
        node.commit.merge = source.parents.size() > 1;
        node.commit.keys = keys_of(source.subject, source.author.raw_name, source.author.raw_email);
        node.commit.author_time = source.author.time;
        if (!node.commit.merge)
            read_message(source, node.commit);
        node.time = source.committer.time.value_or(0);
        node.parents = source.parents;
        node.mainline = mainline;
        nodes_.push_back(std::move(node));
        queue_.emplace(nodes_.back().time, known->second);
        if (nodes_.size() % 1024 == 0 && counter_)
            counter_(nodes_.size());
        return known->second;
    }

    static void read_message(const git::Commit& source, TreeCommit& commit) {
        commit.upstream = git::upstream_ids(source.body);
        // What reverts a part of a change says so in other words.
        if (!lower_case(source.subject).starts_with("revert"))
            return;
        for (auto& reference :
             store::find_fix_references(source.subject, source.body, store::CommitKind::changeset))
            if (reference.kind == store::ReferenceKind::reverts)
                commit.reverts.push_back(std::move(reference.target));
    }

    void expand(std::size_t index) {
        const auto parents = nodes_[index].parents;
        if (parents.empty() && nodes_[index].mainline)
            starts_at(nodes_[index].time, false);
        bool first = true;
        for (const auto& parent : parents) {
            const bool mainline = std::exchange(first, false) && nodes_[index].mainline;
            if (repository_.is_shallow_at(nodes_[index].commit.id) &&
                !repository_.contains(parent)) {
                starts_at(nodes_[index].time, true);
                continue;
            }
            ++nodes_[add(parent, mainline)].children;
        }
    }

    void starts_at(Seconds time, bool shallow) {
        if (history_.start && time <= *history_.start)
            return;
        history_.start = time;
        history_.shallow = shallow;
    }

    std::vector<TreeCommit> in_order() {
        std::vector<std::size_t> ready;
        for (std::size_t i = 0; i < nodes_.size(); ++i)
            if (nodes_[i].children == 0)
                ready.push_back(i);
        std::vector<TreeCommit> ordered;
        ordered.reserve(nodes_.size());
        while (!ready.empty()) {
            const auto index = ready.back();
            ready.pop_back();
            for (const auto& parent : nodes_[index].parents)
                if (const auto known = index_.find(parent); known != index_.end() &&
                                                            nodes_[known->second].children > 0 &&
                                                            --nodes_[known->second].children == 0)
                    ready.push_back(known->second);
            ordered.push_back(std::move(nodes_[index].commit));
        }
        return ordered;
    }

    const git::Repository& repository_;
    const Seconds oldest_;
    const std::stop_token& stop_;
    const std::function<void(std::size_t)>& counter_;
    std::vector<Node> nodes_;
    std::unordered_map<git::ObjectId, std::size_t, git::ObjectIdHash> index_;
    std::priority_queue<std::pair<Seconds, std::size_t>> queue_;
    TreeHistory history_;
};

} // namespace

CommitKeys keys_of(std::string_view subject, std::string_view author, std::string_view email) {
    constexpr std::array<std::string_view, 6> marks = {
        "UPSTREAM: ", "BACKPORT: ", "FROMGIT: ", "FROMLIST: ", "CHROMIUM: ", "ANDROID: "};
    for (bool again = true; again;) {
        const auto mark = std::ranges::find_if(
            marks, [&](std::string_view word) { return subject.starts_with(word); });
        again = mark != marks.end();
        if (again)
            subject.remove_prefix(mark->size());
    }
    return {key_of(subject), key_of(author), key_of(email)};
}

TreeHistory read_history(const git::Repository& repository, const git::ObjectId& tip,
                         Seconds oldest, const std::stop_token& stop,
                         const std::function<void(std::size_t)>& counter) {
    return Walk(repository, oldest, stop, counter).run(tip);
}

} // namespace mw::trees
