#include "import/import_controller.h"

#include "core/background.h"
#include "git/objects/fetch_consent.h"
#include "importer/code_import.h"
#include "text/engine_text.h"
#include "text/format.h"

#include <QScopeGuard>

#include <filesystem>
#include <malloc.h>
#include <utility>

namespace mw::ui {

ImportController::ImportController(QString database, QObject* parent)
    : QObject(parent), database_(std::move(database)) {}

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

void ImportController::refresh(const QString& releaseName) {
    const auto database = std::filesystem::path(database_.toStdU16String());
    run([this, database, name = releaseName.toStdString(), tell = thread_.reporter(this)](
            const importer::ImportEvents& events, std::stop_token stop) {
        auto refreshed = importer::refresh_release(database, name, events, std::move(stop));
        auto release = refreshed.release;
        tell([this, refreshed = std::move(refreshed)] { refreshed_ = refreshed; });
        return release;
    });
}

void ImportController::indexCode(const QString& releaseName) {
    const auto database = std::filesystem::path(database_.toStdU16String());
    run([database, name = releaseName.toStdString()](const importer::ImportEvents& events,
                                                     const std::stop_token& stop) {
        return importer::index_code(database, name, events, stop);
    });
}

void ImportController::cancel() {
    thread_.cancel();
}

importer::ImportEvents ImportController::events() {
    importer::ImportEvents events;
    const auto tell = thread_.reporter(this);
    events.progress = [this, tell](const importer::Progress& report) {
        tell([this, report] { emit progress(report); });
    };
    events.browsable = [this, tell](const store::Release& release) {
        tell([this, release] { emit browsable(release); });
    };
    return events;
}

void ImportController::run(Work work) {
    if (running_)
        return;
    running_ = true;
    refreshed_.reset();
    emit started();
    thread_.runToEnd(
        this,
        [work = std::move(work), events = events()](Engine&, std::stop_token stop) {
            yieldToTheWindow();
            // Before the end is told: nobody takes memory of this thread then.
            const auto trimmed = qScopeGuard([] { malloc_trim(0); });
            return work(events, std::move(stop));
        },
        [this](const store::Release& release) {
            running_ = false;
            emit finished(release);
        },
        [this](const std::exception& error) { tellFailure(error); });
}

void ImportController::tellFailure(const std::exception& error) {
    running_ = false;
    if (dynamic_cast<const importer::Cancelled*>(&error) != nullptr)
        emit cancelled();
    else
        emit failed(errorText(error));
}

} // namespace mw::ui
