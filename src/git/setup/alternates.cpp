#include "git/setup/alternates.h"

#include "git/setup/environment_variable.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

// The way of parse_alternates() and odb_add_alternate_recursively() of git's odb.c.

namespace mw::git {

namespace fs = std::filesystem;

namespace {

constexpr int deepest_alternate = 5;
constexpr std::size_t largest_alternates = std::size_t{1} << 20;

bool is_octal(char c) {
    return c >= '0' && c <= '7';
}

/// What a backslash and the text behind it stand for, cut off the text; unquote_c_style() of git's
/// quote.c.
std::optional<char> take_escape(std::string_view& text) {
    if (text.empty())
        return std::nullopt;
    const char c = text.front();
    if (c >= '0' && c <= '3' && text.size() >= 3 && is_octal(text[1]) && is_octal(text[2])) {
        const int value = (c - '0') * 64 + (text[1] - '0') * 8 + (text[2] - '0');
        text.remove_prefix(3);
        return static_cast<char>(value);
    }
    constexpr std::string_view letters = "abfnrtv\\\"", meanings = "\a\b\f\n\r\t\v\\\"";
    const auto at = letters.find(c);
    if (at == std::string_view::npos)
        return std::nullopt;
    text.remove_prefix(1);
    return meanings[at];
}

/// A path in quotes, cut off the text; nothing, and the text as it was, where the quotes are wrong.
std::optional<std::string> take_c_quoted(std::string_view& text) {
    std::string_view rest = text.substr(1);
    std::string path;
    while (!rest.empty() && rest.front() != '"') {
        const char c = rest.front();
        rest.remove_prefix(1);
        if (c != '\\') {
            path += c;
            continue;
        }
        const auto meant = take_escape(rest);
        if (!meant)
            return std::nullopt;
        path += *meant;
    }
    if (rest.empty())
        return std::nullopt;
    text = rest.substr(1);
    return path;
}

std::vector<std::string> paths_in(std::string_view text, char separator) {
    std::vector<std::string> paths;
    while (!text.empty()) {
        std::optional<std::string> quoted;
        if (text.front() == '"')
            quoted = take_c_quoted(text);
        if (quoted) {
            paths.push_back(std::move(*quoted));
            if (!text.empty())
                text.remove_prefix(1);
            continue;
        }
        const auto end = std::min(text.find(separator), text.size());
        if (text.front() != '#' && end > 0)
            paths.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return paths;
}

class Folders {
public:
    void add(const fs::path& folder, int depth) {
        std::error_code error; // what cannot be found is left out
        const auto real = fs::canonical(folder, error);
        if (error || !fs::is_directory(real, error) || std::ranges::find(all, real) != all.end())
            return;
        all.push_back(real);
        if (depth > deepest_alternate)
            return;
        const auto file = real / "info/alternates";
        if (!fs::is_regular_file(file, error) || fs::file_size(file, error) > largest_alternates)
            return;
        std::ifstream stream(file, std::ios::binary);
        const std::string text(std::istreambuf_iterator<char>(stream), {});
        for (const auto& path : paths_in(text, '\n'))
            add(real / path, depth + 1);
    }

    std::vector<fs::path> all;
};

} // namespace

std::vector<fs::path> object_folders(const fs::path& common) {
    Folders folders;
    const char* const moved = environment_variable("GIT_OBJECT_DIRECTORY");
    folders.add(moved != nullptr ? fs::path(moved) : common / "objects", 0);
    if (const char* const more = environment_variable("GIT_ALTERNATE_OBJECT_DIRECTORIES"))
        for (const auto& path : paths_in(more, ':'))
            folders.add(path, 1);
    return std::move(folders.all);
}

} // namespace mw::git
