#pragma once

#include <QString>

/// How much of a text there is room for. What a clone, a server or a document says may be of any
/// length, and a word of any length too: none of it decides how wide a window is or how long it
/// takes to draw. Plain functions; any thread.
namespace mw::ui {

/// Letters (UTF-16 units) of a table's cell, a title, a fact.
inline constexpr qsizetype lineLetters = 400;

/// The first letters, and "…" where that is not all of it: never half of a letter that takes two
/// units.
QString cutText(const QString& text, qsizetype letters = lineLetters);

/// For a tool tip, which breaks no words by itself and is as wide as its widest line: broken at
/// blanks where that is possible, and cut behind some lines. What fits stays as it is.
QString tipText(const QString& plain);

/// For an entry of a menu or a button: cut, and "&" is no letter to press.
QString menuText(const QString& plain);

} // namespace mw::ui
