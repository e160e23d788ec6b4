#pragma once

#include "breakdown/breakdown_model.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTreeView>
#include <QWidget>

#include <map>

namespace mw::ui {

/// One way into the release as a list with counts: a quick filter above it, sorted by a click on
/// the header. Owns its model; keeps what is chosen when the lines are counted again. GUI thread.
class BreakdownList : public QWidget {
    Q_OBJECT

public:
    explicit BreakdownList(QWidget* parent = nullptr);

    void setBreakdown(Breakdown way);
    void setLines(std::vector<BreakdownRow> lines, std::int64_t total);
    /// Shows it as chosen without asking for it; an empty term is 'all'.
    void setChosen(const QString& term);
    /// Count first or label first: what a click on the header does, for the keyboard.
    void sortOtherwise();

signals:
    void chosen(const mw::ui::Refinement& choice);
    /// The context menu of a line, before it is seen: others fill it.
    void menuOpened(QMenu* menu, const mw::ui::Refinement& choice);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void restoreChosen();
    void showEmptyText();
    void showMenu(const QPoint& place);

    BreakdownModel model_;
    QLineEdit* filter_;
    QTreeView* view_;
    QLabel* empty_;
    QString chosen_;
    std::map<Breakdown, QString> filters_; ///< what was typed on each way
};

} // namespace mw::ui
