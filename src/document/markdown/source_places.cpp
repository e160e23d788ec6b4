#include "document/markdown/source_places.h"

#include "base/characters.h"

#include <algorithm>

namespace mw::document {

namespace {

/// Fewer digits name no commit.
constexpr std::size_t shortest_id = 7;

/// FNV-1a. Two runs of one hash are told apart by their digits.
std::uint64_t hash_of(std::string_view digits) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : digits)
        hash = (hash ^ static_cast<unsigned char>(lower_case(c))) * 1099511628211U;
    return hash;
}

} // namespace

SourcePlaces::SourcePlaces(std::string_view text) : text_(text) {
    lines_.push_back(0);
    for (std::size_t at = text.find('\n'); at != std::string_view::npos;
         at = text.find('\n', at + 1))
        lines_.push_back(at + 1);
}

void SourcePlaces::enter(int first_line, int last_line) {
    const auto count = lines_.size();
    block_ = std::min(static_cast<std::size_t>(std::max(first_line, 1)) - 1, count - 1);
    const auto last = std::max(block_, static_cast<std::size_t>(std::max(last_line, 1)) - 1);
    line_ = block_;
    at_ = lines_[block_];
    end_ = last + 1 < count ? lines_[last + 1] : text_.size();
    indexed_ = false;
}

void SourcePlaces::index_block() {
    runs_.clear();
    for (auto at = at_; at < end_;) {
        const auto start = at;
        while (at < end_ && is_hex(text_[at]))
            ++at;
        if (at - start >= shortest_id && at - start <= longest_id)
            runs_.push_back({hash_of(text_.substr(start, at - start)), start});
        at = std::max(at, start + 1);
    }
    std::ranges::sort(runs_);
    indexed_ = true;
}

SourcePlaces::Place SourcePlaces::find(std::string_view id) {
    if (!indexed_)
        index_block();
    const auto found = std::ranges::lower_bound(runs_, Run{hash_of(id), at_});
    const bool here =
        found != runs_.end() &&
        std::ranges::equal(text_.substr(found->offset, id.size()), id,
                           [](char left, char right) { return lower_case(left) == right; });
    if (!here)
        return {static_cast<int>(block_) + 1, lines_[block_]};
    at_ = found->offset + id.size();
    while (line_ + 1 < lines_.size() && lines_[line_ + 1] <= found->offset)
        ++line_;
    return {static_cast<int>(line_) + 1, found->offset};
}

} // namespace mw::document
