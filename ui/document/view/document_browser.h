#pragma once

#include "core/loaded_page.h"
#include "document/view/layout_pacer.h"

#include <QTextBlock>
#include <QTextBrowser>

namespace mw::ui {

/// The text of one document. Shows what was laid out for it and says what a person wants to follow;
/// opens and fetches nothing itself, whatever the document names. GUI thread.
class DocumentBrowser : public QTextBrowser {
    Q_OBJECT

public:
    explicit DocumentBrowser(QWidget* parent = nullptr);
    ~DocumentBrowser() override;

    /// What a page for this widget is to be laid out with.
    PageTheme theme() const;
    /// keepPlace: the same text again, or its whole after its start.
    void showPage(const LoadedPage& page, bool keepPlace);

    /// Where the reader is: a character's position at the top of the view, as they left it; the
    /// text may be laid out anew around it.
    int place() const { return place_; }
    void setPlace(int place);
    /// Scrolls to a name in the document, as soon as the text before it is laid out.
    void goToAnchor(const QString& name);
    /// The same, and marks the paragraph there for a while.
    void showAnchor(const QString& name);

    /// In percent of the usual size.
    int zoom() const { return zoom_; }
    void setZoom(int percent);

signals:
    /// newTab: the person asked for a tab of its own.
    void linkFollowed(const QUrl& target, bool newTab);
    /// Empty: the pointer has left the link.
    void linkHovered(const QUrl& target, const QPoint& place);
    void zoomChanged(int percent);
    /// Colors or fonts are others: the page should be made again.
    void themeChanged();
    void scrolledByReader();

protected:
    QVariant loadResource(int type, const QUrl& name) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    int columnWidth(const QFont& font) const;
    void fitColumn();
    void goToPlace();
    QTextBlock blockOf(const QString& anchor) const;
    void mark(const QTextCursor& cursor);

    std::shared_ptr<QTextDocument> shown_;
    LayoutPacer pacer_; ///< of shown_
    QFont font_;        ///< at 100 percent
    int zoom_ = 100;
    int place_ = 0;
    bool placing_ = false; ///< the view scrolls by itself
    bool placed_ = true;   ///< the reader has not scrolled since setPlace()
};

} // namespace mw::ui
