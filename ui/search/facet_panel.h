#pragma once

#include "store/help/search_help.h"

#include <QTreeWidget>

namespace mw::ui {

/// How the hits of the present list spread over sections, subsystems, authors, pulls and weeks,
/// most frequent first; a click on one narrows, a second one takes that back. Says when it is
/// looked at, so that nothing is counted for a hidden panel. GUI thread.
class FacetPanel : public QTreeWidget {
    Q_OBJECT

public:
    explicit FacetPanel(QWidget* parent = nullptr);

    /// filter: what was counted; the values that it names are marked as chosen.
    void setFacets(const store::Facets& facets, const QString& filter);

signals:
    /// The panel has come into view.
    void shown();
    /// A term that narrows the query to what was clicked, or is to be taken back out of it.
    void narrowTurned(const QString& term);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fill(int group, const std::vector<store::FacetValue>& values, const QString& filter);
    void choose(QTreeWidgetItem* item);
};

} // namespace mw::ui
