#pragma once

#include "importer/refresh.h"
#include "workers/work_thread.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>
#include <stop_token>

namespace mw::ui {

/// Runs one import at a time on a thread of its own. Lives on the GUI thread, which gets all
/// signals, in the order in which things happened. The destructor stops what runs and waits for it.
class ImportController : public QObject {
    Q_OBJECT

public:
    explicit ImportController(QString database, QObject* parent = nullptr);

    bool isRunning() const { return running_; }
    /// What the last work was found to be, where it was a refresh.
    const std::optional<importer::Refreshed>& refreshed() const { return refreshed_; }

public slots:
    /// Into the database of this controller, whatever the request says. Nothing happens while
    /// another import runs; the same holds for resumeLines().
    void start(mw::importer::ImportRequest request);
    void resumeLines(const QString& releaseName);
    /// Brings a release up to date with its clone (importer::refresh_release).
    void refresh(const QString& releaseName);
    /// For a release of an older version of the program; the same holds for it.
    void indexCode(const QString& releaseName);
    /// Asks the import to end; cancelled() tells that it has.
    void cancel();

signals:
    void started();
    void progress(const mw::importer::Progress& progress);
    void browsable(const mw::store::Release& release);
    // One of these ends every import; isRunning() is false by then.
    void finished(const mw::store::Release& release);
    void failed(const QString& sentence);
    void cancelled();

private:
    using Work = std::function<store::Release(const importer::ImportEvents&, std::stop_token)>;

    /// What an import needs it opens itself.
    struct Engine {};

    void run(Work work);
    importer::ImportEvents events();
    void tellFailure(const std::exception& error);

    const QString database_;
    bool running_ = false;
    std::optional<importer::Refreshed> refreshed_;
    WorkThread<Engine> thread_{QStringLiteral("import")};
};

} // namespace mw::ui
