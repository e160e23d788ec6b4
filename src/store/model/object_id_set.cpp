#include "store/model/object_id_set.h"

#include "base/object_id.h"

#include <algorithm>

namespace mw::store {

namespace {

constexpr std::size_t bytes_of_id = git::ObjectId::size;

} // namespace

void ObjectIdSet::add(std::string_view bytes) {
    if (bytes.size() == bytes_of_id && !full_.ends_with(bytes)) // several releases may have it
        full_ += bytes;
    else if (bytes.size() < bytes_of_id && !bytes.empty())
        short_.push_back(git::to_hex(bytes));
}

std::string_view ObjectIdSet::at(std::size_t index) const {
    return std::string_view(full_).substr(index * bytes_of_id, bytes_of_id);
}

bool ObjectIdSet::has(std::string_view hex) const {
    const auto start = git::from_hex(hex.substr(0, hex.size() / 2 * 2));
    if (!start || hex.size() < 4 || hex.size() > 2 * bytes_of_id)
        return false;
    std::size_t first = 0, end = full_.size() / bytes_of_id;
    while (first < end) {
        const auto middle = (first + end) / 2;
        if (at(middle) < *start)
            first = middle + 1;
        else
            end = middle;
    }
    const auto digits = [hex](std::string_view id) { return git::to_hex(id).starts_with(hex); };
    for (; first < full_.size() / bytes_of_id && at(first).starts_with(*start); ++first)
        if (digits(at(first)))
            return true;
    return std::ranges::any_of(short_, [hex](const std::string& known) {
        return known.starts_with(hex) || hex.starts_with(known);
    });
}

} // namespace mw::store
