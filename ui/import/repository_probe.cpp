#include "import/repository_probe.h"

#include "git/fetch_consent.h"
#include "git/remote_address.h"
#include "git/repository.h"
#include "text/format.h"

#include <filesystem>
#include <functional>

namespace mw::ui {

namespace {

std::filesystem::path repositoryPath(const QString& text) {
    return std::filesystem::path(text.toStdU16String());
}

struct FetchSource {
    QString address; ///< empty: there is nothing to fetch, or nowhere to fetch it from
    bool allowed = false;
};

FetchSource fetchSourceOf(const QString& path) {
    const git::Repository repository(repositoryPath(path));
    const auto address = repository.is_partial() ? git::promisor_address(repository) : std::nullopt;
    if (!address)
        return {};
    return {toQString(git::shown_address(*address)),
            git::FetchConsent::remembered(repository).has_value()};
}

} // namespace

RepositoryProbe::RepositoryProbe(QObject* parent) : QObject(parent), worker_(new QObject) {
    thread_.setObjectName(QStringLiteral("repository probe"));
    worker_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    thread_.start();
}

RepositoryProbe::~RepositoryProbe() {
    thread_.quit();
    thread_.wait();
}

/// Runs work on the thread; what it returns, a report, is run on this one.
template <typename Work>
void RepositoryProbe::post(Work work) {
    QMetaObject::invokeMethod(
        worker_, [this, work] { QMetaObject::invokeMethod(this, work(), Qt::QueuedConnection); },
        Qt::QueuedConnection);
}

void RepositoryProbe::readTags(const QString& repository) {
    const std::uint64_t id = ++newestRead_;
    post([this, id, repository]() -> std::function<void()> {
        try {
            return [this, id, repository, source = fetchSourceOf(repository),
                    tags = git::list_tags(repositoryPath(repository))] {
                if (id != newestRead_)
                    return;
                if (!source.address.isEmpty())
                    emit fetchPossible(repository, source.address, source.allowed);
                emit tagsRead(repository, tags);
            };
        } catch (const std::exception& error) {
            return [this, id, repository, sentence = toQString(error.what())] {
                if (id == newestRead_)
                    emit unreadable(repository, sentence);
            };
        }
    });
}

void RepositoryProbe::checkRevision(const QString& repository, const QString& revision) {
    post([this, repository, revision]() -> std::function<void()> {
        QString mistake;
        try {
            const git::Repository opened(repositoryPath(repository));
            opened.resolve_commit(revision.toStdString());
        } catch (const std::exception& error) {
            mistake = toQString(error.what());
        }
        return [=, this] { emit revisionChecked(repository, revision, mistake); };
    });
}

} // namespace mw::ui
