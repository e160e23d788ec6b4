#include "git/objects/fetch_consent.h"

#include "base/system/atomic_file.h"
#include "base/system/user_folders.h"
#include "git/objects/repository_impl.h"
#include "git/setup/config_file.h"
#include "git/setup/remote_address.h"

#include <fmt/format.h>

#include <fstream>
#include <mutex>
#include <set>
#include <sstream>
#include <string_view>
#include <vector>

namespace mw::git {

namespace fs = std::filesystem;

namespace {

/// The promisor remote (partial-clone, "Using many promisor remotes"): the one that the extension
/// names, else the first that says of itself that it is one.
std::string promisor_name(const std::vector<ConfigEntry>& config) {
    if (auto named = config_value(config, "extensions.partialclone"); named && !named->empty())
        return *named;
    constexpr std::string_view before = "remote.", after = ".promisor";
    for (const auto& entry : config)
        if (entry.key.starts_with(before) && entry.key.ends_with(after) &&
            entry.key.size() > before.size() + after.size() && config_bool(entry))
            return entry.key.substr(before.size(), entry.key.size() - before.size() - after.size());
    return {};
}

/// Of several addresses git fetches from the first.
std::string first_url(const std::vector<ConfigEntry>& config, const std::string& remote) {
    const auto key = fmt::format("remote.{}.url", remote);
    for (const auto& entry : config)
        if (entry.key == key && entry.value && !entry.value->empty())
            return *entry.value;
    return {};
}

fs::path canonical_folder(const Repository& repository) {
    std::error_code error;
    auto path = fs::canonical(repository.path(), error);
    return error ? repository.path() : path;
}

/// A line holds clone and address, a tab between them; what would spoil a line is written as %XX.
std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7f || c == '%')
            result += fmt::format("%{:02X}", byte);
        else
            result += c;
    }
    return result;
}

std::optional<std::string> line_for(const Repository& repository) {
    const auto address = promisor_address(repository);
    if (!address)
        return std::nullopt;
    return escaped(canonical_folder(repository).string()) + '\t' + escaped(*address);
}

fs::path consents_file() {
    const auto folder = base::user_config_folder();
    return folder.empty() ? folder : folder / "fetch-allowed";
}

std::set<std::string> read_lines(const fs::path& file) {
    std::set<std::string> lines;
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);)
        lines.insert(line);
    return lines;
}

} // namespace

std::optional<std::string> promisor_address(const Repository& repository) {
    const auto& folders = repository.impl().clone->folders;
    const auto config = read_config(folders.common / "config", Includes::follow);
    const auto name = promisor_name(config);
    const auto url = name.empty() ? std::string() : first_url(config, name);
    // Where relative addresses count from.
    return usable_address(url, folders.work_tree.empty() ? folders.common : folders.work_tree);
}

std::optional<FetchConsent> FetchConsent::remembered(const Repository& repository) {
    const auto line = line_for(repository);
    if (!line || !read_lines(consents_file()).contains(*line))
        return std::nullopt;
    return FetchConsent();
}

bool remember_consent(const Repository& repository) {
    static std::mutex one_at_a_time;
    const std::lock_guard lock(one_at_a_time);
    const auto line = line_for(repository);
    const auto file = consents_file();
    if (!line || file.empty())
        return false;
    auto lines = read_lines(file);
    if (!lines.insert(*line).second)
        return true;
    std::ostringstream text;
    for (const auto& one : lines)
        text << one << '\n';
    std::error_code ignored; // of a folder that is not there the writing tells
    fs::create_directories(file.parent_path(), ignored);
    return base::try_write_file(file, text.str());
}

} // namespace mw::git
