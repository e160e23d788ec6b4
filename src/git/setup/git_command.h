#pragma once

#include "base/system/run_process.h"

#include <optional>
#include <string>
#include <vector>

namespace mw::git {

/// git with these arguments, ready for base::run_process(); nothing where there is no git in PATH.
/// Asks git itself for one setting first, so it may throw base::StartError.
/// The one place that says how this program starts git, window and command line alike:
///
/// - Of the environment's GIT_ variables only those are kept by which a person sets up the network
///   and the configuration (proxy, certificates, ssh, GIT_CONFIG_*): none that points git at a
///   repository, and none that has it run something else.
/// - It asks nobody: no prompt, no askpass, ssh in batch mode (unless the person runs another ssh
///   by core.sshCommand or GIT_SSH*; that has no terminal to ask on either).
/// - No transport that runs a program named by an address (GIT_ALLOW_PROTOCOL, git(1)): https,
/// http,
///   git, ssh and files. No hook, no file system monitor, no automatic maintenance.
/// - It speaks the C locale's English, to be read by a program.
///
/// A person's own settings (global and system configuration) count; no repository's do, unless the
/// arguments name one: it runs in the root folder.
std::optional<base::Process> git_command(const std::vector<std::string>& arguments);

/// The same, for the repository in a folder that this program made.
std::optional<base::Process> git_command(const std::filesystem::path& own_repository,
                                         const std::vector<std::string>& arguments);

/// What it comes down to of what git wrote to standard error: its last line, or that above its
/// general advice, in the words of the C locale, without "fatal: ".
std::string last_words(std::string_view errors);

} // namespace mw::git
