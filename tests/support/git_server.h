#pragma once

#include <filesystem>
#include <string>
#include <thread>

namespace mw::test {

/// Serves repositories by the git protocol on the loopback address, as `git daemon` does it: leaves
/// file contents out where it is asked to. One process for each connection. The destructor ends
/// what still runs.
class GitServer {
public:
    /// folder: what the paths of addresses count from. work: a folder for files of its own.
    GitServer(const std::filesystem::path& folder, const std::filesystem::path& work);
    ~GitServer();
    GitServer(const GitServer&) = delete;
    GitServer& operator=(const GitServer&) = delete;

    /// "git://127.0.0.1:PORT/NAME"
    std::string address(const std::string& name) const;

    /// Shell commands that stand between the server and `git pack-objects`, which is "$@" to them;
    /// "$n" is the number of this pack. Empty: the packs go out as they are.
    void set_hook(const std::string& commands) const;
    /// The number of packs that were asked for.
    int packs() const;
    void set_filtering(bool allowed) const;

private:
    void serve() const;

    std::filesystem::path folder_, work_;
    int listener_ = -1, port_ = 0;
    std::jthread thread_;
};

} // namespace mw::test
