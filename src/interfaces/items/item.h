#pragma once

#include "interfaces/items/interface_change.h"

#include <string>
#include <string_view>
#include <vector>

namespace mw::interfaces {

/// Something said of an item, as written: "depends on" and "I2C".
struct Fact {
    std::string label, value;

    bool operator==(const Fact&) const = default;
};

/// One thing at the edge, as one file has it. A file that speaks of it in several places gives
/// several items.
struct Item {
    Kind kind = Kind::config;
    std::string name;
    std::string summary; ///< one line for a list; may be empty
    std::vector<Fact> facts;
    std::string text; ///< help or description, lines without their indentation
    /// Of a parameter whose module only Kbuild knows: the file that declares it, "drivers/a/b.c".
    std::string scope;
    std::vector<std::string> parts; ///< of a module: the objects that it is linked from
};

/// Parsers append to such a list. What they read may be anything: they take linear time, and keep
/// no more of one item than the limits below.
using Items = std::vector<Item>;

inline constexpr std::size_t longest_name = 300;   ///< bytes; longer ones are passed over
inline constexpr std::size_t longest_value = 2000; ///< bytes of a fact or summary, cut
inline constexpr std::size_t longest_text = 8000;  ///< bytes of a text, cut
inline constexpr std::size_t most_facts = 1000;    ///< of one item; further ones are left out

/// Adds a fact within the limits, runs of white space as one space.
void add_fact(Item& item, std::string_view label, std::string_view value);

/// Adds a line to the item's text within the limits.
void add_text_line(Item& item, std::string_view line);

/// Whether a fact of this label makes two versions of an item differ: a default does, a help text
/// or a dependency does not.
bool is_compared(Kind kind, std::string_view label);

/// The fact of a parameter that tells of it in words: its documentation, not the code.
inline constexpr std::string_view documented_label = "documented";
bool is_documented(const Item& item);

/// What an item is known by in its file: parameters are the same with '-' and '_', tools by
/// whichever of their names; a parameter of a module that is not known by its file.
std::string identity(const Item& item);

/// The detail of an InterfaceChange for an item that came or went.
std::string detail_of(const Item& item);

} // namespace mw::interfaces
