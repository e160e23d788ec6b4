#pragma once

#include "commit/diff/diff_highlighter.h"
#include "commit/diff/diff_text.h"

#include <QMenu>
#include <QPlainTextEdit>

namespace mw::ui {

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
};

} // namespace mw::ui
