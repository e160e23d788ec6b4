#include "git/setup/repository_kind.h"

#include "git/setup/error.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <system_error>

namespace mw::git {

namespace fs = std::filesystem;

namespace {

constexpr int newest_version = 1; // GIT_REPO_VERSION_READ of git's setup.c
constexpr std::string_view extension_prefix = "extensions.";

/// Extensions that change nothing for a reader of refs, commits, trees and blobs. The values of
/// objectformat and refstorage decide, and are looked at first. A compatObjectFormat is a second
/// name for each object, which nothing here is looked up by.
constexpr std::array<std::string_view, 10> known_extensions{
    "noop",         "noop-v1",    "preciousobjects",    "partialclone",      "worktreeconfig",
    "objectformat", "refstorage", "compatobjectformat", "relativeworktrees", "submodulepathconfig"};

/// As get_int() of git's config.c takes it; -1 where there is none.
int version_of(const std::vector<ConfigEntry>& config) {
    const auto value = config_value(config, "core.repositoryformatversion");
    if (!value)
        return -1;
    int version = -1;
    std::from_chars(value->data(), value->data() + value->size(), version);
    return version;
}

void refuse_object_format(const std::vector<ConfigEntry>& config, const std::string& path) {
    const auto format = config_value(config, "extensions.objectformat");
    if (!format || *format == "sha1")
        return;
    throw Error(
        "The repository {0} names its objects by {1}, and this program reads SHA-1, as "
        "kernel.org's "
        "clones have it. Use such a clone, or make one with other names from this one: 'git init "
        "--bare --object-format=sha1 COPY', then git -C '{0}' fast-export --all | git -C COPY "
        "fast-import",
        path, format->empty() ? "an unnamed format" : *format);
}

void refuse_ref_storage(const std::vector<ConfigEntry>& config, const std::string& path) {
    const auto storage = config_value(config, "extensions.refstorage");
    if (!storage || *storage == "files")
        return;
    if (*storage == "reftable")
        throw Error(
            "The repository {0} keeps its branches and tags in a reftable (git 2.45 and newer), "
            "which this program cannot read; it is not damaged. Convert it with: git -C '{0}' refs "
            "migrate --ref-format=files (git 2.46 and newer), or make a copy that can be read: git "
            "clone --mirror --ref-format=files '{0}' COPY",
            path);
    throw Error(
        "The repository {0} keeps its branches and tags as '{1}', which this program cannot read; "
        "it is not damaged. Make a copy that can be read, with the git that made it: git clone "
        "--mirror --ref-format=files '{0}' COPY",
        path, *storage);
}

} // namespace

void refuse_unknown_kind(const std::vector<ConfigEntry>& config, const fs::path& path) {
    refuse_object_format(config, path.string());
    refuse_ref_storage(config, path.string());
    const int version = version_of(config);
    if (version > newest_version)
        throw Error(
            "The repository {0} has format version {1} (core.repositoryFormatVersion), and this "
            "program knows {2} at most; it is not damaged. Make a copy that can be read, with the "
            "git that made it: git clone --mirror '{0}' COPY",
            path.string(), version, newest_version);
    if (version < 1)
        return; // git minds extensions only where the version says so
    for (const auto& entry : config) {
        if (!entry.key.starts_with(extension_prefix))
            continue;
        const auto name = std::string_view(entry.key).substr(extension_prefix.size());
        if (std::ranges::find(known_extensions, name) == known_extensions.end())
            throw Error(
                "The repository {0} uses the extension '{1}' (extensions.{1} in its "
                "configuration), "
                "which this program does not know; it is not damaged. Make a copy without it, with "
                "the git that made it: git clone --mirror '{0}' COPY",
                path.string(), name);
    }
}

PartialClone partial_clone(const std::vector<ConfigEntry>& config, const fs::path& objects) {
    PartialClone found;
    if (const auto remote = config_value(config, "extensions.partialclone"))
        found = {true, *remote, {}};
    for (const auto& entry : config) {
        constexpr std::string_view start = "remote.", promisor = ".promisor";
        if (!entry.key.starts_with(start) || !entry.key.ends_with(promisor) || !config_bool(entry))
            continue;
        found.partial = true;
        if (found.remote.empty())
            found.remote =
                entry.key.substr(start.size(), entry.key.size() - start.size() - promisor.size());
    }
    found.filter =
        config_value(config, "remote." + found.remote + ".partialclonefilter").value_or("");
    std::error_code no_packs;
    for (auto at = fs::directory_iterator(objects / "pack", no_packs);
         !found.partial && !no_packs && at != fs::directory_iterator(); at.increment(no_packs))
        found.partial = at->path().extension() == ".promisor";
    return found;
}

} // namespace mw::git
