#pragma once

#include "commit/diff/diff_view.h"
#include "commit/diff/side_by_side.h"

#include <QSplitter>

namespace mw::ui {

/// What a file was at the left and what it became at the right; the two scroll as one. GUI thread.
class SideBySideView : public QSplitter {
    Q_OBJECT

public:
    explicit SideBySideView(QWidget* parent = nullptr);

    DiffView& before() const { return *before_; }
    DiffView& after() const { return *after_; }

    /// keepPlace: it is a longer part of the same diff.
    void setDiff(SideBySide diff, bool keepPlace);
    void clear();
    void showBlanks(bool show);
    bool goToChange(bool forward);
    void setMarks(const SharedCodeMarks& marks);
    /// Line by line, in each the old side first; the focus goes with it from side to side.
    bool goToMark(MarkStep step);
    /// The side with the focus; the new one where neither has it.
    DiffView& current() const { return before_->hasFocus() ? *before_ : *after_; }

private:
    void tie(QScrollBar* (QAbstractScrollArea::*bar)() const);
    void follow(DiffView* leader, DiffView* other);

    DiffView* before_;
    DiffView* after_;
    DiffView* marked_ = nullptr; ///< where the last mark is that was gone to
    bool filling_ = false;
};

} // namespace mw::ui
