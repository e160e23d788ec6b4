#pragma once

#include "stars/star_engine.h"

#include <QTreeWidget>

namespace mw::ui {

/// The person's stars, with how many changesets of the present release each finds. A click on a
/// line narrows the list to it, a second one takes that back; Delete takes the star away. GUI
/// thread.
class StarPanel : public QTreeWidget {
    Q_OBJECT

public:
    explicit StarPanel(QWidget* parent = nullptr);

    void setLines(const StarLines& stars);
    /// The search on screen: the lines that it has are marked as chosen.
    void setFilter(const QString& filter);

signals:
    void shown();
    void narrowTurned(const QString& term);
    void starTurned(mw::store::Star::Kind kind, const QString& name);

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void addLine(const QString& text, const QString& toolTip, const QString& term, qint64 count);
    /// Null where the current line is none; until the lines are set anew.
    const store::Star* currentStar() const;
    void choose(QTreeWidgetItem* item);

    std::vector<StarLine> lines_;
    QString filter_;
};

/// "Path drivers/net", "Author Ann Lee": what a star is of.
QString starText(store::Star::Kind kind, const QString& name);

} // namespace mw::ui
