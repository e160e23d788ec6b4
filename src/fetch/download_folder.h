#pragma once

#include "base/utc_time.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace mw::fetch {

/// What is noted of a download in the folder that it goes to, in "mergewindow/download": a line
/// each of "release TAG" or "whole TAG", "since SECONDS", "complete". By it an interrupted download
/// is known, and taken up.
struct DownloadState {
    std::string release;
    bool whole = false;
    std::optional<Seconds> since; ///< the date at which the history is cut off
    bool complete = false;
};

/// A bare repository that this program fetches into, held by one download at a time. One thread.
class DownloadFolder {
public:
    /// Makes the folder, or takes up the one that is there; removes what a git that was killed left
    /// behind in it. Throws git::Error: it holds something else, cannot be made, or another
    /// download uses it.
    DownloadFolder(const std::filesystem::path& folder, const DownloadState& wanted,
                   const std::string& address);
    ~DownloadFolder();
    DownloadFolder(const DownloadFolder&) = delete;
    DownloadFolder& operator=(const DownloadFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    const DownloadState& state() const { return state_; }
    /// Throws base::FileError.
    void write(const DownloadState& state);

    bool has_tag(const std::string& tag) const;
    /// What the objects take on the disk.
    std::int64_t bytes() const;

private:
    void make();
    void lock();
    void remove_left_overs() const;

    std::filesystem::path path_;
    DownloadState state_;
    int lock_ = -1;
};

/// What a folder that is there was made for; nothing where it is no download of this program.
std::optional<DownloadState> download_in(const std::filesystem::path& folder);

} // namespace mw::fetch
