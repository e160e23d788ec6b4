#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mw::git {

/// One setting, in the order in which git reads them: a later one of the same key wins.
struct ConfigEntry {
    std::string key;                  ///< "section.subsection.name", section and name in lower case
    std::optional<std::string> value; ///< empty for a name alone, which means true
};

enum class Includes { follow, ignore };

/// What one file sets (git-config(1), "Configuration file"), without libgit2, which must not open a
/// repository before it is known what it is. `include.path` is followed as git follows it, up to
/// ten files deep; `includeIf` is not. Nothing where there is no such file. Throws git::Error with
/// the line that cannot be read.
std::vector<ConfigEntry> read_config(const std::filesystem::path& file, Includes includes);

/// What the person set, no clone: system, global and command scope in this order (git-config(1),
/// "Protected configuration"), with the variables of the environment that move them.
std::vector<ConfigEntry> personal_config();

/// A path as `--type=path` has it: "~/", "~user/" and "%(prefix)/" replaced. Nothing where there is
/// no such user.
std::optional<std::string> config_path(std::string_view value);

/// The last value of a key; nothing where it is not set, an empty text where it has no value.
std::optional<std::string> config_value(const std::vector<ConfigEntry>& entries,
                                        std::string_view key);

/// True, yes, on, a number other than 0; what git takes for true in a setting or a variable.
bool config_true(std::string_view value);

/// The same of an entry, where a name alone is true.
bool config_bool(const ConfigEntry& entry);

} // namespace mw::git
