#include "git/setup/config_file.h"

#include "base/characters.h"
#include "base/text.h"
#include "git/setup/environment_variable.h"
#include "git/setup/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <pwd.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

// The grammar is that of git_parse_source() in git's config.c:
//   [section]  [section "Sub\"section"]  [section.subsection]    the last one all in lower case
//   case name = value    a name alone means true a value ends at the line's end or at a '#' or ';'
//   outside quotes; white space around it is cut \n \t \b \\ \" and, at a line's end, a backslash
//   that goes on in the next line

namespace mw::git {

namespace fs = std::filesystem;

namespace {

constexpr int deepest_include = 10; // MAX_INCLUDE_DEPTH of git's config.c
constexpr std::uintmax_t largest_config = std::uintmax_t{16} << 20;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_config_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_key_character(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-';
}

struct BadConfig {
    std::size_t line;
};

class ConfigParser {
public:
    explicit ConfigParser(std::string_view text) : text_(text) {
        if (text_.starts_with(byte_order_mark))
            at_ = byte_order_mark.size();
    }

    /// The next setting; nothing at the end.
    std::optional<ConfigEntry> next() {
        for (;;) {
            const char c = take();
            if (c == '\n' && ended_)
                return std::nullopt;
            if (is_config_space(c))
                continue;
            if (c == '#' || c == ';') {
                while (take() != '\n') {
                }
                continue;
            }
            if (c == '[') {
                read_section();
                continue;
            }
            if (!is_letter(c))
                throw bad();
            return read_setting(c);
        }
    }

private:
    /// The line of the character that was taken last.
    BadConfig bad() const {
        return {line_ - (!ended_ && at_ > 0 && text_[at_ - 1] == '\n' ? 1 : 0)};
    }

    /// A newline once the text has ended; CR LF is one newline.
    char take() {
        if (at_ >= text_.size()) {
            ended_ = true;
            return '\n';
        }
        if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n')
            ++at_;
        line_ += text_[at_] == '\n' ? 1 : 0;
        return text_[at_++];
    }

    void read_section() {
        section_.clear();
        for (;;) {
            char c = take();
            if (c == ']')
                break;
            if (is_config_space(c)) {
                read_subsection(c);
                break;
            }
            if (ended_ || (!is_key_character(c) && c != '.'))
                throw bad();
            section_ += lower_case(c);
        }
        if (section_.empty())
            throw bad();
    }

    void read_subsection(char c) {
        while (is_config_space(c)) {
            if (c == '\n')
                throw bad();
            c = take();
        }
        if (c != '"')
            throw bad();
        section_ += '.';
        while ((c = take()) != '"') {
            if (c == '\\')
                c = take();
            if (c == '\n')
                throw bad();
            section_ += c;
        }
        if (take() != ']')
            throw bad();
    }

    ConfigEntry read_setting(char first) {
        ConfigEntry entry{section_ + '.' + lower_case(first), std::nullopt};
        char c = take();
        for (; !ended_ && is_key_character(c); c = take())
            entry.key += lower_case(c);
        while (c == ' ' || c == '\t')
            c = take();
        if (c == '\n')
            return entry;
        if (c != '=')
            throw bad();
        entry.value = read_value();
        return entry;
    }

    std::string read_value() {
        std::string value;
        std::size_t kept = 0; // white space after it is cut unless more follows
        bool quoted = false;
        for (char c = take();; c = take()) {
            if (c == '\n') {
                if (quoted)
                    throw bad();
                value.resize(kept);
                return value;
            }
            if (!quoted && (c == '#' || c == ';')) {
                while (take() != '\n') {
                }
                value.resize(kept);
                return value;
            }
            if (!quoted && is_config_space(c)) {
                if (!value.empty())
                    value += c;
                continue;
            }
            if (c == '"') {
                quoted = !quoted;
                continue;
            }
            if (c == '\\' && !escaped(value))
                continue;
            if (c != '\\')
                value += c;
            kept = value.size();
        }
    }

    /// False for a line that goes on.
    bool escaped(std::string& value) {
        switch (take()) {
        case '\n':
            if (ended_)
                throw bad();
            return false;
        case 't':
            value += '\t';
            return true;
        case 'b':
            value += '\b';
            return true;
        case 'n':
            value += '\n';
            return true;
        case '\\':
            value += '\\';
            return true;
        case '"':
            value += '"';
            return true;
        default:
            throw bad();
        }
    }

    std::string_view text_;
    std::size_t at_ = 0, line_ = 1;
    bool ended_ = false;
    std::string section_;
};

/// Nothing where there is no such file.
std::optional<std::string> read_config_text(const fs::path& file) {
    struct stat facts {};
    if (stat(file.c_str(), &facts) != 0) {
        if (errno == ENOENT || errno == ENOTDIR || errno == EACCES)
            return std::nullopt;
        throw Error("git's configuration {} cannot be read: {}.", file.string(),
                    std::system_category().message(errno));
    }
    if (!S_ISREG(facts.st_mode))
        return std::nullopt;
    if (static_cast<std::uintmax_t>(facts.st_size) > largest_config)
        throw Error("git's configuration {} is larger than any such file should be.",
                    file.string());
    std::ifstream stream(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(stream), {});
}

class ConfigReader {
public:
    explicit ConfigReader(Includes includes) : includes_(includes) {}

    void read(const fs::path& file) {
        const auto text = read_config_text(file);
        if (!text)
            return;
        ConfigParser parser(*text);
        try {
            while (auto entry = parser.next())
                add(std::move(*entry), file);
        } catch (const BadConfig& bad) {
            throw Error("Line {} of git's configuration {} cannot be read. 'git config "
                        "--file {} --list' says the same.",
                        bad.line, file.string(), file.string());
        }
    }

    /// from: the file that says it, empty for the environment.
    void add(ConfigEntry entry, const fs::path& from) {
        const bool include = includes_ == Includes::follow && entry.key == "include.path";
        const auto path = include && entry.value ? config_path(*entry.value) : std::nullopt;
        entries.push_back(std::move(entry));
        if (!path || (from.empty() && !fs::path(*path).is_absolute()))
            return;
        if (depth_ == deepest_include)
            throw Error("git's configuration {} includes files more than {} deep.", from.string(),
                        deepest_include);
        ++depth_;
        read(from.parent_path() / *path);
        --depth_;
    }

    std::vector<ConfigEntry> entries;

private:
    Includes includes_;
    int depth_ = 0;
};

/// "Section.Sub.Name" as a file would have it.
std::string canonical_key(std::string_view key) {
    const auto first = key.find('.'), last = key.rfind('.');
    if (first == std::string_view::npos)
        return lower_case(key);
    return lower_case(key.substr(0, first)) + std::string(key.substr(first, last - first)) +
           lower_case(key.substr(last));
}

/// One piece of GIT_CONFIG_PARAMETERS, 'in quotes' ('\'' for one, as sq_quote_buf() of git's
/// quote.c writes it), cut off text. Nothing where there is none.
std::optional<std::string> take_shell_quoted(std::string_view& text) {
    if (!text.starts_with('\''))
        return std::nullopt;
    std::string piece;
    text.remove_prefix(1);
    for (;;) {
        const auto end = text.find('\'');
        if (end == std::string_view::npos)
            return std::nullopt;
        piece += text.substr(0, end);
        text.remove_prefix(end + 1);
        if (!text.starts_with("\\''") && !text.starts_with("\\!'"))
            return piece;
        piece += text[1];
        text.remove_prefix(3);
    }
}

[[noreturn]] void throw_bad_variable(const char* name) {
    throw Error("The variable {} of the environment cannot be read; git cannot read it "
                "either. Unset it.",
                name);
}

void add_counted_variables(ConfigReader& reader) {
    const char* const text = environment_variable("GIT_CONFIG_COUNT");
    if (text == nullptr || *text == '\0')
        return;
    constexpr unsigned most = 100'000;
    unsigned count = 0;
    const auto* const end = text + std::strlen(text);
    const auto [rest, error] = std::from_chars(text, end, count);
    if (error != std::errc() || rest != end || count > most)
        throw_bad_variable("GIT_CONFIG_COUNT");
    for (unsigned i = 0; i < count; ++i) {
        const auto key = fmt::format("GIT_CONFIG_KEY_{}", i);
        const auto value = fmt::format("GIT_CONFIG_VALUE_{}", i);
        if (environment_variable(key.c_str()) == nullptr)
            throw_bad_variable(key.c_str());
        if (environment_variable(value.c_str()) == nullptr)
            throw_bad_variable(value.c_str());
        reader.add(
            {canonical_key(environment_variable(key.c_str())), environment_variable(value.c_str())},
            {});
    }
}

/// What `git -c` hands to the programs that git runs: 'key=value' of old, 'key'='value' since 2.31.
void add_parameters(ConfigReader& reader) {
    constexpr const char* name = "GIT_CONFIG_PARAMETERS";
    const char* const all = environment_variable(name);
    std::string_view text = all != nullptr ? all : "";
    for (;;) {
        while (!text.empty() && is_config_space(text.front()))
            text.remove_prefix(1);
        if (text.empty())
            return;
        const auto key = take_shell_quoted(text);
        if (!key)
            throw_bad_variable(name);
        if (!text.starts_with('=')) {
            const auto gap = key->find('=');
            reader.add(
                {canonical_key(key->substr(0, gap)),
                 gap == std::string::npos ? std::nullopt : std::optional(key->substr(gap + 1))},
                {});
            continue;
        }
        text.remove_prefix(1);
        auto value = take_shell_quoted(text);
        if (!text.empty() && !is_config_space(text.front()))
            throw_bad_variable(name);
        reader.add({canonical_key(*key), std::move(value)}, {});
    }
}

fs::path home_folder() {
    const char* const set = environment_variable("HOME");
    return set != nullptr ? set : "";
}

} // namespace

std::vector<ConfigEntry> read_config(const fs::path& file, Includes includes) {
    ConfigReader reader(includes);
    reader.read(file);
    return std::move(reader.entries);
}

std::vector<ConfigEntry> personal_config() {
    ConfigReader reader(Includes::follow);
    const char* const without_system = environment_variable("GIT_CONFIG_NOSYSTEM");
    if (without_system == nullptr || !config_true(without_system)) {
        const char* const moved = environment_variable("GIT_CONFIG_SYSTEM");
        reader.read(moved != nullptr ? moved : "/etc/gitconfig");
    }
    if (const char* const moved = environment_variable("GIT_CONFIG_GLOBAL")) {
        reader.read(moved);
    } else {
        const char* const folder = environment_variable("XDG_CONFIG_HOME");
        if (folder != nullptr && *folder != '\0')
            reader.read(fs::path(folder) / "git/config");
        else if (!home_folder().empty())
            reader.read(home_folder() / ".config/git/config");
        if (!home_folder().empty())
            reader.read(home_folder() / ".gitconfig");
    }
    add_counted_variables(reader);
    add_parameters(reader);
    return std::move(reader.entries);
}

std::optional<std::string> config_path(std::string_view value) {
    constexpr std::string_view prefix = "%(prefix)/", optional = ":(optional)";
    if (value.starts_with(optional))
        value.remove_prefix(optional.size());
    // git's own prefix, which is /usr wherever a distribution packs it.
    if (value.starts_with(prefix))
        return "/usr/" + std::string(value.substr(prefix.size()));
    if (!value.starts_with('~'))
        return std::string(value);
    const auto slash = std::min(value.find('/'), value.size());
    const std::string user(value.substr(1, slash - 1));
    const std::string rest(value.substr(slash));
    if (user.empty())
        return home_folder().empty() ? std::nullopt : std::optional(home_folder().string() + rest);
    passwd entry{};
    passwd* found = nullptr;
    std::vector<char> buffer(16 * 1024);
    if (getpwnam_r(user.c_str(), &entry, buffer.data(), buffer.size(), &found) != 0 ||
        found == nullptr)
        return std::nullopt;
    return found->pw_dir + rest;
}

std::optional<std::string> config_value(const std::vector<ConfigEntry>& entries,
                                        std::string_view key) {
    std::optional<std::string> value;
    for (const auto& entry : entries)
        if (entry.key == key)
            value = entry.value.value_or("");
    return value;
}

bool config_true(std::string_view value) {
    const auto word = lower_case(value);
    if (word == "true" || word == "yes" || word == "on")
        return true;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    return error == std::errc() && number != 0;
}

bool config_bool(const ConfigEntry& entry) {
    return !entry.value || config_true(*entry.value);
}

} // namespace mw::git
