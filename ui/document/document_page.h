#pragma once

#include "core/document_error_action.h"
#include "document/view/document_browser.h"

#include <QWidget>

#include <memory>

namespace Ui {
class DocumentPage;
}

namespace mw::ui {

/// One document in a tab: its outline, its text, and a bar to find words in it. Shows what it is
/// given. GUI thread.
class DocumentPage : public QWidget {
    Q_OBJECT

public:
    explicit DocumentPage(const QString& address, QWidget* parent = nullptr);
    ~DocumentPage() override;

    const QString& address() const { return address_; }
    DocumentBrowser& browser();
    /// The whole document is there.
    bool isLoaded() const { return loaded_; }
    const LoadedPage& content() const { return page_; }

    void showPage(const LoadedPage& page);
    /// Why there is nothing to show.
    void showProblem(const QString& sentence, DocumentErrorAction remedy);
    /// Something about a link: a sentence in a bar above the text.
    void showNotice(const QString& sentence, DocumentErrorAction remedy);

    /// Now, or as soon as the text is there. line: of the source, 0 for none; else place is a
    /// position of DocumentBrowser::place(), 0 for the start.
    void goTo(int line, int place);

    void find();
    void zoomBy(int percent);
    void resetZoom();

signals:
    void linkFollowed(const QUrl& target, bool newTab);
    void linkHovered(const QUrl& target, const QPoint& place);
    void errorActionWanted(mw::ui::DocumentErrorAction remedy);
    void reloadWanted();
    void scrolled(int place);
    void titleChanged(const QString& title);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fillOutline();
    /// The text comes first where there is room for one alone.
    void showOutline();
    bool handleKey(QKeyEvent* event, bool probe);

    std::unique_ptr<Ui::DocumentPage> ui_;
    const QString address_;
    LoadedPage page_;
    bool loaded_ = false;
    bool waiting_ = false; ///< for the text, to go to the place asked for
    int wantedLine_ = 0, wantedPlace_ = 0;
    DocumentErrorAction remedy_ = DocumentErrorAction::None;
};

} // namespace mw::ui
