#include "document/document_service.h"

namespace mw::ui {

DocumentService::DocumentService(const QString& database, QObject* parent) : QObject(parent) {
    for (Side& where : sides_) {
        where.engine = std::make_unique<DocumentEngine>(database);
        where.worker = new QObject;
        where.worker->moveToThread(&where.thread);
        connect(&where.thread, &QThread::finished, where.worker, &QObject::deleteLater);
        where.thread.start();
    }
    side(Lane::Pages).thread.setObjectName(QStringLiteral("documents"));
    side(Lane::Jobs).thread.setObjectName(QStringLiteral("document jobs"));
}

DocumentService::~DocumentService() {
    for (Side& where : sides_) {
        where.stop.request_stop();
        where.thread.quit();
    }
    for (Side& where : sides_)
        where.thread.wait();
}

void DocumentService::cancel(Lane lane) {
    side(lane).stop.request_stop();
    side(lane).stop = {};
}

void DocumentService::forgetIds() {
    for (Side& where : sides_)
        QMetaObject::invokeMethod(
            where.worker, [engine = where.engine.get()] { engine->forgetIds(); },
            Qt::QueuedConnection);
}

} // namespace mw::ui
