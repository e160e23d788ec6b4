#pragma once

#include "commit/diff/diff_highlighter.h"
#include "commit/diff/diff_text.h"

#include <QMenu>
#include <QPlainTextEdit>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace mw::store {
class CodeMarks;
}

namespace mw::ui {

/// Null: nothing is searched for in lines.
using SharedCodeMarks = std::shared_ptr<const store::CodeMarks>;

/// From one mark of a diff to another.
enum class MarkStep { First, Next, Previous, Last };

/// A diff to be read: lines tinted by what happened to them, C coloured, numbers in the margin.
/// Owns the diff it shows. GUI thread.
class DiffView : public QPlainTextEdit {
    Q_OBJECT

public:
    /// Which sides' numbers stand in the margin.
    enum class Numbers { Both, Old, New };

    explicit DiffView(QWidget* parent = nullptr) : DiffView(Numbers::Both, parent) {}
    explicit DiffView(Numbers numbers, QWidget* parent = nullptr);
    ~DiffView() override;

    /// A line and the place in it, from 0.
    struct Place {
        int line = 0, column = 0;
        bool operator<(const Place& other) const {
            return line < other.line || (line == other.line && column < other.column);
        }
    };

    /// What is searched for in changed lines is marked from now on. Of a hunk's head it is not
    /// where numbers of the old file alone are shown: the other side has it too.
    void setMarks(SharedCodeMarks marks);
    /// The first mark behind a place, or the last one before it; nothing where there is none.
    std::optional<Place> markBeyond(Place place, bool forward) const;
    /// Brings a mark into view, with the cursor at its start; false where there is none.
    bool goToMark(MarkStep step);
    void goToMark(Place mark);
    /// Where the cursor is.
    Place place() const;
    /// The line with the cursor; null where there is none.
    const DiffLine* currentLine() const;

    /// Tabs and blanks as signs.
    void showBlanks(bool show);
    /// Brings the next change, or the one before, into view; false where there is none.
    bool goToChange(bool forward);

    /// keepPlace: it is a longer part of the same diff, or the same with other lines around.
    void setDiff(DiffText diff, bool keepPlace);
    const DiffText& diff() const { return diff_; }

signals:
    /// The context menu of a line, on which the cursor is, before it is seen: others add to it.
    void menuOpened(QMenu* menu);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    class Gutter;

    void applyFont();
    void applyPalette();
    void placeGutter();
    void paintGutter(QPainter& painter, const QRect& dirty) const;
    /// Calls with the line and its rectangle over the viewport's whole width, for those on screen.
    template <typename Visit>
    void forVisibleLines(const QRect& dirty, Visit visit) const;
    void colorVisibleLines();
    void findMarks();
    void showMarks();
    int numberWidth() const;
    /// The number of the first line of the file from that line of the diff on, and the way back.
    int numberAt(int line) const;
    int lineOf(int number) const;

    const Numbers numbers_;
    DiffText diff_;
    DiffColors colors_;
    DiffHighlighter highlighter_;
    Gutter* gutter_ = nullptr;
    int digits_ = 1;
    struct Mark {
        int begin = 0, end = 0; ///< in the text
        Place place;
    };
    SharedCodeMarks marks_;
    std::vector<Mark> markedAt_;     ///< in the order of the text
    std::pair<int, int> shownMarks_; ///< which of them have their colour: those on screen
};

} // namespace mw::ui
