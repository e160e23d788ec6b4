#pragma once

#include "store/model/project.h"
#include "store/model/records.h"
#include "store/user/access.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace mw::store {

/// The projects of a database's releases, by the release's name: what a person gave for one
/// outlives its next import. Owns a connection; one thread. Throws store::Error.
class ProjectStore {
public:
    explicit ProjectStore(const std::filesystem::path& file, Access access = Access::write);
    ~ProjectStore();
    ProjectStore(const ProjectStore&) = delete;
    ProjectStore& operator=(const ProjectStore&) = delete;

    /// One without anything in it where nothing is known.
    Project of(const std::string& release);
    /// Of every release that something is known of.
    std::map<RowId, Project> all();
    /// An empty given_page leaves what a person gave before.
    void put(const std::string& release, const Project& project);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::store
