#pragma once

#include "painting/hits.h"

#include <QElapsedTimer>
#include <QTreeView>

namespace mw::ui {

/// A flat tree view as a table: whole rows, type-ahead that asks instead of reading every row by
/// itself, and a word where there is nothing to show. GUI thread.
class ChangesetView : public QTreeView {
    Q_OBJECT

public:
    explicit ChangesetView(QWidget* parent = nullptr);

    /// What stands in the middle of an empty list.
    void setEmptyText(const QString& text);
    /// Words to mark in the rows; null: none.
    void setHits(SharedHits hits);
    void keyboardSearch(const QString& typed) override;
    void setSelectionModel(QItemSelectionModel* selection) override;

public slots:
    /// Of what is on screen alone.
    void dataChanged(const QModelIndex& first, const QModelIndex& last,
                     const QList<int>& roles = {}) override;

signals:
    /// Somebody types the start of a subject; the answer is a call of setCurrentIndex().
    void typeAheadRequested(int from, const QString& start);
    /// For that line: the one under the mouse, the current one where a key asks.
    void menuRequested(const QModelIndex& index, const QPoint& globalPlace);

protected:
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    QString emptyText_;
    QString typed_;
    QElapsedTimer sinceKey_;
};

} // namespace mw::ui
