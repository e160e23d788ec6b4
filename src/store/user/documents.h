#pragma once

#include "store/model/records.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace mw::store {

/// A document that a person added.
struct Document {
    RowId id = 0;
    std::string release; ///< name of the release that it is about
    std::string title;
    std::string file;         ///< absolute path
    std::string content_hash; ///< tells a changed file from an unchanged one, wherever it is
    Seconds added_at = 0;
};

/// An entry of a document that points at a commit.
struct NewMention {
    std::string oid; ///< hex, the digits that the document has
    int line = 0;    ///< from 1
    std::string words;
};

/// What is written about a commit in a document.
struct Mention {
    RowId document = 0;
    std::string title, file; ///< of the document
    int line = 0;
    std::string words;
    std::string oid; ///< the id that the document has: the commit's own, or its pull's
};

/// The documents of a database and what they mention. Owns a connection to read and, from the first
/// change on, one to write; one thread. A change waits up to a minute for an import that writes.
/// Throws store::Error.
class DocumentStore {
public:
    explicit DocumentStore(const std::filesystem::path& file);
    ~DocumentStore();
    DocumentStore(const DocumentStore&) = delete;
    DocumentStore& operator=(const DocumentStore&) = delete;

    /// Adds a document, or replaces the one of the same file with all it mentions. Returns its id.
    RowId put(const Document& document, const std::vector<NewMention>& mentions);

    /// The file is somewhere else now; what hangs on the document stays.
    void move(RowId document, const std::string& new_file);

    void remove(RowId document);

    /// By the time they were added.
    std::vector<Document> all();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::store
