#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

/// What the engine has to say to a person, as data: who shows it makes the sentence, in a language
/// and with advice of their own. Values for any thread.
namespace mw::base {

/// What a person may do about it, where the window and the command line have each their own way;
/// cli/output/advice.cpp and ui/text/engine_text.cpp have the words. The numbers are stored.
enum class Advice {
    none = 0,
    other_database = 1,    ///< the file is no database of ours
    writable_database = 2, ///< nothing can be written where the database is
    import_release = 3,
    add_configuration = 4,
    add_tree = 5,
    list_trees = 6,
    list_sections = 7,
    allow_fetch = 8, ///< import once more, and let git fetch
    renew_configuration = 9,
    renew_tree = 10,
    fetch_release = 11, ///< from a server
    read_cves = 12,
};

/// What stands before a stored message, before each of its parts and behind it; no text has them.
inline constexpr char begin_mark = '\x1e', value_mark = '\x1f', end_mark = '\x1d';

/// How many values a pattern has places for: "{}" each for the next, or "{0}", "{1}" by number;
/// "{{" and "}}" are braces. Where it is none: -1.
constexpr int places_in(std::string_view pattern) {
    int next = 0, most = 0;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const char c = pattern[at];
        const char behind = at + 1 < pattern.size() ? pattern[at + 1] : '\0';
        if (c != '{' && c != '}')
            continue;
        ++at;
        if (c == behind)
            continue;
        int place = next;
        if (c == '{' && behind >= '0' && behind <= '9') {
            place = behind - '0';
            if (++at >= pattern.size() || pattern[at] != '}')
                return -1;
        } else if (c == '{' && behind == '}') {
            ++next;
        } else {
            return -1;
        }
        most = place + 1 > most ? place + 1 : most;
    }
    return most;
}

/// A literal with places for that many values, which the compiler counts.
template <std::size_t Values>
class MessagePattern {
public:
    template <std::size_t Size>
    // NOLINTNEXTLINE(google-explicit-constructor): a literal is what is written there
    consteval MessagePattern(const char (&literal)[Size]) : text_(literal, Size - 1) {
        if (places_in(text_) != static_cast<int>(Values))
            throw "the pattern has places for another number of values";
    }

    constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

/// An English pattern and the values that stand in it: texts, numbers, and messages again.
/// resources/translations/update.sh finds every pattern in src/ by the name of what is constructed
/// from it, and a test says which have no German.
class Message {
public:
    using Value = std::variant<std::string, std::int64_t, std::shared_ptr<const Message>>;

    /// Nothing to say.
    Message() = default;

    template <typename... Values>
    explicit Message(MessagePattern<sizeof...(Values)> pattern, const Values&... values)
        : pattern_(pattern.text()), values_{value_of(values)...} {}

    template <typename... Values>
    explicit Message(Advice advice, MessagePattern<sizeof...(Values)> pattern,
                     const Values&... values)
        : pattern_(pattern.text()), values_{value_of(values)...}, advice_(advice) {}

    /// Words that are no pattern of ours: a name, what another program said.
    static Message verbatim(std::string_view text);

    /// A pattern without values that stands in a table elsewhere: the title of a section.
    static Message titled(std::string_view pattern);

    bool empty() const { return pattern_.empty(); }
    const std::string& pattern() const { return pattern_; }
    const std::vector<Value>& values() const { return values_; }

    /// Its own, or else that of a message within it.
    Advice advice() const;

    /// Without the advice.
    std::string english() const;

    /// One line for a file or a database, which from_stored() reads; whatever the pattern is called
    /// in later versions, the English stays readable.
    std::string stored() const;

    /// What stored() made; any other text is taken as it is, as older versions wrote it.
    static Message from_stored(std::string_view text);

    friend bool operator==(const Message& left, const Message& right) {
        return left.stored() == right.stored();
    }

private:
    template <typename Type>
    static Value value_of(const Type& value) {
        if constexpr (std::is_same_v<Type, Message>)
            return std::make_shared<const Message>(value);
        else if constexpr (std::is_same_v<Type, std::filesystem::path>)
            return value.string();
        else if constexpr (std::is_integral_v<Type>)
            return static_cast<std::int64_t>(value);
        else
            return std::string(std::string_view(value));
    }

    static Message read_stored(std::string_view& rest, int depth);

    std::string pattern_;
    std::vector<Value> values_;
    Advice advice_ = Advice::none;
};

/// Several, one line each.
std::string stored_lines(const std::vector<Message>& messages);
std::vector<Message> from_stored_lines(std::string_view lines);

/// The pattern with its places filled; a place that no value is there for stays as it is.
std::string fill_in(std::string_view pattern, const std::vector<std::string>& values);

} // namespace mw::base
