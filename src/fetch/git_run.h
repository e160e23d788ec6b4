#pragma once

#include "fetch/download_meter.h"
#include "git/setup/error.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace mw::fetch {

/// git could not fetch. errors() is what git wrote, in the C locale, for those who know more of it.
class FetchError : public git::Error {
public:
    FetchError(base::Message message, std::string errors)
        : Error(std::move(message)), errors_(std::move(errors)) {}

    const std::string& errors() const { return errors_; }

private:
    std::string errors_;
};

/// Runs git in a repository of this program's own, with what it says going to a meter. Nothing that
/// comes from outside stands on its command line but names that were looked at before. One thread;
/// blocks. Throws git::Stopped, FetchError, and git::Error where there is no git.
class GitRun {
public:
    /// address: for the sentences, without a password. Keeps references.
    GitRun(std::filesystem::path folder, std::string address, DownloadMeter& meter,
           const std::stop_token& stop);

    /// `git fetch` from the remote "origin", without file contents and tags of its own choice.
    /// input: ids, a line each, for --stdin; they are asked for by name, and nothing is said to the
    /// server of what is there.
    void fetch(const std::vector<std::string>& arguments, const std::string& input = {});
    /// The same where git may fail for a reason of the server's; true where it did not.
    bool try_fetch(const std::vector<std::string>& arguments, const std::string& input = {});
    /// True once the server has said that it does not leave file contents out.
    bool sends_everything() const { return sends_everything_; }

private:
    bool run(const std::vector<std::string>& arguments, const std::string& input);

    std::filesystem::path folder_;
    std::string address_;
    DownloadMeter& meter_;
    const std::stop_token& stop_;
    std::string errors_; ///< of the last run, what was no progress
    bool sends_everything_ = false;
};

/// The tags of the repository at an address, as far as they are those of releases. Throws as
/// GitRun does.
std::vector<std::string> remote_tags(const std::string& address, const std::stop_token& stop);

} // namespace mw::fetch
