#pragma once

#include <QStringView>

#include <vector>

namespace mw::ui {

/// A piece of a line, in UTF-16 units.
struct TextRange {
    int start = 0, length = 0;
    bool operator==(const TextRange&) const = default;
};

/// Which words of two versions of a line differ. Nothing on either side where they have too little
/// in common for that to help: then the line as a whole is another one.
struct LineChanges {
    std::vector<TextRange> before, after;
};

/// Any thread. Takes at most some ten thousand steps, however long the lines are.
LineChanges changedWords(QStringView before, QStringView after);

/// How much the ends of two lines have in common, from 0 to 1: cheap, to see which lines belong
/// together.
double alikeness(QStringView before, QStringView after);

} // namespace mw::ui
