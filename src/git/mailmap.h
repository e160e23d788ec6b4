#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace mw::git {

/// One spelling for each author, by a .mailmap file as gitmailmap(5) describes it: addresses and
/// names are compared without regard to case, an entry with a name beside the address wins over
/// one for the address alone. (libgit2's own compares case, so that "Foo@x" would stay a stranger.)
/// Immutable once made; any thread.
class Mailmap {
public:
    Mailmap() = default;
    explicit Mailmap(std::string_view text);

    /// Replaces name and email where the file says so.
    void apply(std::string& name, std::string& email) const;

private:
    struct Replacement {
        std::string name, email; ///< empty: keep
    };
    void add_line(std::string_view line);

    /// Lower-case address, and lower-case name or nothing.
    std::map<std::pair<std::string, std::string>, Replacement, std::less<>> entries_;
};

} // namespace mw::git
