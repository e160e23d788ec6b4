#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace mw::store {

/// A query that a person keeps under a name of their own.
struct SavedSearch {
    std::string name;
    std::string query;   ///< in the query language; may be empty
    std::string release; ///< name of the release it is about; empty: all of them
};

/// The searches that a person saved. They hang on names, so they outlive every import.
///
/// Owns connections, the one that writes from the first change on; one thread. A change waits up to
/// a minute for an import that writes.
/// Throws store::Error.
class SavedSearches {
public:
    explicit SavedSearches(const std::filesystem::path& file);
    ~SavedSearches();
    SavedSearches(const SavedSearches&) = delete;
    SavedSearches& operator=(const SavedSearches&) = delete;

    /// In the order in which they were saved first.
    std::vector<SavedSearch> all();
    /// A search of that name is replaced where it stands. Throws where the name is blank.
    void put(const SavedSearch& search);
    /// Throws where the new name is blank or another search has it, or nothing has the old one.
    void rename(const std::string& name, const std::string& new_name);
    /// Removing what is not there is no mistake.
    void remove(const std::string& name);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::store
