#include "interfaces/items/interface_change.h"

#include <algorithm>
#include <array>

namespace mw::interfaces {

namespace {

struct Word {
    Kind kind;
    std::string_view key;
};

constexpr std::array kind_words = {
    Word{Kind::config, "config"},
    Word{Kind::param, "param"},
    Word{Kind::syscall, "syscall"},
    Word{Kind::uapi, "uapi"},
    Word{Kind::abi, "abi"},
    Word{Kind::sysctl, "sysctl"},
    Word{Kind::device_tree, "device-tree"},
    Word{Kind::toolchain, "toolchain"},
    Word{Kind::maintainer, "maintainer"},
    Word{Kind::arch, "arch"},
    Word{Kind::filesystem, "filesystem"},
    Word{Kind::module, "module"},
};

} // namespace

std::string_view key(Kind kind) {
    return kind_words.at(static_cast<std::size_t>(kind)).key;
}

std::string_view key(Change change) {
    constexpr std::array<std::string_view, 3> keys = {"added", "removed", "changed"};
    return keys.at(static_cast<std::size_t>(change));
}

std::optional<Kind> kind_from_key(std::string_view key) {
    const auto found = std::ranges::find(kind_words, key, &Word::key);
    return found == kind_words.end() ? std::nullopt : std::optional(found->kind);
}

std::span<const Kind> all_kinds() {
    static const auto kinds = [] {
        std::array<Kind, kind_words.size()> all{};
        std::ranges::transform(kind_words, all.begin(), &Word::kind);
        return all;
    }();
    return kinds;
}

} // namespace mw::interfaces
