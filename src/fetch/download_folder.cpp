#include "fetch/download_folder.h"

#include "base/system/atomic_file.h"
#include "git/setup/error.h"
#include "git/setup/own_repository.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <fstream>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace mw::fetch {

namespace fs = std::filesystem;

namespace {

fs::path notes(const fs::path& folder) {
    return folder / "mergewindow";
}

/// A folder that holds something else than a download of this program.
bool holds_others(const fs::path& folder) {
    std::error_code error;
    return fs::exists(folder, error) && !download_in(folder) && !fs::is_empty(folder, error);
}

base::Message described(const DownloadState& state) {
    return state.whole ? base::Message("the whole history")
                       : base::Message("{} alone", state.release);
}

} // namespace

std::optional<DownloadState> download_in(const fs::path& folder) {
    std::ifstream file(notes(folder) / "download");
    DownloadState state;
    for (std::string line; std::getline(file, line);) {
        const auto blank = std::min(line.find(' '), line.size());
        const auto word = line.substr(0, blank);
        const auto value = line.substr(std::min(blank + 1, line.size()));
        if (word == "release" || word == "whole") {
            state.release = value;
            state.whole = word == "whole";
        } else if (word == "since") {
            Seconds since = 0;
            if (std::from_chars(value.data(), value.data() + value.size(), since).ec == std::errc())
                state.since = since;
        } else if (word == "complete") {
            state.complete = true;
        }
    }
    return state.release.empty() ? std::nullopt : std::optional(state);
}

DownloadFolder::DownloadFolder(const fs::path& folder, const DownloadState& wanted,
                               const std::string& address)
    : path_(fs::absolute(folder).lexically_normal()) {
    std::error_code error;
    if (fs::exists(path_, error) && !fs::is_directory(path_, error))
        throw git::Error("{} is a file: choose a folder that is not there yet.", path_.string());
    if (holds_others(path_))
        throw git::Error("The folder {} is there already and holds something. Choose a "
                         "folder that is not there yet; to read what is in that one, "
                         "import from it.",
                         path_.string());
    make();
    lock();
    try {
        const auto there = download_in(path_);
        state_ = there.value_or(wanted);
        if (there &&
            (there->whole != wanted.whole || (!wanted.whole && there->release != wanted.release)))
            throw git::Error("The folder {} is there already, with {}. Choose another "
                             "one for {}.",
                             path_.string(), described(*there), described(wanted));
        remove_left_overs();
        write(state_);
        if (!git::make_own_repository(path_, "origin", address))
            throw git::Error("The folder {} cannot be written to: its permissions "
                             "forbid it, or the disk is full. Choose another one.",
                             path_.string());
    } catch (...) {
        close(lock_);
        throw;
    }
}

DownloadFolder::~DownloadFolder() {
    close(lock_);
}

void DownloadFolder::make() {
    std::error_code error;
    if (fs::create_directories(notes(path_), error); error)
        throw git::Error("The folder {} cannot be made: {}. Choose another one.", path_.string(),
                         error.message());
}

void DownloadFolder::lock() {
    const auto file = notes(path_) / "lock";
    lock_ = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (lock_ >= 0 && flock(lock_, LOCK_EX | LOCK_NB) == 0)
        return;
    const int reason = errno;
    if (lock_ >= 0)
        close(lock_);
    throw git::Error(
        reason == EWOULDBLOCK
            ? base::Message("Another download into {} is under way: wait for it, or choose another "
                            "folder.",
                            path_.string())
            : base::Message("The folder {} cannot be written to: {}. Choose another one.",
                            path_.string(), std::generic_category().message(reason)));
}

void DownloadFolder::remove_left_overs() const {
    std::error_code error; // what stays is in git's way, and git says so
    for (const char* const name :
         {"shallow.lock", "packed-refs.lock", "packed-refs.new", "config.lock", "HEAD.lock"})
        fs::remove(path_ / name, error);
    std::vector<fs::path> left;
    for (const char* const part : {"objects/pack", "refs/tags", "refs/heads"})
        for (const auto& entry : fs::directory_iterator(path_ / part, error)) {
            const auto name = entry.path().filename().string();
            if (name.starts_with("tmp_") || name.ends_with(".keep") || name.ends_with(".lock"))
                left.push_back(entry.path());
        }
    for (const auto& file : left)
        fs::remove(file, error);
}

void DownloadFolder::write(const DownloadState& state) {
    state_ = state;
    std::string text = fmt::format("{} {}\n", state.whole ? "whole" : "release", state.release);
    if (state.since)
        text += fmt::format("since {}\n", *state.since);
    if (state.complete)
        text += "complete\n";
    base::write_file(notes(path_) / "download", text);
}

bool DownloadFolder::has_tag(const std::string& tag) const {
    std::error_code error;
    if (fs::exists(path_ / "refs/tags" / tag, error))
        return true;
    std::ifstream packed(path_ / "packed-refs");
    for (std::string line; std::getline(packed, line);)
        if (line.ends_with(" refs/tags/" + tag))
            return true;
    return false;
}

std::int64_t DownloadFolder::bytes() const {
    std::int64_t sum = 0;
    std::error_code error;
    for (const auto& entry : fs::recursive_directory_iterator(path_ / "objects", error))
        if (entry.is_regular_file(error))
            sum += static_cast<std::int64_t>(entry.file_size(error));
    return sum;
}

} // namespace mw::fetch
