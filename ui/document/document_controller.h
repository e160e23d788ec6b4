#pragma once

#include "document/document_index.h"
#include "document/document_page.h"
#include "document/work/document_service.h"
#include "pages/reading_pane.h"
#include "session/session.h"

#include <QObject>
#include <QSet>

namespace mw::ui {

/// Connects documents with the session: follows the navigation, has pages read, answers what a
/// person does with their links, and tells the commit view what is written about its commit. GUI
/// thread. Owns the service; keeps references to session and pane.
class DocumentController : public QObject {
    Q_OBJECT

public:
    DocumentController(const QString& database, Session& session, ReadingPane& pane,
                       QObject* parent = nullptr);

    DocumentService& service() { return service_; }
    DocumentIndex& library() { return library_; }
    ReadingPane& pane() { return pane_; }
    Session& session() { return session_; }

    /// The file of the page in front; empty where it is no document of a file.
    QString currentFile() const;

public slots:
    void openFile(const QString& file);
    void closePage(const QString& address);
    void closeCurrent();

signals:
    void importWanted();
    void failed(const QString& sentence);
    /// A page has nothing to show; why, it says itself, too.
    void pageFailed(const QString& address, const QString& sentence);
    /// Titles, pages or the list of documents have changed.
    void pagesChanged();
    /// What is written about which commits is another thing now.
    void mentionsRead(const std::shared_ptr<const store::MentionMap>& mentions);
    /// A page that was asked for is on screen.
    void pageShown(const QString& address);

private:
    void follow(const Location& location, const Location& before);
    DocumentPage* makeDocument(const QString& address, QWidget* parent);
    void connectPage(DocumentPage* page);
    void fillCommitTab(const QString& address, CommitSide* side);
    void load(DocumentPage* page);
    void onPageRead(const LoadedPage& page);
    /// What happened to a file before it was watched, nobody tells.
    void loadChanged(DocumentPage* page);
    void followLink(DocumentPage* page, const QUrl& target, bool newTab);
    void openCommitLink(DocumentPage* page, const QString& id, bool newTab);
    void showTip(const QUrl& target, const QPoint& place);
    void onIndexRead();
    void readMentions();
    void fetchFor(DocumentPage* page);
    void applyErrorAction(DocumentPage* page, DocumentErrorAction remedy);
    void showMentions(CommitSide& side, const store::CommitRow& row);
    void openMention(const QString& file, int line);

    const QString database_;
    Session& session_;
    ReadingPane& pane_;
    DocumentService service_;
    DocumentIndex library_;
    store::CommitRow commit_; ///< in the commit view
    QUrl hovered_;
};

} // namespace mw::ui
