#include "fetch/git_run.h"

#include "base/message.h"
#include "base/system/atomic_file.h"
#include "fetch/release_range.h"
#include "git/objects/repository.h"
#include "git/setup/git_command.h"
#include "git/setup/remote_address.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string_view>
#include <utility>

namespace mw::fetch {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t errors_kept = 16'384;
/// git removes what it had received before it ends.
constexpr std::chrono::milliseconds grace{5000};
/// The kernel's stable tree has some 5,000 tags of 60 bytes.
constexpr std::size_t most_tags_bytes = 16 << 20;

base::Process ready(std::optional<base::Process> git) {
    if (!git)
        throw git::Error(
            "There is no git on this computer. Install the package git (on Debian: apt "
            "install git), then try again.");
    return std::move(*git);
}

base::ProcessResult run_git_process(const base::Process& git, const std::stop_token& stop,
                                    const base::ProcessLimits& limits) {
    try {
        auto result = base::run_process(git, stop, limits);
        if (result.end == base::ProcessResult::End::stopped)
            throw git::Stopped();
        return result;
    } catch (const base::StartError& error) {
        throw git::Error("git cannot be started: {}.", error.message());
    }
}

/// A server names commits at which it cuts off also where it sends them not, being behind others
/// that are cut off; when they come to be wanted, git 2.39 fails on them ("error in object:
/// unshallow").
void forget_absent_borders(const fs::path& folder) {
    const auto list = folder / "shallow";
    if (!fs::exists(list))
        return;
    const git::Repository repository(folder);
    std::string lines;
    bool any_absent = false;
    for (const auto& border : repository.shallow_commits())
        if (repository.contains(border))
            lines += border.hex() + '\n';
        else
            any_absent = true;
    if (lines.empty())
        fs::remove(list);
    else if (any_absent)
        base::write_file(list, lines);
}

[[noreturn]] void throw_failed(const std::string& address, const std::string& errors) {
    const auto said = git::last_words(errors);
    throw FetchError(
        said.empty() ? base::Message(
                           "git ended without a word while it fetched from {}. Try again.", address)
                     : base::Message("git could not fetch from {}: {}", address, said),
        errors);
}

} // namespace

GitRun::GitRun(std::filesystem::path folder, std::string address, DownloadMeter& meter,
               const std::stop_token& stop)
    : folder_(std::move(folder)), address_(std::move(address)), meter_(meter), stop_(stop) {}

void GitRun::fetch(const std::vector<std::string>& arguments, const std::string& input) {
    if (!run(arguments, input))
        throw_failed(address_, errors_);
}

bool GitRun::try_fetch(const std::vector<std::string>& arguments, const std::string& input) {
    return run(arguments, input);
}

bool GitRun::run(const std::vector<std::string>& arguments, const std::string& input) {
    forget_absent_borders(folder_);
    // fetch.unpackLimit: a part that is small would become thousands of files.
    std::vector<std::string> words{"-c",
                                   "fetch.unpackLimit=1",
                                   "-c",
                                   input.empty() ? "fetch.negotiationAlgorithm=consecutive"
                                                 : "fetch.negotiationAlgorithm=noop",
                                   "fetch",
                                   "--progress",
                                   "--no-tags",
                                   "--no-write-fetch-head",
                                   "--no-auto-maintenance",
                                   "--recurse-submodules=no"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    auto git = ready(git::git_command(folder_, words));
    git.input = input;
    errors_.clear();
    GitLines lines([this](std::string_view line) {
        if (const auto progress = git_progress_of(line)) {
            meter_.take(*progress);
            return;
        }
        errors_ += std::string(line) + '\n';
        if (errors_.size() > errors_kept)
            errors_.erase(0, errors_.size() - errors_kept);
    });
    git.on_errors = [&lines](std::string_view text) { lines.add(text); };
    base::ProcessLimits limits;
    limits.grace = grace;
    const auto result = run_git_process(git, stop_, limits);
    lines.finish();
    if (errors_.find("filtering not recognized") != std::string::npos)
        sends_everything_ = true;
    return result.succeeded();
}

std::vector<std::string> remote_tags(const std::string& address, const std::stop_token& stop) {
    auto git = ready(git::git_command({"ls-remote", "--tags", "--refs", "--", address}));
    base::ProcessLimits limits;
    limits.output_kept = most_tags_bytes;
    const auto result = run_git_process(git, stop, limits);
    if (!result.succeeded())
        throw_failed(git::shown_address(address), result.errors);
    std::vector<std::string> tags;
    std::string_view rest = result.output;
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const auto line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        constexpr std::string_view before = "\trefs/tags/";
        if (const auto at = line.find(before); at != std::string_view::npos)
            if (const auto tag = line.substr(at + before.size()); release_name(tag))
                tags.emplace_back(tag);
    }
    return tags;
}

} // namespace mw::fetch
