#pragma once

#include "store/model/records.h"

#include <cstddef>
#include <functional>
#include <list>
#include <span>
#include <vector>

namespace mw::ui {

/// The rows of the pages that were looked at last, out of a long list of row ids. A page that is
/// not held is read through Fetch at once: by row id that takes well under a millisecond. Not
/// thread-safe. Throws what Fetch throws.
class PageCache {
public:
    using Fetch = std::function<std::vector<store::CommitRow>(std::span<const store::RowId>)>;

    static constexpr std::size_t pageSize = 64;
    static constexpr std::size_t pagesHeld = 64;

    explicit PageCache(Fetch fetch);

    /// The row at that place of ids; its id is 0 where the database has it no longer. Valid until
    /// the next call.
    const store::CommitRow& row(std::span<const store::RowId> ids, std::size_t place);

    void clear() { pages_.clear(); }

private:
    struct Page {
        std::size_t number = 0;
        std::vector<store::CommitRow> rows;
    };

    Page& page(std::span<const store::RowId> ids, std::size_t number);

    Fetch fetch_;
    std::list<Page> pages_; ///< the last used one first
};

} // namespace mw::ui
