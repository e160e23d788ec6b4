#pragma once

#include "outline/outline_model.h"

#include <QSet>
#include <QTreeView>

namespace mw::ui {

/// An outline to be opened step by step. Columns that have no room are left out, the title never;
/// what is open and chosen stays also where the model is sorted or filtered otherwise, or has
/// another outline of the same commits. GUI thread.
class OutlineView : public QTreeView {
    Q_OBJECT

public:
    explicit OutlineView(QWidget* parent = nullptr);

    OutlineModel& outline() { return model_; }
    void setOutline(SharedOutline outline);
    void setHits(const std::optional<IdList>& hits);
    /// Opens the way to a commit and chooses it; false where the outline has it not.
    bool reveal(std::string_view oid);
    /// Of the node that is chosen; 0: none is.
    std::size_t chosen() const { return OutlineModel::nodeOf(currentIndex()); }

signals:
    /// Another node was chosen.
    void nodeChosen(std::size_t node);
    void commitRequested(const QString& oid);
    /// The list is to show what a pull brought.
    void mergedCommitsRequested(const QString& oid, const QString& label);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// What tells a node from others also in another outline of the same release.
    QString keyOf(const QModelIndex& index) const;
    void restore();
    void openAgain(const QModelIndex& above);
    void fitColumns();
    void openNode(const QModelIndex& index);
    void showMenu(const QPoint& place);

    OutlineModel model_;
    QSet<QString> open_; ///< keys
    QString current_;    ///< key
    bool restoring_ = false, fitting_ = false, sizedByHand_ = false;
};

} // namespace mw::ui
