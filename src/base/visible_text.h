#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// Text from a clone or a document as a person may be shown it. Characters that show nothing, or
/// that put others elsewhere than they stand, let a line read as what it is not ("Trojan Source",
/// CVE-2021-42574; Unicode Technical Report 36 and Technical Standard 55). This is the one place
/// that decides which these are. Data for programs (JSON, CSV) keeps them. Plain functions; any
/// thread.
namespace mw::base {

/// An invisible character of a text: its place and length in bytes.
struct Invisible {
    std::size_t at = 0, length = 0;
    char32_t character = 0;
};

/// The first one from a place on. They are
///   - control characters but tab and newline (C0, DEL, C1)
///   - all that Unicode calls Bidi_Control: marks, embeddings, overrides, isolates
///   - what Unicode calls Default_Ignorable_Code_Point: zero-width spaces and joiners, soft
///     hyphens, fillers, tags, variation selectors and their like
///   - U+2028 and U+2029, which break a line where programs see none, U+FFF9 to U+FFFB, the blank
///     of Braille, and what is no character (U+FDD0 to U+FDEF, U+FFFE and their like)
/// Left alone is what writing needs, where it does what it is for: joiners within scripts that join
/// (Arabic, those of India and their like) and within emoji, one variation selector behind a
/// character that has variants (emoji, ideographs, Mongolian, mathematics), Hangul fillers
/// beside a letter of Hangul. text: UTF-8; bytes that are not are passed over.
std::optional<Invisible> next_invisible(std::string_view text, std::size_t from = 0);

enum class ControlMarks {
    caret,    ///< "^[", as terminals and less(1) have it
    pictures, ///< "␛", Unicode's pictures of them, where a font can be relied upon
};

/// The text with its invisible characters marked: control characters as asked, the others as
/// "<U+202E>".
std::string visible_text(std::string_view text, ControlMarks controls = ControlMarks::caret);

} // namespace mw::base
