#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace mw::document {

/// Finds in a document's text what its parsed form has: a parser knows the lines of a block, not
/// where in them a commit's id stands. Questions come in the order of the text. Takes time in
/// proportion to the text, however many questions have no answer. One thread.
class SourcePlaces {
public:
    /// Keeps a view of the text.
    explicit SourcePlaces(std::string_view text);

    /// Goes on with a block of these lines, counted from 1, both included.
    void enter(int first_line, int last_line);

    struct Place {
        int line = 0;
        std::size_t offset = 0;
    };

    /// The next place of an id in the block, digits of either case; the block's start where the
    /// id stands elsewhere (an address given at the document's end).
    Place find(std::string_view lower_case_id);

private:
    void index_block();

    /// A run of hexadecimal digits of the block.
    struct Run {
        std::uint64_t hash = 0; ///< of its digits in small letters
        std::size_t offset = 0;
        auto operator<=>(const Run&) const = default;
    };

    std::string_view text_;
    std::vector<std::size_t> lines_; ///< where each starts
    std::size_t block_ = 0;          ///< first line of the block, from 0
    std::size_t line_ = 0;           ///< line of the last place found
    std::size_t at_ = 0, end_ = 0;
    std::vector<Run> runs_; ///< sorted; of the block, once something was asked of it
    bool indexed_ = false;
};

} // namespace mw::document
