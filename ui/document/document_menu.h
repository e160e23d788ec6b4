#pragma once

#include "document/export_menu.h"

#include <QMenu>

namespace mw::ui {

class DocumentController;
class DocumentPage;

/// The window's menu of documents: opens, adds, prints and closes them, and lists those of the
/// release. GUI thread. Keeps a reference to the controller.
class DocumentMenu : public QMenu {
    Q_OBJECT

public:
    /// selection: the rows that a person has selected in the table.
    DocumentMenu(DocumentController& documents, ExportMenu::Selection selection,
                 QWidget* parent = nullptr);

signals:
    void said(const QString& sentence);
    void failed(const QString& sentence);

private:
    QAction* add(const QString& text, const QKeySequence& keys, void (DocumentMenu::*what)());
    void refresh();
    void listDocuments();
    void addDocument();
    void forgetDocument();
    void showMentioned();
    void find();
    void zoomIn();
    void zoomOut();
    void zoomReset();
    void print();
    void savePdf();
    void closePage();
    void showCoverage();
    void draft();
    DocumentPage* page() const;

    DocumentController& documents_;
    QMenu* list_ = nullptr;
    QList<QAction*> forPages_; ///< need a document in front
    QAction* forget_ = nullptr;
    QAction* close_ = nullptr;
    QAction* coverage_ = nullptr;
};

} // namespace mw::ui
