#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Ids of commits in every dress in which kernel messages have them. Free functions; any thread;
/// each takes steps in proportion to what it reads.
namespace mw::store {

struct WrittenId {
    std::string id;      ///< 7 to 40 hex digits, lower case; empty: there is none
    std::size_t end = 0; ///< behind it and what closes it
    bool named = false;  ///< by the word "commit", an address or `git describe`: certainly an id

    explicit operator bool() const { return !id.empty(); }
};

/// Whether there can be an id in a text at all: it has seven hex digits in a row. Most messages
/// have none, and this looks at a letter in seven of theirs.
bool may_have_commit_id(std::string_view text);

/// The id that stands at a place, behind blanks, a newline, the word "commit" and the like. Forms:
///   0123abc, <0123abc>, [0123abc], "0123abc", #0123abc       bare, or in brackets and quotes
///   commit 0123abc, upstream commit 0123abc, commits 0123abc  named
///   v6.1-5-g0123abc                                           as `git describe` prints it
///   https://git.kernel.org/linus/0123abc and its like         the addresses of cgit, gitweb,
///       gitiles, GitHub and GitLab
///   torvalds/linux@0123abc                                    as GitHub writes it
/// A name that merely begins like an id (a file, a UUID, "0123abc^") is none.
WrittenId read_commit_id(std::string_view text, std::size_t at);

/// That id and those that follow it in a list: `0123abc ("title"), 4567def and 89abcde`. Titles may
/// be in brackets, quotes or both, and go on over a line's end.
std::vector<WrittenId> read_commit_ids(std::string_view text, std::size_t at);

/// The place behind a commit's title that begins there, after blanks, in quotes, in brackets or in
/// both; the place itself where none does.
std::size_t behind_title(std::string_view text, std::size_t at);

} // namespace mw::store
