#pragma once

#include "store/rows/employers.h"
#include "store/user/access.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace mw::store {

/// A person's map of who worked for whom.
struct EmployerMap {
    std::string file; ///< where it was read from
    std::string text; ///< as Employers takes it
    Seconds read_at = 0;
};

/// Reads a map in gitdm's form: a file of "domain employer < date" lines, or gitdm's configuration
/// with its EmailMap, EmailAliases and GroupMap lines, whose files are looked for beside it and
/// below the folder that it lies in. Throws Error where a file cannot be read, and where nothing in
/// it says anything.
EmployerMap read_employer_map(const std::filesystem::path& file);

/// The map of a database: one, kept with it, so that the file may go. It outlives every import.
/// Owns a writing connection; one thread. Throws store::Error.
class EmployerStore {
public:
    explicit EmployerStore(const std::filesystem::path& file, Access access = Access::write);
    ~EmployerStore();
    EmployerStore(const EmployerStore&) = delete;
    EmployerStore& operator=(const EmployerStore&) = delete;

    std::optional<EmployerMap> map();
    void put(const EmployerMap& map);
    /// Removing what is not there is no mistake.
    void remove();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::store
