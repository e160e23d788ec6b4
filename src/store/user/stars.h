#pragma once

#include "store/model/records.h"
#include "store/user/access.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace mw::store {

/// What a person works on or looks after: is:mine finds the changesets of all of them.
struct Star {
    /// Numbers are stored.
    enum class Kind : std::uint8_t {
        subsystem = 0, ///< by the name of its MAINTAINERS entry
        path = 1,      ///< a file, or all below a folder
        person = 2,    ///< an author, by name or address
    };

    Kind kind = Kind::subsystem;
    std::string name;
    Seconds starred_at = 0;
};

/// "subsystem", "path", "person": the words of the command line.
const char* to_string(Star::Kind kind);

/// The starred subsystems, paths and people. They hang on names, so they outlive every import.
/// Owns a connection; one thread. Throws store::Error.
class Stars {
public:
    explicit Stars(const std::filesystem::path& file, Access access = Access::write);
    ~Stars();
    Stars(const Stars&) = delete;
    Stars& operator=(const Stars&) = delete;

    /// By kind and name.
    std::vector<Star> all();
    /// True where it was not there. Throws for a blank name.
    bool add(Star::Kind kind, const std::string& name);
    /// Whether a commit of any release is of it. A name that is written otherwise than in the clone
    /// finds none, and so does one that nothing came for yet.
    bool finds(Star::Kind kind, const std::string& name);
    /// True where it was there.
    bool remove(Star::Kind kind, const std::string& name);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::store
