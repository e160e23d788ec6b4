#include "store/query_sql.h"

#include "git/object_id.h"
#include "store/search_query.h"
#include "store/time_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace mw::store {

namespace {

std::string key_list(auto keys) {
    std::string list;
    for (const auto key : keys)
        list.append(list.empty() ? "" : ", ").append(classify::key(key));
    return list;
}

/// A string of FTS5's own query syntax: quoted, so that nothing in it is an operator.
std::string fts_string(const std::string& text, bool prefix) {
    std::string quoted = "\"";
    for (const char c : text)
        quoted.append(c == '"' ? 2 : 1, c);
    return quoted + (prefix ? "\"*" : "\"");
}

/// True for text with at least one character that the tokenizer keeps.
bool has_token(const std::string& text) {
    return std::ranges::any_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               static_cast<unsigned char>(c) >= 0x80;
    });
}

/// The text as a LIKE pattern that finds it anywhere; '\' escapes.
std::string like_anywhere(const std::string& text) {
    std::string pattern = "%";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\')
            pattern += '\\';
        pattern += c;
    }
    return pattern + '%';
}

const char* order_by(SortKey key) {
    switch (key) {
    case SortKey::landing:
        break;
    case SortKey::subject:
        return "c.subject COLLATE NOCASE";
    case SortKey::author:
        return "a.name COLLATE NOCASE";
    case SortKey::author_time:
        return "c.author_time";
    case SortKey::section:
        return "p.section, p.subgroup";
    case SortKey::subsystem:
        return "s.name COLLATE NOCASE";
    case SortKey::files:
        return "c.files";
    case SortKey::lines:
        return "c.insertions + c.deletions";
    case SortKey::pull:
        return "m.position";
    case SortKey::oid:
        return "c.oid";
    }
    return "";
}

std::string with_direction(std::string columns, bool descending) {
    if (!descending || columns.empty())
        return columns;
    for (auto comma = columns.find(','); comma != std::string::npos;
         comma = columns.find(',', comma + 6))
        columns.insert(comma, " DESC");
    return columns + " DESC";
}

bool asks_for_merges(const QueryNode& node) {
    if (node.kind == QueryNode::Kind::term)
        return node.field == "is" || node.field == "sha";
    return std::ranges::any_of(node.children, asks_for_merges);
}

} // namespace

/// Turns a syntax tree into conditions. Each term names its rows by a sub-select on the index that
/// fits it, so that SQLite can start from the rarest.
class TermSql {
public:
    explicit TermSql(std::vector<QuerySql::Value>& values) : values_(values) {}

    std::string condition(const QueryNode& node) {
        switch (node.kind) {
        case QueryNode::Kind::term:
            return term(node);
        case QueryNode::Kind::none_of:
            return "NOT (" + condition(node.children.front()) + ")";
        case QueryNode::Kind::any_of:
            return joined(node, " OR ");
        case QueryNode::Kind::all_of:
            break;
        }
        return node.children.empty() ? "1" : joined(node, " AND ");
    }

private:
    std::string joined(const QueryNode& node, const char* separator) {
        std::string sql;
        for (const auto& child : node.children)
            sql += (sql.empty() ? "(" : separator) + condition(child);
        return sql + ")";
    }

    std::string parameter(QuerySql::Value value) {
        values_.push_back(std::move(value));
        return fmt::format("?{}", values_.size());
    }

    std::string term(const QueryNode& node) {
        const auto& field = node.field;
        if (field.empty() || field == "subject" || field == "body")
            return text(node);
        if (field == "author" || field == "committer")
            return fmt::format("c.{}_id IN ({})", field, people(node));
        if (field == "path")
            return fmt::format("c.id IN (SELECT commit_id FROM change WHERE path_id IN (SELECT "
                               "rowid FROM search_path WHERE search_path MATCH {}))",
                               match(node, node.prefix));
        if (field == "section")
            return section(node);
        if (field == "subsystem")
            return fmt::format("c.subsystem_id IN (SELECT id FROM subsystem WHERE name LIKE {} "
                               "ESCAPE '\\')",
                               parameter(like_anywhere(node.value)));
        if (field == "pull")
            return fmt::format("c.pull_id IN (SELECT id FROM commits WHERE kind = 2 AND {})",
                               looks_like_id(node.value)
                                   ? id_condition(node, "oid")
                                   : "subject LIKE " + parameter(like_anywhere(node.value)) +
                                         " ESCAPE '\\'");
        if (field == "trailer" || field == "fixes" || field == "reported-by")
            return trailer(node);
        if (field == "sha")
            return id_condition(node, "c.oid");
        if (field == "release")
            return fmt::format("c.release_id IN (SELECT id FROM release WHERE name = {})",
                               parameter(node.value));
        if (field == "lines")
            return lines(node);
        if (field == "is")
            return kind(node);
        return time(node);
    }

    std::string match(const QueryNode& node, bool prefix) {
        if (!has_token(node.value))
            throw QueryError("There is no letter or digit here to search for.",
                             node.value_position);
        return parameter(fts_string(node.value, prefix));
    }

    std::string text(const QueryNode& node) {
        const auto words = match(node, node.prefix);
        if (node.field.empty())
            return fmt::format("c.id IN (SELECT rowid FROM search_text WHERE search_text MATCH {})",
                               words);
        return fmt::format("c.id IN (SELECT rowid FROM search_text WHERE {} MATCH {})", node.field,
                           words);
    }

    std::string people(const QueryNode& node) {
        return fmt::format("SELECT rowid FROM search_person WHERE search_person MATCH {}",
                           match(node, true));
    }

    std::string section(const QueryNode& node) {
        const auto slash = node.value.find_first_of("/.");
        const auto section = classify::section_from_key(node.value.substr(0, slash));
        if (!section)
            throw QueryError(fmt::format("'{}' is no section. Sections are: {}.",
                                         node.value.substr(0, slash),
                                         key_list(classify::all_sections())),
                             node.value_position);
        std::string sql = fmt::format("c.place_id IN (SELECT id FROM place WHERE section = {}",
                                      parameter(std::string(classify::key(*section))));
        if (slash != std::string::npos) {
            const auto subgroup = classify::subgroup_from_key(node.value.substr(slash + 1));
            if (!subgroup || slash + 1 == node.value.size())
                throw QueryError(fmt::format("'{}' is no subgroup. Subgroups of hardware are: {}.",
                                             node.value.substr(slash + 1),
                                             key_list(classify::all_subgroups())),
                                 node.value_position + slash + 1);
            sql +=
                fmt::format(" AND subgroup = {}", parameter(std::string(classify::key(*subgroup))));
        }
        return sql + ")";
    }

    std::string trailer(const QueryNode& node) {
        std::string sql = "c.id IN (SELECT commit_id FROM trailer t WHERE ";
        std::string value = node.value;
        if (node.field != "trailer") {
            sql += fmt::format("t.key_id IN (SELECT id FROM trailer_key WHERE key = {} COLLATE "
                               "NOCASE) AND ",
                               parameter(node.field));
        } else if (const auto equals = value.find('='); equals != std::string::npos) {
            sql += fmt::format("t.key_id IN (SELECT id FROM trailer_key WHERE key = {} COLLATE "
                               "NOCASE) AND ",
                               parameter(value.substr(0, equals)));
            value.erase(0, equals + 1);
        }
        const auto pattern = parameter(like_anywhere(value));
        return sql +
               fmt::format("(t.value LIKE {0} ESCAPE '\\' OR t.person_id IN (SELECT id FROM "
                           "person WHERE name || ' <' || email || '>' LIKE {0} ESCAPE '\\')))",
                           pattern);
    }

    static bool looks_like_id(const std::string& text) {
        return text.size() >= 4 && text.size() <= 40 &&
               text.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
    }

    /// A range of the index on ids, and then the last digit where their number is odd.
    std::string id_condition(const QueryNode& node, const char* column) {
        if (!looks_like_id(node.value))
            throw QueryError("An id is 4 to 40 hexadecimal digits.", node.value_position);
        const auto known = git::from_hex(node.value.substr(0, node.value.size() / 2 * 2));
        std::string last = *known;
        last.resize(git::ObjectId::size, '\xff');
        return fmt::format("{0} BETWEEN {1} AND {2} AND hex({0}) LIKE {3}", column,
                           parameter(QuerySql::Blob{*known}), parameter(QuerySql::Blob{last}),
                           parameter(node.value + "%"));
    }

    std::string lines(const QueryNode& node) {
        std::string_view value = node.value;
        const char* comparison = "=";
        for (const char* candidate : {">=", "<=", ">", "<", "="})
            if (value.starts_with(candidate)) {
                comparison = candidate;
                value.remove_prefix(std::string_view(candidate).size());
                break;
            }
        std::int64_t number = 0;
        const auto [end, error] =
            std::from_chars(value.data(), value.data() + value.size(), number);
        if (error != std::errc() || end != value.data() + value.size())
            throw QueryError("'lines:' wants a number, as in lines:>500.", node.value_position);
        return fmt::format("c.insertions + c.deletions {} {}", comparison, parameter(number));
    }

    static std::string kind(const QueryNode& node) {
        if (node.value == "merge")
            return "c.kind <> 0";
        if (node.value == "pull")
            return "c.kind = 2";
        if (node.value == "changeset")
            return "c.kind = 0";
        if (node.value == "new-hardware")
            return "c.adds_kind IS NOT NULL";
        throw QueryError("'is:' knows merge, pull, changeset and new-hardware.",
                         node.value_position);
    }

    std::string time(const QueryNode& node) {
        const bool landed = node.field.starts_with("landed-");
        const bool after = node.field.ends_with("after");
        const auto moment = parse_time(node.value);
        if (!moment)
            throw QueryError("A time is written 2023-11-03, 2023-11-03T12:00:00 (UTC), or in "
                             "seconds since 1970.",
                             node.value_position);
        return fmt::format("c.{} {} {}", landed ? "landed_time" : "author_time", after ? ">=" : "<",
                           parameter(*moment));
    }

    std::vector<QuerySql::Value>& values_;
};

const char* row_tables() {
    return "commits c JOIN place p ON p.id = c.place_id LEFT JOIN person a ON a.id = c.author_id "
           "LEFT JOIN subsystem s ON s.id = c.subsystem_id LEFT JOIN commits m ON m.id = "
           "c.pull_id ";
}

QuerySql::QuerySql(const CommitQuery& query, const std::string& columns, const char* more_joins) {
    const auto tree = parse_query(query.text);
    std::string where;
    const auto add = [&](const std::string& condition) {
        where += (where.empty() ? " WHERE " : " AND ") + condition;
    };
    const auto add_value = [&](const char* condition, Value value) {
        values_.push_back(std::move(value));
        add(fmt::format("{} ?{}", condition, values_.size()));
    };
    if (query.release)
        add_value("c.release_id =", *query.release);
    if (!asks_for_merges(tree))
        // A plus keeps SQLite from choosing an index on it: nearly every row is a changeset. The
        // embedded release is a selection, in which merges stand for what they brought.
        add("(+c.kind = 0 OR c.release_id IN (SELECT id FROM release WHERE embedded))");
    if (query.section)
        add_value("p.section =", std::string(classify::key(*query.section)));
    if (query.subgroup)
        add_value("p.subgroup =", std::string(classify::key(*query.subgroup)));
    if (query.pull)
        add_value("c.pull_id =", *query.pull);
    if (query.as_of)
        add_value("c.landed_time <=", *query.as_of);
    if (!tree.children.empty())
        add(TermSql(values_).condition(tree));

    const auto order = with_direction(order_by(query.sort), query.descending);
    const bool by_landing = order.empty();
    sql_ = fmt::format("SELECT {} FROM {}{}{} ORDER BY {}{}c.release_id, c.position{}", columns,
                       row_tables(), more_joins, where, order, by_landing ? "" : ", ",
                       by_landing && query.descending ? " DESC" : "");
    if (query.limit) {
        values_.emplace_back(*query.limit);
        sql_ += fmt::format(" LIMIT ?{}", values_.size());
    }
}

SQLite::Statement QuerySql::prepare(SQLite::Database& database) const {
    SQLite::Statement statement(database, sql_);
    for (std::size_t i = 0; i < values_.size(); ++i) {
        const int at = static_cast<int>(i + 1);
        if (const auto* blob = std::get_if<Blob>(&values_[i]))
            statement.bind(at, blob->bytes.data(), static_cast<int>(blob->bytes.size()));
        else if (const auto* text = std::get_if<std::string>(&values_[i]))
            statement.bind(at, *text);
        else
            statement.bind(at, std::get<std::int64_t>(values_[i]));
    }
    return statement;
}

} // namespace mw::store
