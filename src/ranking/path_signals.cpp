#include "ranking/path_signals.h"

#include "base/text.h"

#include <algorithm>
#include <string>

namespace mw::document {

namespace {

bool is_code(std::string_view path) {
    return path.ends_with(".c") || path.ends_with(".h") || path.ends_with(".S") ||
           path.ends_with(".rs") || path.ends_with(".dts") || path.ends_with(".dtsi");
}

/// What a person reads, and not a script beside it or a binding, which a machine reads.
bool is_document(std::string_view path) {
    if (path.find("/bindings/") != std::string_view::npos ||
        path.find("dts-bindings") != std::string_view::npos)
        return false;
    constexpr std::string_view scripts[] = {".pl", ".py", ".sh", ".c", ".h", "Makefile", "Kconfig"};
    return std::ranges::none_of(scripts, [&](auto ending) { return path.ends_with(ending); });
}

bool is_test(std::string_view path) {
    return path.starts_with("tools/testing/") || path.starts_with("lib/test_") ||
           path.starts_with("lib/test-") || path.find("/selftests/") != std::string_view::npos ||
           path.find("selftest") != std::string_view::npos ||
           path.find("kunit") != std::string_view::npos;
}

bool is_firmware(std::string_view path) {
    return path.starts_with("firmware/") || path.ends_with(".ihex");
}

} // namespace

void look_at(const store::FileChange& change, PathFacts& facts) {
    const std::string_view path = change.path;
    const bool added = change.status == 'A';
    if (path.starts_with("Documentation/")) {
        if (!is_document(path))
            return;
        ++facts.documents;
        facts.added_documents += added ? 1 : 0;
        facts.abi |= path.starts_with("Documentation/ABI/");
        facts.parameters |= path.find("kernel-parameters.txt") != std::string_view::npos;
        return;
    }
    if (is_firmware(path))
        return;
    facts.staging |= path.starts_with("drivers/staging/");
    facts.configuration |= path.find("Kconfig") != std::string_view::npos;
    facts.exported_header |=
        path.find("/uapi/") != std::string_view::npos || path.ends_with("include/linux/Kbuild");
    facts.system_calls |= path.find("syscall_table") != std::string_view::npos ||
                          path.ends_with("include/linux/syscalls.h") || path.ends_with(".tbl") ||
                          path.ends_with("asm-generic/unistd.h");
    facts.trace_events |= added && path.starts_with("include/trace/events/");
    if (!is_code(path))
        return;
    facts.code = true;
    facts.tools_alone &= path.starts_with("tools/") || path.starts_with("scripts/");
    facts.tests_alone &= is_test(path);
    facts.added_code += added ? 1 : 0;
    facts.removed_code += change.status == 'D' ? 1 : 0;
    facts.boards += path.find("/mach-") != std::string_view::npos ? 1 : 0;
}

bool measures_gain(std::string_view body) {
    const auto text = lower_case(body);
    constexpr std::string_view subjects[] = {"throughput", "benchmark", "latency", "performance",
                                             "faster",     "speedup",   "netperf", "dbench"};
    if (std::ranges::none_of(subjects,
                             [&](auto word) { return text.find(word) != std::string::npos; }))
        return false;
    constexpr std::string_view units[] = {"%",  "x",    "mb/s", "gb/s", "kb/s", "tps", "ns",
                                          "us", "usec", "msec", "ms",   "kpps", "mpps"};
    for (auto at = text.find_first_of("0123456789"); at != std::string::npos;
         at = text.find_first_of("0123456789", at + 1)) {
        auto unit = std::string_view(text).substr(at + 1, 6);
        if (unit.starts_with(' '))
            unit.remove_prefix(1);
        const auto is = [unit](std::string_view known) {
            return unit.starts_with(known) &&
                   (unit.size() == known.size() || unit[known.size()] < 'a' ||
                    unit[known.size()] > 'z');
        };
        if (std::ranges::any_of(units, is))
            return true;
    }
    return false;
}

bool names_setting(std::string_view body) {
    constexpr std::string_view settings[] = {
        "/sys/",       "/proc/sys",        "sysctl",         "mount option",
        "boot option", "module parameter", "boot parameter", "command line option"};
    return std::ranges::any_of(
        settings, [&](auto word) { return body.find(word) != std::string_view::npos; });
}

bool is_for_testing(std::string_view subject, std::string_view body) {
    const auto title = lower_case(subject);
    constexpr std::string_view words[] = {"selftest",    "self-test",  "self test",  "simulator",
                                          "debugfs",     "debug-only", "debug only", "test module",
                                          "test driver", "testing",    "unit test",  "kunit"};
    if (std::ranges::any_of(words,
                            [&](auto word) { return title.find(word) != std::string::npos; }))
        return true;
    if (title.ends_with(" test") || title.ends_with(" tests") ||
        title.find(" test ") != std::string::npos || title.find(" tests ") != std::string::npos)
        return true;
    constexpr std::size_t first_words = 200;
    return lower_case(body.substr(0, first_words)).find("simulator") != std::string::npos;
}

bool is_rewrite(std::string_view subject) {
    const auto title = lower_case(subject);
    constexpr std::string_view words[] = {"rewrite",      "rewritten", "reimplement",
                                          "re-implement", "rework",    "overhaul"};
    return std::ranges::any_of(words,
                               [&](auto word) { return title.find(word) != std::string::npos; });
}

} // namespace mw::document
