#pragma once

#include "base/word_table.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mw::code {

/// Where a changeset has an identifier. The numbers are stored.
enum Use : std::uint8_t { in_added = 1, in_removed = 2, in_function = 4 };

/// Collects the distinct identifiers of a changeset's added and removed lines, and the functions in
/// which these lines stand. One thread; meant to be used for one changeset after another.
class ChangedWords {
public:
    /// The next lines belong to this file; its lines come in ascending order for each side.
    void begin_file(std::string_view path);

    /// Whole lines of a text, of the old version (removed) or the new one (added). Views need live
    /// until the next begin_file() only.
    void add(bool added, std::string_view text, std::string_view lines);

    /// What was collected, and forgets it: for each identifier a byte of Use, its bytes and a NUL.
    std::string take();

private:
    /// What one side of the file said up to some line.
    struct Side {
        const char* text = nullptr;
        const char* seen = nullptr; ///< behind the last line that was looked at
        std::string function;       ///< in which that line stands; empty: in none
    };

    void find_functions(Side& side, std::string_view text, std::string_view lines);
    static void find_function_above(Side& side, const char* line);
    void use(std::string_view word, Use how);

    base::WordTable<std::uint8_t> words_{1 << 10};
    Side old_side_, new_side_;
    bool functions_ = false;
};

/// Calls each(word, uses) for what ChangedWords::take() gave.
template <typename Each>
void for_each_word(std::string_view packed, const Each& each) {
    while (!packed.empty()) {
        const auto end = packed.find('\0', 1);
        each(packed.substr(1, end - 1), static_cast<std::uint8_t>(packed.front()));
        packed.remove_prefix(end + 1);
    }
}

} // namespace mw::code
