#include "git/setup/own_repository.h"

#include "base/system/atomic_file.h"

#include <fmt/format.h>

#include <mutex>

namespace mw::git {

namespace fs = std::filesystem;

namespace {

/// A value within quotes (git-config(1), "Syntax").
std::string quoted_value(std::string_view value) {
    std::string text = "\"";
    for (const char c : value) {
        if (c == '"' || c == '\\')
            text += '\\';
        text += c;
    }
    return text + '"';
}

std::string config_text(std::string_view remote, std::string_view address) {
    return fmt::format("[core]\n\trepositoryFormatVersion = 1\n\tbare = true\n"
                       "[extensions]\n\tpartialClone = {0}\n"
                       "[remote \"{0}\"]\n\turl = {1}\n\tpromisor = true\n"
                       "\tpartialCloneFilter = blob:none\n",
                       remote, quoted_value(address));
}

} // namespace

bool make_own_repository(const fs::path& folder, std::string_view remote,
                         std::string_view address) {
    static std::mutex one_at_a_time;
    const std::lock_guard lock(one_at_a_time);
    std::error_code error;
    for (const char* const part : {"objects/pack", "objects/info", "refs"})
        if (fs::create_directories(folder / part, error); error)
            return false;
    return base::try_write_file(folder / "config", config_text(remote, address)) &&
           (fs::exists(folder / "HEAD", error) ||
            base::try_write_file(folder / "HEAD", "ref: refs/heads/none\n"));
}

} // namespace mw::git
