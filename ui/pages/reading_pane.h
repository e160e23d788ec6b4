#pragma once

#include "core/page.h"

#include <QHash>
#include <QStackedWidget>
#include <QTabBar>
#include <QWidget>

#include <functional>
#include <map>

class QSplitter;

namespace mw::ui {

class CommitPanel;
class CommitSide;

/// Where a person reads: a bar of tabs, the commit view and other pages below it. A page has the
/// commit that was opened from it beside it. What a page is made of, those know who registered its
/// kind. Follows show(); panes and tabs say what a person wants. GUI thread.
class ReadingPane : public QWidget {
    Q_OBJECT

public:
    explicit ReadingPane(QWidget* parent = nullptr);

    /// The commit view, which moves into the pane.
    void setCommitPanel(CommitPanel* panel);

    /// Makes the widget of one page, which the pane then owns.
    using MakePage = std::function<QWidget*(const QString& address, QWidget* parent)>;
    /// Before the first page of that kind is shown.
    void registerPages(Page::Kind kind, MakePage make);

    /// Brings a page to the front, with a tab of its own, which is made where there is none; the
    /// empty address is the commit view. beside: a commit is to be read next to the document.
    void show(const QString& address, bool beside);
    void setTitle(const QString& address, const QString& title, const QString& toolTip = {});
    /// Of an open page, as it was set; empty where there is none.
    QString title(const QString& address) const { return titles_.value(address); }
    void closePage(const QString& address);

    /// Null where the page is not open, or is another kind of widget.
    template <typename Widget>
    Widget* page(const QString& address) const {
        return qobject_cast<Widget*>(widgets_.value(address));
    }
    /// The page in front; null while that is the commit view, or another kind of widget.
    template <typename Widget>
    Widget* currentPage() const {
        return page<Widget>(current_);
    }
    /// The commit view itself.
    CommitSide& commitSide() { return *commitSide_; }
    QStringList addresses() const;

    QByteArray saveState() const;
    void restoreState(const QByteArray& state);
    /// The open pages with their titles.
    QByteArray saveTabs() const;
    /// Tabs alone: what is in them is made when they are looked at.
    void restoreTabs(const QByteArray& state);

signals:
    /// A page was made, and is about to be shown.
    void pageMade(const QString& address, QWidget* page);
    /// A person has chosen a tab.
    void pageChosen(const QString& address);
    void closeWanted(const QString& address);
    /// The commit beside the document is not wanted any more.
    void commitCloseWanted();
    /// What is in front is to have the whole window, or to give it back.
    void wholeWanted();

private:
    int indexOf(const QString& address) const;
    void addTab(const QString& address, const QString& title);
    void makePage(const QString& address);

    QTabBar* tabs_ = nullptr;
    QSplitter* splitter_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    CommitSide* commitSide_ = nullptr;
    std::map<Page::Kind, MakePage> makers_;
    QHash<QString, QWidget*> widgets_;
    QHash<QString, QString> titles_; ///< whole, as a tab's label may not be
    QString current_;
};

} // namespace mw::ui
