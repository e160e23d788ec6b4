#pragma once

#include "store/model/records.h"

#include <QObject>
#include <QTimer>

namespace mw::ui {

/// Says that a commit was read once it has been on screen for a moment, while it is turned on. GUI
/// thread.
class ReadMarker : public QObject {
    Q_OBJECT

public:
    explicit ReadMarker(QObject* parent = nullptr);

    void setActive(bool active);
    void commitShown(const store::CommitRow& row);
    void commitLeft();

signals:
    void read(const QString& oid);

private:
    QTimer timer_;
    QString oid_; ///< what is on screen and unread; empty for nothing
    bool active_ = false;
};

} // namespace mw::ui
