#pragma once

#include "session/open_request.h"

#include <QLocalServer>
#include <QObject>

namespace mw::ui {

/// One window for each person and database: the first process serves, a later one hands over what
/// it was asked for and ends. Which is first, a lock says that the kernel takes back when its
/// process ends in whatever way, so that a socket which a dead one left is known for what it is.
/// Owns lock and socket, which lie in the folder that is the person's own. GUI thread.
class SingleInstance : public QObject {
    Q_OBJECT

public:
    /// database: a whole path; the file need not be there yet.
    explicit SingleInstance(const QString& database, QObject* parent = nullptr);
    ~SingleInstance() override;

    /// Whether this process is the one that serves; it listens as soon as its event loop runs, so
    /// that a start does not wait for it. True as well where no lock can be had: two windows are
    /// better than none.
    bool claim();
    /// Gives the request to the process that serves, and waits until it was taken. False where
    /// there is none, or where it does not answer within the time.
    bool handOver(const OpenRequest& request, int milliseconds = 5000) const;

signals:
    void requested(const mw::ui::OpenRequest& request);

private:
    void listen();
    void onConnection();

    QString name_; ///< of the socket: a whole path
    int lock_ = -1;
    QLocalServer server_;
};

} // namespace mw::ui
