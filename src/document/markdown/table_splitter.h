#pragma once

#include <cmark-gfm.h>
#include <string>
#include <vector>

/// Long lists and tables, cut into pieces that look like one: a widget lays a table out as a whole,
/// and goes through all of a list for each item that it gets, so that those of some ten thousand
/// rows would take it minutes. Short ones stay as they are.
namespace mw::document {

/// A list whose items are being written.
class PieceList {
public:
    explicit PieceList(cmark_node* list);

    const char* element() const { return bullets_ ? "ul" : "ol"; }
    bool tight() const { return tight_; }

    /// Asked at each item: whether it is to stand in a piece of its own with those after it.
    bool begins_piece();
    /// Attributes of the piece that begins now.
    std::string next_piece() const;

private:
    bool bullets_ = true, tight_ = true;
    int first_ = 1;         ///< the number of the first item
    std::size_t items_ = 0; ///< in all
    std::size_t item_ = 0;  ///< the one that begins_piece() was asked of, from 1
};

/// A table whose rows are being written, its cells aligned as it says. In pieces, its columns get
/// widths by what is in them, for each piece would find its own.
class TableSplitter {
public:
    TableSplitter() = default;
    explicit TableSplitter(cmark_node* table);

    /// Asked at each row, as above.
    bool begins_piece();
    std::string next_piece();
    /// Attributes of the next cell of the row.
    std::string next_cell();

private:
    bool in_pieces() const { return !widths_.empty(); }
    bool starts_piece() const;

    std::size_t rows_ = 0, row_ = 0, cell_ = 0;
    std::string alignments_;  ///< of each column: l, c, r, or 0 for none
    std::vector<int> widths_; ///< percent of each column; empty for a table in one piece
};

} // namespace mw::document
