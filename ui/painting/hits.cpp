#include "painting/hits.h"

#include "painting/colors.h"
#include "store/sql/error.h"
#include "text/format.h"

namespace mw::ui {

Hits::Hits(const QString& filter) {
    if (filter.trimmed().isEmpty())
        return;
    try {
        highlighter_ = std::make_unique<store::Highlighter>(filter.toStdString());
    } catch (const store::QueryError&) {
        // The filter bar says what is wrong with it.
        highlighter_.reset();
    }
}

std::vector<Hits::Range> Hits::ranges(const QString& text, const char* field) const {
    std::vector<Range> found;
    if (!highlighter_ || text.isEmpty())
        return found;
    const std::string bytes = text.toStdString();
    std::size_t done = 0;
    qsizetype units = 0;
    const auto unitsAt = [&](std::size_t place) {
        units += toQString(std::string_view(bytes).substr(done, place - done)).size();
        done = place;
        return static_cast<int>(units);
    };
    for (const store::TextRange& range : highlighter_->ranges(bytes, field)) {
        const int begin = unitsAt(range.begin);
        found.push_back({begin, unitsAt(range.end) - begin});
    }
    return found;
}

HitColors hitColors(const QPalette& palette) {
    if (isDark(palette))
        return {QColor(0x6a, 0x54, 0x00), QColor(0xff, 0xff, 0xff)};
    return {QColor(0xff, 0xe0, 0x82), QColor(0x1b, 0x1b, 0x1b)};
}

} // namespace mw::ui
