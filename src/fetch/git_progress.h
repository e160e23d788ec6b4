#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace mw::fetch {

/// What `git fetch --progress` and `git clone --progress` say of how far they are (git's
/// progress.c), in the C locale.
struct GitProgress {
    enum class Step : std::uint8_t { preparing, receiving, resolving };

    Step step = Step::preparing;
    std::int64_t done = 0, total = 0;  ///< objects; no total while nobody knows it
    std::int64_t bytes = 0;            ///< received so far
    std::int64_t bytes_per_second = 0; ///< 0 where git does not say it

    bool operator==(const GitProgress&) const = default;
};

/// One line; nothing for a line that tells no progress.
std::optional<GitProgress> git_progress_of(std::string_view line);

/// Cuts what git writes to standard error into lines, as it comes: progress is told with a carriage
/// return behind it. One thread.
class GitLines {
public:
    using Take = std::function<void(std::string_view line)>;

    explicit GitLines(Take take) : take_(std::move(take)) {}
    void add(std::string_view text);
    /// The last line, which may have no end.
    void finish();

private:
    Take take_;
    std::string unread_;
};

} // namespace mw::fetch
