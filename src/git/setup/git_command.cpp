#include "git/setup/git_command.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unistd.h>

namespace mw::git {

namespace {

/// git(1), "Environment Variables", and git-config(1): how a person reaches the network, and which
/// settings are theirs. Ending in '_': all that begin so.
constexpr std::array<std::string_view, 16> kept_variables = {"GIT_CONFIG_GLOBAL",
                                                             "GIT_CONFIG_SYSTEM",
                                                             "GIT_CONFIG_NOSYSTEM",
                                                             "GIT_CONFIG_COUNT",
                                                             "GIT_CONFIG_KEY_",
                                                             "GIT_CONFIG_VALUE_",
                                                             "GIT_CONFIG_PARAMETERS",
                                                             "GIT_EXEC_PATH",
                                                             "GIT_SSH",
                                                             "GIT_SSH_COMMAND",
                                                             "GIT_SSH_VARIANT",
                                                             "GIT_PROXY_COMMAND",
                                                             "GIT_PROXY_SSL_",
                                                             "GIT_SSL_",
                                                             "GIT_HTTP_",
                                                             "GIT_CURL_"};

/// Set here, or in the way of being understood.
constexpr std::array<std::string_view, 8> other_variables = {
    "SSH_ASKPASS", "SSH_ASKPASS_REQUIRE", "GCM_INTERACTIVE", "LC_ALL", "LANG",
    "LANGUAGE",    "LC_MESSAGES",         "OLDPWD"};

/// Beside a person's own settings and stronger than they are.
constexpr std::array<std::string_view, 10> forced_settings = {"core.hooksPath=/dev/null",
                                                              "core.fsmonitor=false",
                                                              "core.alternateRefsCommand=true",
                                                              "credential.interactive=false",
                                                              "gc.auto=0",
                                                              "maintenance.auto=false",
                                                              "fetch.recurseSubmodules=false",
                                                              "fetch.writeCommitGraph=false",
                                                              "submodule.recurse=false",
                                                              "safe.bareRepository=explicit"};

bool is_kept(std::string_view name) {
    if (!name.starts_with("GIT_"))
        return std::ranges::find(other_variables, name) == other_variables.end();
    return std::ranges::any_of(kept_variables, [name](std::string_view kept) {
        return kept.ends_with('_') ? name.starts_with(kept) : name == kept;
    });
}

std::vector<std::string> quiet_environment() {
    std::vector<std::string> all{"GIT_TERMINAL_PROMPT=0",
                                 "GIT_ASKPASS=",
                                 "SSH_ASKPASS=",
                                 "SSH_ASKPASS_REQUIRE=never",
                                 "GCM_INTERACTIVE=never",
                                 "GIT_ALLOW_PROTOCOL=https:http:git:ssh:file",
                                 "GIT_NO_LAZY_FETCH=1",
                                 "GIT_NO_REPLACE_OBJECTS=1",
                                 "GIT_CEILING_DIRECTORIES=/",
                                 "LC_ALL=C"};
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view text(*entry);
        if (is_kept(text.substr(0, text.find('='))))
            all.emplace_back(text);
    }
    return all;
}

bool has_variable(const std::vector<std::string>& environment, std::string_view name) {
    return std::ranges::any_of(environment, [name](std::string_view entry) {
        return entry.starts_with(name) && entry.substr(name.size()).starts_with('=');
    });
}

/// Whether the person has an ssh of their own, which GIT_SSH_COMMAND would override.
bool has_own_ssh(const base::Process& git) {
    if (has_variable(git.environment, "GIT_SSH") ||
        has_variable(git.environment, "GIT_SSH_COMMAND"))
        return true;
    base::Process asked = git;
    asked.arguments = {"config", "--includes", "--get", "core.sshCommand"};
    return base::run_process(asked, {}, {std::chrono::seconds(10)}).succeeded();
}

} // namespace

std::optional<base::Process> git_command(const std::vector<std::string>& arguments) {
    const auto program = base::find_program("git");
    if (!program)
        return std::nullopt;
    base::Process git;
    git.program = *program;
    git.environment = quiet_environment();
    if (!has_own_ssh(git))
        git.environment.emplace_back("GIT_SSH_COMMAND=ssh -oBatchMode=yes");
    for (const auto setting : forced_settings) {
        git.arguments.emplace_back("-c");
        git.arguments.emplace_back(setting);
    }
    git.arguments.insert(git.arguments.end(), arguments.begin(), arguments.end());
    return git;
}

std::optional<base::Process> git_command(const std::filesystem::path& own_repository,
                                         const std::vector<std::string>& arguments) {
    auto git = git_command(arguments);
    if (git) {
        git->folder = own_repository;
        git->environment.push_back("GIT_DIR=" + own_repository.string());
    }
    return git;
}

std::string last_words(std::string_view errors) {
    constexpr std::string_view fatal = "fatal: ";
    // Said of whatever ended a connection, with general advice below it.
    constexpr std::string_view general = "fatal: Could not read from remote repository.";
    std::string_view last, before_general;
    while (!errors.empty()) {
        const auto end = std::min(errors.find_first_of("\r\n"), errors.size());
        const auto line = errors.substr(0, end);
        errors.remove_prefix(std::min(end + 1, errors.size()));
        if (line == general && !last.empty()) {
            before_general = last;
            break;
        }
        if (!line.empty())
            last = line;
    }
    auto words = before_general.empty() ? last : before_general;
    if (words.starts_with(fatal))
        words.remove_prefix(fatal.size());
    return std::string(words);
}

} // namespace mw::git
