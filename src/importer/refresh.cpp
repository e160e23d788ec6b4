#include "importer/refresh.h"

#include "base/object_id.h"
#include "git/history/history.h"
#include "git/objects/repository.h"
#include "git/objects/tags.h"
#include "git/setup/clone_folders.h"
#include "git/setup/error.h"
#include "store/read/reader.h"
#include "store/sql/error.h"
#include "store/user/project_store.h"
#include "store/write/release_growth.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <system_error>
#include <unordered_map>
#include <utility>

namespace mw::importer {

namespace fs = std::filesystem;

namespace {

/// A tag on the mainline is newer than what is before it, unless a clock was wrong by more.
constexpr Seconds longest_clock_error = Seconds{7} * 24 * 60 * 60;

/// "v6.7", "v6.6.93": the tag of a release, no candidate for one.
bool is_final_tag(std::string_view name) {
    return name.starts_with('v') && name.find('.') != std::string_view::npos &&
           name.find_first_not_of("0123456789.", 1) == std::string_view::npos;
}

std::vector<git::Tag> final_tags(const fs::path& repository) {
    auto tags = git::list_tags(repository, "v*");
    std::erase_if(tags, [](const git::Tag& tag) { return !is_final_tag(tag.name); });
    return tags;
}

/// A tag that the release ends at and has not taken yet.
std::optional<git::Tag> tag_at_end(const store::Release& release, const fs::path& repository) {
    if (is_final_tag(release.to_rev))
        return std::nullopt;
    for (const auto& tag : final_tags(repository))
        if (tag.commit == release.to_oid)
            return tag;
    return std::nullopt;
}

/// Whether a release is of one kernel alone: no tag of another lies in it before its end.
bool is_one_release(store::Reader& reader, const store::Release& release,
                    const std::vector<git::Tag>& tags) {
    return std::ranges::none_of(tags, [&](const git::Tag& tag) {
        return tag.commit != release.to_oid && reader.find_oid(tag.commit, release.id);
    });
}

/// The first tag of the mainline from the old end on, where a release that follows a branch ends by
/// now; nothing where there is none.
std::optional<git::Tag> tag_of(store::Reader& reader, const store::Release& release,
                               const git::Repository& repository, const git::ObjectId& tip,
                               const std::stop_token& stop) {
    const auto end = git::ObjectId::from_hex(release.to_oid);
    if (is_final_tag(release.to_rev) || !end || !repository.contains(*end))
        return std::nullopt;
    const auto tags = final_tags(repository.path());
    if (tags.empty() || !is_one_release(reader, release, tags))
        return std::nullopt;
    std::unordered_map<std::string, std::size_t> place{{release.to_oid, 0}};
    const auto newest = release.last_landing.value_or(0) - longest_clock_error;
    if (tip != *end && std::ranges::any_of(tags, [&](const git::Tag& tag) {
            return tag.time >= newest && tag.commit != release.to_oid;
        })) {
        const auto history = git::History::read(repository, *end, tip, stop);
        for (const auto& commit : history.commits())
            if (commit.mainline)
                place.emplace(commit.id.hex(), place.size());
    }
    std::optional<git::Tag> first;
    for (const auto& tag : tags)
        if (place.contains(tag.commit) &&
            (!first || place.at(tag.commit) < place.at(first->commit)))
            first = tag;
    return first;
}

store::Release release_to_refresh(store::Reader& reader, const std::string& name) {
    auto release = reader.release(name);
    if (!release)
        throw store::Error("The database has no release '{}'.", name);
    if (release->bundled || release->repository.empty())
        throw store::Error("'{}' comes with the program and has no clone that it could be "
                           "refreshed from.",
                           name);
    return *std::move(release);
}

/// What is at hand while a release is refreshed.
struct RefreshJob {
    const fs::path& database;
    const ImportEvents& events;
    const std::stop_token& stop;
};

store::Release bring_up_to_date(const RefreshJob& job, const store::Release& release,
                                const std::string& to) {
    ImportRequest request;
    request.database = job.database;
    request.repository = release.repository;
    request.from = release.from_rev;
    request.to = to;
    request.name = release.name;
    request.rules = store::ProjectStore(job.database, store::Access::read).of(release.name).rules;
    request.lines = release.lines != store::LineState::not_wanted;
    return run_import(request, job.events, job.stop);
}

Refreshed refresh(const RefreshJob& job, const store::Release& release, const git::ObjectId& tip,
                  const std::optional<git::Tag>& tag) {
    Refreshed refreshed;
    const bool same_end = (tag ? tag->commit : tip.hex()) == release.to_oid;
    refreshed.changed = !same_end || tag;
    refreshed.release = release;
    if (!same_end)
        refreshed.release = bring_up_to_date(job, release, tag ? tag->name : release.to_rev);
    else if (release.lines == store::LineState::pending)
        refreshed.release = resume_lines(job.database, release.name, job.events, job.stop);
    if (!tag)
        return refreshed;
    // A name that a person gave stays.
    const auto name = release.name == release.to_rev ? tag->name : release.name;
    store::rename_release(job.database, release.name, name, tag->name);
    if (name != release.name)
        refreshed.former_name = release.name;
    refreshed.release = store::Reader(job.database).release(name).value_or(refreshed.release);
    return refreshed;
}

} // namespace

bool has_moved(const store::Release& release) {
    if (release.bundled || release.repository.empty())
        return false;
    try {
        const git::Repository repository(release.repository);
        return repository.resolve_commit(release.to_rev).hex() != release.to_oid ||
               tag_at_end(release, repository.path());
    } catch (const git::Error&) {
        return false; // a clone that is gone has not moved; a refresh says what is wrong
    }
}

std::vector<fs::path> watched_paths(const store::Release& release) {
    std::vector<fs::path> paths;
    if (release.bundled || release.repository.empty())
        return paths;
    try {
        const auto folders = git::find_clone(release.repository);
        const auto refs = folders.common / "refs";
        // Git puts a new file in the place of the old one, which a watcher of the file would lose.
        for (const auto& folder :
             {folders.common, folders.git, refs, refs / "heads", refs / "tags", refs / "remotes",
              refs / "remotes" / "origin", (refs / "heads" / release.to_rev).parent_path(),
              (refs / "remotes" / release.to_rev).parent_path()}) {
            std::error_code error; // what cannot be looked at cannot be watched
            if (fs::is_directory(folder, error) && std::ranges::find(paths, folder) == paths.end())
                paths.push_back(folder);
        }
    } catch (const git::Error&) {
        return {};
    }
    return paths;
}

Refreshed refresh_release(const fs::path& database, const std::string& name,
                          const ImportEvents& events, std::stop_token stop) {
    try {
        store::Release release;
        git::ObjectId tip;
        std::optional<git::Tag> tag;
        {
            store::Reader reader(database);
            release = release_to_refresh(reader, name);
            const git::Repository repository(release.repository, stop);
            tip = repository.resolve_commit(release.to_rev);
            tag = tag_of(reader, release, repository, tip, stop);
        }
        return refresh({database, events, stop}, release, tip, tag);
    } catch (const git::Stopped&) {
        throw Cancelled();
    }
}

} // namespace mw::importer
