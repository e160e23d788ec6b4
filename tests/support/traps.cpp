#include "support/traps.h"

#include "support/temp_dir.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

namespace mw::test {

namespace fs = std::filesystem;

namespace {

/// "section.key" or "section|subsection.key": every key of git-config(1) and the manuals it names
/// whose value git, or a command of git's, runs. A '!' marks those that want it before a command.
constexpr std::array<std::string_view, 76> keys = {"core.sshCommand",
                                                   "core.gitProxy",
                                                   "core.askPass",
                                                   "core.editor",
                                                   "core.pager",
                                                   "core.fsmonitor",
                                                   "core.alternateRefsCommand",
                                                   "sequence.editor",
                                                   "alias.show!",
                                                   "alias.fetch!",
                                                   "alias.cat-file!",
                                                   "alias.log!",
                                                   "alias.trapped!",
                                                   "credential.helper!",
                                                   "credential|https://127.0.0.1.helper!",
                                                   "diff.external",
                                                   "diff.tool",
                                                   "diff|trap.command",
                                                   "diff|trap.textconv",
                                                   "difftool|trap.cmd",
                                                   "difftool|trap.path",
                                                   "merge|trap.driver",
                                                   "merge|trap.recursive",
                                                   "mergetool|trap.cmd",
                                                   "mergetool|trap.path",
                                                   "filter|trap.clean",
                                                   "filter|trap.smudge",
                                                   "filter|trap.process",
                                                   "gpg.program",
                                                   "gpg|openpgp.program",
                                                   "gpg|x509.program",
                                                   "gpg|ssh.program",
                                                   "gpg|ssh.defaultKeyCommand",
                                                   "interactive.diffFilter",
                                                   "pager.log",
                                                   "pager.show",
                                                   "pager.fetch",
                                                   "pager.config",
                                                   "pager.for-each-ref",
                                                   "pager.tag",
                                                   "pager.branch",
                                                   "remote|origin.uploadpack",
                                                   "remote|origin.receivepack",
                                                   "uploadpack.packObjectsHook",
                                                   "tar|trap.command",
                                                   "trailer|sign.command",
                                                   "trailer|sign.cmd",
                                                   "submodule|trap.update!",
                                                   "browser|trap.cmd",
                                                   "browser|trap.path",
                                                   "web.browser",
                                                   "man|trap.cmd",
                                                   "man|trap.path",
                                                   "man.viewer",
                                                   "help.browser",
                                                   "imap.tunnel",
                                                   "sendemail.sendmailCmd",
                                                   "sendemail.toCmd",
                                                   "sendemail.ccCmd",
                                                   "sendemail.headerCmd",
                                                   "sendemail.smtpServer",
                                                   "instaweb.httpd",
                                                   "instaweb.browser",
                                                   "guitool|trap.cmd",
                                                   "gui.pruneDuringFetch",
                                                   "gitcvs.dbDriver",
                                                   "hook|trap.command",
                                                   "gc.recentObjectsHook",
                                                   "rebase.instructionFormat",
                                                   "svn.pushmergeinfo",
                                                   "p4.client",
                                                   "difftool.trap",
                                                   "mergetool.trap",
                                                   "fsmonitor.socketDir",
                                                   "receive.procReceiveRefs",
                                                   "credential.credentialStore"};

/// githooks(5).
constexpr std::array<std::string_view, 28> hooks = {"applypatch-msg",
                                                    "pre-applypatch",
                                                    "post-applypatch",
                                                    "pre-commit",
                                                    "pre-merge-commit",
                                                    "prepare-commit-msg",
                                                    "commit-msg",
                                                    "post-commit",
                                                    "pre-rebase",
                                                    "post-checkout",
                                                    "post-merge",
                                                    "pre-push",
                                                    "pre-receive",
                                                    "update",
                                                    "proc-receive",
                                                    "post-receive",
                                                    "post-update",
                                                    "reference-transaction",
                                                    "push-to-checkout",
                                                    "pre-auto-gc",
                                                    "post-rewrite",
                                                    "sendemail-validate",
                                                    "fsmonitor-watchman",
                                                    "p4-changelist",
                                                    "p4-prepare-changelist",
                                                    "p4-post-changelist",
                                                    "p4-pre-submit",
                                                    "post-index-change"};

std::string config_value(std::string_view value) {
    std::string text = "\"";
    for (const char c : value) {
        if (c == '"' || c == '\\')
            text += '\\';
        text += c;
    }
    return text + '"';
}

std::string file_name(std::string name) {
    std::ranges::replace_if(
        name, [](char c) { return c == '/' || c == ' ' || c == ':' || c == '|'; }, '_');
    return name;
}

} // namespace

Traps::Traps(fs::path folder) : folder_(std::move(folder)) {
    fs::create_directories(programs());
    fs::create_directories(folder_ / "scripts");
    fs::create_directories(folder_ / "sprung");
    fs::copy(command("helper_git-remote-trap"), programs() / "git-remote-trap");
}

std::string Traps::command(const std::string& name) {
    const auto script = folder_ / "scripts" / file_name(name);
    write_bytes(script, fmt::format("#!/bin/sh\n: > '{}'\nexit 1\n",
                                    (folder_ / "sprung" / file_name(name)).string()));
    fs::permissions(script, fs::perms::owner_all);
    return script.string();
}

std::string Traps::configuration(const std::string& from) {
    std::string text;
    for (auto key : keys) {
        const bool wants_mark = key.ends_with('!');
        if (wants_mark)
            key.remove_suffix(1);
        const auto dot = key.rfind('.');
        auto section = std::string(key.substr(0, dot));
        if (const auto bar = section.find('|'); bar != std::string::npos)
            section = section.substr(0, bar) + " " + config_value(section.substr(bar + 1));
        text += fmt::format(
            "[{}]\n\t{} = {}\n", section, key.substr(dot + 1),
            config_value((wants_mark ? "!" : "") + command(from + "_" + std::string(key))));
    }
    const auto ext = "ext::" + command(from + "_insteadOf") + " %S";
    text += fmt::format("[protocol]\n\tallow = always\n[protocol \"ext\"]\n\tallow = always\n"
                        "[protocol \"trap\"]\n\tallow = always\n"
                        "[url {}]\n\tinsteadOf = \"https://\"\n\tinsteadOf = \"file://\"\n"
                        "\tinsteadOf = \"/\"\n\tpushInsteadOf = \"/\"\n"
                        "[hook \"trap\"]\n\tevent = reference-transaction\n"
                        "[filter \"trap\"]\n\trequired = true\n[log]\n\tshowSignature = true\n"
                        "[commit]\n\tgpgSign = true\n[merge]\n\ttool = trap\n\tdefault = trap\n"
                        "[diff]\n\tguitool = trap\n[init]\n\ttemplateDir = {}\n"
                        "[core]\n\thooksPath = {}\n\tattributesFile = {}\n",
                        config_value(ext), config_value((folder_ / "template").string()),
                        config_value((folder_ / ("hooks_" + from)).string()),
                        config_value((folder_ / "attributes").string()));
    set_hooks(folder_ / ("hooks_" + from), from + "_hooksPath");
    return text;
}

void Traps::set_hooks(const fs::path& folder, const std::string& from) {
    fs::create_directories(folder);
    for (const auto hook : hooks) {
        const auto file = folder / hook;
        fs::remove(file);
        fs::copy(command(from + "_" + std::string(hook)), file);
    }
}

void Traps::set(const fs::path& git_folder) {
    write_bytes(folder_ / "attributes", attributes());
    set_hooks(folder_ / "template" / "hooks", "template");
    write_bytes(folder_ / "included", configuration("include"));
    write_bytes(folder_ / "included-if", configuration("includeIf"));
    std::ofstream config(git_folder / "config", std::ios::app);
    config << configuration("config")
           << fmt::format("[include]\n\tpath = {}\n[includeIf \"gitdir:**\"]\n\tpath = {}\n"
                          "[includeIf \"onbranch:**\"]\n\tpath = {}\n"
                          "[extensions]\n\tworktreeConfig = true\n",
                          config_value((folder_ / "included").string()),
                          config_value((folder_ / "included-if").string()),
                          config_value((folder_ / "included-if").string()));
    write_bytes(git_folder / "config.worktree", configuration("worktree"));
    set_hooks(git_folder / "hooks", "hooks");
    fs::create_directories(git_folder / "info");
    write_bytes(git_folder / "info" / "attributes", attributes());
}

std::string Traps::attributes() {
    return "* filter=trap diff=trap merge=trap text=auto\n";
}

std::vector<std::string> Traps::sprung() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_ / "sprung"))
        names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

void Traps::forget() const {
    for (const auto& name : sprung())
        fs::remove(folder_ / "sprung" / name);
}

} // namespace mw::test
