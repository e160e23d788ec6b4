#pragma once

#include <QString>
#include <QStringList>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cxxabi.h>
#include <execinfo.h>
#include <memory>
#include <pthread.h>
#include <semaphore.h>

/// A look at what a thread of this program is doing, taken from another one without stopping it:
/// the functions it is in, innermost first. Names are those that the dynamic linker knows, so a
/// program that wants its own named links with ENABLE_EXPORTS. Takes SIGUSR2; one at a time.
class StackSample {
public:
    /// To be made before the first look, on any thread.
    StackSample() {
        sem_init(&taken_, 0, 0);
        // The first call loads a library, which a signal handler must not do.
        backtrace(frames_.data(), static_cast<int>(frames_.size()));
        struct sigaction action {};
        action.sa_handler = [](int) {
            depth_ = backtrace(frames_.data(), static_cast<int>(frames_.size()));
            sem_post(&taken_);
        };
        action.sa_flags = SA_RESTART;
        sigaction(SIGUSR2, &action, nullptr);
    }

    QStringList take(pthread_t thread) const {
        if (pthread_kill(thread, SIGUSR2) != 0)
            return {};
        sem_wait(&taken_);
        const std::unique_ptr<char*, decltype(&std::free)> lines(
            backtrace_symbols(frames_.data(), depth_), &std::free);
        QStringList names;
        for (int frame = signalFrames; lines && frame < depth_; ++frame)
            if (const QString name = nameIn(lines.get()[frame]); !name.isEmpty())
                names << name;
        return names;
    }

private:
    /// The handler and what the kernel calls it through.
    static constexpr int signalFrames = 2;

    /// The function in "program(function+0x1c) [0x55...]"; empty where it has no name.
    static QString nameIn(const char* line) {
        const QByteArray text(line);
        const auto open = text.indexOf('('), plus = text.indexOf('+', open);
        if (open < 0 || plus <= open + 1)
            return {};
        const QByteArray mangled = text.mid(open + 1, plus - open - 1);
        int status = 0;
        const std::unique_ptr<char, decltype(&std::free)> name(
            abi::__cxa_demangle(mangled.constData(), nullptr, nullptr, &status), &std::free);
        return QString::fromUtf8(name ? name.get() : mangled.constData());
    }

    // A signal handler reaches nothing but statics.
    static inline std::array<void*, 96> frames_{};
    static inline std::atomic<int> depth_ = 0;
    static inline sem_t taken_{};
};
