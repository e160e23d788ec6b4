#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mw::classify {

/// The MAINTAINERS file of one kernel tree, read with the meaning that scripts/get_maintainer.pl
/// gives it: F: with and without a trailing slash and wildcards, X:, N: regular expressions, K:
/// ignored, the deepest pattern wins, THE REST only where nothing else matches.
///
/// Immutable once made, so any number of threads may ask it at once.
class Maintainers {
public:
    /// Never throws on odd text: lines that are no field are ignored, as the script does. A bad
    /// N: expression is skipped and listed in warnings().
    static std::shared_ptr<const Maintainers> parse(std::string_view text);

    ~Maintainers();
    Maintainers(const Maintainers&) = delete;
    Maintainers& operator=(const Maintainers&) = delete;

    /// False for kernels before 2.6.31, whose entries name no files.
    bool has_patterns() const;

    /// Titles of every entry that covers the path, best first (deepest pattern first, then file
    /// order), THE REST left out unless it is the only one.
    std::vector<std::string> entries_for(std::string_view path) const;

    /// First of entries_for(), or empty.
    std::string best_entry(std::string_view path) const;

    const std::vector<std::string>& warnings() const;

private:
    struct Data;
    explicit Maintainers(std::unique_ptr<Data> data);
    std::unique_ptr<Data> data_;
};

} // namespace mw::classify
