#include "git/setup/safe_directory.h"

#include "git/setup/environment_variable.h"

#include <cerrno>
#include <cstdlib>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

// The way of ensure_valid_ownership() and safe_directory_cb() of git's setup.c.

namespace mw::git {

namespace fs = std::filesystem;

namespace {

/// is_path_owned_by_current_uid() of git's git-compat-util.h: what root runs by sudo is the
/// caller's, too.
bool is_own(const fs::path& path) {
    if (path.empty())
        return true;
    struct stat facts {};
    if (lstat(path.c_str(), &facts) != 0)
        return false;
    uid_t user = geteuid();
    if (user == 0 && facts.st_uid != 0) {
        const char* const caller = environment_variable("SUDO_UID");
        if (caller != nullptr && *caller != '\0') {
            char* end = nullptr;
            errno = 0;
            const unsigned long number = std::strtoul(caller, &end, 10);
            if (*end == '\0' && errno == 0)
                user = static_cast<uid_t>(number);
        }
    }
    return facts.st_uid == user;
}

/// The path without links, as far as it exists; the last component may be the "*" of "folder/*".
std::string resolved_path(const std::string& path) {
    std::error_code error;
    auto real = fs::weakly_canonical(path, error).string();
    while (real.size() > 1 && real.ends_with('/'))
        real.pop_back();
    return error ? std::string() : real;
}

bool matches(const std::string& allowed, const fs::path& clone) {
    if (allowed == ".") { // git: run at the top of it
        std::error_code error;
        return fs::current_path(error) == clone;
    }
    if (!fs::path(allowed).is_absolute())
        return false;
    const auto real = resolved_path(allowed);
    if (real.ends_with("/*"))
        return clone.string().starts_with(real.substr(0, real.size() - 1));
    return real == clone.string();
}

} // namespace

bool may_be_read(const CloneFolders& clone, const std::vector<ConfigEntry>& settings) {
    if (is_own(clone.git_file) && is_own(clone.work_tree) && is_own(clone.git))
        return true;
    bool safe = false;
    for (const auto& entry : settings) {
        if (entry.key != "safe.directory")
            continue;
        const std::string value = entry.value.value_or("");
        if (value.empty())
            safe = false;
        else if (value == "*")
            safe = true;
        else if (const auto path = config_path(value))
            safe = safe || matches(*path, clone.identity());
    }
    return safe;
}

} // namespace mw::git
