#include "git/diff/line_diff.h"

#include "base/common_bytes.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstring>
#include <limits>

namespace mw::git {

namespace {

// xdiff's, under its names.
constexpr std::ptrdiff_t max_cost_min = 256;   // XDL_MAX_COST_MIN
constexpr std::ptrdiff_t heur_min_cost = 256;  // XDL_HEUR_MIN_COST
constexpr std::ptrdiff_t snake_cnt = 20;       // XDL_SNAKE_CNT
constexpr std::ptrdiff_t k_heur = 4;           // XDL_K_HEUR
constexpr std::ptrdiff_t max_eqlimit = 1024;   // XDL_MAX_EQLIMIT
constexpr std::ptrdiff_t simscan_window = 100; // XDL_SIMSCAN_WINDOW
constexpr std::ptrdiff_t kpdis_run = 4;        // XDL_KPDIS_RUN
constexpr std::ptrdiff_t line_max = std::numeric_limits<std::ptrdiff_t>::max(); // XDL_LINE_MAX

/// What a comparison of more lines needed is given back before the next.
constexpr std::size_t lines_to_keep_memory_for = std::size_t{1} << 18;

std::ptrdiff_t bogosqrt(std::ptrdiff_t number) {
    std::ptrdiff_t root = 1;
    for (; number > 0; number >>= 2)
        root <<= 1;
    return root;
}

void cut_common_lines(std::string_view& a, std::string_view& b) {
    std::size_t start = base::common_start(a, b);
    if (start == a.size() && start == b.size()) {
        a = b = {};
        return;
    }
    while (start > 0 && a[start - 1] != '\n')
        --start;
    a.remove_prefix(start);
    b.remove_prefix(start);

    const std::size_t tail = base::common_end(a, b);
    // The shared tail starts where both sides start a line.
    std::size_t end = tail;
    const auto at_line_start = [](std::string_view text, std::size_t from_end) {
        return from_end == text.size() || text[text.size() - from_end - 1] == '\n';
    };
    while (end > 0 && !(at_line_start(a, end) && at_line_start(b, end)))
        --end;
    a.remove_suffix(end);
    b.remove_suffix(end);
}

std::int64_t lines_in(std::string_view text) {
    const auto newlines = std::ranges::count(text, '\n');
    return newlines + (!text.empty() && text.back() != '\n' ? 1 : 0);
}

/// Where the line that starts there ends, its newline included.
std::size_t line_end(std::string_view text, std::size_t start) {
    const auto* newline =
        static_cast<const char*>(std::memchr(text.data() + start, '\n', text.size() - start));
    return newline == nullptr ? text.size() : static_cast<std::size_t>(newline - text.data()) + 1;
}

/// For a table that lives as long as one comparison.
std::uint64_t hash_of(std::string_view line) {
    constexpr std::uint64_t odd = 0x9e3779b97f4a7c15; // 2^64 by the golden ratio
    const auto mix = [](std::uint64_t hash, std::uint64_t bytes) {
        hash = (hash ^ bytes) * odd;
        return hash ^ (hash >> 32);
    };
    std::uint64_t hash = line.size();
    std::size_t at = 0;
    for (; at + 8 <= line.size(); at += 8)
        hash = mix(hash, base::eight_bytes(line.data() + at));
    if (at == line.size())
        return hash;
    if (line.size() >= 8)
        return mix(hash, base::eight_bytes(line.data() + line.size() - 8));
    std::uint64_t rest = 0;
    std::memcpy(&rest, line.data(), line.size());
    return mix(hash, rest);
}

/// What the other text has of a line.
enum Match : char { none = 0, some = 1, many = 2 };

/// Whether a line that has many matches is in the middle of lines of which most have none.
bool is_among_unmatched(const std::vector<char>& matches, std::ptrdiff_t line) {
    const auto begin = std::max<std::ptrdiff_t>(line - simscan_window, 0);
    const auto end = std::min(line + simscan_window, std::ssize(matches) - 1);
    std::ptrdiff_t unmatched = 0, all = 1;
    const auto scan = [&](std::ptrdiff_t from, std::ptrdiff_t to, std::ptrdiff_t step) {
        std::ptrdiff_t here = 0;
        for (auto at = from; at != to; at += step) {
            const char match = matches[static_cast<std::size_t>(at)];
            if (match == some)
                break;
            here += match == none ? 1 : 0;
            ++all;
        }
        unmatched += here;
        return here > 0;
    };
    if (!scan(line - 1, begin - 1, -1))
        return false;
    ++all; // xdiff counts the line itself once for each direction
    if (!scan(line + 1, end + 1, 1))
        return false;
    return (all - unmatched) * kpdis_run < all;
}

} // namespace

// --- lines, and which of them are the same ---

std::uint32_t* LineDiff::slot_of(std::string_view line, std::uint64_t hash) {
    for (std::size_t slot = hash & (slots_.size() - 1);; slot = (slot + 1) & (slots_.size() - 1)) {
        if (slots_[slot] == 0)
            return &slots_[slot];
        const LineClass& known = classes_[slots_[slot] - 1];
        if (known.hash == hash && known.line == line)
            return &slots_[slot];
    }
}

void LineDiff::classify(Side& side, std::uint32_t LineClass::*count) {
    side.classes.clear();
    for (std::size_t i = 0; i < side.starts.size(); ++i) {
        const std::size_t start = side.starts[i];
        const std::size_t end = i + 1 < side.starts.size() ? side.starts[i + 1] : side.own.size();
        const auto line = side.own.substr(start, end - start);
        const auto hash = hash_of(line);
        std::uint32_t* const slot = slot_of(line, hash);
        if (*slot == 0) {
            classes_.push_back({line, hash});
            *slot = static_cast<std::uint32_t>(classes_.size());
            lengths_ |= std::uint64_t{1} << line.size() % 64;
        }
        ++(classes_[*slot - 1].*count);
        side.classes.push_back(*slot - 1);
    }
}

void LineDiff::count_outside(std::string_view text, std::vector<std::uint32_t>& starts) {
    starts.clear();
    for (std::size_t start = 0; start < text.size();) {
        starts.push_back(static_cast<std::uint32_t>(start));
        const auto end = line_end(text, start);
        const auto line = text.substr(start, end - start);
        if ((lengths_ >> line.size() % 64 & 1) != 0)
            if (const std::uint32_t known = *slot_of(line, hash_of(line)))
                ++classes_[known - 1].outside;
        start = end;
    }
}

bool LineDiff::share_a_line() const {
    return std::ranges::any_of(
        classes_, [](const LineClass& lines) { return lines.in_old > 0 && lines.in_new > 0; });
}

std::size_t LineDiff::start_of(const Side& side, Index line) const {
    const auto at = static_cast<std::size_t>(line);
    const auto head = head_starts_.size(), own = side.starts.size();
    const auto own_start = static_cast<std::size_t>(side.own.data() - side.text.data());
    if (at < head)
        return head_starts_[at];
    if (at < head + own)
        return own_start + side.starts[at - head];
    if (at < head + own + tail_starts_.size())
        return own_start + side.own.size() + tail_starts_[at - head - own];
    return side.text.size();
}

std::string_view LineDiff::lines_of(const Side& side, Index begin, Index end) const {
    const auto start = start_of(side, begin);
    return side.text.substr(start, start_of(side, end) - start);
}

bool LineDiff::same_lines(const Side& side, Index a, Index b) const {
    const auto head = std::ssize(head_starts_), own_end = head + std::ssize(side.starts);
    if (a >= head && a < own_end && b >= head && b < own_end)
        return side.classes[static_cast<std::size_t>(a - head)] ==
               side.classes[static_cast<std::size_t>(b - head)];
    return lines_of(side, a, a + 1) == lines_of(side, b, b + 1);
}

// --- which lines are worth comparing (xdl_cleanup_records) ---

/// A line that the other text does not have is changed, and so is one that it has often where few
/// beside it have any match.
void LineDiff::drop_hopeless(Side& side, std::uint32_t LineClass::*in_other) {
    const auto head = std::ssize(head_starts_);
    const auto limit = std::min(bogosqrt(side.lines), max_eqlimit);
    matches_.clear();
    for (const auto number : side.classes) {
        const auto& lines = classes_[number];
        const auto matches = std::ptrdiff_t{lines.*in_other} + lines.outside;
        matches_.push_back(matches == 0 ? none : matches >= limit ? many : some);
    }
    side.kept.clear();
    side.kept_classes.clear();
    for (Index i = 0; i < std::ssize(matches_); ++i) {
        const char match = matches_[static_cast<std::size_t>(i)];
        if (match == some || (match == many && !is_among_unmatched(matches_, i))) {
            side.kept.push_back(head + i);
            side.kept_classes.push_back(side.classes[static_cast<std::size_t>(i)]);
        } else {
            side.changed(head + i) = 1;
        }
    }
}

// --- the shortest way from one text to the other (xdl_recs_cmp, xdl_split) ---

void LineDiff::compare_kept(Box box, bool minimal) {
    const auto& a = old_.kept_classes;
    const auto& b = new_.kept_classes;
    const auto same = [&](Index i, Index j) {
        return a[static_cast<std::size_t>(i)] == b[static_cast<std::size_t>(j)];
    };
    while (box.old_begin < box.old_end && box.new_begin < box.new_end &&
           same(box.old_begin, box.new_begin))
        ++box.old_begin, ++box.new_begin;
    while (box.old_begin < box.old_end && box.new_begin < box.new_end &&
           same(box.old_end - 1, box.new_end - 1))
        --box.old_end, --box.new_end;
    if (box.old_begin == box.old_end) {
        for (; box.new_begin < box.new_end; ++box.new_begin)
            new_.changed(new_.kept[static_cast<std::size_t>(box.new_begin)]) = 1;
        return;
    }
    if (box.new_begin == box.new_end) {
        for (; box.old_begin < box.old_end; ++box.old_begin)
            old_.changed(old_.kept[static_cast<std::size_t>(box.old_begin)]) = 1;
        return;
    }
    const auto at = split(box, minimal);
    compare_kept({box.old_begin, at.old_line, box.new_begin, at.new_line}, at.minimal_before);
    compare_kept({at.old_line, box.old_end, at.new_line, box.new_end}, at.minimal_behind);
}

/// Both ways at once, each diagonal as far as it goes, until they meet or cost too much.
// NOLINTNEXTLINE(readability-function-size): the two ways are read best beside one another
LineDiff::Split LineDiff::split(const Box& box, bool minimal) {
    const auto* const a = old_.kept_classes.data();
    const auto* const b = new_.kept_classes.data();
    const auto [old_begin, old_end, new_begin, new_end] = box;
    const Index diagonal_min = old_begin - new_end, diagonal_max = old_end - new_begin;
    const Index forward_middle = old_begin - new_begin, backward_middle = old_end - new_end;
    const bool odd = ((forward_middle - backward_middle) & 1) != 0;
    Index fmin = forward_middle, fmax = forward_middle;
    Index bmin = backward_middle, bmax = backward_middle;
    forward_[forward_middle] = old_begin;
    backward_[backward_middle] = old_end;
    for (Index cost = 1;; ++cost) {
        bool got_snake = false;
        // One diagonal more on each side; at the box's edge one less, so that every other one is
        // looked at. What is beyond them never wins.
        if (fmin > diagonal_min)
            forward_[--fmin - 1] = -1;
        else
            ++fmin;
        if (fmax < diagonal_max)
            forward_[++fmax + 1] = -1;
        else
            --fmax;
        for (Index d = fmax; d >= fmin; d -= 2) {
            Index i = forward_[d - 1] >= forward_[d + 1] ? forward_[d - 1] + 1 : forward_[d + 1];
            const Index from = i;
            Index j = i - d;
            while (i < old_end && j < new_end && a[i] == b[j])
                ++i, ++j;
            got_snake = got_snake || i - from > snake_cnt;
            forward_[d] = i;
            if (odd && bmin <= d && d <= bmax && backward_[d] <= i)
                return {i, j, true, true};
        }
        if (bmin > diagonal_min)
            backward_[--bmin - 1] = line_max;
        else
            ++bmin;
        if (bmax < diagonal_max)
            backward_[++bmax + 1] = line_max;
        else
            --bmax;
        for (Index d = bmax; d >= bmin; d -= 2) {
            Index i = backward_[d - 1] < backward_[d + 1] ? backward_[d - 1] : backward_[d + 1] - 1;
            const Index from = i;
            Index j = i - d;
            while (i > old_begin && j > new_begin && a[i - 1] == b[j - 1])
                --i, --j;
            got_snake = got_snake || from - i > snake_cnt;
            backward_[d] = i;
            if (!odd && fmin <= d && d <= fmax && i <= forward_[d])
                return {i, j, true, true};
        }
        if (minimal)
            continue;
        forward_min_ = fmin, forward_max_ = fmax;
        backward_min_ = bmin, backward_max_ = bmax;
        if (Split found; got_snake && cost > heur_min_cost && split_at_snake(box, cost, found))
            return found;
        if (cost >= most_cost_)
            return split_at_furthest(box);
    }
}

/// Where many lines in a row are the same, far from the corner and near to its diagonal.
bool LineDiff::split_at_snake(const Box& box, Index cost, Split& found) const {
    const auto* const a = old_.kept_classes.data();
    const auto* const b = new_.kept_classes.data();
    const auto distance = [](Index d, Index e) { return d > e ? d - e : e - d; };
    Index best = 0;
    for (Index d = forward_max_; d >= forward_min_; d -= 2) {
        const Index i = forward_[d], j = i - d;
        const Index value =
            (i - box.old_begin) + (j - box.new_begin) - distance(d, box.old_begin - box.new_begin);
        if (value <= k_heur * cost || value <= best || box.old_begin + snake_cnt > i ||
            i >= box.old_end || box.new_begin + snake_cnt > j || j >= box.new_end)
            continue;
        Index k = 1;
        while (k <= snake_cnt && a[i - k] == b[j - k])
            ++k;
        if (k > snake_cnt) {
            best = value;
            found = {i, j, true, false};
        }
    }
    if (best > 0)
        return true;
    for (Index d = backward_max_; d >= backward_min_; d -= 2) {
        const Index i = backward_[d], j = i - d;
        const Index value =
            (box.old_end - i) + (box.new_end - j) - distance(d, box.old_end - box.new_end);
        if (value <= k_heur * cost || value <= best || box.old_begin >= i ||
            i > box.old_end - snake_cnt || box.new_begin >= j || j > box.new_end - snake_cnt)
            continue;
        Index k = 0;
        while (k < snake_cnt && a[i + k] == b[j + k])
            ++k;
        if (k == snake_cnt) {
            best = value;
            found = {i, j, false, true};
        }
    }
    return best > 0;
}

/// Enough was spent: where the way that got furthest is now.
LineDiff::Split LineDiff::split_at_furthest(const Box& box) const {
    Index forward_best = -1, forward_line = -1;
    for (Index d = forward_max_; d >= forward_min_; d -= 2) {
        Index i = std::min(forward_[d], box.old_end), j = i - d;
        if (box.new_end < j)
            i = box.new_end + d, j = box.new_end;
        if (forward_best < i + j)
            forward_best = i + j, forward_line = i;
    }
    Index backward_best = line_max, backward_line = line_max;
    for (Index d = backward_max_; d >= backward_min_; d -= 2) {
        Index i = std::max(box.old_begin, backward_[d]), j = i - d;
        if (j < box.new_begin)
            i = box.new_begin + d, j = box.new_begin;
        if (i + j < backward_best)
            backward_best = i + j, backward_line = i;
    }
    if ((box.old_end + box.new_end) - backward_best <
        forward_best - (box.old_begin + box.new_begin))
        return {forward_line, forward_best - forward_line, true, false};
    return {backward_line, backward_best - backward_line, false, true};
}

// --- where changed lines stand that could as well stand elsewhere (xdl_change_compact) ---

/// True where the group could be moved a line up. One that it meets becomes part of it.
bool LineDiff::slide_up(Side& side, Group& group) {
    if (group.start == 0 || !same_lines(side, group.start - 1, group.end - 1))
        return false;
    side.changed(--group.start) = 1;
    side.changed(--group.end) = 0;
    while (side.changed(group.start - 1) != 0)
        --group.start;
    changes_begin_ = std::min(changes_begin_, group.start);
    return true;
}

bool LineDiff::slide_down(Side& side, Group& group) {
    if (group.end == side.lines || !same_lines(side, group.start, group.end))
        return false;
    side.changed(group.start++) = 0;
    side.changed(group.end++) = 1;
    while (side.changed(group.end) != 0)
        ++group.end;
    side.changes_end = std::max(side.changes_end, group.end);
    return true;
}

/// Groups of changed lines, which are empty between two unchanged ones, move up as far as they can,
/// then down, and last to where the other text has a group as well.
void LineDiff::compact(Side& side, Side& other) {
    const auto next = [](Side& of, Group& group) {
        assert(group.end < of.lines);
        group.start = group.end + 1;
        for (group.end = group.start; of.changed(group.end) != 0;)
            ++group.end;
    };
    const auto previous = [](Side& of, Group& group) {
        assert(group.start > 0);
        group.end = group.start - 1;
        for (group.start = group.end; of.changed(group.start - 1) != 0;)
            --group.start;
    };
    const auto first = [this](Side& of) {
        Group group{changes_begin_, changes_begin_};
        while (of.changed(group.end) != 0)
            ++group.end;
        return group;
    };
    Group group = first(side), opposite = first(other);
    for (;;) {
        if (group.start != group.end) {
            Index size = 0, highest_end = 0;
            bool meets_other = false;
            do {
                size = group.end - group.start;
                while (slide_up(side, group))
                    previous(other, opposite);
                highest_end = group.end;
                meets_other = opposite.end > opposite.start;
                while (slide_down(side, group)) {
                    next(other, opposite);
                    meets_other = meets_other || opposite.end > opposite.start;
                }
            } while (size != group.end - group.start);
            if (group.end != highest_end && meets_other)
                while (opposite.start == opposite.end) {
                    slide_up(side, group);
                    previous(other, opposite);
                }
        }
        if (group.end >= side.changes_end)
            return;
        next(side, group);
        next(other, opposite);
    }
}

void LineDiff::collect() {
    Index i = changes_begin_, j = changes_begin_;
    while (i < old_.changes_end || j < new_.changes_end) {
        const Index removed = i, added = j;
        while (old_.changed(i) != 0)
            ++i;
        while (new_.changed(j) != 0)
            ++j;
        if (i > removed || j > added)
            changes_.push_back(
                {lines_of(old_, removed, i), lines_of(new_, added, j), i - removed, j - added});
        else
            ++i, ++j;
    }
}

std::span<const LineDiff::Change> LineDiff::compare(std::string_view old_text,
                                                    std::string_view new_text) {
    // Of all lines, and twice those between the ends that both share.
    if (std::max(old_.flags.capacity(), slots_.capacity() / 2) > lines_to_keep_memory_for)
        *this = {};
    changes_.clear();
    old_.text = old_.own = old_text;
    new_.text = new_.own = new_text;
    cut_common_lines(old_.own, new_.own);
    if (old_.own.empty() && new_.own.empty())
        return changes_;
    const auto all_differ = [&]() -> std::span<const Change> {
        changes_.push_back({old_.own, new_.own, lines_in(old_.own), lines_in(new_.own)});
        return changes_;
    };
    if (old_.own.empty() || new_.own.empty())
        return all_differ();

    for (Side* const side : {&old_, &new_}) {
        side->starts.clear();
        for (std::size_t start = 0; start < side->own.size(); start = line_end(side->own, start))
            side->starts.push_back(static_cast<std::uint32_t>(start));
    }
    classes_.clear();
    lengths_ = 0;
    slots_.assign(std::bit_ceil(2 * (old_.starts.size() + new_.starts.size())), 0);
    classify(old_, &LineClass::in_old);
    classify(new_, &LineClass::in_new);
    if (!share_a_line())
        return all_differ();

    const auto head = static_cast<std::size_t>(old_.own.data() - old_text.data());
    count_outside(old_text.substr(0, head), head_starts_);
    count_outside(old_text.substr(head + old_.own.size()), tail_starts_);
    changes_begin_ = std::ssize(head_starts_);
    for (Side* const side : {&old_, &new_}) {
        side->changes_end = changes_begin_ + std::ssize(side->starts);
        side->lines = side->changes_end + std::ssize(tail_starts_);
        side->flags.assign(static_cast<std::size_t>(side->lines) + 2, 0);
    }
    drop_hopeless(old_, &LineClass::in_new);
    drop_hopeless(new_, &LineClass::in_old);

    const auto old_kept = std::ssize(old_.kept), new_kept = std::ssize(new_.kept);
    const auto diagonals = old_kept + new_kept + 3;
    reach_.resize(2 * static_cast<std::size_t>(diagonals) + 2);
    forward_ = reach_.data() + new_kept + 1;
    backward_ = forward_ + diagonals;
    most_cost_ = std::max(bogosqrt(diagonals), max_cost_min);
    compare_kept({0, old_kept, 0, new_kept}, false);
    compact(old_, new_);
    compact(new_, old_);
    collect();
    return changes_;
}

} // namespace mw::git
