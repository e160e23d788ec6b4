#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace mw::git {

/// One spelling for each author, by a .mailmap file as gitmailmap(5) describes it and git's
/// mailmap.c reads it: on bytes, whatever their encoding, with blanks within <> taken for a part of
/// the address. Addresses and names are compared without regard to case; an entry with a name
/// beside the address wins over one for the address alone. (libgit2's own compares case, so that
/// "Foo@x" would stay a stranger.) Immutable once made; any thread.
class Mailmap {
public:
    Mailmap() = default;
    explicit Mailmap(std::string_view bytes);

    /// Replaces name and email where the file says so, else leaves them alone and returns false.
    /// Both in the bytes that `git log` has before it asks a mailmap (Signature::raw_name).
    bool apply(std::string& name, std::string& email) const;

private:
    struct Replacement {
        std::optional<std::string> name, email; ///< none: keep
    };
    /// What is said of an address: for whatever name, and for some names apart.
    struct Address {
        Replacement any;
        std::map<std::string, Replacement, std::less<>> by_name; ///< by lower-case name
    };
    void add_line(std::string_view line);

    std::map<std::string, Address, std::less<>> addresses_; ///< by lower-case address
};

} // namespace mw::git
