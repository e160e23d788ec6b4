#pragma once

#include <QString>

#include <optional>
#include <vector>

/// How well a few letters fit a text: the match of the command palette. Plain functions; any
/// thread.
namespace mw::ui {

struct FuzzyMatch {
    int score = 0;
    std::vector<int> places; ///< of the letters in the text, in UTF-16 units, ascending
};

/// The letters in their order, with others between them, upper and lower case alike. Letters side
/// by side and at the starts of words count most: "cref" fits "Copy references" well, and "Recreate
/// the files" less. Nothing where a letter is missing, or where they lie too far apart to be meant.
std::optional<FuzzyMatch> fuzzyMatch(const QString& letters, const QString& text);

} // namespace mw::ui
