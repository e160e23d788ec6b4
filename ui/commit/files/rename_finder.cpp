#include "commit/files/rename_finder.h"

#include <filesystem>
#include <utility>

namespace mw::ui {

/// Keeps open the clone that was asked for last.
struct RenameFinder::Engine {
    git::Renames find(const RenameQuestion& question, const std::stop_token& stop) {
        if (!reader || clone != question.clone) {
            reader.reset();
            reader.emplace(std::filesystem::path(question.clone.toStdU16String()));
            clone = question.clone;
        }
        return reader->renames(question.commit.toStdString(), question.deleted, question.added, {},
                               stop);
    }

    QString clone;
    std::optional<git::PatchReader> reader;
};

RenameFinder::RenameFinder(QObject* parent) : QObject(parent) {}
RenameFinder::~RenameFinder() = default;

void RenameFinder::find(RenameQuestion question) {
    if (!thread_)
        thread_ = std::make_unique<WorkThread<Engine>>(QStringLiteral("renames"));
    thread_->cancel();
    thread_->run(
        this,
        [question = std::move(question)](Engine& engine, const std::stop_token& stop) {
            return engine.find(question, stop);
        },
        [this](const git::Renames& renames) { emit found(renames); },
        [this](const std::exception&) { emit failed(); });
}

void RenameFinder::stop() {
    if (thread_)
        thread_->cancel();
}

} // namespace mw::ui
