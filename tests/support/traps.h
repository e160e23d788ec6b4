#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace mw::test {

/// Sets traps in a clone: every key of git-config(1) that names a program, and whatever else of a
/// repository git runs (hooks, filters, remote helpers, aliases), leads to a script that leaves a
/// file behind. One thread.
class Traps {
public:
    /// folder: where scripts and what they leave are kept; it is made.
    explicit Traps(std::filesystem::path folder);

    /// Into a repository's own configuration (and config.worktree, include.path, includeIf), its
    /// hooks and info/attributes. git_folder: the one that holds HEAD.
    void set(const std::filesystem::path& git_folder);

    /// Attributes that put every file through the filters and drivers that set() names.
    static std::string attributes();

    /// A command that springs the trap of that name.
    std::string command(const std::string& name);
    /// Where git would find `git-remote-trap`, the helper of "trap::address".
    std::filesystem::path programs() const { return folder_ / "programs"; }

    /// The names of the traps that were sprung so far.
    std::vector<std::string> sprung() const;
    void forget() const;

private:
    std::string configuration(const std::string& from);
    void set_hooks(const std::filesystem::path& hooks, const std::string& from);

    std::filesystem::path folder_;
};

} // namespace mw::test
