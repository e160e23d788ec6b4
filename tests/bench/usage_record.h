#pragma once

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

/// What this process holds, noted again and again while it does the same work: a process that leaks
/// holds more and more. Linux alone (proc(5)). One thread.
class UsageRecord {
public:
    struct Usage {
        long long kibibytes = 0; ///< of its own memory (RssAnon)
        long long files = 0;     ///< that are open
        long long threads = 0;
    };

    /// Notes what is held now and prints it.
    void note(const char* what, int round) {
        const Usage now{of_status("RssAnon:"), open_files(), of_status("Threads:")};
        noted_.push_back(now);
        std::printf("%-10s %6d  %7.1f MiB  %4lld files  %3lld threads\n", what, round,
                    static_cast<double>(now.kibibytes) / 1024, now.files, now.threads);
        std::fflush(stdout);
    }

    /// Whether the last third holds what the second third does: the first fills caches. Memory may
    /// be a twentieth more, as an allocator returns it in pieces. Says what grew.
    bool is_flat() const {
        const auto third = noted_.size() / 3;
        if (third == 0) {
            std::puts("too few rounds to tell");
            return false;
        }
        const auto most = [&](std::size_t begin, long long Usage::*part) {
            long long found = 0;
            for (std::size_t i = begin; i < begin + third; ++i)
                found = std::max(found, noted_[i].*part);
            return found;
        };
        const auto last = noted_.size() - third, middle = last - third;
        const auto grew = [&](const char* name, long long Usage::*part, long long spare) {
            const auto before = most(middle, part), after = most(last, part);
            const bool more = after > before + spare;
            std::printf("%s: at most %lld in the second third, %lld in the last: %s\n", name,
                        before, after, more ? "it grows" : "flat");
            return more;
        };
        const bool memory = grew("KiB", &Usage::kibibytes, most(middle, &Usage::kibibytes) / 20);
        const bool files = grew("files", &Usage::files, 0);
        const bool threads = grew("threads", &Usage::threads, 0);
        return !memory && !files && !threads;
    }

    /// A number of this process, by its name in /proc/self/status, as "VmHWM:".
    static long long of_status(const std::string& name) {
        std::ifstream status("/proc/self/status");
        for (std::string line; std::getline(status, line);)
            if (line.starts_with(name))
                return std::stoll(line.substr(name.size()));
        return 0;
    }

private:
    static long long open_files() {
        namespace fs = std::filesystem;
        return std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator()) - 1;
    }

    std::vector<Usage> noted_;
};
