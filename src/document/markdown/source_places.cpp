#include "document/markdown/source_places.h"

#include <algorithm>

namespace mw::document {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
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
}

SourcePlaces::SectionKey SourcePlaces::find(std::string_view word) {
    const auto begin = text_.begin() + static_cast<std::ptrdiff_t>(at_);
    const auto end = text_.begin() + static_cast<std::ptrdiff_t>(end_);
    const auto found = std::search(begin, end, word.begin(), word.end(),
                                   [](char left, char right) { return lower(left) == right; });
    if (found == end)
        return {static_cast<int>(block_) + 1, lines_[block_]};
    const auto offset = static_cast<std::size_t>(found - text_.begin());
    at_ = offset + word.size();
    while (line_ + 1 < lines_.size() && lines_[line_ + 1] <= offset)
        ++line_;
    return {static_cast<int>(line_) + 1, offset};
}

} // namespace mw::document
