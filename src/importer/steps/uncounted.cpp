#include "importer/steps/uncounted.h"

#include "base/message.h"
#include "base/utf8.h"

#include <algorithm>
#include <numeric>

namespace mw::importer {

namespace {

std::size_t index_of(store::Uncounted reason) {
    return static_cast<std::size_t>(reason);
}

base::Message in_words(store::Uncounted reason, std::int64_t files, const base::Message& first) {
    const bool one = files == 1;
    switch (reason) {
    case store::Uncounted::none:
        break;
    case store::Uncounted::left_out:
        return one ? base::Message("1 was left out of this partial clone ('git fetch --refetch "
                                   "--no-filter' run there brings all contents)")
                   : base::Message("{} were left out of this partial clone ('git fetch --refetch "
                                   "--no-filter' run there brings all contents)",
                                   files);
    case store::Uncounted::missing:
        return one ? base::Message(
                         "1 is missing from the clone ('git fsck' run there tells what is "
                         "missing), first {}",
                         first)
                   : base::Message("{} are missing from the clone ('git fsck' run there tells "
                                   "what is missing), first {}",
                                   files, first);
    case store::Uncounted::damaged:
        return one ? base::Message(
                         "1 is damaged ('git fsck' run there tells what is damaged), first "
                         "{}",
                         first)
                   : base::Message("{} are damaged ('git fsck' run there tells what is damaged), "
                                   "first {}",
                                   files, first);
    case store::Uncounted::too_large:
        return one ? base::Message("1 is larger than what is compared ({} MiB), first {}",
                                   git::largest_compared >> 20, first)
                   : base::Message("{} are larger than what is compared ({} MiB), first {}", files,
                                   git::largest_compared >> 20, first);
    }
    return {};
}

} // namespace

store::Uncounted reason_of(git::Unread unread) {
    switch (unread) {
    case git::Unread::none:
        break;
    case git::Unread::left_out:
        return store::Uncounted::left_out;
    case git::Unread::missing:
        return store::Uncounted::missing;
    case git::Unread::damaged:
        return store::Uncounted::damaged;
    case git::Unread::too_large:
        return store::Uncounted::too_large;
    }
    return store::Uncounted::none;
}

void UncountedFiles::add(const git::LineCount& count, const git::TreeChange& change,
                         std::size_t position, const std::string& commit) {
    auto& reason = by_reason_[index_of(reason_of(count.unread))];
    ++reason.files;
    if (position >= reason.position)
        return;
    reason.position = position;
    reason.first = base::Message("blob {} ({}) of commit {}", count.unread_blob.hex(),
                                 git::path_text(change.path), commit);
}

void UncountedFiles::add(const UncountedFiles& others) {
    for (std::size_t i = 0; i < reasons; ++i) {
        auto& reason = by_reason_[i];
        const auto& other = others.by_reason_[i];
        reason.files += other.files;
        if (other.position < reason.position) {
            reason.position = other.position;
            reason.first = other.first;
        }
    }
}

std::int64_t UncountedFiles::total() const {
    return std::accumulate(
        by_reason_.begin(), by_reason_.end(), std::int64_t{0},
        [](std::int64_t sum, const Reason& reason) { return sum + reason.files; });
}

bool UncountedFiles::all_left_out() const {
    return total() == by_reason_[index_of(store::Uncounted::left_out)].files;
}

base::Message UncountedFiles::remark(std::int64_t files) const {
    if (total() == 0)
        return {};
    base::Message list;
    for (std::size_t i = 0; i < reasons; ++i) {
        if (by_reason_[i].files == 0)
            continue;
        auto next =
            in_words(static_cast<store::Uncounted>(i), by_reason_[i].files, by_reason_[i].first);
        list = list.empty() ? std::move(next) : base::Message("{}; {}", list, next);
    }
    return base::Message("The lines of {} of {} file changes could not be counted, and sums are "
                         "without them: {}.",
                         total(), files, list);
}

} // namespace mw::importer
