#include "store/rows/event_rows.h"

#include "store/sql/row_scan.h"
#include "store/sql/sql_values.h"

#include <charconv>
#include <string_view>

// A row's bytes: fields that each end with a null byte, which no text of ours has.
//     events      their number; of each: kind, step and number of labels, the identity, the labels
//     code        the paths

namespace mw::store {

namespace {

class EventFields {
public:
    explicit EventFields(std::string_view bytes) : rest_(bytes) {}

    bool at_end() const { return rest_.empty(); }

    /// Of damaged bytes as much as there is.
    std::string text() {
        const auto end = rest_.find('\0');
        std::string field(rest_.substr(0, end));
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
        return field;
    }

    std::size_t number() {
        const auto digits = text();
        std::size_t number = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
        return number;
    }

private:
    std::string_view rest_;
};

void put_field(std::string& bytes, std::string_view text) {
    bytes.append(text).append(1, '\0');
}

CommitEvents parse_events(std::string_view bytes) {
    EventFields fields(bytes);
    CommitEvents read;
    for (auto count = fields.number(); count > 0 && !fields.at_end(); --count) {
        auto& event = read.events.emplace_back();
        event.kind = static_cast<interfaces::Kind>(fields.number());
        event.step = static_cast<interfaces::Event::Step>(fields.number());
        auto labels = fields.number();
        event.identity = fields.text();
        for (; labels > 0 && !fields.at_end(); --labels)
            event.labels.push_back(fields.text());
    }
    while (!fields.at_end())
        read.code.push_back(fields.text());
    return read;
}

} // namespace

void write_events(SQLite::Database& database, RowId commit, const CommitEvents& events) {
    if (events.events.empty())
        return;
    std::string bytes;
    put_field(bytes, std::to_string(events.events.size()));
    for (const auto& event : events.events) {
        put_field(bytes, std::to_string(static_cast<int>(event.kind)));
        put_field(bytes, std::to_string(static_cast<int>(event.step)));
        put_field(bytes, std::to_string(event.labels.size()));
        put_field(bytes, event.identity);
        for (const auto& label : event.labels)
            put_field(bytes, label);
    }
    for (const auto& path : events.code)
        put_field(bytes, path);
    SQLite::Statement insert(
        database, "INSERT OR REPLACE INTO interface_event (commit_id, data) VALUES (?, ?)");
    insert.bind(1, commit);
    bind_blob(insert, 2, bytes);
    insert.exec();
}

void load_events(SQLite::Database& database, RowId release,
                 const std::function<void(RowId, const std::string&, CommitEvents)>& found) {
    RowScan rows(database, "SELECT c.id, c.oid, e.data FROM commits c JOIN interface_event e ON "
                           "e.commit_id = c.id WHERE c.release_id = ? ORDER BY c.position");
    rows.bind(1, release);
    while (rows.next())
        found(rows.number(0), std::string(rows.bytes(1)), parse_events(rows.bytes(2)));
}

} // namespace mw::store
