#include "classify/device_name.h"

#include "classify/words.h"

#include <algorithm>

namespace mw::classify {

namespace {

/// In front of what is new, and nothing of it.
const WordSet& openers() {
    static const WordSet words(
        "add adds added adding introduce new initial basic preliminary minimal support "
        "supports driver drivers for a an the some more additional another of dts "
        "devicetree device-tree bindings binding document compatible compatibles string "
        "strings yaml schema id ids vendor product pci usb device and recognise recognize missing "
        "import merge to enable our pid vid & pciid pciids implement implements "
        "implemented");
    return words;
}

/// Behind it.
const WordSet& closers() {
    static const WordSet words(
        "driver drivers support id ids device devices compatible compatibles string "
        "strings binding bindings dts schema yaml pci usb product vendor and for the a "
        "files file initial basic dtb too also pid vid pciid pciids &");
    return words;
}

/// From one word to another, with the bracket that closes what was opened between them.
std::string between(std::string_view text, const Word& first, const Word& last) {
    auto end = last.start + last.lower.size();
    const auto part = text.substr(first.start, end - first.start);
    if (end < text.size() && text[end] == ')' &&
        std::ranges::count(part, '(') > std::ranges::count(part, ')'))
        ++end;
    return std::string(text.substr(first.start, end - first.start));
}

/// "043e:7a01", a device id in figures.
bool is_number(std::string_view word) {
    return word.find_first_not_of("0123456789abcdefx:") == std::string_view::npos &&
           word.find_first_of("0123456789") != std::string_view::npos &&
           (word.find(':') != std::string_view::npos || word.starts_with("0x"));
}

/// Cuts what is said around the thing: "Add a Foo bar driver" is "Foo bar".
std::string strip(std::string_view text, bool openers_too = true) {
    const auto words = split_words(text);
    std::size_t first = 0;
    while (openers_too && first < words.size() && is_opener(words[first].lower))
        ++first;
    // What follows says where it goes, not what it is.
    auto last = first;
    while (
        last < words.size() &&
        (last == first || !is_one_of(words[last].lower, {"to", "into", "in", "on", "using", "via",
                                                         "from", "by", "during", "with", "found",
                                                         "based", "interfaced", "connected"})))
        ++last;
    while (last > first &&
           (closers().contains(words[last - 1].lower) || is_number(words[last - 1].lower)))
        --last;
    return first == last ? std::string() : between(text, words[first], words[last - 1]);
}

} // namespace

bool is_model(std::string_view word) {
    static const WordSet others(
        "i2c i3c ipv4 ipv6 x86 arm64 s390 m68k mpeg2 mpeg4 h264 h.264 ddr2 ddr3 ddr4 usb2 "
        "usb3 ac3 rs485 rs-485 rs232 i2s md5 bt.656 raid5 dvb-s2 dvb-t2 mp3 sha1 sha224 "
        "sha256 sha384 sha512 crc32 v4l2 mac80211 cfg80211");
    static constexpr std::string_view digits = "0123456789";
    static constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
    if (word.size() < 3 || others.contains(word) || word.find('_') != std::string_view::npos ||
        word.starts_with("arch/") || word.starts_with("drivers/"))
        return false;
    if (word.find_first_of(digits) == std::string_view::npos)
        return false;
    // "82579" is a chip, "16" is a number.
    if (word.find_first_of(letters) == std::string_view::npos)
        return (word.size() == 4 || word.size() == 5) &&
               word.find_first_not_of(digits) == std::string_view::npos && word != "1588";
    // "v0.81" is a version.
    if (word.front() == 'v' && word.find_first_not_of("0123456789.", 1) == std::string_view::npos)
        return false;
    // "100mbps" and "64-bit" are numbers with their units: no digit follows the letters.
    if (digits.find(word.front()) == std::string_view::npos)
        return true;
    const auto letter = word.find_first_of(letters);
    return word.find_first_of(digits, letter) != std::string_view::npos;
}

bool is_opener(std::string_view word) {
    return openers().contains(word);
}

std::string without_closers(std::string_view text) {
    return strip(text, false);
}

std::string device_name(std::string_view statement) {
    static const WordSet joints(
        "driver drivers support id ids compatible compatibles binding bindings");
    const auto words = split_words(statement);
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i].lower != "for" || !joints.contains(words[i - 1].lower))
            continue;
        const auto what = strip(statement.substr(0, words[i].start));
        auto whose = strip(statement.substr(words[i].start + 3));
        if (what.empty() || whose.empty())
            return what.empty() ? whose : what;
        return what + " for " + whose;
    }
    return strip(statement);
}

} // namespace mw::classify
