#pragma once

#include "store/model/records.h"

#include <QWidget>

class QToolButton;

namespace mw::ui {

/// What stands out about a commit, one badge for each: new hardware, a section of one's own choice,
/// colour, bookmark, note. A badge is a button that leads to more of it; the bar is hidden where
/// there is none. GUI thread.
class BadgeBar : public QWidget {
    Q_OBJECT

public:
    explicit BadgeBar(QWidget* parent = nullptr);

    void showCommit(const store::CommitRow& row);

signals:
    void newHardwareClicked();
    void starClicked();
    void ownPlaceClicked();
    /// Color or bookmark.
    void markClicked();
    void noteClicked();

private:
    void showBadge(QToolButton* badge, const QString& text, const QIcon& icon, bool visible);

    QToolButton* hardware_ = nullptr;
    QToolButton* star_ = nullptr;
    QToolButton* place_ = nullptr;
    QToolButton* color_ = nullptr;
    QToolButton* bookmark_ = nullptr;
    QToolButton* note_ = nullptr;
};

} // namespace mw::ui
