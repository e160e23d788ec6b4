#pragma once

#include "document/work/document_service.h"
#include "document/write/export.h"

#include <QMenu>

#include <functional>

namespace mw::ui {

class Session;

/// Writes releases, sections, lists and selected rows to files, and puts references to commits into
/// the clipboard. GUI thread. Keeps references to session and service.
class ExportMenu : public QMenu {
    Q_OBJECT

public:
    /// The rows that a person has selected, called on this thread.
    using Selection = std::function<std::vector<store::RowId>()>;

    ExportMenu(Session& session, DocumentService& service, Selection selection,
               QWidget* parent = nullptr);

    enum class Scope { Release, Section, List, Selection };
    /// What the menu's dialogs lead to.
    void writeFile(Scope scope, document::ExportFormat format, const QString& file);

    enum class Form { Reference, Fixes, Link };
    void copy(Form form);

signals:
    void said(const QString& sentence);
    void failed(const QString& sentence);

private:
    void addCopy(QMenu& menu, const QString& text, Form form);
    void addScope(const QString& text, Scope scope);
    void ask(Scope scope);

    Session& session_;
    DocumentService& service_;
    const Selection selection_;
};

} // namespace mw::ui
