#pragma once

#include <QStringView>

#include <cstdint>
#include <vector>

namespace mw::ui {

/// What a word of C is, as far as colours go.
enum class CToken : std::uint8_t { Keyword, Type, Text, Number, Comment, Preprocessor };

struct CSpan {
    int start = 0, length = 0;
    CToken token = CToken::Keyword;
};

/// The coloured pieces of one line of C, and whether a comment goes on behind its end. A line is
/// read by itself, which a diff needs; strings do not reach over its end. Any thread.
bool lexCLine(QStringView line, bool inComment, std::vector<CSpan>& spans);

/// By the path's ending: C, assembler with C's preprocessor and device trees.
bool isCSource(QStringView path);

} // namespace mw::ui
