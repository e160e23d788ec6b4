#pragma once

#include "git/diff/patch.h"

#include <QActionGroup>
#include <QMenu>

namespace mw::ui {

/// How a person wants to read diffs and the list of files, as a menu of choices. GUI thread.
class DiffOptions : public QObject {
    Q_OBJECT

public:
    /// The actions belong to the owner: their keys work while the focus is in it.
    explicit DiffOptions(QWidget* owner);

    QMenu& menu() { return menu_; }
    bool sideBySide() const { return sideBySide_->isChecked(); }
    bool tree() const { return tree_->isChecked(); }
    bool showsBlanks() const { return showBlanks_->isChecked(); }
    git::PatchOptions patch() const;

    QByteArray saveState() const;
    /// Anything but what saveState() gave changes nothing.
    void restoreState(const QByteArray& state);

signals:
    void layoutChanged();
    void treeChanged();
    /// The diff must be read again.
    void patchChanged();
    void blanksChanged();
    /// To the next change in the diff, or to the one before.
    void stepWanted(bool forward);
    /// To the next place of what is searched for in lines, or to the one before.
    void markWanted(bool forward);

private:
    QAction* add(const char* name, const QString& text, const QString& keys);
    QAction* addWhitespace(const char* name, const QString& text, git::Whitespace what);
    void stepContext(int step);

    QWidget* owner_;
    QMenu menu_; ///< no child of the owner: one would take it out of the window's focus chain
    QAction* sideBySide_;
    QAction* tree_;
    QActionGroup whitespace_;
    QAction* showBlanks_;
    QAction* more_;
    QAction* less_;
    int context_ = 2; ///< an index of the steps
};

} // namespace mw::ui
