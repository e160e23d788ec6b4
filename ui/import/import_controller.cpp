#include "import/import_controller.h"

#include "core/background.h"
#include "git/fetch_consent.h"
#include "text/engine_text.h"
#include "text/format.h"

#include <QScopeGuard>

#include <filesystem>
#include <malloc.h>
#include <utility>

namespace mw::ui {

ImportController::ImportController(QString database, QObject* parent)
    : QObject(parent), database_(std::move(database)) {}

ImportController::~ImportController() {
    // Joined here, while there still is an object that the thread may post to.
    thread_.request_stop();
    if (thread_.joinable())
        thread_.join();
}

void ImportController::start(importer::ImportRequest request) {
    request.database = std::filesystem::path(database_.toStdU16String());
    run([request](const importer::ImportEvents& events, std::stop_token stop) {
        // Asked once for each clone.
        if (request.fetch)
            git::remember_consent(git::Repository(request.repository));
        return importer::run_import(request, events, std::move(stop));
    });
}

void ImportController::resumeLines(const QString& releaseName) {
    const auto database = std::filesystem::path(database_.toStdU16String());
    run([database, name = releaseName.toStdString()](const importer::ImportEvents& events,
                                                     std::stop_token stop) {
        return importer::resume_lines(database, name, events, std::move(stop));
    });
}

void ImportController::cancel() {
    thread_.request_stop();
}

importer::ImportEvents ImportController::events() {
    importer::ImportEvents events;
    events.progress = [this](const importer::Progress& report) {
        QMetaObject::invokeMethod(
            this, [this, report] { emit progress(report); }, Qt::QueuedConnection);
    };
    events.browsable = [this](const store::Release& release) {
        QMetaObject::invokeMethod(
            this, [this, release] { emit browsable(release); }, Qt::QueuedConnection);
    };
    return events;
}

template <typename Report>
void ImportController::reportEnd(Report report) {
    QMetaObject::invokeMethod(
        this,
        [this, report] {
            thread_.join();
            running_ = false;
            report();
        },
        Qt::QueuedConnection);
}

void ImportController::run(Work work) {
    if (running_)
        return;
    running_ = true;
    emit started();
    thread_ = std::jthread([this, work = std::move(work)](std::stop_token stop) {
        yieldToTheWindow();
        const auto imported = [&] {
            // Before the end is told: the GUI thread then waits for this one.
            const auto trimmed = qScopeGuard([] { malloc_trim(0); });
            return work(events(), std::move(stop));
        };
        try {
            reportEnd([this, release = imported()] { emit finished(release); });
        } catch (const importer::Cancelled&) {
            reportEnd([this] { emit cancelled(); });
        } catch (const std::exception& error) {
            reportEnd([this, sentence = errorText(error)] { emit failed(sentence); });
        }
    });
}

} // namespace mw::ui
