#pragma once

#include <QMenu>

class QPrinter;

namespace mw::ui {

class DocumentController;
class DocumentPage;

/// The window's menu of documents: opens, adds, prints and closes them, and lists those of the
/// release. GUI thread. Keeps a reference to the controller.
class DocumentMenu : public QMenu {
    Q_OBJECT

public:
    explicit DocumentMenu(DocumentController& documents, QWidget* parent = nullptr);

signals:
    void said(const QString& sentence);
    void failed(const QString& sentence);

private:
    QAction* add(const QString& text, const QKeySequence& keys, void (DocumentMenu::*what)());
    void refresh();
    void listDocuments();
    void addDocument();
    void forgetDocument();
    void find();
    void zoomIn();
    void zoomOut();
    void zoomReset();
    void print();
    void savePdf();
    void closePage();
    DocumentPage* page() const;

    DocumentController& documents_;
    QMenu* list_ = nullptr;
    QList<QAction*> forPages_; ///< need a document in front
    QAction* forget_ = nullptr;
    QAction* close_ = nullptr;
};

} // namespace mw::ui
