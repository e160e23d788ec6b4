#include "store/user/documents.h"

#include "base/object_id.h"
#include "store/db/connection.h"
#include "store/db/database_file.h"
#include "store/db/write_transaction.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <utility>

namespace mw::store {

namespace {

using SQLite::Statement;

/// Raw bytes of the digits; the last of an odd number is dropped, whole bytes are what is compared.
std::string bytes_of(const std::string& hex) {
    const auto raw = git::from_hex(std::string_view(hex).substr(0, hex.size() / 2 * 2));
    if (!raw)
        throw Error("'{}' is no commit id.", hex);
    return *raw;
}

} // namespace

struct DocumentStore::Impl {
    explicit Impl(std::filesystem::path opened) : file(std::move(opened)) {}

    /// Both are opened when they are first needed: a file that cannot be written can be read, and
    /// one that is not there yet is made by the first document.
    SQLite::Database& reader() {
        if (!reading)
            reading.emplace(file, Connection::Mode::read);
        return reading->database();
    }
    SQLite::Database& writer() {
        if (!writing)
            writing.emplace(file, Connection::Mode::write);
        return writing->database();
    }

    template <typename Action>
    decltype(auto) guard(Action&& action) {
        return translated(file, std::forward<Action>(action));
    }

    const std::filesystem::path file;
    std::optional<Connection> reading, writing;
};

DocumentStore::DocumentStore(const std::filesystem::path& file)
    : impl_(std::make_unique<Impl>(file)) {}
DocumentStore::~DocumentStore() = default;

RowId DocumentStore::put(const Document& document, const std::vector<NewMention>& mentions) {
    return impl_->guard([&] {
        auto& database = impl_->writer();
        WriteTransaction transaction(database);
        Statement insert(database,
                         "INSERT INTO document (release, title, file, content_hash, added_at) "
                         "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (file) DO UPDATE SET release = "
                         "?1, title = ?2, content_hash = ?4 RETURNING id");
        insert.bind(1, document.release);
        insert.bind(2, document.title);
        insert.bind(3, document.file);
        insert.bind(4, document.content_hash);
        insert.bind(5, document.added_at);
        insert.executeStep();
        const RowId id = insert.getColumn(0).getInt64();
        insert.reset();
        Statement clear(database, "DELETE FROM mention WHERE document_id = ?");
        clear.bind(1, id);
        clear.exec();
        Statement add(database,
                      "INSERT INTO mention (document_id, oid, line, words) VALUES (?, ?, ?, ?)");
        for (const auto& mention : mentions) {
            const auto oid = bytes_of(mention.oid);
            add.bind(1, id);
            add.bind(2, oid.data(), static_cast<int>(oid.size()));
            add.bind(3, mention.line);
            add.bind(4, mention.words);
            add.exec();
            add.reset();
        }
        transaction.commit();
        return id;
    });
}

void DocumentStore::move(RowId document, const std::string& new_file) {
    impl_->guard([&] {
        WriteTransaction transaction(impl_->writer());
        Statement update(impl_->writer(), "UPDATE document SET file = ? WHERE id = ?");
        update.bind(1, new_file);
        update.bind(2, document);
        update.exec();
        transaction.commit();
    });
}

void DocumentStore::remove(RowId document) {
    impl_->guard([&] {
        WriteTransaction transaction(impl_->writer());
        for (const char* sql :
             {"DELETE FROM mention WHERE document_id = ?", "DELETE FROM document WHERE id = ?"}) {
            Statement erase(impl_->writer(), sql);
            erase.bind(1, document);
            erase.exec();
        }
        transaction.commit();
    });
}

std::vector<Document> DocumentStore::all() {
    if (is_new_database(impl_->file))
        return {};
    return impl_->guard([&] {
        Statement select(impl_->reader(), "SELECT id, release, title, file, content_hash, "
                                          "added_at FROM document ORDER BY added_at, id");
        std::vector<Document> documents;
        while (select.executeStep())
            documents.push_back({select.getColumn(0).getInt64(), select.getColumn(1).getString(),
                                 select.getColumn(2).getString(), select.getColumn(3).getString(),
                                 select.getColumn(4).getString(), select.getColumn(5).getInt64()});
        return documents;
    });
}

} // namespace mw::store
