#pragma once

#include "base/message.h"
#include "git/diff/line_count.h"
#include "git/objects/tree_compare.h"
#include "store/model/records.h"

#include <array>
#include <cstdint>
#include <string>

namespace mw::importer {

store::Uncounted reason_of(git::Unread unread);

/// Counts the file changes whose lines could not be counted, by the reason, and keeps the first one
/// of each in landing order to name it. One thread; sums of several are added.
class UncountedFiles {
public:
    /// position: of the changeset in landing order. commit: its id in hex.
    void add(const git::LineCount& count, const git::TreeChange& change, std::size_t position,
             const std::string& commit);
    void add(const UncountedFiles& others);

    std::int64_t total() const;
    /// True where nothing is wrong with the clone: it is a partial one.
    bool all_left_out() const;

    /// What could not be counted, why, and what helps; empty where there is nothing to say.
    /// files: all file changes of the release.
    base::Message remark(std::int64_t files) const;

private:
    struct Reason {
        std::int64_t files = 0;
        std::size_t position = SIZE_MAX;
        base::Message first; ///< "blob ID (path) of commit ID"
    };
    static constexpr std::size_t reasons = 5; ///< values of store::Uncounted

    std::array<Reason, reasons> by_reason_;
};

} // namespace mw::importer
