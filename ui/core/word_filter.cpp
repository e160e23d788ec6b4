#include "core/word_filter.h"

#include <algorithm>

namespace mw::ui {

void WordFilter::setText(const QString& text) {
    changeFilter([&] { words_ = text.split(QLatin1Char(' '), Qt::SkipEmptyParts); });
}

QString WordFilter::textOf(int row, const QModelIndex& parent) const {
    return sourceModel()->index(row, filterKeyColumn(), parent).data(filterRole()).toString();
}

bool WordFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    if (words_.isEmpty())
        return true;
    const QString text = textOf(row, parent);
    return std::ranges::all_of(
        words_, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace mw::ui
