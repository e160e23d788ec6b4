#pragma once

#include "labels/fact_label.h"
#include "store/read/equivalent_commits.h"

#include <QLabel>

#include <vector>

namespace mw::ui {

class FactsView;

/// One more line of a commit's facts: its release, and where else the same change is. Stands at the
/// end of the facts, which own it. GUI thread.
class ReleaseFact : public QObject {
    Q_OBJECT

public:
    explicit ReleaseFact(FactsView* facts);

    void showCommit(store::RowId commit, const store::Release& release);
    /// What was found out about that commit; nothing where another is shown by now.
    void showElsewhere(store::RowId commit, const std::vector<store::EquivalentCommit>& homes);

signals:
    void commitRequested(const QString& release, const QString& oid);

private:
    QLabel* name_;
    FactLabel* fact_;
    store::RowId commit_ = 0;
    QString release_;
};

} // namespace mw::ui
