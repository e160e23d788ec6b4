#pragma once

#include "git/diff/diff_settings.h"
#include "git/diff/line_diff.h"
#include "git/objects/repository.h"
#include "git/objects/tree_compare.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace mw::git {

struct LineCount {
    std::int64_t insertions = 0, deletions = 0;
    bool binary = false;          ///< numstat's "-": by attributes or content of either side
    Unread unread = Unread::none; ///< why there are no figures
    ObjectId unread_blob{};       ///< which side's contents are not to be had
};

/// Files above it are not compared; git takes them for binary (core.bigFileThreshold).
inline constexpr std::size_t largest_compared = std::size_t{512} << 20;

/// Sees both versions of a text whose lines are counted; empty where there is no such file. The
/// views live during the call.
using TextVisitor = std::function<void(std::string_view old_text, std::string_view new_text)>;

/// Sees the lines that are counted: whole ones that stand together in the old text (removed) or the
/// new one (added), in ascending order for each. Both are views that live as long as the counting
/// of one change, of the same text throughout. Where lines stand among others like them it may be a
/// neighbour of the same words that git shows as the changed one (LineDiff).
using LineVisitor = std::function<void(bool added, std::string_view text, std::string_view lines)>;

/// Lines that changes added and removed, as `git log --numstat --no-renames` counts them (git's
/// default diff algorithm). One thread.
class LineCounter {
public:
    /// A blob of more than largest bytes gives no figures. The repository must outlive this.
    explicit LineCounter(const Repository& repository, std::size_t largest = largest_compared)
        : repository_(repository), largest_(largest) {}

    /// settings: of its two sides. A blob that cannot be read, or is too large, gives no figures
    /// and the reason. texts, lines: may be empty; not called for binary files and submodules.
    /// Throws Stopped.
    LineCount count(const TreeChange& change, const ChangeSettings& settings = {},
                    const TextVisitor& texts = {}, const LineVisitor& lines = {});

private:
    const Repository& repository_;
    std::size_t largest_;
    LineDiff diff_;
};

} // namespace mw::git
