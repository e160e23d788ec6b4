#include "workers/page_cache.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace mw::ui {

PageCache::PageCache(Fetch fetch) : fetch_(std::move(fetch)) {}

const store::CommitRow& PageCache::row(std::span<const store::RowId> ids, std::size_t place) {
    return page(ids, place / pageSize).rows[place % pageSize];
}

PageCache::Page& PageCache::page(std::span<const store::RowId> ids, std::size_t number) {
    const auto held = std::ranges::find(pages_, number, &Page::number);
    if (held != pages_.end()) {
        pages_.splice(pages_.begin(), pages_, held);
        return pages_.front();
    }

    const std::size_t first = number * pageSize;
    const auto wanted = ids.subspan(first, std::min(pageSize, ids.size() - first));
    std::vector<store::CommitRow> fetched = fetch_(wanted);

    // Rows that are gone leave a hole, so that every other row keeps its place.
    Page fresh{number, std::vector<store::CommitRow>(wanted.size())};
    auto next = fetched.begin();
    for (std::size_t i = 0; i < wanted.size() && next != fetched.end(); ++i)
        if (next->id == wanted[i])
            fresh.rows[i] = std::move(*next++);

    pages_.push_front(std::move(fresh));
    if (pages_.size() > pagesHeld)
        pages_.pop_back();
    return pages_.front();
}

} // namespace mw::ui
