#include "git/diff/diff_settings.h"

#include "git/objects/repository_impl.h"
#include "git/objects/tree_entry.h"

#include <optional>

namespace mw::git {

namespace {

constexpr std::uint32_t plain_file_type = 0100000;
constexpr std::size_t probed_bytes = 8000; // FIRST_FEW_BYTES of git's xdiff-interface.c

ConfigHandle config_of(const Repository& repository) {
    ConfigHandle config;
    git_repository_config_snapshot(out(config), repository.impl().repository.get());
    return config;
}

std::optional<bool> flag(git_config* config, const std::string& name) {
    int value = 0;
    if (config == nullptr || git_config_get_bool(&value, config, name.c_str()) != 0)
        return std::nullopt;
    return value != 0;
}

std::optional<std::string> text(git_config* config, const std::string& name) {
    const char* value = nullptr;
    if (config == nullptr || git_config_get_string(&value, config, name.c_str()) != 0)
        return std::nullopt;
    return value;
}

} // namespace

bool is_plain_file(std::uint32_t mode) {
    return (mode & entry_type_mask) == plain_file_type;
}

bool has_nul(std::string_view content) {
    return content.substr(0, probed_bytes).find('\0') != std::string_view::npos;
}

DiffSettingsReader::DiffSettingsReader(const Repository& repository, const ObjectId& commit)
    : repository_(repository), attributes_(repository, commit) {}

DiffSettings DiffSettingsReader::of(std::string_view path, std::uint32_t mode) {
    if (!is_plain_file(mode))
        return {};
    const auto attribute = attributes_.diff(path);
    switch (attribute.state) {
    case DiffAttribute::State::set:
        return {.text = TextRule::text};
    case DiffAttribute::State::unset:
        return {.text = TextRule::binary};
    case DiffAttribute::State::driver:
        return of_driver(attribute.driver);
    case DiffAttribute::State::unspecified:
        break;
    }
    return {};
}

const DiffSettings& DiffSettingsReader::of_driver(const std::string& name) {
    const auto [known, added] = drivers_.try_emplace(name);
    auto& settings = known->second;
    if (!added)
        return settings;
    settings.heads = &HunkHeads::of_driver(name);
    if (name.empty())
        return settings;
    const auto config = config_of(repository_);
    if (const auto binary = flag(config.get(), "diff." + name + ".binary"))
        settings.text = *binary ? TextRule::binary : TextRule::text;
    if (const auto rules = text(config.get(), "diff." + name + ".xfuncname"))
        settings.heads = &own_heads_.try_emplace(name, HunkHeads(*rules)).first->second;
    return settings;
}

} // namespace mw::git
