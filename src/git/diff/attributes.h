#pragma once

#include "base/object_id.h"
#include "git/objects/repository.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mw::git {

/// What gitattributes(5) says of a file under the name "diff".
struct DiffAttribute {
    enum class State {
        unspecified, ///< nothing, or "!diff": the content decides
        set,         ///< "diff": text, whatever is in it
        unset,       ///< "-diff", also by "binary": no lines are shown or counted
        driver,      ///< "diff=name"
    };

    State state = State::unspecified;
    std::string driver; ///< the name; empty for the other states
};

/// The attributes of files, as one commit has them: its .gitattributes files in all folders, with
/// those of the person and of the machine below them and the clone's info/attributes above, as
/// git's attr.c orders them (`git --attr-source=COMMIT`), so that a bare clone answers the same.
/// Files are read once a path below their folder is asked for. Nothing that an attribute names is
/// run.
///
/// Belongs to one thread, as the repository does that it reads from and that must outlive it.
class Attributes {
public:
    /// Throws git::Error where there is no such commit.
    Attributes(const Repository& repository, const ObjectId& commit);
    Attributes(Attributes&&) noexcept;
    ~Attributes();

    /// path: as a tree has it. Files alone have attributes: git asks for none of a link or a
    /// submodule.
    DiffAttribute diff(std::string_view path);

    /// .gitattributes files that the clone lacks, as far as they were asked for.
    const std::vector<std::string>& missing() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::git
