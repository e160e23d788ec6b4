#pragma once

#include "document/document_page.h"

#include <QHash>
#include <QStackedWidget>
#include <QTabBar>
#include <QWidget>

class QSplitter;

namespace mw::ui {

class CommitPanel;
class CommitSide;

/// Where a person reads: a bar of tabs, the commit view and the documents below it. A document has
/// the commit that was opened from it beside it. Follows show(); panes and tabs say what a person
/// wants. GUI thread.
class ReadingPane : public QWidget {
    Q_OBJECT

public:
    explicit ReadingPane(QWidget* parent = nullptr);

    /// The commit view, which moves into the pane.
    void setCommitPanel(CommitPanel* panel);

    /// Brings a page to the front, with a tab of its own, which is made where there is none; the
    /// empty address is the commit view. beside: a commit is to be read next to the document.
    void show(const QString& address, bool beside);
    void setTitle(const QString& address, const QString& title, const QString& toolTip = {});
    void closePage(const QString& address);

    /// Null where the page is not open, or is no document.
    DocumentPage* document(const QString& address) const;
    CommitSide* commitTab(const QString& address) const;
    /// The commit view itself.
    CommitSide& commitSide() { return *commitSide_; }
    /// Null while the commit view, or a commit's own tab, is in front.
    DocumentPage* currentDocument() const { return document(current_); }
    QStringList addresses() const;

    QByteArray saveState() const;
    void restoreState(const QByteArray& state);

signals:
    void pageMade(mw::ui::DocumentPage* page);
    void commitTabMade(const QString& address, mw::ui::CommitSide* side);
    /// A person has chosen a tab.
    void pageChosen(const QString& address);
    void closeWanted(const QString& address);
    /// The commit beside the document is not wanted any more.
    void commitCloseWanted();

private:
    int indexOf(const QString& address) const;
    void addPage(const QString& address);

    QTabBar* tabs_ = nullptr;
    QSplitter* splitter_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    CommitSide* commitSide_ = nullptr;
    QHash<QString, QWidget*> widgets_;
    QString current_;
};

} // namespace mw::ui
