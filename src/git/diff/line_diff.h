#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace mw::git {

/// The lines by which two texts differ, as git's own engine finds them: xdiff (in git's tree
/// xdiff/xprepare.c and xdiffi.c; LibXDiff, Copyright (C) 2003 Davide Libenzi, LGPL 2.1 or later),
/// with git's default algorithm and without the indent heuristic. Every decision is xdiff's, and
/// tests hold it against libgit2's copy of it. What differs is how much is looked at: two versions
/// of a file are the same for most of their length, which xdiff hashes line by line and byte by
/// byte on either side, and of which this one looks only for the lines that the rest has.
///
/// An object keeps its memory for the next pair. One thread.
class LineDiff {
public:
    struct Change {
        std::string_view removed, added; ///< whole lines that stand together, of either text
        std::int64_t deletions = 0, insertions = 0;
    };

    /// From the top down; at most 2 GiB each. The views are of the texts; the list lives until the
    /// next call.
    std::span<const Change> compare(std::string_view old_text, std::string_view new_text);

private:
    using Index = std::ptrdiff_t; ///< of a line of one text, or of a diagonal

    /// Lines of the same bytes.
    struct LineClass {
        std::string_view line;
        std::uint64_t hash = 0;
        std::uint32_t in_old = 0, in_new = 0; ///< between the ends that both share
        std::uint32_t outside = 0;            ///< how often each of these ends has it
    };

    /// One of the texts. Its lines are those of the shared start, its own, those of the shared end.
    struct Side {
        std::string_view text, own;
        std::vector<std::uint32_t> starts;  ///< of its own lines, in own
        std::vector<std::uint32_t> classes; ///< of its own lines, in classes_
        std::vector<char> flags;            ///< changed(), with a line on each end that never is
        std::vector<Index> kept;            ///< lines that are compared one by one
        std::vector<std::uint32_t> kept_classes;
        Index lines = 0;       ///< of the whole text
        Index changes_end = 0; ///< behind the last line that is changed

        char& changed(Index line) { return flags[static_cast<std::size_t>(line + 1)]; }
    };

    struct Group {
        Index start, end;
    };

    struct Split {
        Index old_line = 0, new_line = 0;
        bool minimal_before = true, minimal_behind = true;
    };

    struct Box {
        Index old_begin, old_end, new_begin, new_end;
    };

    void classify(Side& side, std::uint32_t LineClass::*count);
    std::uint32_t* slot_of(std::string_view line, std::uint64_t hash);
    void count_outside(std::string_view text, std::vector<std::uint32_t>& starts);
    bool share_a_line() const;
    void drop_hopeless(Side& side, std::uint32_t LineClass::*in_other);
    void compare_kept(Box box, bool minimal);
    Split split(const Box& box, bool minimal);
    bool split_at_snake(const Box& box, Index cost, Split& found) const;
    Split split_at_furthest(const Box& box) const;
    void compact(Side& side, Side& other);
    bool slide_up(Side& side, Group& group);
    bool slide_down(Side& side, Group& group);
    void collect();
    bool same_lines(const Side& side, Index a, Index b) const;
    std::size_t start_of(const Side& side, Index line) const;
    std::string_view lines_of(const Side& side, Index begin, Index end) const;

    Side old_, new_;
    std::vector<std::uint32_t> head_starts_, tail_starts_; ///< lines of the ends that both share
    std::vector<LineClass> classes_;
    std::vector<std::uint32_t> slots_; ///< 1 + a place in classes_; 0: free
    std::uint64_t lengths_ = 0;        ///< a bit for each length of a class, modulo 64
    std::vector<char> matches_;

    // Of the search for the shortest way: how far each diagonal reaches, from either corner.
    std::vector<Index> reach_;
    Index *forward_ = nullptr, *backward_ = nullptr;
    Index forward_min_ = 0, forward_max_ = 0, backward_min_ = 0, backward_max_ = 0;
    Index most_cost_ = 0;

    Index changes_begin_ = 0; ///< no line above it is changed, in either text
    std::vector<Change> changes_;
};

} // namespace mw::git
