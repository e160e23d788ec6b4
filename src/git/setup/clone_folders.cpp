#include "git/setup/clone_folders.h"

#include "git/setup/environment_variable.h"
#include "git/setup/error.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <unistd.h>

namespace mw::git {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t largest_pointer = std::size_t{1}
                                        << 20; // read_gitfile_gently() of git's setup.c

/// The start of a small plain file; nothing where there is none.
std::optional<std::string> small_file(const fs::path& file) {
    std::error_code error; // whatever it is, it is no file that can be read
    if (!fs::is_regular_file(file, error) || fs::file_size(file, error) > largest_pointer)
        return std::nullopt;
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return std::nullopt;
    std::string text(std::istreambuf_iterator<char>(stream), {});
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.pop_back();
    return text;
}

bool is_folder(const fs::path& path) {
    return access(path.c_str(), X_OK) == 0;
}

fs::path real_path(const fs::path& path) {
    std::error_code error;
    auto real = fs::canonical(path, error);
    return error ? fs::absolute(path, error).lexically_normal() : real;
}

fs::path common_folder(const fs::path& git) {
    const auto text = small_file(git / "commondir");
    return text && !text->empty() ? real_path(git / *text) : git;
}

/// As validate_headref() of git's path.c: a link into refs/, "ref: refs/…" or an object's name.
bool is_head(const fs::path& file) {
    std::error_code error;
    if (fs::is_symlink(file, error))
        return fs::read_symlink(file, error).string().starts_with("refs/");
    const auto text = small_file(file);
    if (!text)
        return false;
    if (text->starts_with("ref:")) {
        const auto start = text->find_first_not_of(" \t", 4);
        return start != std::string::npos && text->substr(start).starts_with("refs/");
    }
    constexpr std::size_t name_length = 40;
    return text->size() >= name_length &&
           text->find_first_not_of("0123456789abcdefABCDEF") >= name_length;
}

bool is_git_folder(const fs::path& folder) {
    if (!is_head(folder / "HEAD"))
        return false;
    const auto common = common_folder(folder);
    const char* const objects = environment_variable("GIT_OBJECT_DIRECTORY");
    return is_folder(objects != nullptr ? fs::path(objects) : common / "objects") &&
           is_folder(common / "refs");
}

/// What a .git file leads to: a linked work tree's, a submodule's, one with its folder elsewhere.
std::optional<fs::path> target_of(const fs::path& git_file) {
    constexpr std::string_view start = "gitdir:";
    const auto text = small_file(git_file);
    if (!text || !text->starts_with(start))
        return std::nullopt;
    const auto path = text->find_first_not_of(" \t", start.size());
    if (path == std::string::npos)
        return std::nullopt;
    return git_file.parent_path() / text->substr(path);
}

CloneFolders clone_behind(const fs::path& git_file, const fs::path& target) {
    if (!is_git_folder(target))
        throw Error(
            "{0} leads to {1}, and there is no git repository: it was moved or removed, or the "
            "disk that it is on is not there. 'git worktree repair' or 'git submodule update' run "
            "in the main clone puts it right.",
            git_file.string(), target.lexically_normal().string());
    const auto git = real_path(target);
    return {git, common_folder(git), real_path(git_file.parent_path()), git_file};
}

/// Files that hold a history and are no repository.
void refuse_file(const fs::path& file) {
    std::array<char, 16> bytes{};
    std::ifstream(file, std::ios::binary).read(bytes.data(), bytes.size());
    const std::string_view start(bytes.data(), bytes.size());
    if (start.starts_with("# v2 git bundle") || start.starts_with("# v3 git bundle"))
        throw Error("{0} is a bundle: a clone packed into one file. Unpack it with: git "
                    "clone --mirror '{0}' FOLDER",
                    file.string());
}

/// As a path an address may have lost one of its slashes, and may count from a folder.
bool is_an_address(const fs::path& path) {
    const auto text = path.string();
    return std::ranges::any_of(
        std::array{"https:/", "http:/", "git:/", "ssh:/"}, [&text](std::string_view scheme) {
            const auto at = text.find(scheme);
            return at == 0 || (at != std::string::npos && text[at - 1] == '/');
        });
}

} // namespace

CloneFolders find_clone(const fs::path& path) {
    std::error_code error;
    const auto kind = fs::status(path, error).type();
    if (kind == fs::file_type::not_found && is_an_address(path))
        throw Error(base::Advice::fetch_release,
                    "{} is an address, and what is wanted here is a clone on this computer.",
                    path.string());
    if (kind == fs::file_type::not_found)
        throw Error("There is no folder {}. Give the path of a kernel clone.", path.string());
    if (kind == fs::file_type::regular) {
        if (const auto target = target_of(path))
            return clone_behind(path, *target);
        refuse_file(path);
    }
    const auto inner = path / ".git";
    if (const auto target = target_of(inner))
        return clone_behind(inner, *target);
    if (is_git_folder(inner)) {
        const auto git = real_path(inner);
        return {git, common_folder(git), real_path(path), {}};
    }
    if (is_git_folder(path)) {
        const auto git = real_path(path);
        const bool inside = git.filename() == ".git";
        return {git, common_folder(git), inside ? git.parent_path() : fs::path(), {}};
    }
    if (kind == fs::file_type::directory && access(path.c_str(), R_OK | X_OK) != 0)
        throw Error("The folder {} cannot be looked into: you have no right to.", path.string());
    throw Error("There is no git repository at {}. Give the folder of a kernel clone: "
                "the one that holds .git, or a bare repository.",
                path.string());
}

} // namespace mw::git
