#include "document/markdown/table_splitter.h"

#include "document/markdown/cmark.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmark-gfm-core-extensions.h>
#include <numeric>
#include <string_view>

namespace mw::document {

namespace {

constexpr std::size_t most_items = 100, most_rows = 50;
/// Rows by whose cells the widths are decided, and letters that count of each.
constexpr std::size_t measured_rows = 200, least_letters = 6, most_letters = 60;

std::size_t children_of(cmark_node* node) {
    std::size_t count = 0;
    for (auto* child = cmark_node_first_child(node); child != nullptr;
         child = cmark_node_next(child))
        ++count;
    return count;
}

/// Letters that a cell shows, or a few more than count.
std::size_t letters_of(cmark_node* cell) {
    std::size_t letters = 0;
    const IteratorHandle iterator(cmark_iter_new(cell));
    while (letters <= most_letters && cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE)
        if (const char* const literal = cmark_node_get_literal(cmark_iter_get_node(iterator.get())))
            letters += std::string_view(literal).size();
    return letters;
}

std::vector<int> widths_of(cmark_node* table) {
    std::vector<std::size_t> letters;
    std::size_t rows = 0;
    for (auto* row = cmark_node_first_child(table); row != nullptr && rows < measured_rows;
         row = cmark_node_next(row), ++rows) {
        std::size_t column = 0;
        for (auto* cell = cmark_node_first_child(row); cell != nullptr;
             cell = cmark_node_next(cell), ++column) {
            letters.resize(std::max(letters.size(), column + 1), least_letters);
            letters[column] = std::max(letters[column], std::min(letters_of(cell), most_letters));
        }
    }
    const auto all = std::max<std::size_t>(1, std::reduce(letters.begin(), letters.end()));
    std::vector<int> widths;
    for (const auto count : letters)
        widths.push_back(std::max(1, static_cast<int>(100 * count / all)));
    return widths;
}

/// The space around what is cut is at its ends alone.
std::string margins(bool first, bool last) {
    if (first && last)
        return {};
    return fmt::format(" style=\"{}{}\"", first ? "" : "margin-top:0px;",
                       last ? "" : "margin-bottom:0px;");
}

} // namespace

PieceList::PieceList(cmark_node* list)
    : bullets_(cmark_node_get_list_type(list) == CMARK_BULLET_LIST),
      tight_(cmark_node_get_list_tight(list) != 0), first_(cmark_node_get_list_start(list)),
      items_(children_of(list)) {}

bool PieceList::begins_piece() {
    return ++item_ > 1 && (item_ - 1) % most_items == 0;
}

std::string PieceList::next_piece() const {
    const auto written = item_ == 0 ? 0 : item_ - 1;
    std::string attributes;
    if (const auto number = static_cast<std::size_t>(std::max(first_, 0)) + written;
        !bullets_ && number != 1)
        attributes = fmt::format(" start=\"{}\"", number);
    return attributes + margins(written == 0, written + most_items >= items_);
}

TableSplitter::TableSplitter(cmark_node* table) : rows_(children_of(table)) {
    if (const auto* const alignments = cmark_gfm_extensions_get_table_alignments(table))
        alignments_.assign(alignments, alignments + cmark_gfm_extensions_get_table_columns(table));
    if (rows_ > most_rows)
        widths_ = widths_of(table);
}

bool TableSplitter::starts_piece() const {
    return (row_ - 1) % most_rows == 0;
}

bool TableSplitter::begins_piece() {
    cell_ = 0;
    return ++row_ > 1 && in_pieces() && starts_piece();
}

std::string TableSplitter::next_piece() {
    const auto written = row_ == 0 ? 0 : row_ - 1;
    return " border=\"1\" cellspacing=\"0\" cellpadding=\"4\"" +
           (in_pieces() ? " width=\"100%\"" + margins(written == 0, written + most_rows >= rows_)
                        : std::string());
}

std::string TableSplitter::next_cell() {
    const auto column = cell_++;
    std::string attributes;
    if (in_pieces() && starts_piece() && column < widths_.size())
        attributes = fmt::format(" width=\"{}%\"", widths_[column]);
    const char alignment = column < alignments_.size() ? alignments_[column] : '\0';
    if (alignment == 'r' || alignment == 'c')
        attributes += alignment == 'r' ? " align=\"right\"" : " align=\"center\"";
    return attributes;
}

} // namespace mw::document
