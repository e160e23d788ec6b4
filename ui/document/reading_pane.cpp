#include "document/reading_pane.h"

#include "commit/commit_panel.h"
#include "document/page.h"
#include "views/symbolic_icon.h"

#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace mw::ui {

namespace {

constexpr int titleLetters = 34;

} // namespace

ReadingPane::ReadingPane(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("reading"));
    tabs_ = new QTabBar(this);
    tabs_->setObjectName(QStringLiteral("pageTabs"));
    tabs_->setAccessibleName(tr("Commit and documents"));
    tabs_->setDocumentMode(true);
    tabs_->setExpanding(false);
    tabs_->setDrawBase(false);
    tabs_->setElideMode(Qt::ElideRight);
    tabs_->setTabsClosable(true);
    tabs_->setUsesScrollButtons(true);
    tabs_->addTab(tr("Commit"));
    tabs_->setTabData(0, QString());
    tabs_->setTabButton(0, QTabBar::RightSide, nullptr);
    tabs_->setTabButton(0, QTabBar::LeftSide, nullptr);
    tabs_->hide();

    splitter_ = new QSplitter(Qt::Horizontal, this);
    splitter_->setChildrenCollapsible(false);
    pages_ = new QStackedWidget(splitter_);
    pages_->hide();
    commitSide_ = new QWidget(splitter_);
    auto* const side = new QVBoxLayout(commitSide_);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(0);
    closeCommit_ = new QToolButton(commitSide_);
    closeCommit_->setObjectName(QStringLiteral("closeCommit"));
    closeCommit_->setAutoRaise(true);
    closeCommit_->setIcon(symbolicIcon(QStringLiteral("close")));
    closeCommit_->setAccessibleName(tr("Close the commit"));
    closeCommit_->setToolTip(tr("Close the commit and read the document alone"));
    closeCommit_->hide();
    side->addWidget(closeCommit_, 0, Qt::AlignRight);
    splitter_->setStretchFactor(0, 3);
    splitter_->setStretchFactor(1, 2);

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(tabs_);
    layout->addWidget(splitter_, 1);

    connect(closeCommit_, &QToolButton::clicked, this, &ReadingPane::commitCloseWanted);
    connect(tabs_, &QTabBar::tabCloseRequested, this,
            [this](int tab) { emit closeWanted(tabs_->tabData(tab).toString()); });
    connect(tabs_, &QTabBar::currentChanged, this, [this](int tab) {
        if (const QString address = tabs_->tabData(tab).toString(); address != current_)
            emit pageChosen(address);
    });
}

void ReadingPane::setCommitPanel(CommitPanel* panel) {
    commitSide_->layout()->addWidget(panel);
    setFocusProxy(nullptr);
}

int ReadingPane::indexOf(const QString& address) const {
    for (int tab = 0; tab < tabs_->count(); ++tab)
        if (tabs_->tabData(tab).toString() == address)
            return tab;
    return -1;
}

void ReadingPane::addPage(const QString& address) {
    const Page page = Page::parse(address);
    const QSignalBlocker quiet(tabs_);
    const int tab = tabs_->addTab(QString());
    tabs_->setTabData(tab, address);
    setTitle(address, page.shortName());
    if (page.kind == Page::Kind::CommitTab) {
        auto* const panel = new CommitPanel(pages_);
        widgets_.insert(address, panel);
        pages_->addWidget(panel);
        emit commitTabMade(address, panel);
        return;
    }
    auto* const document = new DocumentPage(address, pages_);
    widgets_.insert(address, document);
    pages_->addWidget(document);
    emit pageMade(document);
}

void ReadingPane::show(const QString& address, bool beside) {
    if (!address.isEmpty() && indexOf(address) < 0)
        addPage(address);
    current_ = address;
    {
        const QSignalBlocker quiet(tabs_);
        tabs_->setCurrentIndex(indexOf(address));
    }
    tabs_->setVisible(tabs_->count() > 1);
    if (QWidget* const page = widgets_.value(address))
        pages_->setCurrentWidget(page);
    const bool commitOnly = address.isEmpty();
    const bool commitTab = Page::parse(address).kind == Page::Kind::CommitTab;
    pages_->setVisible(!commitOnly);
    commitSide_->setVisible(commitOnly || (beside && !commitTab));
    closeCommit_->setVisible(!commitOnly);
}

void ReadingPane::setTitle(const QString& address, const QString& title, const QString& toolTip) {
    const int tab = indexOf(address);
    if (tab <= 0 || title.isEmpty())
        return;
    QString label = title.size() > titleLetters
                        ? title.left(titleLetters - 1).trimmed() + QStringLiteral("…")
                        : title;
    tabs_->setTabText(tab, label.replace(QLatin1Char('&'), QLatin1String("&&")));
    tabs_->setTabToolTip(tab, toolTip.isEmpty() ? title.toHtmlEscaped() : toolTip.toHtmlEscaped());
}

void ReadingPane::closePage(const QString& address) {
    const int tab = indexOf(address);
    if (tab <= 0)
        return;
    const QSignalBlocker quiet(tabs_);
    tabs_->removeTab(tab);
    tabs_->setVisible(tabs_->count() > 1);
    if (QWidget* const page = widgets_.take(address)) {
        pages_->removeWidget(page);
        page->deleteLater();
    }
}

DocumentPage* ReadingPane::document(const QString& address) const {
    return qobject_cast<DocumentPage*>(widgets_.value(address));
}

CommitPanel* ReadingPane::commitTab(const QString& address) const {
    return qobject_cast<CommitPanel*>(widgets_.value(address));
}

QStringList ReadingPane::addresses() const {
    QStringList all;
    for (int tab = 1; tab < tabs_->count(); ++tab)
        all << tabs_->tabData(tab).toString();
    return all;
}

QByteArray ReadingPane::saveState() const {
    return splitter_->saveState();
}

void ReadingPane::restoreState(const QByteArray& state) {
    splitter_->restoreState(state);
}

} // namespace mw::ui
