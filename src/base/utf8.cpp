#include "base/utf8.h"

#include "base/common_bytes.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <iconv.h>
#include <memory>
#include <optional>

namespace mw::git {

namespace {

/// Length of the UTF-8 sequence at bytes[at], 0 where there is none (RFC 3629: shortest form, no
/// surrogates, up to U+10FFFF).
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[at + i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80)
        return 1;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > bytes.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0) != 0x80)
            return 0;
    if ((lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xED && byte(1) > 0x9F) ||
        (lead == 0xF0 && byte(1) < 0x90) || (lead == 0xF4 && byte(1) > 0x8F))
        return 0;
    return length;
}

/// Where the first byte at or behind this one is that is no ASCII, or up to 7 bytes before it.
std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
    constexpr std::uint64_t high_bits = 0x8080808080808080;
    while (at + 8 <= bytes.size() && (base::eight_bytes(bytes.data() + at) & high_bits) == 0)
        at += 8;
    return at;
}

std::size_t valid_prefix(std::string_view bytes) {
    std::size_t at = skip_ascii(bytes, 0);
    while (at < bytes.size()) {
        const std::size_t length = sequence_length(bytes, at);
        if (length == 0)
            break;
        at = length == 1 ? at + 1 : skip_ascii(bytes, at + length);
    }
    return at;
}

void append_as_latin1(std::string& text, unsigned char byte) {
    text += static_cast<char>(0xC0 | (byte >> 6));
    text += static_cast<char>(0x80 | (byte & 0x3F));
}

void append_as_octal(std::string& text, unsigned char byte) {
    text += '\\';
    text += static_cast<char>('0' + (byte >> 6));
    text += static_cast<char>('0' + (byte >> 3 & 7));
    text += static_cast<char>('0' + (byte & 7));
}

/// Keeps the sequences that are UTF-8 and writes each other byte by itself.
template <typename AppendByte>
std::string repair(std::string_view bytes, AppendByte append_byte) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (std::size_t at = 0; at < bytes.size();) {
        if (const std::size_t length = sequence_length(bytes, at); length != 0) {
            text.append(bytes.substr(at, length));
            at += length;
        } else {
            append_byte(text, static_cast<unsigned char>(bytes[at++]));
        }
    }
    return text;
}

struct IconvClose {
    using pointer = iconv_t;
    void operator()(iconv_t converter) const { iconv_close(converter); }
};

std::optional<std::string> convert(std::string_view bytes, const std::string& encoding) {
    const iconv_t opened = iconv_open("UTF-8", encoding.c_str());
    if (opened == reinterpret_cast<iconv_t>(-1)) // NOLINT(performance-no-int-to-ptr): POSIX's value
        return std::nullopt;
    const std::unique_ptr<std::remove_pointer_t<iconv_t>, IconvClose> converter(opened);
    std::string text(bytes.size() * 4 + 16, '\0');
    std::string input(bytes); // iconv wants a mutable pointer
    char* in = input.data();
    std::size_t in_left = input.size();
    char* to = text.data();
    std::size_t to_left = text.size();
    if (iconv(converter.get(), &in, &in_left, &to, &to_left) == static_cast<std::size_t>(-1))
        return std::nullopt;
    text.resize(text.size() - to_left);
    return text;
}

bool means_utf8(std::string_view encoding) {
    return encoding.empty() || encoding == "UTF-8" || encoding == "utf-8" || encoding == "utf8" ||
           encoding == "UTF8";
}

} // namespace

bool is_utf8(std::string_view bytes) {
    return valid_prefix(bytes) == bytes.size();
}

std::string reencoded(std::string_view bytes, std::string_view encoding) {
    if (!means_utf8(encoding))
        if (auto converted = convert(bytes, std::string(encoding)))
            return std::move(*converted);
    return std::string(bytes);
}

std::string to_utf8(std::string_view bytes, std::string_view encoding) {
    bytes = bytes.substr(0, bytes.find('\0'));
    if (!means_utf8(encoding))
        if (auto converted = convert(bytes, std::string(encoding));
            converted && is_utf8(*converted))
            return std::move(*converted);
    // Byte by byte, so that a message in mixed encodings (a Latin-1 name in a UTF-8 trailer block)
    // comes out right in both.
    return is_utf8(bytes) ? std::string(bytes) : repair(bytes, append_as_latin1);
}

namespace {

bool is_octal(char c) {
    return c >= '0' && c <= '7';
}

/// The byte that path_text() writes as "\351" or "\134" at the start of text.
std::optional<char> escaped_byte(std::string_view text) {
    if (text.size() < 4 || text[0] != '\\' || !std::ranges::all_of(text.substr(1, 3), is_octal))
        return std::nullopt;
    const int byte = (text[1] - '0') * 64 + (text[2] - '0') * 8 + (text[3] - '0');
    const bool written = byte == '\\' || (byte >= 0x80 && byte <= 0xFF);
    return written ? std::optional(static_cast<char>(byte)) : std::nullopt;
}

/// The letter behind the backslash by which C, and git, write a character; 0: it has none.
char letter_of(char c) {
    switch (c) {
    case '\a':
        return 'a';
    case '\b':
        return 'b';
    case '\t':
        return 't';
    case '\n':
        return 'n';
    case '\v':
        return 'v';
    case '\f':
        return 'f';
    case '\r':
        return 'r';
    case '"':
    case '\\':
        return c;
    default:
        return 0;
    }
}

} // namespace

std::string path_text(std::string_view path) {
    std::string text;
    for (std::size_t at = 0; at < path.size();) {
        const std::size_t length = sequence_length(path, at);
        if (length == 0 || escaped_byte(path.substr(at)))
            append_as_octal(text, static_cast<unsigned char>(path[at]));
        else
            text.append(path.substr(at, length));
        at += std::max<std::size_t>(length, 1);
    }
    return text;
}

std::string path_bytes(std::string_view text) {
    std::string path;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = escaped_byte(text.substr(at));
        path += byte.value_or(text[at]);
        at += byte ? 4 : 1;
    }
    return path;
}

std::string quoted_path(std::string_view path) {
    std::string quoted;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (const char letter = letter_of(c); letter != 0)
            quoted.append({'\\', letter});
        else if (byte < 0x20 || byte >= 0x7F)
            append_as_octal(quoted, byte);
        else
            quoted += c;
    }
    return quoted.size() == path.size() ? quoted : '"' + quoted + '"';
}

} // namespace mw::git
