#pragma once

#include "core/file_state.h"
#include "document/work/document_service.h"
#include "store/user/documents.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace mw::ui {

/// The documents of the database: those that the program ships and those that a person added. Their
/// files are watched; what they mention is read again when they change. GUI thread.
class DocumentIndex : public QObject {
    Q_OBJECT

public:
    explicit DocumentIndex(DocumentService& service, QObject* parent = nullptr);

    /// Reads the list, and anew what has changed since; then changed().
    void refresh();
    void add(const QString& file, const QString& release);
    void remove(store::RowId document);
    /// The file of a document is another one now. Its place in the list and what hangs on it stay.
    void move(const QString& from, const QString& to);

    const std::vector<store::Document>& all() const { return documents_; }
    const store::Document* ofFile(const QString& file) const;

signals:
    /// The list, or what documents say of commits, is another one.
    void changed();
    void added(const QString& file);
    void fileChanged(const QString& file);
    void moved(const QString& from, const QString& to);
    void failed(const QString& sentence);

private:
    struct Listing {
        std::vector<store::Document> documents;
        QHash<QString, QByteArray> digests; ///< of the files, to know them again where they moved
        QHash<QString, FileState> states;   ///< before they were read
    };

    void readLater(const QString& file);

    void take(const Listing& listing);
    void index(const QString& file, const QString& release, std::function<void()> done);
    void readChanged();

    DocumentService& service_;
    QFileSystemWatcher watcher_;
    QTimer settle_; ///< editors write a file in several steps
    QStringList touched_;
    std::vector<store::Document> documents_;
    QHash<QString, QByteArray> digests_;
};

} // namespace mw::ui
