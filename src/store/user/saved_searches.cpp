#include "store/user/saved_searches.h"

#include "store/db/connection.h"
#include "store/db/write_transaction.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>

namespace mw::store {

using SQLite::Statement;

struct SavedSearches::Impl {
    explicit Impl(const std::filesystem::path& opened)
        : file(opened), reader(opened, Connection::Mode::read) {}

    /// Opened for the first change: a file that cannot be written can still be read.
    Connection& writer() {
        if (!writing)
            writing.emplace(file, Connection::Mode::write);
        return *writing;
    }

    bool has(const std::string& name) {
        Statement select(writer().database(), "SELECT 1 FROM saved_search WHERE name = ?");
        select.bind(1, name);
        return select.executeStep();
    }

    const std::filesystem::path file;
    Connection reader;
    std::optional<Connection> writing;
};

namespace {

void refuse_blank_name(const std::string& name) {
    if (name.find_first_not_of(" \t\r\n") == std::string::npos)
        throw Error("A saved search needs a name: give it one with a letter or digit.");
}

} // namespace

SavedSearches::SavedSearches(const std::filesystem::path& file)
    : impl_(translated(file, [&] { return std::make_unique<Impl>(file); })) {}

SavedSearches::~SavedSearches() = default;

std::vector<SavedSearch> SavedSearches::all() {
    return impl_->reader.guard([&] {
        Statement select(impl_->reader.database(),
                         "SELECT name, query, release FROM saved_search ORDER BY position, id");
        std::vector<SavedSearch> searches;
        while (select.executeStep())
            searches.push_back({select.getColumn(0).getString(), select.getColumn(1).getString(),
                                select.getColumn(2).getString()});
        return searches;
    });
}

void SavedSearches::put(const SavedSearch& search) {
    refuse_blank_name(search.name);
    translated(impl_->file, [&] {
        WriteTransaction transaction(impl_->writer().database());
        Statement insert(impl_->writer().database(),
                         "INSERT INTO saved_search (name, query, release, position) VALUES "
                         "(?1, ?2, ?3, (SELECT ifnull(max(position), 0) + 1 FROM saved_search)) "
                         "ON CONFLICT (name) DO UPDATE SET query = ?2, release = ?3");
        insert.bind(1, search.name);
        insert.bind(2, search.query);
        insert.bind(3, search.release);
        insert.exec();
        transaction.commit();
    });
}

void SavedSearches::rename(const std::string& name, const std::string& new_name) {
    refuse_blank_name(new_name);
    translated(impl_->file, [&] {
        WriteTransaction transaction(impl_->writer().database());
        if (name != new_name && impl_->has(new_name))
            throw Error("There is a saved search '{}' already: choose another name or "
                        "remove that one first.",
                        new_name);
        Statement update(impl_->writer().database(),
                         "UPDATE saved_search SET name = ?2 WHERE name = ?1");
        update.bind(1, name);
        update.bind(2, new_name);
        if (update.exec() == 0)
            throw Error("There is no saved search '{}' any more.", name);
        transaction.commit();
    });
}

void SavedSearches::remove(const std::string& name) {
    translated(impl_->file, [&] {
        WriteTransaction transaction(impl_->writer().database());
        Statement forget(impl_->writer().database(), "DELETE FROM saved_search WHERE name = ?");
        forget.bind(1, name);
        forget.exec();
        transaction.commit();
    });
}

} // namespace mw::store
