#pragma once

#include "store/model/records.h"

#include <istream>
#include <ostream>
#include <string>
#include <vector>

namespace mw::store {

/// A person's own section for one commit.
struct Choice {
    std::string oid; ///< hex, as Personal has it
    classify::Place place;
};

/// "core", "hardware/usb". Throws Error with a sentence where it names no place.
classify::Place place_from_text(const std::string& text);

/// The file that carries choices from one database to another: a line for each, oid TAB section
/// TAB subgroup, subgroup empty outside of hardware.
void write_choices(std::ostream& stream, const std::vector<Choice>& choices);

/// What write_choices() wrote, or a person: empty lines and those that begin with # are left out.
/// name is what a mistake calls the file. Throws Error with the line.
std::vector<Choice> read_choices(std::istream& stream, const std::string& name);

/// Those of a person's marks that are choices, in their order.
std::vector<Choice> choices_among(const std::vector<Personal>& personal);

} // namespace mw::store
