#pragma once

#include "store/search/highlight.h"

#include <QColor>
#include <QPalette>
#include <QString>

#include <memory>
#include <vector>

namespace mw::ui {

/// Where the words of a filter stand in texts on screen, in UTF-16 units. A filter that cannot be
/// understood, or is empty, has no hits. GUI thread.
class Hits {
public:
    struct Range {
        int begin = 0, length = 0;
    };

    Hits() = default;
    explicit Hits(const QString& filter);

    bool isEmpty() const { return !highlighter_; }
    /// Sorted, none overlapping. field: as of store::Highlighter.
    std::vector<Range> ranges(const QString& text, const char* field) const;

private:
    std::unique_ptr<store::Highlighter> highlighter_;
};

using SharedHits = std::shared_ptr<const Hits>;

/// The marker behind a hit and the text on it, readable on light and on dark desktops.
struct HitColors {
    QColor background, text;
};
HitColors hitColors(const QPalette& palette);

} // namespace mw::ui
