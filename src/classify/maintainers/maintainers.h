#pragma once

#include "base/message.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mw::classify {

/// The MAINTAINERS file of one kernel tree, read with the meaning that scripts/get_maintainer.pl
/// gives it: F: with and without a trailing slash and wildcards, X:, N: regular expressions, K:
/// ignored, the deepest pattern wins, THE REST only where nothing else matches.
///
/// Source of the format: the head of MAINTAINERS itself, and that script's file_match_pattern() and
/// get_maintainers(). Owns all its text. Immutable once made, so any number of threads may ask it
/// at once.
class Maintainers {
public:
    /// An entry's place in the file, counted from 0.
    using Entry = std::uint32_t;

    /// Never throws on odd text: lines that are no field are ignored, as the script does. Patterns
    /// and expressions that cannot be read are left out and listed in warnings().
    static std::shared_ptr<const Maintainers> parse(std::string_view text);

    ~Maintainers();
    Maintainers(const Maintainers&) = delete;
    Maintainers& operator=(const Maintainers&) = delete;

    /// False for kernels before 2.6.31, whose entries name no files.
    bool has_patterns() const;

    /// Every entry that covers the path, best first (deepest pattern first, then file order), THE
    /// REST left out unless it is the only one.
    std::vector<Entry> matches(std::string_view path) const;

    std::size_t entry_count() const;
    const std::string& title(Entry entry) const;
    /// The entry's F: lines as written.
    std::span<const std::string> file_patterns(Entry entry) const;

    /// Titles of matches().
    std::vector<std::string> entries_for(std::string_view path) const;

    /// First of entries_for(), or empty.
    std::string best_entry(std::string_view path) const;

    /// Sentences about lines that could not be read.
    const std::vector<base::Message>& warnings() const;

private:
    struct Data;
    explicit Maintainers(std::unique_ptr<Data> data);
    std::unique_ptr<Data> data_;
};

} // namespace mw::classify
