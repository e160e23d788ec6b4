#pragma once

#include <string_view>
#include <vector>

namespace mw::document {

/// Finds in a document's text what its parsed form has: a parser knows the lines of a block, not
/// where in them a link's address stands. Questions come in the order of the text. One thread.
class SourcePlaces {
public:
    /// Keeps a view of the text.
    explicit SourcePlaces(std::string_view text);

    /// Goes on with a block of these lines, counted from 1, both included.
    void enter(int first_line, int last_line);

    struct SectionKey {
        int line = 0;
        std::size_t offset = 0;
    };

    /// The next place of a word in the block, letters of either case; the block's start where the
    /// word stands elsewhere (an address given at the document's end).
    SectionKey find(std::string_view lower_case_word);

private:
    std::string_view text_;
    std::vector<std::size_t> lines_; ///< where each starts
    std::size_t block_ = 0;          ///< first line of the block, from 0
    std::size_t line_ = 0;           ///< line of the last place found
    std::size_t at_ = 0, end_ = 0;
};

} // namespace mw::document
