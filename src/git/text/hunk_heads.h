#pragma once

#include "base/pattern.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mw::git {

/// Which lines of a file name what stands below them ("int f(void)"), for the head of a hunk: the
/// rules that gitattributes(5) names by "diff=cpp" and its like, with the answers of git's
/// userdiff.c. Without a rule a line counts that begins with a letter, '_' or '$', which is right
/// for assembler, Makefiles and Kconfig. Immutable; any thread.
class HunkHeads {
public:
    /// Bytes, as git cuts it (struct func_line of its xemit.c).
    static constexpr std::size_t longest_head = 80;

    /// The rules of a driver that git brings along; the default ones for a name that it does not
    /// know, and for those whose languages no kernel has. Lives for good.
    static const HunkHeads& of_driver(std::string_view name);

    /// Rules as `diff.<name>.xfuncname` writes them: an expression a line, the first that fits
    /// decides, and "!" before one says that the line is none. One that cannot be read makes no
    /// head at all.
    explicit HunkHeads(std::string_view rules, bool ignore_case = false);

    /// What the head says of that line (without its newline); nothing where it names nothing.
    std::optional<std::string_view> head(std::string_view line) const;

private:
    struct Rule {
        base::Pattern pattern;
        bool names = true;
    };

    HunkHeads() = default;

    std::vector<Rule> rules_;
    bool by_default_ = true;
};

/// The heads of one file's hunks, asked for from its start to its end: what is the nearest line
/// above that names something. Each line is looked at once. The text and the rules outlive it.
class HunkHeadFinder {
public:
    HunkHeadFinder(std::string_view text, const HunkHeads& heads);

    /// Of a hunk that begins with this line, counted from 0: at most 80 bytes, as git cuts it;
    /// empty where nothing above names anything. In ascending order.
    std::string_view before(std::size_t line);

private:
    std::string_view line(std::size_t number) const;

    const std::string_view text_;
    const HunkHeads& heads_;
    std::vector<std::size_t> starts_; ///< of the lines
    std::size_t seen_ = 0;            ///< lines that were looked at for an earlier hunk
    std::string_view last_;
};

} // namespace mw::git
