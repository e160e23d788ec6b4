#pragma once

#include "changesets/changeset_model.h"

#include <QMenu>
#include <QSet>

#include <array>

class QHeaderView;

namespace mw::ui {

class ChangesetView;

/// The columns of the table of changesets: which are shown, how wide each is, and the menu that
/// chooses them. The subject gets what the others leave, until somebody sizes it by hand; where
/// there is too little for all, each gives way, and then those that matter least are left out, so
/// that titles can be read and nothing has to be looked for sideways. What a person has asked for
/// is never left out. GUI thread. View and model outlive it.
class ChangesetColumns : public QObject {
    Q_OBJECT

public:
    /// Selected changesets know little beyond title, author and section: they have columns of their
    /// own.
    enum class Set { Whole, Selected };

    ChangesetColumns(ChangesetView& view, ChangesetModel& model);

    /// Shown and hidden columns; the same menu is the header's context menu.
    QMenu* menu() { return &menu_; }
    void use(Set set);
    /// The release of each line: while the list is of several.
    void showReleases(bool show);
    QByteArray save(Set set) const;
    void restore(Set set, const QByteArray& state);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillMenu();
    void turn(int column, bool shown);
    void reset();
    void apply(const QByteArray& state);
    void fit();
    void leaveOut(int room);
    void spread(int room);
    int least(int column) const;
    /// The title whole, in every language.
    int titleWidth(int column) const;
    bool shownAtFirst(int column) const;

    ChangesetView& view_;
    ChangesetModel& model_;
    QHeaderView& header_;
    QMenu menu_;
    Set set_ = Set::Whole;
    std::array<QByteArray, 2> saved_; ///< of the set not in use
    bool severalReleases_ = false;
    QList<int> wanted_;  ///< width of each column where there is room
    QSet<int> asked_;    ///< columns that a person has turned on
    QSet<int> leftOut_;  ///< hidden for want of room alone
    bool fitted_ = true; ///< nobody has sized the subject by hand
    bool fitting_ = false;
};

} // namespace mw::ui
