#include "support/git_server.h"

#include "support/temp_dir.h"

#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace mw::test {

namespace fs = std::filesystem;

namespace {

sockaddr* any(sockaddr_in& address) {
    return reinterpret_cast<sockaddr*>(&address);
}

} // namespace

GitServer::GitServer(const fs::path& folder, const fs::path& work) : folder_(folder), work_(work) {
    fs::create_directories(work_);
    set_filtering(true);
    set_hook("");
    listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    if (listener_ < 0 || bind(listener_, any(address), length) != 0 || listen(listener_, 8) != 0 ||
        getsockname(listener_, any(address), &length) != 0)
        throw std::runtime_error("No server on the loopback address");
    port_ = ntohs(address.sin_port);
    thread_ = std::jthread([this] { serve(); });
}

GitServer::~GitServer() {
    shutdown(listener_, SHUT_RDWR);
    thread_.join();
    close(listener_);
}

std::string GitServer::address(const std::string& name) const {
    return "git://127.0.0.1:" + std::to_string(port_) + "/" + name;
}

void GitServer::set_filtering(bool allowed) const {
    write_bytes(work_ / "gitconfig",
                std::string("[safe]\n\tdirectory = *\n[uploadpack]\n\tallowFilter = ") +
                    (allowed ? "true" : "false") +
                    "\n\tallowAnySHA1InWant = true\n\tpackObjectsHook = " +
                    (work_ / "hook").string() + "\n");
}

void GitServer::set_hook(const std::string& commands) const {
    const auto hook = work_ / "hook";
    write_bytes(work_ / "next", "#!/bin/sh\necho pack >> '" + (work_ / "packs").string() +
                                    "'\nn=$(wc -l < '" + (work_ / "packs").string() + "')\n" +
                                    (commands.empty() ? "exec \"$@\"" : commands) + "\n");
    fs::permissions(work_ / "next", fs::perms::owner_all);
    fs::rename(work_ / "next", hook); // one that runs keeps its own
}

int GitServer::packs() const {
    const auto file = work_ / "packs";
    return fs::exists(file) ? static_cast<int>(fs::file_size(file) / 5) : 0;
}

void GitServer::serve() const {
    const std::string base = "--base-path=" + folder_.string();
    const std::string config = "GIT_CONFIG_GLOBAL=" + (work_ / "gitconfig").string();
    const std::string path = "PATH=/usr/local/bin:/usr/bin:/bin";
    std::vector<pid_t> children;
    for (;;) {
        const int connection = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0)
            break;
        const pid_t child = fork();
        if (child == 0) {
            setsid();
            dup2(connection, STDIN_FILENO);
            dup2(connection, STDOUT_FILENO);
            const char* const arguments[] = {"git",          "daemon",     "--inetd",
                                             "--export-all", base.c_str(), "--log-destination=none",
                                             nullptr};
            const char* const environment[] = {config.c_str(), path.c_str(), "LC_ALL=C", nullptr};
            // execve(2) changes neither.
            execve("/usr/bin/git", const_cast<char**>(arguments), const_cast<char**>(environment));
            _exit(127);
        }
        close(connection);
        children.push_back(child);
    }
    for (const pid_t child : children) {
        kill(-child, SIGKILL);
        waitpid(child, nullptr, 0);
    }
}

} // namespace mw::test
