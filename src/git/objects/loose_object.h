#pragma once

#include "base/error.h"

#include <git2.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>

/// For the .cpp files of src/git; no public header of ours includes this one.
namespace mw::git {

/// Why a loose object cannot be read: a clause that follows its name ("is cut off").
class LooseObjectError : public base::Error {
public:
    using base::Error::Error;
};

/// One loose object: a file below objects/ that holds "TYPE SIZE", a NUL and SIZE bytes, as one
/// zlib stream and nothing else (git's object-file.c).
///
/// The size is what the file claims. libgit2's own reader believes it (1.5.1 and 1.9.0): it writes
/// past its buffer where there is more, and never ends where there is less. Here the claim is held
/// against what the file could hold before anything is made room for, and against what it does
/// hold. The object's name is not computed again, as `git log` does not.
///
/// One thread, one use.
class LooseObject {
public:
    /// Nothing where there is no such file. Throws LooseObjectError.
    static std::optional<LooseObject> open(const std::filesystem::path& file);

    LooseObject(LooseObject&&) noexcept;
    ~LooseObject();

    git_object_t type() const { return type_; }
    std::uint64_t size() const { return size_; }

    /// Writes size() bytes. False where it was stopped before the end. Throws LooseObjectError.
    bool read(char* content, const std::stop_token& stop);

private:
    class Stream;
    explicit LooseObject(std::unique_ptr<Stream> stream);

    std::unique_ptr<Stream> stream_;
    git_object_t type_ = GIT_OBJECT_INVALID;
    std::uint64_t size_ = 0;
};

} // namespace mw::git
