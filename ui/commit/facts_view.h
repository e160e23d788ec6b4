#pragma once

#include "store/records.h"

#include <QWidget>

#include <memory>

namespace Ui {
class FactsView;
}

namespace mw::ui {

class FactLabel;

/// Who wrote a commit and when, how it landed, where it is filed and why. Facts that a commit
/// cannot have are left out, those that are not known say so. GUI thread.
class FactsView : public QWidget {
    Q_OBJECT

public:
    explicit FactsView(QWidget* parent = nullptr);
    ~FactsView() override;

    void showFacts(const store::CommitDetail& detail, const store::Release& release);

signals:
    void commitRequested(const QString& oid);
    void filterRequested(const QString& query);

private:
    void setRow(FactLabel* label, bool visible);
    void showPeople(const store::CommitDetail& detail);
    void showLanding(const store::CommitRow& row, const store::Release& release);
    void showPlace(const store::CommitDetail& detail);
    void showRelations(const store::CommitDetail& detail);
    void follow(const QString& target);

    std::unique_ptr<Ui::FactsView> ui_;
};

/// `field:"value"` in the query language; its quotes cannot be quoted, so they are left out.
QString filterFor(const QString& field, const QString& value);

/// "an entry without a commit" where there is no id.
QString commitName(const store::CommitRow& row);

} // namespace mw::ui
