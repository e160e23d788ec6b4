#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mw::store {

/// The ids of a database's commits as they were at one moment, of 20 bytes each. Any thread, as
/// long as none adds.
class ObjectIdSet {
public:
    /// In ascending order; an id of which only the start is known is shorter.
    void add(std::string_view bytes);

    /// As Reader::has_oid() answers; digits in lower case.
    bool has(std::string_view hex) const;

private:
    std::string_view at(std::size_t index) const;

    std::string full_;               ///< one after the other
    std::vector<std::string> short_; ///< as hex digits
};

} // namespace mw::store
