#include "annotations/read_marker.h"

#include "text/format.h"

namespace mw::ui {

namespace {

constexpr int readAfterMilliseconds = 1500;

} // namespace

ReadMarker::ReadMarker(QObject* parent) : QObject(parent) {
    timer_.setSingleShot(true);
    timer_.setInterval(readAfterMilliseconds);
    connect(&timer_, &QTimer::timeout, this, [this] { emit read(oid_); });
}

void ReadMarker::setActive(bool active) {
    active_ = active;
    if (!active)
        timer_.stop();
    else if (!oid_.isEmpty())
        timer_.start();
}

void ReadMarker::commitShown(const store::CommitRow& row) {
    const bool unread = !row.personal || !row.personal->read_at;
    const QString oid = unread ? toQString(row.oid) : QString();
    // The same commit read again, because somebody marked it, does not start anew.
    if (oid == oid_ && !oid.isEmpty())
        return;
    commitLeft();
    oid_ = oid;
    if (active_ && !oid.isEmpty())
        timer_.start();
}

void ReadMarker::commitLeft() {
    timer_.stop();
    oid_.clear();
}

} // namespace mw::ui
