#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mw::git {

/// "name", "-name", "!name" or "name=value" of a line of attributes.
struct AttributeState {
    enum class Kind { set, unset, unspecified, value };

    std::string name, value;
    Kind kind = Kind::set;
};

/// A line of an attributes file: a pattern for paths, or a macro ("[attr]name ...").
struct AttributeLine {
    std::string macro; ///< its name; empty: the line has a pattern
    std::string pattern;
    bool for_folders = false;   ///< ends with '/': no file has it
    bool for_names = false;     ///< without a slash: of a file's name, in any folder below
    std::size_t plain_size = 0; ///< bytes before the first wildcard
    std::vector<AttributeState> states;

    /// path: relative to the folder of the file that holds the line. name: its last part.
    bool covers(std::string_view path, std::string_view name) const;
};

/// The lines that count, in their order, by the rules of git's attr.c: what it warns of and leaves
/// out is left out. macros: whether the file may define some.
std::vector<AttributeLine> parse_attribute_file(std::string_view text, bool macros);

} // namespace mw::git
