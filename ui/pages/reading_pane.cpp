#include "pages/reading_pane.h"

#include "commit/commit_panel.h"
#include "core/limits.h"
#include "pages/commit_side.h"
#include "painting/symbolic_icon.h"

#include <QDataStream>
#include <QSignalBlocker>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace mw::ui {

namespace {

constexpr int titleLetters = 34;
constexpr int closeSide = 12;

} // namespace

ReadingPane::ReadingPane(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("reading"));
    tabs_ = new QTabBar(this);
    tabs_->setObjectName(QStringLiteral("pageTabs"));
    tabs_->setAccessibleName(tr("Commit and documents"));
    tabs_->setDocumentMode(true);
    tabs_->setExpanding(false);
    tabs_->setDrawBase(false);
    tabs_->setElideMode(Qt::ElideNone); // titles are short; more than there is room for scroll
    tabs_->setUsesScrollButtons(true);
    tabs_->addTab(tr("Commit"));
    tabs_->setTabData(0, QString());
    tabs_->hide();

    splitter_ = new QSplitter(Qt::Horizontal, this);
    splitter_->setChildrenCollapsible(false);
    pages_ = new QStackedWidget(splitter_);
    pages_->hide();

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(tabs_);
    layout->addWidget(splitter_, 1);

    connect(tabs_, &QTabBar::currentChanged, this, [this](int tab) {
        if (const QString address = tabs_->tabData(tab).toString(); address != current_)
            emit pageChosen(address);
    });
    connect(tabs_, &QTabBar::tabBarDoubleClicked, this, [this](int tab) {
        if (tab >= 0)
            emit wholeWanted();
    });
}

void ReadingPane::setCommitPanel(CommitPanel* panel) {
    commitSide_ = new CommitSide(panel, splitter_);
    splitter_->setStretchFactor(0, 3);
    splitter_->setStretchFactor(1, 2);
    splitter_->setSizes({600, 500});
    connect(commitSide_, &CommitSide::closeWanted, this, &ReadingPane::commitCloseWanted);
    connect(panel, &CommitPanel::wholeWanted, this, &ReadingPane::wholeWanted);
}

void ReadingPane::registerPages(Page::Kind kind, MakePage make) {
    makers_[kind] = std::move(make);
}

int ReadingPane::indexOf(const QString& address) const {
    for (int tab = 0; tab < tabs_->count(); ++tab)
        if (tabs_->tabData(tab).toString() == address)
            return tab;
    return -1;
}

void ReadingPane::addTab(const QString& address, const QString& title) {
    const QSignalBlocker quiet(tabs_);
    const int tab = tabs_->addTab(QString());
    tabs_->setTabData(tab, address);
    auto* const close = new QToolButton(tabs_);
    close->setAutoRaise(true);
    close->setIcon(symbolicIcon(QStringLiteral("close")));
    close->setIconSize(QSize(closeSide, closeSide));
    close->setFocusPolicy(Qt::NoFocus); // the keyboard has Ctrl+W
    close->setToolTip(tr("Close this tab"));
    close->setAccessibleName(tr("Close this tab"));
    connect(close, &QToolButton::clicked, this, [this, address] { emit closeWanted(address); });
    tabs_->setTabButton(tab, QTabBar::RightSide, close);
    setTitle(address, title);
}

void ReadingPane::makePage(const QString& address) {
    QWidget* const widget = makers_.at(Page::parse(address).kind)(address, pages_);
    // A blinking cursor in it then repaints no more than the page.
    widget->setAutoFillBackground(true);
    widgets_.insert(address, widget);
    pages_->addWidget(widget);
    emit pageMade(address, widget);
}

void ReadingPane::show(const QString& wanted, bool beside) {
    // An address that was kept may be of a kind that nobody shows any more.
    const QString address = makers_.contains(Page::parse(wanted).kind) ? wanted : QString();
    if (!address.isEmpty() && indexOf(address) < 0)
        addTab(address, Page::parse(address).shortName());
    if (!address.isEmpty() && !widgets_.contains(address))
        makePage(address);
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
    commitSide_->setClosable(!commitOnly);
}

void ReadingPane::setTitle(const QString& address, const QString& title, const QString& toolTip) {
    const int tab = indexOf(address);
    if (tab <= 0 || title.isEmpty())
        return;
    titles_.insert(address, title);
    tabs_->setTabText(tab,
                      cutText(title, titleLetters).replace(QLatin1Char('&'), QLatin1String("&&")));
    tabs_->setTabToolTip(tab, tipText(toolTip.isEmpty() ? title : toolTip).toHtmlEscaped());
}

void ReadingPane::closePage(const QString& address) {
    const int tab = indexOf(address);
    if (tab <= 0)
        return;
    const QSignalBlocker quiet(tabs_);
    titles_.remove(address);
    tabs_->removeTab(tab);
    tabs_->setVisible(tabs_->count() > 1);
    if (QWidget* const page = widgets_.take(address)) {
        pages_->removeWidget(page);
        page->deleteLater();
    }
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

QByteArray ReadingPane::saveTabs() const {
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    for (const QString& address : addresses())
        stream << address << title(address);
    return state;
}

void ReadingPane::restoreTabs(const QByteArray& state) {
    QDataStream stream(state);
    while (!stream.atEnd()) {
        QString address, title;
        stream >> address >> title;
        if (stream.status() != QDataStream::Ok)
            return;
        if (indexOf(address) < 0 && makers_.contains(Page::parse(address).kind))
            addTab(address, title);
    }
    tabs_->setVisible(tabs_->count() > 1);
}

} // namespace mw::ui
