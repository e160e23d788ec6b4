#pragma once

#include "interfaces/parse/source.h"

#include <string_view>

namespace mw::interfaces {

/// Cuts off what two versions of a file share at their start and end, up to a line where a piece
/// begins that can be read on its own. Takes
/// little more than comparing the bytes. Small kinds of files are left whole.
void narrow(Source source, std::string_view& old_text, std::string_view& new_text);

} // namespace mw::interfaces
