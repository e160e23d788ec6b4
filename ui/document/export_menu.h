#pragma once

#include "document/work/document_service.h"
#include "document/write/export.h"

#include <QMenu>

#include <functional>
#include <optional>
#include <vector>

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

    /// What is to be written, in full: nothing on screen matters to it any more.
    struct Order {
        store::CommitQuery query;
        std::optional<std::vector<store::RowId>> rows{}; ///< these instead of the query
        document::ExportOptions how;
        QString file;
    };

    /// What the menu's dialogs lead to; nothing where no release is open or no row is selected.
    void writeFile(Scope scope, document::ExportFormat format, const QString& file);

    enum class Form { Reference, Fixes, Link };
    void copy(Form form);

signals:
    void said(const QString& sentence);
    void failed(const QString& sentence);

private:
    void addCopy(QMenu& menu, const QString& text, Form form);
    QAction* addScope(const QString& text, Scope scope);
    void refresh(); ///< says what would be written now
    void ask(Scope scope);
    std::optional<Order> order(Scope scope) const;
    void write(const Order& order);

    Session& session_;
    DocumentService& service_;
    const Selection selection_;
    QAction* section_ = nullptr;
    QAction* whole_ = nullptr;
};

} // namespace mw::ui
