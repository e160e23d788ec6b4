#pragma once

#include "painting/hits.h"
#include "painting/tall_row_delegate.h"

namespace mw::ui {

/// Draws the cells of the changeset table: their tone in the palette's colours, a merge's icon,
/// the hits of the filter marked, and behind a subject, dimmed, what the bundled release says
/// about it. GUI thread.
class ChangesetDelegate : public TallRowDelegate {
    Q_OBJECT

public:
    using TallRowDelegate::TallRowDelegate;

    /// Words to mark in subject, author and pull; null: none.
    void setHits(SharedHits hits) { hits_ = std::move(hits); }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    void paintAbout(QPainter* painter, const QStyleOptionViewItem& option,
                    const QString& about) const;

    SharedHits hits_;
};

} // namespace mw::ui
