#pragma once

#include "store/model/records.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mw::store {

/// A commit and the release that has it.
struct EquivalentCommit {
    /// How it answers the question.
    enum class How : std::uint8_t {
        itself,      ///< has the id, or the words in its title
        picked,      ///< one message says that it was cherry-picked from the other
        same_change, ///< another id, but title, author and the moment of writing are the same
        same_title,  ///< title and author are: the change again, or another of a series
    };

    How how = How::itself;
    RowId id = 0, release = 0;
    std::string release_name;
    CommitKind kind = CommitKind::changeset;
    std::string oid, subject, author;
    std::optional<Seconds> landed_time;
};

/// Says which release has a change, and where the same change stands under another id. A connection
/// of its own; one thread. Throws store::Error.
class EquivalentCommits {
public:
    explicit EquivalentCommits(const std::filesystem::path& file);
    ~EquivalentCommits();
    EquivalentCommits(const EquivalentCommits&) = delete;
    EquivalentCommits& operator=(const EquivalentCommits&) = delete;

    /// By the start of an id (seven digits or more) or words of a title, without regard to case;
    /// with what is the same change elsewhere. Oldest landing first, at most limit of them. Words
    /// that are a whole title find that title alone.
    std::vector<EquivalentCommit> find(std::string_view id_or_title, std::size_t limit = 200);

    /// The same change as that commit in other places of the database, oldest landing first.
    std::vector<EquivalentCommit> elsewhere(RowId commit);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::store
