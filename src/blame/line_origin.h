#pragma once

#include "base/object_id.h"
#include "git/objects/repository.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace mw::blame {

/// The version of a file that last wrote a line.
struct LineOrigin {
    int line = 0; ///< as it was asked for, counted from 1
    git::ObjectId commit;
    std::string path; ///< the file's name then
    int number = 0;   ///< the line's there
    /// The walk ended at this commit, which has the line, before it was known who wrote it.
    bool unfinished = false;
};

struct TraceLimits {
    /// Whether to look what a commit did; where not, its lines are unfinished. Empty: always.
    std::function<bool(const git::ObjectId& commit)> within;
    /// Called now and then with the number of commits that were looked at; may be empty.
    std::function<void(std::int64_t commits)> step;
};

/// Follows lines back to the commits that wrote them, as `git blame` does: through the first parent
/// that has the same file, else through each parent whose file has the line, and through renames of
/// the whole file. Reads what is on the way alone. One thread; keeps a repository open.
class LineTracer {
public:
    /// Throws git::Error where there is no such clone.
    explicit LineTracer(const std::filesystem::path& repository);
    ~LineTracer();
    LineTracer(LineTracer&&) noexcept;
    LineTracer& operator=(LineTracer&&) noexcept;

    const git::Repository& repository() const;

    /// lines: of the file as `start` has it; those that it has not are left out. path: as bytes in
    /// the tree. One entry for each line, sorted by it. On stop, what was not followed to its end
    /// is unfinished. Throws git::Error where an object cannot be read.
    std::vector<LineOrigin> trace(const git::ObjectId& start, const std::string& path,
                                  const std::vector<int>& lines, const TraceLimits& limits = {},
                                  const std::stop_token& stop = {});

    struct Impl; ///< of src/blame alone

private:
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::blame
