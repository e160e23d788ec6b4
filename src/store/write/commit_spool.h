#pragma once

#include "store/write/writer.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace mw::store {

/// Commits on their way into the database, kept in a file until all of them are there: so that the
/// database is locked while they are written and not while they are read, and memory does not grow
/// with the range. The file lies beside the database, where there must be room for them anyway, and
/// has no name: it is gone with this value, and with the program. One thread. Throws Error.
class CommitSpool {
public:
    explicit CommitSpool(const std::filesystem::path& database);
    ~CommitSpool();
    CommitSpool(const CommitSpool&) = delete;
    CommitSpool& operator=(const CommitSpool&) = delete;

    std::size_t size() const { return records_.size(); }

    /// Each position once, in any order.
    void add(std::size_t position, const NewCommit& commit);

    /// visit(position, commit) for each from a position on, by ascending position.
    template <typename Visit>
    void for_each(Visit visit, std::size_t from = 0) {
        flush();
        for (auto at = records_.lower_bound(from); at != records_.end(); ++at)
            visit(at->first, read(at->second));
    }

    /// The commit at a position; nothing while it was not added.
    std::optional<NewCommit> at(std::size_t position) {
        const auto found = records_.find(position);
        return found == records_.end() ? std::nullopt : std::optional(read(found->second));
    }

private:
    struct Record {
        std::uint64_t start = 0;
        std::size_t length = 0;
    };

    void flush();
    NewCommit read(const Record& record);
    std::string read_back(const Record& record) const;
    [[noreturn]] void throw_error() const;

    const std::filesystem::path database_;
    int file_ = -1;
    std::uint64_t written_ = 0;
    std::string buffer_; ///< what comes after it
    std::map<std::size_t, Record> records_;
};

} // namespace mw::store
