#include "store/user/stars.h"

#include "base/text.h"
#include "store/rows/people.h"
#include "store/rows/star_sql.h"
#include "store/sql/sql_values.h"
#include "store/sql/tokenizer.h"
#include "store/user/access_mode.h"

#include <fmt/format.h>

#include <ctime>

namespace mw::store {

using SQLite::Statement;

namespace {

std::string without_star_blanks(const std::string& name) {
    return std::string(trimmed(name, " \t\r\n"));
}

/// What column key holds: by which commits are found (star_sql.h).
std::string key_of(Star::Kind kind, const std::string& name) {
    if (kind == Star::Kind::path) {
        const auto last = name.find_last_not_of('/');
        return last == std::string::npos ? std::string() : name.substr(0, last + 1);
    }
    if (kind == Star::Kind::subsystem)
        return name;
    const auto open = name.rfind('<');
    if (open != std::string::npos && name.ends_with('>'))
        return lower_case(name.substr(open + 1, name.size() - open - 2));
    return name.find('@') != std::string::npos ? lower_case(name)
                                               : person_key(Tokenizer(), name, {});
}

} // namespace

const char* to_string(Star::Kind kind) {
    switch (kind) {
    case Star::Kind::path:
        return "path";
    case Star::Kind::person:
        return "person";
    case Star::Kind::subsystem:
        break;
    }
    return "subsystem";
}

struct Stars::Impl {
    Impl(const std::filesystem::path& file, Access access) : connection(file, mode_of(access)) {}

    /// True where it changed anything.
    bool change(const char* sql, Star::Kind kind, const std::string& name) {
        const auto wanted = without_star_blanks(name);
        const auto key = key_of(kind, wanted);
        if (key.empty())
            throw Error("'{}' names no {}.", name, to_string(kind));
        Statement statement(connection.database(), sql);
        statement.bind(1, static_cast<int>(kind));
        bind_text(statement, 2, key);
        if (statement.getBindParameterCount() > 2) {
            bind_text(statement, 3, wanted);
            statement.bind(4, static_cast<std::int64_t>(std::time(nullptr)));
        }
        return statement.exec() > 0;
    }

    Connection connection;
};

Stars::Stars(const std::filesystem::path& file, Access access)
    : impl_(translated(file, [&] { return std::make_unique<Impl>(file, access); })) {}

Stars::~Stars() = default;

std::vector<Star> Stars::all() {
    return impl_->connection.guard([&] {
        Statement select(impl_->connection.database(),
                         "SELECT kind, name, starred_at FROM star ORDER BY kind, name");
        std::vector<Star> stars;
        while (select.executeStep())
            stars.push_back({static_cast<Star::Kind>(select.getColumn(0).getInt()),
                             select.getColumn(1).getString(), select.getColumn(2).getInt64()});
        return stars;
    });
}

bool Stars::add(Star::Kind kind, const std::string& name) {
    return impl_->connection.guard([&] {
        return impl_->change("INSERT OR IGNORE INTO star (kind, key, name, starred_at) VALUES (?, "
                             "?, ?, ?)",
                             kind, name);
    });
}

bool Stars::finds(Star::Kind kind, const std::string& name) {
    return impl_->connection.guard([&] {
        // In place of the table, under its name: the one star that is asked about.
        Statement any(impl_->connection.database(),
                      fmt::format("WITH star (kind, key) AS (VALUES (?1, ?2)) SELECT EXISTS ({})",
                                  starred_commits));
        const auto key = key_of(kind, without_star_blanks(name));
        any.bind(1, static_cast<int>(kind));
        bind_text(any, 2, key);
        return any.executeStep() && any.getColumn(0).getInt() != 0;
    });
}

bool Stars::remove(Star::Kind kind, const std::string& name) {
    return impl_->connection.guard(
        [&] { return impl_->change("DELETE FROM star WHERE kind = ? AND key = ?", kind, name); });
}

} // namespace mw::store
