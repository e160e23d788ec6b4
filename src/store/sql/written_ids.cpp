#include "store/sql/written_ids.h"

#include "base/object_id.h"

#include <fmt/format.h>

#include <stdexcept>

namespace mw::store {

namespace {

constexpr std::size_t all_digits = 2 * git::ObjectId::size;

} // namespace

std::optional<IdRange> id_range(std::string_view digits) {
    const bool odd = digits.size() % 2 != 0;
    const auto first = git::from_hex(std::string(digits) + (odd ? "0" : ""));
    const auto last = git::from_hex(std::string(digits) + (odd ? "f" : ""));
    if (!first || !last || last->size() > git::ObjectId::size)
        return std::nullopt;
    return IdRange{*first, *last + std::string(git::ObjectId::size - last->size(), '\xff')};
}

std::string means_same_commit(std::string_view column, std::string_view digits) {
    if (digits.find_first_not_of("0123456789abcdef") != std::string_view::npos)
        throw std::invalid_argument("A commit id has hexadecimal digits alone.");
    // Every start spelled out, for the sake of the index.
    std::string starts;
    for (std::size_t length = least_written_digits; length <= digits.size(); ++length)
        starts.append(starts.empty() ? "'" : ", '").append(digits.substr(0, length)).append("'");
    auto sql = fmt::format("({} IN ({})", column, starts);
    if (digits.size() < all_digits && !digits.empty())
        sql += fmt::format(" OR {0} BETWEEN '{1}' AND '{1}g'", column, digits);
    return sql + ")";
}

} // namespace mw::store
