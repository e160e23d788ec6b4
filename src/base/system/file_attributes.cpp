#include "base/system/file_attributes.h"

#include <cerrno>
#include <string>
#include <string_view>
#include <sys/xattr.h>
#include <unistd.h>
#include <vector>

namespace mw::base {

namespace {

constexpr const char* access_list = "system.posix_acl_access"; // acl(5)

bool has_none(int code) {
    return code == ENODATA || code == EOPNOTSUPP;
}

bool take_over_attribute(int descriptor, const std::string& file, const char* name) {
    const auto size = ::getxattr(file.c_str(), name, nullptr, 0);
    if (size < 0)
        return has_none(errno);
    std::string value(static_cast<std::size_t>(size), '\0');
    const auto read = ::getxattr(file.c_str(), name, value.data(), value.size());
    return read >= 0 &&
           ::fsetxattr(descriptor, name, value.data(), static_cast<std::size_t>(read), 0) == 0;
}

/// Those that a person or a program gave it. The system's own (labels, capabilities) are given anew
/// to a new file.
std::vector<std::string> given_attributes(const std::string& file) {
    std::vector<std::string> names;
    const auto size = ::listxattr(file.c_str(), nullptr, 0);
    if (size <= 0)
        return names;
    std::string list(static_cast<std::size_t>(size), '\0');
    const auto read = ::listxattr(file.c_str(), list.data(), list.size());
    for (std::size_t at = 0; read > 0 && at < static_cast<std::size_t>(read);) {
        const std::string name(list.c_str() + at);
        if (name.starts_with("user."))
            names.push_back(name);
        at += name.size() + 1;
    }
    return names;
}

bool take_over_access_list(int descriptor, const std::string& file) {
    // The folder may have given one to the new file.
    if (::fremovexattr(descriptor, access_list) != 0 && !has_none(errno))
        return false;
    return take_over_attribute(descriptor, file, access_list);
}

} // namespace

bool take_over_attributes(int descriptor, const std::filesystem::path& from,
                          const struct stat& state) {
    struct stat own {};
    if (::fstat(descriptor, &own) != 0)
        return false;
    if ((own.st_uid != state.st_uid || own.st_gid != state.st_gid) &&
        ::fchown(descriptor, state.st_uid, state.st_gid) != 0)
        return false;
    constexpr mode_t permissions = 0777; // a write takes the set-id bits away as well
    if (::fchmod(descriptor, state.st_mode & permissions) != 0 ||
        !take_over_access_list(descriptor, from.native()))
        return false;
    for (const auto& name : given_attributes(from.native()))
        if (!take_over_attribute(descriptor, from.native(), name.c_str()))
            return false;
    return true;
}

} // namespace mw::base
