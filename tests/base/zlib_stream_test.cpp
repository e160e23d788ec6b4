// Packed streams and numbers come back as they were, and damaged ones do not.

#include "base/packed_number.h"
#include "base/zlib_stream.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace mw::test {
namespace {

std::string random_text(std::mt19937& random, std::size_t size, unsigned letters) {
    std::string text;
    while (text.size() < size)
        text += static_cast<char>(random() % letters);
    return text;
}

/// RFC 1950, section 8.2.
std::uint32_t adler32(std::string_view text) {
    std::uint32_t low = 1, high = 0;
    for (const char c : text) {
        low = (low + static_cast<unsigned char>(c)) % 65521;
        high = (high + low) % 65521;
    }
    return high << 16 | low;
}

TEST(ZlibStream, ComesBackAsItWas) {
    std::mt19937 random(3);
    base::Deflater deflater;
    base::Inflater inflater;
    for (const std::size_t size : {0, 1, 2, 100, 5'000, 300'000})
        for (const unsigned letters : {1U, 5U, 256U}) {
            const auto text = random_text(random, size, letters);
            std::string packed = "before";
            deflater.deflate(text, packed);
            ASSERT_EQ(packed.substr(0, 6), "before");
            std::string plain(size, 'x');
            const auto stream = std::span(std::as_const(packed)).subspan(6);
            EXPECT_EQ(inflater.inflate(stream, plain), stream.size());
            EXPECT_EQ(plain, text) << size << " of " << letters;
        }
}

TEST(ZlibStream, IsPacked) {
    base::Deflater deflater;
    std::string packed;
    deflater.deflate(std::string(100'000, 'a'), packed);
    EXPECT_LT(packed.size(), 1'000U);
}

TEST(ZlibStream, AnotherSizeOrOtherBytesAreNoStream) {
    std::mt19937 random(5);
    const auto text = random_text(random, 3'000, 20);
    base::Deflater deflater;
    base::Inflater inflater;
    std::string packed;
    deflater.deflate(text, packed);
    for (const std::size_t size : {text.size() - 1, text.size() + 1}) {
        std::string plain(size, 'x');
        EXPECT_EQ(inflater.inflate(packed, plain), 0U);
    }
    std::string plain(text.size(), 'x');
    for (std::size_t i = 0; i < packed.size(); ++i) {
        auto other = packed;
        other[i] = static_cast<char>(other[i] ^ 0x10);
        // Another text comes of it where the checksum of the format is the same by chance.
        EXPECT_TRUE(inflater.inflate(other, plain) == 0 || plain == text ||
                    adler32(plain) == adler32(text))
            << i;
    }
    EXPECT_EQ(inflater.inflate(std::span(packed).first(packed.size() - 1), plain), 0U);
    EXPECT_EQ(inflater.inflate(packed, plain), packed.size());
}

/// As in a pack, where the next object follows.
TEST(ZlibStream, WhatFollowsAStreamIsNoneOfIt) {
    base::Deflater deflater;
    std::string packed;
    deflater.deflate("a text", packed);
    const auto size = packed.size();
    deflater.deflate("another", packed);
    base::Inflater inflater;
    std::string plain(6, 'x');
    EXPECT_EQ(inflater.inflate(packed, plain), size);
    EXPECT_EQ(plain, "a text");
}

TEST(PackedNumbers, ComeBackInTheirOrder) {
    const std::vector<std::uint64_t> numbers{0,      1,
                                             127,    128,
                                             16'383, 16'384,
                                             70'000, std::uint64_t{1} << 63,
                                             5,      std::numeric_limits<std::uint64_t>::max()};
    std::string bytes;
    for (const auto number : numbers)
        base::put_number(bytes, number);
    EXPECT_EQ(base::count_numbers(bytes), static_cast<std::int64_t>(numbers.size()));
    std::string_view rest = bytes;
    for (const auto number : numbers)
        EXPECT_EQ(base::take_number(rest), number);
    EXPECT_TRUE(rest.empty());
    EXPECT_EQ(base::take_number(rest), 0U);
    rest = "abc";
    EXPECT_EQ(base::take_bytes(rest, 2), "ab");
    EXPECT_EQ(base::take_bytes(rest, 9), "c");
}

} // namespace
} // namespace mw::test
