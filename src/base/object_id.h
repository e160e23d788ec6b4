#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace mw::git {

/// The SHA-1 name of a git object: 20 bytes, compared as git sorts them.
struct ObjectId {
    static constexpr std::size_t size = 20;

    std::array<std::uint8_t, size> bytes{};

    auto operator<=>(const ObjectId&) const = default;

    /// All zero: git's own way to say "no object".
    bool is_null() const { return *this == ObjectId{}; }

    /// 40 lower-case hex digits.
    std::string hex() const;

    /// Exactly 40 hex digits of either case; anything else is nullopt.
    static std::optional<ObjectId> from_hex(std::string_view hex);

    static ObjectId from_bytes(const void* twenty_bytes) {
        ObjectId id;
        std::memcpy(id.bytes.data(), twenty_bytes, size);
        return id;
    }
};

/// Hex digits of raw id bytes, and back; an odd digit count or a character that is no hex digit
/// gives nullopt. They serve ids of which only the start is known as well.
std::string to_hex(std::string_view raw);
std::optional<std::string> from_hex(std::string_view hex);

/// SHA-1 output is evenly spread, so its first bytes are a hash already.
struct ObjectIdHash {
    std::size_t operator()(const ObjectId& id) const noexcept {
        std::size_t hash;
        std::memcpy(&hash, id.bytes.data(), sizeof hash);
        return hash;
    }
};

} // namespace mw::git
