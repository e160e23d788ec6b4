#include "session/open_request.h"

#include <QDataStream>
#include <QIODevice>

namespace mw::ui {

namespace {

/// "MWo" and the version of what follows.
constexpr quint32 requestMagic = 0x4d576f02;

} // namespace

QByteArray OpenRequest::toBytes() const {
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << requestMagic << release << filter << commit << documents << repository
           << configuration << mistake << files << activation;
    return bytes;
}

std::optional<OpenRequest> OpenRequest::fromBytes(const QByteArray& bytes) {
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    quint32 start = 0;
    OpenRequest request;
    stream >> start >> request.release >> request.filter >> request.commit >> request.documents >>
        request.repository >> request.configuration >> request.mistake >> request.files >>
        request.activation;
    if (start != requestMagic || stream.status() != QDataStream::Ok || !stream.atEnd())
        return std::nullopt;
    return request;
}

} // namespace mw::ui
