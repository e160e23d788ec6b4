#pragma once

#include "changesets/marks_painter.h"
#include "painting/tall_row_delegate.h"

namespace mw::ui {

/// Draws the marks in one column of a list, from what the model gives in two roles. GUI thread.
class MarksDelegate : public TallRowDelegate {
    Q_OBJECT

public:
    MarksDelegate(int column, int marksRole, int colourRole, QObject* parent)
        : TallRowDelegate(parent), column_(column), marksRole_(marksRole), colorRole_(colourRole) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        TallRowDelegate::paint(painter, option, index);
        if (index.column() == column_)
            paintMarks(painter, option, RowMarks(index.data(marksRole_).toInt()),
                       index.data(colorRole_).toInt());
    }

private:
    const int column_, marksRole_, colorRole_;
};

} // namespace mw::ui
