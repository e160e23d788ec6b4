#pragma once

#include "commit/diff_view.h"
#include "commit/side_by_side.h"

#include <QSplitter>

namespace mw::ui {

/// What a file was at the left and what it became at the right; the two scroll as one. GUI thread.
class SideBySideView : public QSplitter {
    Q_OBJECT

public:
    explicit SideBySideView(QWidget* parent = nullptr);

    /// keepPlace: it is a longer part of the same diff.
    void setDiff(SideBySide diff, bool keepPlace);
    void clear();

private:
    void tie(QScrollBar* (QAbstractScrollArea::*bar)() const);

    DiffView* before_;
    DiffView* after_;
};

} // namespace mw::ui
