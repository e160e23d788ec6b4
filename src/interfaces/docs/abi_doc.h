#pragma once

#include "interfaces/items/item.h"

namespace mw::interfaces {

/// Entries of Documentation/ABI (its README says how they are written): one item for each path of a
/// "What:", the following lines that begin with a path included. Fact "state": the folder, stable,
/// testing or obsolete; an entry of removed/ is none any more. The summary is the first line of the
/// description.
void read_abi_doc(std::string_view path, std::string_view text, Items& items);

} // namespace mw::interfaces
