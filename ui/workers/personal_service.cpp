#include "workers/personal_service.h"

#include <QCoreApplication>

#include <utility>

namespace mw::ui {

PersonalService::PersonalService(const QString& database, QObject* parent)
    : QObject(parent), worker_(new PersonalWorker(database)) {
    thread_.setObjectName(QStringLiteral("personal"));
    worker_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    connect(worker_, &PersonalWorker::applied, this, &PersonalService::applied);
    connect(worker_, &PersonalWorker::refused, this, &PersonalService::refused);
    connect(worker_, &PersonalWorker::marksLoaded, this, &PersonalService::marks);
    connect(worker_, &PersonalWorker::sorted, this, &PersonalService::sorted);
    connect(worker_, &PersonalWorker::rulesMistaken, this, &PersonalService::rulesMistaken);
    connect(worker_, &PersonalWorker::choicesRead, this, &PersonalService::choicesRead);
    connect(worker_, &PersonalWorker::choicesWritten, this, &PersonalService::choicesWritten);
    connect(worker_, &PersonalWorker::failed, this, &PersonalService::failed);
    thread_.start();
}

PersonalService::~PersonalService() {
    // QThread::quit() overtakes what waits in the queue.
    QMetaObject::invokeMethod(
        worker_, [] {}, Qt::BlockingQueuedConnection);
    thread_.quit();
    thread_.wait();
}

template <typename Work>
void PersonalService::post(Work work) {
    QMetaObject::invokeMethod(worker_, std::move(work), Qt::QueuedConnection);
}

void PersonalService::apply(const PersonalChangePtr& change, ChangeStep step) {
    post([worker = worker_, change, step] { worker->apply(change, step); });
}

void PersonalService::requestMarks() {
    post([worker = worker_] { worker->loadMarks(); });
}

void PersonalService::sortAnew() {
    post([worker = worker_] { worker->sortAnew(); });
}

void PersonalService::readChoices(const QString& file) {
    post([worker = worker_, file] { worker->readChoices(file); });
}

void PersonalService::writeChoices(const QString& file) {
    post([worker = worker_, file] { worker->writeChoices(file); });
}

void PersonalService::settle() {
    QMetaObject::invokeMethod(
        worker_, [] {}, Qt::BlockingQueuedConnection);
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
}

} // namespace mw::ui
