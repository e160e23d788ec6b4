#pragma once

#include "store/model/records.h"
#include "store/user/access.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mw::store {

/// What a configuration builds of a changeset's files. Numbers are stored.
enum class BuildState : std::uint8_t {
    not_built = 0,
    cannot_tell = 1, ///< nothing that is built, and something of which it cannot be told
    header = 2,      ///< nothing but files that what is built includes
    module = 3,      ///< something that modules are made of, and nothing that is built in
    built_in = 4,
};

/// A person's kernel configuration: the one whose changesets is:built finds.
struct KernelConfig {
    std::string file; ///< where it was read from
    std::string text; ///< all of it, plain
    std::string architecture;
    Seconds read_at = 0;
};

struct BuildAnswer {
    std::string oid; ///< raw bytes, as commits.oid
    BuildState state = BuildState::not_built;
};

/// A changeset and what is known of its files.
struct BuildQuestion {
    std::string oid; ///< raw bytes
    std::vector<std::string> paths;
};

/// How many changesets of a release are what to the configuration.
struct BuildCounts {
    std::int64_t built_in = 0, module = 0, header = 0, cannot_tell = 0, not_built = 0;
    std::int64_t not_asked = 0; ///< imported since the configuration was read
};

/// The configuration of a database. What is known by it hangs on commit ids. Owns a
/// connection; one thread. Throws store::Error.
class ConfigStore {
public:
    explicit ConfigStore(const std::filesystem::path& file, Access access = Access::write);
    ~ConfigStore();
    ConfigStore(const ConfigStore&) = delete;
    ConfigStore& operator=(const ConfigStore&) = delete;

    std::optional<KernelConfig> config();
    /// Those that were imported from a clone: id, name, repository and to_oid alone.
    std::vector<Release> releases();
    /// The changesets of a release whose ids and files are known, in landing order.
    std::vector<BuildQuestion> questions(RowId release);
    BuildCounts counts(RowId release);

    /// Puts a configuration and what was found by it in place of what was there.
    void put(const KernelConfig& config, const std::vector<BuildAnswer>& answers);
    /// Throws where there is none.
    void remove();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::store
