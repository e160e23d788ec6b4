#include "document/document_menu.h"

#include "core/limits.h"
#include "core/page.h"
#include "document/document_controller.h"
#include "document/document_print.h"
#include "document/draft_dialog.h"
#include "text/format.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPrintDialog>
#include <QPrinter>

#include <memory>
#include <utility>

namespace mw::ui {

namespace {

/// In percent.
constexpr int menuZoomStep = 10;

} // namespace

DocumentMenu::DocumentMenu(DocumentController& documents, ExportMenu::Selection selection,
                           QWidget* parent)
    : QMenu(tr("&Document"), parent), documents_(documents) {
    setObjectName(QStringLiteral("documentMenu"));
    add(tr("&Add a document…"), Qt::CTRL | Qt::Key_O, &DocumentMenu::addDocument)
        ->setObjectName(QStringLiteral("actionAddDocument"));
    list_ = addMenu(tr("&Open"));
    list_->setObjectName(QStringLiteral("documentList"));
    forget_ = add(tr("&Take it off the list"), {}, &DocumentMenu::forgetDocument);
    forget_->setToolTip(tr("The file itself is not touched."));
    add(tr("Changesets that documents &mention"), {}, &DocumentMenu::showMentioned)
        ->setObjectName(QStringLiteral("actionMentioned"));
    addSeparator();
    forPages_ << add(tr("&Find in the document"), {}, &DocumentMenu::find)
              << add(tr("Zoom &in"), {}, &DocumentMenu::zoomIn)
              << add(tr("Zoom o&ut"), {}, &DocumentMenu::zoomOut)
              << add(tr("Usual si&ze"), {}, &DocumentMenu::zoomReset);
    addSeparator();
    add(tr("&Draft an article…"), {}, &DocumentMenu::draft)
        ->setObjectName(QStringLiteral("actionDraft"));
    coverage_ = add(tr("What the document co&vers"), {}, &DocumentMenu::showCoverage);
    coverage_->setObjectName(QStringLiteral("actionCoverage"));
    auto* const exports =
        new ExportMenu(documents_.session(), documents_.service(), std::move(selection), this);
    addMenu(exports);
    connect(exports, &ExportMenu::said, this, &DocumentMenu::said);
    connect(exports, &ExportMenu::failed, this, &DocumentMenu::failed);
    addSeparator();
    forPages_ << add(tr("&Print…"), QKeySequence::Print, &DocumentMenu::print)
              << add(tr("&Save as PDF…"), {}, &DocumentMenu::savePdf);
    addSeparator();
    close_ = add(tr("&Close the tab"), Qt::CTRL | Qt::Key_W, &DocumentMenu::closePage);
    close_->setObjectName(QStringLiteral("actionClosePage"));
    connect(list_, &QMenu::aboutToShow, this, &DocumentMenu::listDocuments);
    connect(&documents_, &DocumentController::pagesChanged, this, &DocumentMenu::refresh);
    refresh();
}

QAction* DocumentMenu::add(const QString& text, const QKeySequence& keys,
                           void (DocumentMenu::*what)()) {
    QAction* const action = addAction(text);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, what);
    return action;
}

DocumentPage* DocumentMenu::page() const {
    return documents_.pane().currentPage<DocumentPage>();
}

void DocumentMenu::refresh() {
    for (QAction* const action : forPages_)
        action->setEnabled(page() != nullptr);
    close_->setEnabled(!documents_.session().navigation().current().page.isEmpty());
    const store::Document* const document = documents_.library().ofFile(documents_.currentFile());
    forget_->setEnabled(document != nullptr);
    coverage_->setEnabled(!documents_.currentFile().isEmpty());
    list_->setEnabled(!documents_.library().all().empty());
}

/// Documents of the release first, those of others below.
void DocumentMenu::listDocuments() {
    list_->clear();
    const std::string release = documents_.session().navigation().current().release.toStdString();
    for (const bool own : {true, false}) {
        for (const store::Document& document : documents_.library().all()) {
            if ((document.release == release) != own)
                continue;
            QString title = menuText(shownText(document.title));
            if (!own)
                title = tr("%1 (%2)").arg(title, menuText(toQString(document.release)));
            QAction* const action = list_->addAction(title);
            const QString file = toQString(document.file);
            action->setToolTip(tipText(file));
            connect(action, &QAction::triggered, this, [this, file] { documents_.openFile(file); });
        }
        if (own)
            list_->addSeparator();
    }
    list_->setToolTipsVisible(true);
}

void DocumentMenu::addDocument() {
    auto* const dialog = new QFileDialog(parentWidget(), tr("Add a document"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("Documents (*.md *.markdown *.html *.htm *.xhtml *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        documents_.library().add(file, documents_.session().navigation().current().release);
    });
    dialog->open();
}

void DocumentMenu::forgetDocument() {
    const store::Document* const document = documents_.library().ofFile(documents_.currentFile());
    if (!document)
        return;
    documents_.library().remove(document->id);
    documents_.closeCurrent();
}

void DocumentMenu::showMentioned() {
    documents_.session().navigation().openFilter(QStringLiteral("is:mentioned"));
}

void DocumentMenu::find() {
    if (DocumentPage* const shown = page())
        shown->find();
}

void DocumentMenu::zoomIn() {
    if (DocumentPage* const shown = page())
        shown->zoomBy(menuZoomStep);
}

void DocumentMenu::zoomOut() {
    if (DocumentPage* const shown = page())
        shown->zoomBy(-menuZoomStep);
}

void DocumentMenu::zoomReset() {
    if (DocumentPage* const shown = page())
        shown->resetZoom();
}

void DocumentMenu::showCoverage() {
    if (const QString file = documents_.currentFile(); !file.isEmpty())
        documents_.session().navigation().openPage(
            Page::ofCoverage(documents_.session().navigation().current().release, file));
}

void DocumentMenu::draft() {
    const store::Release* const release = documents_.session().release();
    if (!release)
        return;
    auto* const dialog =
        new DraftDialog(documents_.service(), *release,
                        documents_.session().navigation().current().asOf, parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DraftDialog::saved, &documents_.library(),
            [this, name = toQString(release->name)](const QString& file) {
                documents_.library().add(file, name);
            });
    connect(dialog, &DraftDialog::commitWanted, this,
            [this](const QString& id) { documents_.session().navigation().openCommit(id); });
    dialog->show();
}

void DocumentMenu::closePage() {
    documents_.closeCurrent();
}

void DocumentMenu::print() {
    DocumentPage* const shown = page();
    if (!shown)
        return;
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(shown->content().title);
    auto* const dialog = new QPrintDialog(printer.get(), parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer, address = shown->address()] {
        emit said(tr("The document is being printed…"));
        printPage(
            documents_.service(), this, address, printer,
            [this] { emit said(tr("The document went to the printer.")); },
            [this](const QString& sentence) { emit failed(sentence); });
    });
    dialog->open();
}

void DocumentMenu::savePdf() {
    const DocumentPage* const shown = page();
    if (!shown)
        return;
    const QString name = QFileInfo(Page::parse(shown->address()).target).completeBaseName();
    auto* const dialog = new QFileDialog(parentWidget(), tr("Save as PDF"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->setNameFilter(tr("PDF (*.pdf)"));
    dialog->selectFile(name + QStringLiteral(".pdf"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, address = shown->address()](const QString& file) {
                savePageAsPdf(
                    documents_.service(), this, address, file,
                    [this, file] { emit said(tr("Saved as %1.").arg(file)); },
                    [this](const QString& sentence) { emit failed(sentence); });
            });
    dialog->open();
}

} // namespace mw::ui
