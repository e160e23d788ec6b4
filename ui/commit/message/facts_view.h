#pragma once

#include "store/model/records.h"

#include <QHash>
#include <QLabel>
#include <QWidget>

#include <memory>

namespace Ui {
class FactsView;
}

namespace mw::ui {

class FactLabel;

/// Who wrote a commit and when, how it landed, where it is filed and why. Facts that a commit
/// cannot have, and those that nobody knows, are left out. GUI thread.
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
    // A grid and no QFormLayout: with rows hidden that one writes past its end (seen in Qt 6.4.2).
    void setRow(FactLabel* fact, bool visible);
    void showPeople(const store::CommitDetail& detail);
    void showLanding(const store::CommitRow& row, const store::Release& release);
    void showPlace(const store::CommitDetail& detail);
    void showCorrections(FactLabel* fact, const std::vector<store::Correction>& corrections,
                         store::ReferenceKind kind);
    void showRelations(const store::CommitDetail& detail);
    void showRecords(const store::CommitDetail& detail);
    void showTrees(const store::CommitDetail& detail);
    void follow(const QString& target);

    std::unique_ptr<Ui::FactsView> ui_;
    QHash<FactLabel*, QLabel*> names_;
};

/// `field:="value"` in the query language: those of whom the value is the whole name.
QString filterFor(const QString& field, const QString& value);

/// "an entry without a commit" where there is no id.
QString commitName(const store::CommitRow& row);

} // namespace mw::ui
