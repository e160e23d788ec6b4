#include "application/single_instance.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace mw::ui {

namespace {

/// Far more than any command line; a process that sends more is none of ours.
constexpr quint32 largestRequest = 8 << 20;
constexpr char takenAnswer = '+';
/// sockaddr_un has room for so much, and Qt needs some of it while it makes a socket.
constexpr qsizetype longestName = 90;
constexpr unsigned long connectRetryMilliseconds = 20;

/// The same file by another name is the same database.
QString canonicalDatabase(const QString& database) {
    const QFileInfo info(database);
    if (const QString whole = info.canonicalFilePath(); !whole.isEmpty())
        return whole;
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? info.absoluteFilePath() : folder + QLatin1Char('/') + info.fileName();
}

QString socketName(const QString& database) {
    const QByteArray digest =
        QCryptographicHash::hash(canonicalDatabase(database).toUtf8(), QCryptographicHash::Sha256);
    const QString name =
        QStringLiteral("mergewindow-%1-%2.socket")
            .arg(QString::number(getuid()), QString::fromLatin1(digest.toHex().left(16)));
    const QString own = qEnvironmentVariable("XDG_RUNTIME_DIR") + QLatin1Char('/') + name;
    if (QDir::isAbsolutePath(own) && QFileInfo(own).dir().exists() && own.size() <= longestName)
        return own;
    return QDir::tempPath() + QLatin1Char('/') + name;
}

/// In a folder that everybody writes to, another person may have taken the name.
bool isOurs(const QString& file) {
    return QFileInfo(file).ownerId() == getuid();
}

} // namespace

SingleInstance::SingleInstance(const QString& database, QObject* parent)
    : QObject(parent), name_(socketName(database)) {
    server_.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&server_, &QLocalServer::newConnection, this, &SingleInstance::onConnection);
}

SingleInstance::~SingleInstance() {
    server_.close();
    if (lock_ >= 0)
        ::close(lock_);
}

bool SingleInstance::claim() {
    const QByteArray file = QFile::encodeName(name_ + QStringLiteral(".lock"));
    lock_ = ::open(file.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (lock_ < 0)
        return true;
    if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
        ::close(lock_);
        lock_ = -1;
        return false;
    }
    QTimer::singleShot(0, this, &SingleInstance::listen);
    return true;
}

void SingleInstance::listen() {
    if (QFile::exists(name_) && isOurs(name_))
        QLocalServer::removeServer(name_); // whoever left it is gone: the lock is ours
    if (!server_.listen(name_))
        qWarning("Merge Window cannot take requests of later starts: %s",
                 qPrintable(server_.errorString()));
}

void SingleInstance::onConnection() {
    while (QLocalSocket* const socket = server_.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        const auto read = [this, socket] {
            QDataStream stream(socket);
            stream.setVersion(QDataStream::Qt_6_0);
            quint32 size = 0;
            if (socket->bytesAvailable() < qint64(sizeof size))
                return;
            stream.startTransaction();
            stream >> size;
            if (size > largestRequest) {
                socket->abort();
                return;
            }
            if (socket->bytesAvailable() < size) {
                stream.rollbackTransaction();
                return;
            }
            const QByteArray bytes = socket->read(size);
            stream.commitTransaction();
            const auto request = OpenRequest::fromBytes(bytes);
            if (!request) {
                socket->abort();
                return;
            }
            socket->write(&takenAnswer, 1);
            socket->flush();
            emit requested(*request);
        };
        connect(socket, &QLocalSocket::readyRead, this, read);
        read();
    }
}

bool SingleInstance::handOver(const OpenRequest& request, int milliseconds) const {
    const QDeadlineTimer deadline(milliseconds);
    const auto left = [&] { return std::max(1, static_cast<int>(deadline.remainingTime())); };
    QLocalSocket socket;
    // A process that has only just started listens in a moment.
    do {
        if (!QFile::exists(name_) || !isOurs(name_)) {
            QThread::msleep(connectRetryMilliseconds);
            continue;
        }
        socket.connectToServer(name_);
        if (socket.waitForConnected(left()))
            break;
        QThread::msleep(connectRetryMilliseconds);
    } while (!deadline.hasExpired());
    if (socket.state() != QLocalSocket::ConnectedState)
        return false;
    const QByteArray bytes = request.toBytes();
    QByteArray size;
    QDataStream(&size, QIODevice::WriteOnly) << static_cast<quint32>(bytes.size());
    socket.write(size + bytes);
    while (socket.bytesToWrite() > 0)
        if (!socket.waitForBytesWritten(left()))
            return false;
    char answer = 0;
    return (socket.bytesAvailable() > 0 || socket.waitForReadyRead(left())) &&
           socket.read(&answer, 1) == 1 && answer == takenAnswer;
}

} // namespace mw::ui
