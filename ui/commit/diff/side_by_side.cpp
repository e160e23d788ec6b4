#include "commit/diff/side_by_side.h"

#include <algorithm>
#include <utility>

// Cases, by what a line of the diff is:
//   hunk, context          stands on both sides
//   removed, added         on its side; a run of removed lines and the added ones behind it begin
//   on
//                          the same line, and the shorter of the two is filled up to the longer
//   remark                 on the side of the line that it follows: "\ No newline at end of file"

namespace mw::ui {

namespace {

using Kind = DiffLine::Kind;

class Sides {
public:
    explicit Sides(const DiffText& diff) {
        both_.before.isC = both_.after.isC = diff.isC;
        both_.before.lines.reserve(diff.lines.size());
        both_.after.lines.reserve(diff.lines.size());
    }

    void add(QStringView text, const DiffLine& line) {
        const Kind side = line.kind == Kind::Remark ? last_ : line.kind;
        if (side == Kind::Added) {
            append(both_.after, text, line);
        } else if (side == Kind::Removed) {
            // Behind added lines another change begins.
            if (last_ == Kind::Added)
                fillUp();
            append(both_.before, text, line);
        } else {
            fillUp();
            append(both_.before, text, line);
            append(both_.after, text, line);
        }
        last_ = side;
    }

    SideBySide take() {
        fillUp();
        return std::move(both_);
    }

private:
    void fillUp() {
        const std::size_t height = std::max(both_.before.lines.size(), both_.after.lines.size());
        for (DiffText* const side : {&both_.before, &both_.after})
            while (side->lines.size() < height)
                append(*side, {}, {Kind::Filler});
    }

    static void append(DiffText& side, QStringView text, const DiffLine& line) {
        if (!side.lines.empty())
            side.text += QLatin1Char('\n');
        side.text += text;
        side.lines.push_back(line);
    }

    SideBySide both_;
    Kind last_ = Kind::Context;
};

} // namespace

SideBySide sideBySide(const DiffText& diff) {
    Sides sides(diff);
    qsizetype at = 0;
    for (const DiffLine& line : diff.lines) {
        qsizetype end = diff.text.indexOf(QLatin1Char('\n'), at);
        if (end < 0)
            end = diff.text.size();
        sides.add(QStringView(diff.text).mid(at, end - at), line);
        at = end + 1;
    }
    return sides.take();
}

} // namespace mw::ui
