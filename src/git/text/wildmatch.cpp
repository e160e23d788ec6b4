#include "git/text/wildmatch.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

// Cases of a star, as dowild() of git's wildmatch.c has them:
//   "*"                         any run of characters without '/'
//   "**" that a slash or the    any run of characters; "**/" stands for no folder as well
//       pattern's start precedes and a slash or its end follows
//   any other run of stars      as one star
//   a set that is never closed, and one with a class that there is not, match nothing

namespace mw::git {

namespace {

using Byte = unsigned char;

bool is_alpha(Byte c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(Byte c) {
    return c >= '0' && c <= '9';
}

/// "[:name:]" of ASCII; nothing for a name that is none.
std::optional<bool> in_class(std::string_view name, Byte c) {
    const bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z';
    const bool graph = c > 0x20 && c < 0x7F;
    if (name == "alnum")
        return is_alpha(c) || is_digit(c);
    if (name == "alpha")
        return is_alpha(c);
    if (name == "blank")
        return c == ' ' || c == '\t';
    if (name == "cntrl")
        return c < 0x20 || c == 0x7F;
    if (name == "digit")
        return is_digit(c);
    if (name == "graph")
        return graph;
    if (name == "lower")
        return lower;
    if (name == "print")
        return graph || c == ' ';
    if (name == "punct")
        return graph && !is_alpha(c) && !is_digit(c);
    if (name == "space")
        return c == ' ' || (c >= '\t' && c <= '\r');
    if (name == "upper")
        return upper;
    if (name == "xdigit")
        return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    return std::nullopt;
}

struct Set {
    std::size_t length = 0; ///< with its brackets; 0: it is none
    bool contains = false;
};

/// The set at the start of a pattern.
Set read_set(std::string_view pattern, Byte c) {
    std::size_t at = 1;
    const auto next = [&] { return at < pattern.size() ? pattern[at] : '\0'; };
    const bool negated = next() == '!' || next() == '^';
    at += negated ? 1 : 0;
    bool found = false;
    Byte previous = 0; ///< what a range may begin with; 0: nothing
    for (bool first = true; first || next() != ']'; first = false) {
        if (at >= pattern.size())
            return {};
        if (pattern.substr(at).starts_with("[:")) {
            const auto end = pattern.find(']', at + 2);
            if (end == std::string_view::npos)
                return {};
            if (pattern[end - 1] == ':' && end - 1 >= at + 2) {
                const auto in = in_class(pattern.substr(at + 2, end - at - 3), c);
                if (!in)
                    return {};
                found = found || *in;
                previous = 0;
                at = end + 1;
                continue;
            }
        }
        const bool range =
            next() == '-' && previous != 0 && at + 1 < pattern.size() && pattern[at + 1] != ']';
        at += range ? 1 : 0;
        if (next() == '\\' && ++at >= pattern.size())
            return {};
        const Byte one = static_cast<Byte>(pattern[at++]);
        found = found || (range ? previous <= c && c <= one : c == one);
        previous = range ? Byte{0} : one;
    }
    return {at + 1, found != negated && c != '/'};
}

class Match {
public:
    Match(std::string_view pattern, std::string_view path)
        : rows_(pattern.size() + 1), columns_(path.size() + 1) {}

    /// first: whether the pattern's start, or a slash, is before it.
    bool match(std::string_view pattern, std::string_view path, bool first) {
        while (!pattern.empty()) {
            const char c = pattern.front();
            if (c == '*')
                return match_star(pattern, path, first);
            if (path.empty())
                return false;
            std::size_t length = 1;
            bool same = false;
            if (c == '?') {
                same = path.front() != '/';
            } else if (c == '[') {
                const auto set = read_set(pattern, static_cast<Byte>(path.front()));
                length = set.length;
                same = set.length != 0 && set.contains;
            } else if (c == '\\') {
                length = 2;
                same = pattern.size() > 1 && pattern[1] == path.front();
            } else {
                same = c == path.front();
            }
            if (!same)
                return false;
            first = c == '/';
            pattern.remove_prefix(length);
            path.remove_prefix(1);
        }
        return path.empty();
    }

private:
    bool match_star(std::string_view pattern, std::string_view path, bool first) {
        const auto stars = std::min(pattern.find_first_not_of('*'), pattern.size());
        pattern.remove_prefix(stars);
        const bool slash = pattern.starts_with('/') || pattern.starts_with("\\/");
        const bool crosses = stars > 1 && first && (pattern.empty() || slash);
        if (crosses && pattern.starts_with('/') && match(pattern.substr(1), path, true))
            return true;
        if (pattern.empty())
            return crosses || path.find('/') == std::string_view::npos;
        if (++depth_ == 2)
            failed_.resize(rows_ * columns_);
        bool found = false;
        for (;;) {
            const auto state = pattern.size() * columns_ + path.size();
            if (failed_.empty() || !failed_[state]) {
                found = match(pattern, path, false);
                if (!found && !failed_.empty())
                    failed_[state] = true;
            }
            if (found || path.empty() || (!crosses && path.front() == '/'))
                break;
            path.remove_prefix(1);
        }
        --depth_;
        return found;
    }

    const std::size_t rows_, columns_;
    int depth_ = 0;
    std::vector<bool> failed_; ///< ends of pattern and path, once there is more than one star
};

} // namespace

bool wildmatch(std::string_view pattern, std::string_view path) {
    return Match(pattern, path).match(pattern, path, true);
}

} // namespace mw::git
