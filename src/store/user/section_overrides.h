#pragma once

#include "store/model/records.h"

#include <istream>
#include <ostream>
#include <string>
#include <vector>

namespace mw::store {

/// A person's own section for one commit.
struct SectionOverride {
    std::string oid; ///< hex, as Annotation has it
    classify::SectionKey place;
};

/// "core", "hardware/usb". Throws Error with a sentence where it names no place.
classify::SectionKey section_key_from_text(const std::string& text);

/// The file that carries choices from one database to another: a line for each, oid TAB section
/// TAB subgroup, subgroup empty outside of hardware.
void write_section_overrides(std::ostream& stream, const std::vector<SectionOverride>& choices);

/// What write_section_overrides() wrote, or a person: empty lines and those that begin with # are
/// left out. name is what a mistake calls the file. Throws Error with the line.
std::vector<SectionOverride> read_section_overrides(std::istream& stream, const std::string& name);

/// Those of a person's marks that are choices, in their order.
std::vector<SectionOverride> choices_among(const std::vector<Annotation>& personal);

} // namespace mw::store
