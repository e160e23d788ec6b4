#include "workers/annotation_service.h"

#include <QCoreApplication>

#include <utility>

namespace mw::ui {

AnnotationService::AnnotationService(const QString& database, QObject* parent)
    : QObject(parent), worker_(new AnnotationWorker(database)) {
    thread_.setObjectName(QStringLiteral("personal"));
    worker_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    connect(worker_, &AnnotationWorker::applied, this, &AnnotationService::applied);
    connect(worker_, &AnnotationWorker::refused, this, &AnnotationService::refused);
    connect(worker_, &AnnotationWorker::marksLoaded, this, &AnnotationService::marks);
    connect(worker_, &AnnotationWorker::sorted, this, &AnnotationService::sorted);
    connect(worker_, &AnnotationWorker::rulesMistaken, this, &AnnotationService::rulesMistaken);
    connect(worker_, &AnnotationWorker::choicesRead, this, &AnnotationService::choicesRead);
    connect(worker_, &AnnotationWorker::choicesWritten, this, &AnnotationService::choicesWritten);
    connect(worker_, &AnnotationWorker::failed, this, &AnnotationService::failed);
    thread_.start();
}

AnnotationService::~AnnotationService() {
    // QThread::quit() overtakes what waits in the queue.
    QMetaObject::invokeMethod(
        worker_, [] {}, Qt::BlockingQueuedConnection);
    thread_.quit();
    thread_.wait();
}

template <typename Work>
void AnnotationService::post(Work work) {
    QMetaObject::invokeMethod(worker_, std::move(work), Qt::QueuedConnection);
}

void AnnotationService::apply(const PersonalChangePtr& change, ChangeStep step) {
    post([worker = worker_, change, step] { worker->apply(change, step); });
}

void AnnotationService::requestMarks() {
    post([worker = worker_] { worker->loadMarks(); });
}

void AnnotationService::sortAnew() {
    post([worker = worker_] { worker->sortAnew(); });
}

void AnnotationService::readSectionOverrides(const QString& file) {
    post([worker = worker_, file] { worker->readSectionOverrides(file); });
}

void AnnotationService::writeSectionOverrides(const QString& file) {
    post([worker = worker_, file] { worker->writeSectionOverrides(file); });
}

void AnnotationService::settle() {
    QMetaObject::invokeMethod(
        worker_, [] {}, Qt::BlockingQueuedConnection);
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
}

} // namespace mw::ui
