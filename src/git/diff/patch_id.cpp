#include "git/diff/patch_id.h"

#include "base/stable_hash.h"
#include "git/diff/line_count.h"
#include "git/objects/repository_impl.h"
#include "git/objects/tree_compare.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace mw::git {

namespace {

struct LineHash {
    std::uint64_t hash;
    std::vector<std::uint64_t>& lines;
    std::string line; ///< kept for its memory
};

/// Each line with its sign, without white space, as git's patch-id reads it.
int add_line(const git_diff_delta*, const git_diff_hunk*, const git_diff_line* line,
             void* payload) {
    auto& sum = *static_cast<LineHash*>(payload);
    const bool noted = line->origin != GIT_DIFF_LINE_CONTEXT &&
                       line->origin != GIT_DIFF_LINE_ADDITION &&
                       line->origin != GIT_DIFF_LINE_DELETION;
    if (noted)
        return 0; // "\ No newline at end of file" does not count there either
    sum.line.assign(1, line->origin == GIT_DIFF_LINE_CONTEXT ? '\0' : line->origin);
    for (const char c : std::string_view(line->content, line->content_len))
        if (c != ' ' && (c < '\t' || c > '\r'))
            sum.line += c;
    sum.hash = base::stable_hash(sum.line, sum.hash);
    if (line->origin != GIT_DIFF_LINE_CONTEXT && sum.line.size() > 1)
        sum.lines.push_back(base::stable_hash(sum.line));
    return 0;
}

/// False where the file is no text that can be read.
bool add_file(const Repository& repository, const TreeChange& change, PatchPrint& print) {
    if (is_submodule(change.old_mode) || is_submodule(change.new_mode))
        return false;
    BlobHandle old_blob, new_blob;
    const auto look_up = [&](const ObjectId& id, BlobHandle& blob) {
        if (id.is_null())
            return true;
        const git_oid oid = to_git(id);
        const int code = git_blob_lookup(out(blob), repository.impl().repository.get(), &oid);
        return repository.unread(code, id) == Unread::none &&
               static_cast<std::size_t>(git_blob_rawsize(blob.get())) <= largest_compared &&
               git_blob_is_binary(blob.get()) == 0;
    };
    if (!look_up(change.old_id, old_blob) || !look_up(change.new_id, new_blob))
        return false;
    LineHash lines{base::stable_hash(change.path), print.lines, {}};
    lines.hash = base::stable_hash(std::string(1, change.status), lines.hash);
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.flags = GIT_DIFF_FORCE_TEXT | GIT_DIFF_INDENT_HEURISTIC; // as git does
    if (change.old_id != change.new_id &&
        git_diff_blobs(old_blob.get(), nullptr, new_blob.get(), nullptr, &options, nullptr, nullptr,
                       nullptr, add_line, &lines) != 0)
        return false;
    print.id += lines.hash; // the order of the files does not matter
    return true;
}

} // namespace

std::optional<PatchPrint> patch_print(const Repository& repository, const ObjectId& old_tree,
                                      const ObjectId& new_tree) {
    std::vector<TreeChange> changes;
    compare_trees(repository, old_tree, new_tree, changes);
    PatchPrint print;
    for (const auto& change : changes)
        if (!add_file(repository, change, print))
            return std::nullopt;
    std::ranges::sort(print.lines);
    return changes.empty() ? std::nullopt : std::optional(std::move(print));
}

double likeness(const PatchPrint& left, const PatchPrint& right) {
    std::vector<std::uint64_t> both;
    std::ranges::set_intersection(left.lines, right.lines, std::back_inserter(both));
    const auto all = left.lines.size() + right.lines.size();
    return all == 0 ? 0 : 2.0 * static_cast<double>(both.size()) / static_cast<double>(all);
}

} // namespace mw::git
