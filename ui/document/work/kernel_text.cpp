#include "document/work/kernel_text.h"

#include <algorithm>
#include <cctype>
#include <vector>

namespace mw::ui {

// reStructuredText, as far as headings go:
//   a line with a row of one punctuation character below it, at least as long as the line
//   the same with an equal row above it: another kind of heading
//   the kind that comes first in a file is level one, the next new one level two, and so on
// A row below a line of less than three characters, or of spaces, is none.

namespace {

constexpr std::size_t deepestHeading = 6;
constexpr std::size_t shortestRule = 3;

struct HeadingKind {
    char mark;
    bool above;

    bool operator==(const HeadingKind&) const = default;
};

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        lines.push_back(line);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

/// The character that the line is a row of; 0 for another line.
char ruleOf(std::string_view line) {
    while (line.ends_with(' '))
        line.remove_suffix(1);
    if (line.size() < shortestRule || !std::ispunct(static_cast<unsigned char>(line.front())))
        return '\0';
    return line.find_first_not_of(line.front()) == std::string_view::npos ? line.front() : '\0';
}

bool isTitle(std::string_view line, std::string_view rule) {
    return !line.empty() && line.front() != ' ' && line.front() != '\t' && ruleOf(line) == '\0' &&
           rule.size() >= std::min<std::size_t>(line.size(), shortestRule + line.size() / 2);
}

/// Longer than any row of backticks in the text.
std::string fenceFor(std::string_view text) {
    std::size_t longest = 2, row = 0;
    for (const char c : text) {
        row = c == '`' ? row + 1 : 0;
        longest = std::max(longest, row);
    }
    return std::string(longest + 1, '`');
}

class KernelText {
public:
    explicit KernelText(std::string_view text) : lines_(linesOf(text)), fence_(fenceFor(text)) {}

    std::string run() {
        for (std::size_t i = 0; i < lines_.size();) {
            const char rule = i + 1 < lines_.size() ? ruleOf(lines_[i + 1]) : char(0);
            const bool above = i + 2 < lines_.size() && ruleOf(lines_[i]) != 0 &&
                               ruleOf(lines_[i]) == ruleOf(lines_[i + 2]);
            if (above && isTitle(trimmed(lines_[i + 1]), lines_[i])) {
                heading(trimmed(lines_[i + 1]), {ruleOf(lines_[i]), true});
                i += 3;
            } else if (rule != 0 && isTitle(lines_[i], lines_[i + 1])) {
                heading(lines_[i], {rule, false});
                i += 2;
            } else {
                plain(lines_[i++]);
            }
        }
        closeFence();
        return std::move(markdown_);
    }

private:
    static std::string_view trimmed(std::string_view line) {
        while (line.starts_with(' '))
            line.remove_prefix(1);
        return line;
    }

    void heading(std::string_view title, HeadingKind kind) {
        closeFence();
        auto found = std::ranges::find(kinds_, kind);
        if (found == kinds_.end())
            found = kinds_.insert(kinds_.end(), kind);
        const auto level = static_cast<std::size_t>(found - kinds_.begin()) + 1;
        markdown_.append(std::min(level, deepestHeading), '#').append(" ");
        for (const char c : title) {
            if (std::ispunct(static_cast<unsigned char>(c)))
                markdown_ += '\\';
            markdown_ += c;
        }
        markdown_ += "\n\n";
    }

    void plain(std::string_view line) {
        if (!inFence_ && line.find_first_not_of(" \t") == std::string_view::npos)
            return;
        if (!inFence_)
            markdown_.append(fence_).append("\n");
        inFence_ = true;
        markdown_.append(line).append("\n");
    }

    void closeFence() {
        if (inFence_)
            markdown_.append(fence_).append("\n\n");
        inFence_ = false;
    }

    std::vector<std::string_view> lines_;
    std::string fence_, markdown_;
    std::vector<HeadingKind> kinds_; ///< in the order in which the file has them
    bool inFence_ = false;
};

} // namespace

std::string markdownOfKernelText(std::string_view text) {
    return KernelText(text).run();
}

} // namespace mw::ui
