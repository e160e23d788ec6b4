#include "import/repository_probe.h"

#include "git/objects/fetch_consent.h"
#include "git/objects/repository.h"
#include "git/setup/remote_address.h"
#include "text/engine_text.h"
#include "text/format.h"

#include <filesystem>
#include <utility>
#include <vector>

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

RepositoryProbe::RepositoryProbe(QObject* parent)
    : QObject(parent), thread_(QStringLiteral("repository probe")) {}

void RepositoryProbe::readTags(const QString& repository) {
    thread_.runLatest(
        Kind::Tags, this,
        [repository](Nothing&, const std::stop_token&) {
            return std::pair(fetchSourceOf(repository), git::list_tags(repositoryPath(repository)));
        },
        [this, repository](const std::pair<FetchSource, std::vector<git::Tag>>& read) {
            const auto& [source, tags] = read;
            if (!source.address.isEmpty())
                emit fetchPossible(repository, source.address, source.allowed);
            emit tagsRead(repository, tags);
        },
        [this, repository](const std::exception& error) {
            emit unreadable(repository, errorText(error));
        });
}

void RepositoryProbe::checkRevision(const QString& repository, const QString& revision) {
    const auto answer = [this, repository, revision](const QString& mistake) {
        emit revisionChecked(repository, revision, mistake);
    };
    thread_.run(
        this,
        [repository, revision](Nothing&, const std::stop_token&) {
            const git::Repository opened(repositoryPath(repository));
            opened.resolve_commit(revision.toStdString());
            return QString();
        },
        answer, [answer](const std::exception& error) { answer(errorText(error)); });
}

} // namespace mw::ui
