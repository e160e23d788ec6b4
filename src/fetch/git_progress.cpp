#include "fetch/git_progress.h"

#include <array>
#include <charconv>
#include <utility>

namespace mw::fetch {

namespace {

void skip_blanks(std::string_view& text) {
    while (text.starts_with(' '))
        text.remove_prefix(1);
}

bool skip(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word))
        return false;
    text.remove_prefix(word.size());
    return true;
}

template <typename Number>
bool take(std::string_view& text, Number& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc())
        return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

/// "345.10 MiB"
std::int64_t take_size(std::string_view& text) {
    double size = 0;
    if (!take(text, size) || !skip(text, " "))
        return 0;
    for (const std::string_view unit : {"bytes", "KiB", "MiB", "GiB", "TiB"}) {
        if (skip(text, unit))
            return static_cast<std::int64_t>(size);
        size *= 1024;
    }
    return 0;
}

} // namespace

std::optional<GitProgress> git_progress_of(std::string_view line) {
    using Step = GitProgress::Step;
    constexpr std::array<std::pair<std::string_view, Step>, 5> titles{
        {{"Enumerating objects: ", Step::preparing},
         {"Counting objects: ", Step::preparing},
         {"Compressing objects: ", Step::preparing},
         {"Receiving objects: ", Step::receiving},
         {"Resolving deltas: ", Step::resolving}}};
    skip(line, "remote: ");
    GitProgress progress;
    bool known = false;
    for (const auto& [title, step] : titles)
        if (!known && skip(line, title)) {
            progress.step = step;
            known = true;
        }
    skip_blanks(line);
    std::int64_t number = 0;
    if (!known || !take(line, number))
        return std::nullopt;
    if (!skip(line, "% (")) {
        progress.done = number;
        return progress;
    }
    if (!take(line, progress.done) || !skip(line, "/") || !take(line, progress.total) ||
        !skip(line, ")"))
        return std::nullopt;
    if (skip(line, ", "))
        progress.bytes = take_size(line);
    if (skip(line, " | "))
        progress.bytes_per_second = take_size(line);
    return progress;
}

void GitLines::add(std::string_view text) {
    unread_ += text;
    std::size_t start = 0;
    for (;;) {
        const auto end = unread_.find_first_of("\r\n", start);
        if (end == std::string::npos)
            break;
        take_(std::string_view(unread_).substr(start, end - start));
        start = end + 1;
    }
    unread_.erase(0, start);
}

void GitLines::finish() {
    if (!unread_.empty())
        take_(unread_);
    unread_.clear();
}

} // namespace mw::fetch
