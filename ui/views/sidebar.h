#pragma once

#include "views/fold.h"

#include <QSplitter>

namespace mw::ui {

/// The window's left side: the ways into a release at its top, pages that fold below. GUI thread.
class Sidebar : public QSplitter {
    Q_OBJECT

public:
    explicit Sidebar(QWidget* parent = nullptr) : QSplitter(Qt::Vertical, parent) {
        setChildrenCollapsible(false);
    }

    /// Takes the content over; it is folded away until a person opens it.
    Fold* addFold(const QString& title, QWidget* content) {
        auto* const fold = new Fold(title, content);
        addWidget(fold);
        setStretchFactor(0, 1);
        return fold;
    }
};

} // namespace mw::ui
