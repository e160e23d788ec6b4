#pragma once

#include "git/objects/unread.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace mw::git {

/// What of white space counts as a difference, as git's options have it.
enum class Whitespace : std::uint8_t {
    all,        ///< everything
    not_amount, ///< `-b`: amounts of it do not, nor does what ends a line
    not_at_all, ///< `-w`: none of it
};

struct PatchOptions {
    Whitespace whitespace = Whitespace::all;
    std::uint32_t context = 3; ///< unchanged lines around a change
    std::string old_path{};    ///< where a renamed file was; empty: it was not
    /// The commit whose .gitattributes decide what is text and how hunks are named, full hex id:
    /// the range's end. Empty, or not in the clone: the commit itself.
    std::string attributes{};
    bool operator==(const PatchOptions&) const = default;
};

struct PatchLine {
    char origin = ' '; ///< ' ' context, '+' added, '-' removed, '\\' the note on a missing newline
    int old_number = 0, new_number = 0; ///< from 1; 0 where the line is not on that side
    std::string text;                   ///< valid UTF-8, without the newline
};

struct PatchHunk {
    std::string header; ///< "@@ -1,3 +1,4 @@ function"
    std::vector<PatchLine> lines;
};

/// The difference that one commit made to one file, against its first parent.
struct FilePatch {
    std::string path, old_path; ///< old_path differs from path for a rename
    char status = 'M';          ///< A, M, D, T, R
    unsigned old_mode = 0, new_mode = 0;
    bool binary = false; ///< by its content or its attributes: there are no lines to show
    bool cut = false;    ///< longer than the limit asked for: hunks hold the first lines
    std::vector<PatchHunk> hunks;
};

/// A file that was deleted and one that was added, which are the same one.
struct Rename {
    std::string old_path, new_path;
    int similarity = 100; ///< percent
};

struct RenameLimits {
    /// Beyond so many pairs files are not compared each with each, only those of one name: git's
    /// own limit.
    std::size_t pairs = std::size_t{1000} * 1000;
    std::size_t bytes = std::size_t{64} << 20; ///< of all files together
    std::size_t parent = 0; ///< which of the commit's parents it is compared with
};

struct Renames {
    std::vector<Rename> found;
    bool limited = false; ///< files that differ were too many or too large to be compared
    /// How many files could not be compared because their contents are not to be had, by why.
    std::map<Unread, std::size_t> unread{};
};

/// Reads patches from a clone, only for what a person looks at. One thread at a time; make it on
/// the thread that uses it. Throws git::Error with a sentence (no clone there, object missing).
class PatchReader {
public:
    explicit PatchReader(const std::filesystem::path& repository);
    ~PatchReader();
    PatchReader(PatchReader&&) noexcept;
    PatchReader& operator=(PatchReader&&) noexcept;

    /// commit: full hex id. path: as path_text() has it (the new side, the old side if deleted).
    /// At most max_lines patch lines are kept.
    FilePatch file(std::string_view commit, std::string_view path, std::size_t max_lines,
                   const PatchOptions& options = {});

    /// Which of the files that the commit added are those that it deleted: the same answer as
    /// `git diff -M`. A file that cannot be read is counted and takes no part. Stopped: found holds
    /// what was sure by then.
    Renames renames(std::string_view commit, std::span<const std::string> deleted,
                    std::span<const std::string> added, const RenameLimits& limits = {},
                    const std::stop_token& stop = {});

    struct Impl; ///< of src/git alone

private:
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::git
