#include "store/stats/people_sql.h"

#include "base/object_id.h"
#include "store/language/tokenizer.h"

#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace mw::store {

namespace {

void person_key(sqlite3_context* context, int, sqlite3_value** values) {
    const auto* name = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
    if (name == nullptr) {
        sqlite3_result_null(context);
        return;
    }
    const auto& tokenizer = *static_cast<const Tokenizer*>(sqlite3_user_data(context));
    try {
        const std::string key = tokenizer.fold(name);
        sqlite3_result_text(context, key.data(), static_cast<int>(key.size()), SQLITE_TRANSIENT);
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    }
}

} // namespace

void add_person_key(SQLite::Database& database) {
    database.createFunction("person_key", 1, true, std::make_unique<Tokenizer>().release(),
                            person_key, nullptr, nullptr,
                            [](void* tokenizer) { delete static_cast<Tokenizer*>(tokenizer); });
}

std::vector<std::string> addresses_of(std::string_view list) {
    std::vector<std::string> addresses;
    while (!list.empty()) {
        const auto comma = list.find(',');
        if (auto address = git::from_hex(list.substr(0, comma));
            address && std::ranges::count(addresses, *address) == 0)
            addresses.push_back(std::move(*address));
        list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
    }
    return addresses;
}

} // namespace mw::store
