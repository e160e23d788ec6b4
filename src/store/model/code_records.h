#pragma once

#include "store/model/records.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mw::store {

/// A text that code:, adds: or removes: asks for and that is more than one identifier: the index
/// finds which changesets have all its identifiers, the clone tells whether in this order.
struct CodeText {
    std::string field, text;
    bool open_end = false; ///< its last word may go on ("*")

    bool operator==(const CodeText&) const = default;
};

/// An identifier, and how many changesets of a release only take it out of lines, only put it in,
/// or do both.
struct CodeUse {
    std::string name;
    std::int64_t removed = 0, added = 0, both = 0;
};

} // namespace mw::store
