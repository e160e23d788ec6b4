#include "document/document_page.h"

#include "core/limits.h"
#include "document/view/find_bar.h"
#include "painting/tall_row_delegate.h"
#include "text/format.h"
#include "ui_document_page.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <vector>

namespace mw::ui {

namespace {

constexpr int outlineWidth = 220;
constexpr int zoomStep = 10;
/// So wide is a page with room for its outline.
constexpr int lettersForOutline = 110;
constexpr int anchorRole = Qt::UserRole;

} // namespace

DocumentPage::DocumentPage(const QString& address, QWidget* parent)
    : QWidget(parent), ui_(std::make_unique<Ui::DocumentPage>()), address_(address) {
    ui_->setupUi(this);
    ui_->splitter->setStretchFactor(1, 1);
    ui_->splitter->setSizes({outlineWidth, 3 * outlineWidth});
    ui_->outline->setItemDelegate(new TallRowDelegate(this));
    ui_->outline->hide();
    ui_->waiting->setText(tr("The document is being read…"));
    ui_->stack->setCurrentWidget(ui_->waiting);
    ui_->findBar->setText(ui_->browser);
    setFocusProxy(ui_->browser);
    ui_->browser->installEventFilter(this);
    ui_->outline->installEventFilter(this);
    connect(ui_->browser, &DocumentBrowser::linkFollowed, this, &DocumentPage::linkFollowed);
    connect(ui_->browser, &DocumentBrowser::linkHovered, this, &DocumentPage::linkHovered);
    connect(ui_->browser, &DocumentBrowser::themeChanged, this, &DocumentPage::reloadWanted);
    connect(ui_->browser, &DocumentBrowser::scrolledByReader, this, [this] {
        waiting_ = false;
        emit scrolled(ui_->browser->place());
    });
    const auto open = [this](QTreeWidgetItem* item) {
        ui_->browser->goToAnchor(item->data(0, anchorRole).toString());
    };
    connect(ui_->outline, &QTreeWidget::itemClicked, this, open);
    connect(ui_->outline, &QTreeWidget::itemActivated, this, open);
    connect(ui_->notice, &MessageBar::actionTriggered, this,
            [this] { emit errorActionWanted(remedy_); });
}

DocumentPage::~DocumentPage() {
    // Children go after this class's own part.
    ui_->browser->disconnect(this);
}

DocumentBrowser& DocumentPage::browser() {
    return *ui_->browser;
}

void DocumentPage::showPage(const LoadedPage& page) {
    const bool again = page_.text != nullptr;
    if (!again)
        ui_->notice->hide();
    page_ = page;
    loaded_ = !page.preview;
    ui_->stack->setCurrentWidget(ui_->splitter);
    ui_->browser->showPage(page_, again);
    fillOutline();
    ui_->findBar->refresh();
    emit titleChanged(page_.title);
    // The start of a document is there at once; a place further down, when the whole is.
    if (waiting_ && (loaded_ || (wantedLine_ == 0 && wantedPlace_ == 0)))
        goTo(wantedLine_, wantedPlace_);
}

void DocumentPage::showProblem(const QString& sentence, DocumentErrorAction remedy) {
    waiting_ = false;
    if (!page_.text) {
        ui_->waiting->setText(tr("There is nothing to show here; why is said above."));
        ui_->stack->setCurrentWidget(ui_->waiting);
    }
    showNotice(sentence, remedy);
}

void DocumentPage::showNotice(const QString& sentence, DocumentErrorAction remedy) {
    remedy_ = remedy;
    ui_->notice->showMessage(MessageBar::Kind::Warning, sentence,
                             remedy == DocumentErrorAction::Import
                                 ? tr("Import the release that has it…")
                             : remedy == DocumentErrorAction::Locate ? tr("Locate…")
                             : remedy == DocumentErrorAction::Fetch  ? tr("Fetch it")
                                                                     : QString());
}

void DocumentPage::goTo(int line, int place) {
    waiting_ = !loaded_;
    wantedLine_ = line;
    wantedPlace_ = place;
    if (!page_.text || (waiting_ && (line > 0 || place > 0)))
        return;
    if (line <= 0) {
        ui_->browser->setPlace(place);
    } else {
        const auto found =
            std::ranges::lower_bound(page_.references, line, {}, &document::Reference::line);
        if (found != page_.references.end())
            ui_->browser->showAnchor(toQString(found->anchor));
    }
}

void DocumentPage::fillOutline() {
    ui_->outline->clear();
    std::vector<std::pair<int, QTreeWidgetItem*>> path;
    QList<QTreeWidgetItem*> top;
    for (const document::Heading& heading : page_.outline) {
        while (!path.empty() && path.back().first >= heading.level)
            path.pop_back();
        auto* const item = new QTreeWidgetItem({cutText(shownText(heading.text))});
        item->setData(0, anchorRole, toQString(heading.anchor));
        item->setToolTip(0, tipText(shownText(heading.text)).toHtmlEscaped());
        if (path.empty())
            top << item;
        else
            path.back().second->addChild(item);
        path.emplace_back(heading.level, item);
    }
    ui_->outline->addTopLevelItems(top);
    // A heading for everything is no outline by itself: what is under it is shown at once.
    if (top.size() == 1)
        ui_->outline->expandItem(top.front());
    showOutline();
}

void DocumentPage::showOutline() {
    ui_->outline->setVisible(page_.outline.size() > 1 &&
                             width() >= fontMetrics().averageCharWidth() * lettersForOutline);
}

void DocumentPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    showOutline();
}

void DocumentPage::find() {
    ui_->findBar->open();
}

void DocumentPage::zoomBy(int percent) {
    ui_->browser->setZoom(ui_->browser->zoom() + percent);
}

void DocumentPage::resetZoom() {
    ui_->browser->setZoom(100);
}

bool DocumentPage::handleKey(QKeyEvent* event, bool probe) {
    const auto run = [probe](auto what) {
        if (!probe)
            what();
        return true;
    };
    if (event->matches(QKeySequence::Find))
        return run([this] { find(); });
    if (event->key() == Qt::Key_F3)
        return run([this, back = bool(event->modifiers() & Qt::ShiftModifier)] {
            back ? ui_->findBar->findPrevious() : ui_->findBar->findNext();
        });
    if (event->key() == Qt::Key_Escape && ui_->findBar->isVisible())
        return run([this] { ui_->findBar->leave(); });
    if (!(event->modifiers() & Qt::ControlModifier))
        return false;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return run([this] { zoomBy(zoomStep); });
    case Qt::Key_Minus:
        return run([this] { zoomBy(-zoomStep); });
    case Qt::Key_0:
        return run([this] { resetZoom(); });
    default:
        return false;
    }
}

bool DocumentPage::eventFilter(QObject* watched, QEvent* event) {
    // Ctrl+F and Esc are the window's, for its filter; in a document they are the document's.
    if (event->type() == QEvent::ShortcutOverride &&
        handleKey(static_cast<QKeyEvent*>(event), true)) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent*>(event), false))
        return true;
    return QWidget::eventFilter(watched, event);
}

} // namespace mw::ui
