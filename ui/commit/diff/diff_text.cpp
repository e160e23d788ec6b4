#include "commit/diff/diff_text.h"

#include "base/visible_text.h"
#include "commit/diff/c_lexer.h"
#include "text/format.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

// Where a hunk begins within a C comment cannot be read off its lines alone. Cases, for each side
// (context and removed lines; context and added lines), by what comes first:
//   "*/"                                 it began within a comment
//   "/*"                                 it did not
//   neither, first line starts with "*"  within: the inside of a long comment, as the kernel
//                                        writes them
//   neither                              outside

namespace mw::ui {

namespace {

constexpr qsizetype longestLine = 2000;
struct VisibleLine {
    QString text;
    std::vector<TextRange> marks{}; ///< of what would not be seen
};

/// Lines of a megabyte would take seconds to lay out, and nobody reads them to their end.
VisibleLine visibleLine(const std::string& utf8) {
    QString cut = toQString(utf8);
    if (cut.size() > longestLine)
        cut = cut.left(longestLine) + QStringLiteral("…");
    const std::string bytes = cut.toStdString();
    const std::string_view whole = bytes;
    VisibleLine line;
    std::size_t done = 0;
    while (const auto found = base::next_invisible(whole, done)) {
        line.text += toQString(whole.substr(done, found->at - done));
        const QString mark = shownText(whole.substr(found->at, found->length));
        line.marks.push_back({static_cast<int>(line.text.size()), static_cast<int>(mark.size())});
        line.text += mark;
        done = found->at + found->length;
    }
    line.text += toQString(whole.substr(done));
    return line;
}

DiffLine::Kind kindOf(char origin) {
    switch (origin) {
    case '+':
        return DiffLine::Kind::Added;
    case '-':
        return DiffLine::Kind::Removed;
    case '\\':
        return DiffLine::Kind::Remark;
    default:
        return DiffLine::Kind::Context;
    }
}

bool isOnSide(DiffLine::Kind kind, bool newSide) {
    return kind == DiffLine::Kind::Context ||
           kind == (newSide ? DiffLine::Kind::Added : DiffLine::Kind::Removed);
}

bool beginsInComment(const git::PatchHunk& hunk, bool newSide) {
    std::optional<bool> starred;
    for (const git::PatchLine& line : hunk.lines) {
        if (!isOnSide(kindOf(line.origin), newSide))
            continue;
        const auto open = line.text.find("/*"), close = line.text.find("*/");
        if (open != close)
            return close < open;
        if (!starred) {
            const auto first = line.text.find_first_not_of(" \t");
            starred = first != std::string::npos && line.text[first] == '*';
        }
    }
    return starred.value_or(false);
}

class Layout {
public:
    explicit Layout(const git::FilePatch& patch) { diff_.isC = isCSource(toQString(patch.path)); }

    void add(const git::PatchHunk& hunk) {
        append(visibleLine(hunk.header).text, {DiffLine::Kind::Hunk, false, 0, 0});
        if (diff_.isC)
            inComment_ = {beginsInComment(hunk, false), beginsInComment(hunk, true)};
        for (const git::PatchLine& line : hunk.lines)
            add(line);
    }

    DiffText take() {
        markChanges();
        return std::move(diff_);
    }

private:
    void add(const git::PatchLine& line) {
        VisibleLine shown = visibleLine(line.text);
        DiffLine entry{kindOf(line.origin), false, line.old_number, line.new_number};
        if (diff_.isC)
            entry.inComment = followComments(shown.text, entry.kind);
        for (TextRange& mark : shown.marks)
            ++mark.start; // behind the sign
        entry.marks = std::move(shown.marks);
        append(QLatin1Char(line.origin) + shown.text, entry);
    }

    /// Whether the line begins in a comment; goes on to the next line of the sides that have it.
    bool followComments(const QString& text, DiffLine::Kind kind) {
        const bool begins = inComment_[isOnSide(kind, true) ? 1 : 0];
        for (const bool newSide : {false, true}) {
            if (!isOnSide(kind, newSide))
                continue;
            spans_.clear();
            inComment_[newSide] = lexCLine(text, inComment_[newSide], spans_);
        }
        return begins;
    }

    void append(const QString& text, const DiffLine& line) {
        if (!diff_.lines.empty())
            diff_.text += QLatin1Char('\n');
        starts_.push_back(diff_.text.size());
        diff_.text += text;
        diff_.lines.push_back(line);
    }

    QStringView textOf(std::size_t line) const {
        const qsizetype end = line + 1 < starts_.size() ? starts_[line + 1] - 1 : diff_.text.size();
        return QStringView(diff_.text).mid(starts_[line], end - starts_[line]);
    }

    std::size_t endOfRun(std::size_t line, DiffLine::Kind kind) const {
        while (line < diff_.lines.size() && diff_.lines[line].kind == kind)
            ++line;
        return line;
    }

    /// As many lines behind as many others are taken for the same lines, changed; of runs that
    /// differ in length, lines that look alike, in their order.
    void markChanges() {
        for (std::size_t removed = 0; removed < diff_.lines.size(); ++removed) {
            const std::size_t added = endOfRun(removed, DiffLine::Kind::Removed);
            if (added == removed)
                continue;
            const std::size_t end = endOfRun(added, DiffLine::Kind::Added);
            if (end - added == added - removed)
                for (std::size_t line = removed; line < added; ++line)
                    markChange(line, line + (added - removed));
            else if ((end - added) * (added - removed) <= mostPairs)
                markAlike(removed, added, end);
            removed = end - 1;
        }
    }

    void markAlike(std::size_t removed, std::size_t added, std::size_t end) {
        std::size_t next = added;
        for (std::size_t line = removed; line < added; ++line) {
            double best = leastAlike;
            std::size_t partner = end;
            for (std::size_t other = next; other < end; ++other) {
                const double alike = alikeness(textOf(line).mid(1), textOf(other).mid(1));
                if (alike > best) {
                    best = alike;
                    partner = other;
                }
            }
            if (partner == end)
                continue;
            markChange(line, partner);
            next = partner + 1;
        }
    }

    void markChange(std::size_t oldLine, std::size_t newLine) {
        LineChanges changes = changedWords(textOf(oldLine).mid(1), textOf(newLine).mid(1));
        for (std::vector<TextRange>* const ranges : {&changes.before, &changes.after})
            for (TextRange& range : *ranges)
                ++range.start; // behind the sign
        diff_.lines[oldLine].changed = std::move(changes.before);
        diff_.lines[newLine].changed = std::move(changes.after);
    }

    static constexpr std::size_t mostPairs = 2500;
    static constexpr double leastAlike = 0.5;

    DiffText diff_;
    std::vector<qsizetype> starts_;   ///< of the lines, in the text
    std::array<bool, 2> inComment_{}; ///< old side, new side
    std::vector<CSpan> spans_;
};

} // namespace

DiffText layOutDiff(const git::FilePatch& patch) {
    Layout layout(patch);
    for (const git::PatchHunk& hunk : patch.hunks)
        layout.add(hunk);
    return layout.take();
}

} // namespace mw::ui
