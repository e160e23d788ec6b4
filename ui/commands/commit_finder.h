#pragma once

#include "workers/lazy_reader.h"
#include "workers/work_thread.h"

#include <QObject>

#include <memory>
#include <vector>

namespace mw::ui {

/// Finds commits by words of their titles, for the command palette: on a thread of its own, which
/// is there once something was looked for. GUI thread.
class CommitFinder : public QObject {
    Q_OBJECT

public:
    explicit CommitFinder(QString database, QObject* parent = nullptr);
    ~CommitFinder() override;

    /// Answers by found(), unless something else is looked for before. release: its commits come
    /// first; 0: none is open. Text without a word of three letters finds nothing.
    void find(const QString& typed, store::RowId release);

signals:
    /// Best first, and no more than can be looked through. rows is empty where nothing fits.
    void found(const QString& typed, const std::vector<mw::store::CommitRow>& rows);

private:
    const QString database_;
    std::unique_ptr<WorkThread<LazyReader>> thread_;
};

/// The words as a query for titles: what is a word alone may be the start of one. Empty where none
/// is long enough to be looked for.
QString titleQuery(const QString& typed);

} // namespace mw::ui
