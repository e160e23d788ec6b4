#include "document/document_controller.h"

#include "commit/commit_panel.h"
#include "core/limits.h"
#include "core/page.h"
#include "document/link_facts.h"
#include "document/work/long_word_links.h"
#include "labels/whole_text.h"
#include "pages/commit_side.h"
#include "pages/mentions_bar.h"
#include "text/engine_text.h"
#include "text/format.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QToolTip>

#include <utility>

namespace mw::ui {

namespace {

using Lane = DocumentService::Lane;

QString afterScheme(const QUrl& target) {
    return target.path(QUrl::FullyDecoded);
}

/// Of a page that is a document; otherwise empty.
QString fileOf(const QString& address) {
    const Page page = Page::parse(address);
    return page.kind == Page::Kind::File ? page.target : QString();
}

/// What a link does that is no commit's.
QString whereTo(const QUrl& target) {
    if (target.isEmpty())
        return {};
    if (isLongWordLink(target))
        return DocumentController::tr("All of the word, which is too long to be shown here");
    return target.scheme() == QLatin1String("kerneldoc")
               ? DocumentController::tr("%1, from the clone").arg(tipText(afterScheme(target)))
               : DocumentController::tr("%1, in the web browser")
                     .arg(tipText(target.toDisplayString()));
}

QString sentenceOf(const std::exception& error) {
    return errorText(error);
}

} // namespace

DocumentController::DocumentController(const QString& database, Session& session, ReadingPane& pane,
                                       QObject* parent)
    : QObject(parent), database_(database), session_(session), pane_(pane), service_(database),
      library_(service_) {
    Navigation& navigation = session_.navigation();
    connect(&navigation, &Navigation::changed, this, &DocumentController::follow);
    connect(&session_, &Session::settled, &library_, &DocumentIndex::refresh);
    connect(&session_, &Session::releasesChanged, this, [this] {
        // An import may have brought what a document names.
        for (const QString& address : pane_.addresses())
            if (DocumentPage* const page = pane_.page<DocumentPage>(address))
                load(page);
    });
    connect(&session_, &Session::commitShown, this, [this](const store::CommitDetail& detail) {
        commit_ = detail.row;
        showMentions(pane_.commitSide(), commit_);
    });
    connect(&session_, &Session::commitCleared, this, [this] {
        commit_ = {};
        pane_.commitSide().mentions().showMentions({}, {});
    });
    for (const Page::Kind kind : {Page::Kind::File, Page::Kind::KernelDoc, Page::Kind::Coverage})
        pane_.registerPages(kind, [this](const QString& address, QWidget* owner) {
            return makeDocument(address, owner);
        });
    pane_.registerPages(Page::Kind::CommitTab, [this](const QString& address, QWidget* owner) {
        auto* const side = new CommitSide(new CommitPanel, owner);
        side->panel().restoreState(pane_.commitSide().panel().saveState());
        connect(&side->panel(), &CommitPanel::wholeWanted, &pane_, &ReadingPane::wholeWanted);
        fillCommitTab(address, side);
        return side;
    });
    connect(&pane_, &ReadingPane::pageChosen, this,
            [this](const QString& address) { session_.navigation().openPage(address); });
    connect(&pane_, &ReadingPane::closeWanted, this, &DocumentController::closePage);
    connect(&pane_, &ReadingPane::commitCloseWanted, &navigation, &Navigation::leaveCommit);
    connect(&pane_.commitSide().mentions(), &MentionsBar::followed, this,
            &DocumentController::openMention);
    connect(&library_, &DocumentIndex::changed, this, &DocumentController::onIndexRead);
    connect(&library_, &DocumentIndex::failed, this, &DocumentController::failed);
    connect(&library_, &DocumentIndex::added, this, &DocumentController::openFile);
    connect(&library_, &DocumentIndex::fileChanged, this, [this](const QString& file) {
        if (DocumentPage* const page = pane_.page<DocumentPage>(Page::ofFile(file)))
            load(page);
    });
    connect(&library_, &DocumentIndex::moved, this, [this](const QString& from, const QString& to) {
        pane_.closePage(Page::ofFile(from));
        session_.navigation().renamePage(Page::ofFile(from), Page::ofFile(to));
    });
}

QString DocumentController::currentFile() const {
    return fileOf(session_.navigation().current().page);
}

void DocumentController::openFile(const QString& file) {
    // The one in front stays where it is being read.
    if (currentFile() == file)
        return;
    session_.navigation().openPage(Page::ofFile(file));
}

void DocumentController::openMention(const QString& file, int line) {
    session_.navigation().openPage(Page::ofFile(file), line);
}

void DocumentController::closeCurrent() {
    // A copy: closing leads elsewhere.
    closePage(QString(session_.navigation().current().page));
}

void DocumentController::closePage(const QString& address) {
    const QStringList open = pane_.addresses();
    const auto at = open.indexOf(address);
    if (at < 0)
        return;
    if (session_.navigation().current().page == address)
        session_.navigation().openPage(at > 0 ? open[at - 1] : QString());
    pane_.closePage(address);
    emit pagesChanged();
}

void DocumentController::follow(const Location& location, const Location&) {
    pane_.show(location.page, location.hasCommit());
    if (DocumentPage* const page = pane_.page<DocumentPage>(location.page)) {
        page->goTo(location.pageLine, location.pagePlace);
        if (page->isLoaded())
            emit pageShown(location.page);
    }
    emit pagesChanged();
}

DocumentPage* DocumentController::makeDocument(const QString& address, QWidget* parent) {
    auto* const page = new DocumentPage(address, parent);
    connectPage(page);
    return page;
}

void DocumentController::connectPage(DocumentPage* page) {
    connect(page, &DocumentPage::linkFollowed, this,
            [this, page](const QUrl& target, bool newTab) { followLink(page, target, newTab); });
    connect(page, &DocumentPage::linkHovered, this, &DocumentController::showTip);
    connect(page, &DocumentPage::reloadWanted, this, [this, page] { load(page); });
    connect(page, &DocumentPage::errorActionWanted, this,
            [this, page](DocumentErrorAction remedy) { applyErrorAction(page, remedy); });
    connect(page, &DocumentPage::scrolled, this, [this, page](int place) {
        if (session_.navigation().current().page == page->address())
            session_.navigation().keepPlace(place);
    });
    connect(page, &DocumentPage::titleChanged, this, [this, page](const QString& title) {
        pane_.setTitle(page->address(), title);
        emit pagesChanged();
    });
    load(page);
}

void DocumentController::load(DocumentPage* page) {
    const QString address = page->address();
    // Holding a document against a release takes seconds.
    const Lane lane = Page::parse(address).kind == Page::Kind::Coverage ? Lane::Jobs : Lane::Pages;
    service_.run(
        lane, page,
        [this, address, theme = page->browser().theme(), tell = service_.reporter(lane, this)](
            DocumentEngine& engine, const std::stop_token& stop) {
            const auto preview = [this, tell](LoadedPage start) {
                tell([this, start = std::move(start)] { onPageRead(start); });
            };
            const FileState file = stateOf(fileOf(address));
            LoadedPage loaded = engine.load(address, theme, preview, stop);
            loaded.file = file;
            return loaded;
        },
        [this](const LoadedPage& loaded) { onPageRead(loaded); },
        [this, page](const std::exception& error) {
            const auto* const known = dynamic_cast<const PageError*>(&error);
            page->showProblem(sentenceOf(error),
                              known ? known->remedy() : DocumentErrorAction::None);
            emit pageFailed(page->address(), sentenceOf(error));
        });
}

void DocumentController::onPageRead(const LoadedPage& loaded) {
    DocumentPage* const page = pane_.page<DocumentPage>(loaded.address);
    if (!page || (loaded.preview && page->isLoaded()))
        return;
    page->showPage(loaded);
    emit pageShown(loaded.address);
    loadChanged(page);
}

void DocumentController::loadChanged(DocumentPage* page) {
    const QString file = fileOf(page->address());
    if (!page->isLoaded() || !library_.ofFile(file))
        return;
    if (const FileState now = stateOf(file); now.size >= 0 && now != page->content().file)
        load(page);
}

void DocumentController::fillCommitTab(const QString& address, CommitSide* side) {
    CommitPanel& panel = side->panel();
    panel.setDatabase(database_);
    panel.setLookup([this](const std::string& oid, store::RowId release) {
        return session_.changeset(oid, release);
    });
    connect(&panel, &CommitPanel::commitRequested, this,
            [this](const QString& oid) { session_.navigation().openPage(Page::ofCommit(oid)); });
    connect(&panel, &CommitPanel::filterRequested, &session_.navigation(), &Navigation::openFilter);
    connect(&panel, &CommitPanel::mergedCommitsRequested, &session_.navigation(),
            [this](const QString& oid, const QString& label) {
                session_.navigation().openBreakdown(
                    {Breakdown::Pulls, QStringLiteral("pull:") + oid, label});
            });
    connect(&panel, &CommitPanel::failed, this, &DocumentController::failed);
    connect(&side->mentions(), &MentionsBar::followed, this, &DocumentController::openMention);
    const QString id = Page::parse(address).target;
    panel.clear(tr("The commit is being read…"));
    service_.run(
        Lane::Pages, side,
        [id](DocumentEngine& engine, const std::stop_token&) {
            return engine.reader().commit_by_oid(id.toStdString());
        },
        [this, side, address, id](const std::optional<store::CommitDetail>& detail) {
            const store::Release* const home =
                detail ? session_.releaseOfRow(detail->release) : nullptr;
            if (!home) {
                side->panel().clear(tr("Commit %1 is not in this database: it belongs to none of "
                                       "the releases that were imported.")
                                        .arg(id));
                return;
            }
            side->panel().showCommit(*detail, *home);
            pane_.setTitle(address, detail->row.subject.empty() ? shortOid(id)
                                                                : toQString(detail->row.subject));
            showMentions(*side, detail->row);
            emit pageShown(address);
        },
        [side](const std::exception& error) { side->panel().clear(sentenceOf(error)); });
}

void DocumentController::showMentions(CommitSide& side, const store::CommitRow& row) {
    service_.run(
        Lane::Pages, &side,
        [id = row.id](DocumentEngine& engine, const std::stop_token&) {
            return engine.reader().mentions(id);
        },
        [this, &side, id = row.id, oid = row.oid](const std::vector<store::Mention>& mentions) {
            // Somebody has gone on to another commit meanwhile.
            if (&side == &pane_.commitSide() && id != commit_.id)
                return;
            side.mentions().showMentions(mentions, oid);
        },
        [this](const std::exception& error) { emit failed(sentenceOf(error)); });
}

void DocumentController::followLink(DocumentPage* page, const QUrl& target, bool newTab) {
    const QString scheme = target.scheme();
    if (const QString* const word = wordOfLink(page->content().longWords, target)) {
        WholeText::open(tr("A word of the document"), *word, page);
    } else if (scheme == QLatin1String("commit")) {
        openCommitLink(page, afterScheme(target), newTab);
    } else if (scheme == QLatin1String("kerneldoc")) {
        const Page from = Page::parse(page->address());
        const QString release = from.kind == Page::Kind::KernelDoc
                                    ? from.release
                                    : session_.navigation().current().release;
        session_.navigation().openPage(Page::ofKernelDoc(release, afterScheme(target)));
    } else if (scheme == QLatin1String("http") || scheme == QLatin1String("https")) {
        QDesktopServices::openUrl(target);
    }
}

void DocumentController::openCommitLink(DocumentPage* page, const QString& id, bool newTab) {
    service_.run(
        Lane::Pages, page,
        [id](DocumentEngine& engine, const std::stop_token&) {
            return engine.reader().find_oid(id.toStdString()).has_value();
        },
        [this, page, id, newTab](bool known) {
            if (!known)
                page->showNotice(tr("Commit %1 is not in the database: it belongs to none of the "
                                    "releases that were imported.")
                                     .arg(id),
                                 DocumentErrorAction::Import);
            else if (newTab)
                session_.navigation().openPage(Page::ofCommit(id));
            else
                session_.navigation().openCommit(id);
        },
        [this](const std::exception& error) { emit failed(sentenceOf(error)); });
}

void DocumentController::showTip(const QUrl& target, const QPoint& place) {
    hovered_ = target;
    if (target.scheme() != QLatin1String("commit")) {
        // Where a link goes that leaves the program is to be seen before it is clicked.
        QToolTip::showText(place, whereTo(target).toHtmlEscaped());
        return;
    }
    service_.run(
        Lane::Pages, this,
        [id = afterScheme(target)](DocumentEngine& engine, const std::stop_token&) {
            return linkFacts(engine.reader(), id);
        },
        [this, target, place](const QString& facts) {
            if (hovered_ == target)
                QToolTip::showText(place, facts.isEmpty()
                                              ? tr("Commit %1 is in none of the releases that "
                                                   "were imported.")
                                                    .arg(afterScheme(target))
                                                    .toHtmlEscaped()
                                              : facts);
        },
        [this](const std::exception& error) { emit failed(sentenceOf(error)); });
}

void DocumentController::readMentions() {
    service_.run(
        Lane::Pages, this,
        [](DocumentEngine& engine, const std::stop_token&) {
            return engine.reader().all_mentions();
        },
        [this](const std::shared_ptr<const store::MentionMap>& mentions) {
            emit mentionsRead(mentions);
            if (session_.sort() == store::SortKey::mentions ||
                session_.navigation().current().filter.contains(QLatin1String("mentioned")))
                session_.reloadLists(false);
        },
        [this](const std::exception& error) { emit failed(sentenceOf(error)); });
}

void DocumentController::onIndexRead() {
    // What is written about the commits on screen may be something else now.
    readMentions();
    if (commit_.id != 0)
        showMentions(pane_.commitSide(), commit_);
    for (const QString& address : pane_.addresses())
        if (DocumentPage* const page = pane_.page<DocumentPage>(address))
            loadChanged(page);
    emit pagesChanged();
}

void DocumentController::fetchFor(DocumentPage* page) {
    service_.run(
        Lane::Pages, page,
        [release = Page::parse(page->address()).release](DocumentEngine& engine,
                                                         const std::stop_token&) {
            engine.allowFetching(release);
            return true;
        },
        [this, page](bool) { load(page); },
        [page](const std::exception& error) {
            page->showProblem(sentenceOf(error), DocumentErrorAction::None);
        });
}

void DocumentController::applyErrorAction(DocumentPage* page, DocumentErrorAction remedy) {
    if (remedy == DocumentErrorAction::Import) {
        emit importWanted();
        return;
    }
    if (remedy == DocumentErrorAction::Fetch) {
        fetchFor(page);
        return;
    }
    const QString file = Page::parse(page->address()).target;
    const QString now = QFileDialog::getOpenFileName(page, tr("Where is the document now?"), file);
    if (!now.isEmpty())
        library_.move(file, now);
}

} // namespace mw::ui
