#include "annotations/section_choice_model.h"

#include "text/format.h"

#include <algorithm>

namespace mw::ui {

SectionChoiceModel::SectionChoiceModel(QObject* parent) : RowModel(parent) {
    std::vector<classify::SectionKey> places;
    for (const classify::Section section : classify::all_sections()) {
        if (section != classify::Section::hardware) {
            places.push_back({section, classify::Subgroup::none});
            continue;
        }
        for (const classify::Subgroup subgroup : classify::all_subgroups())
            places.push_back({section, subgroup});
    }
    replaceRows(std::move(places), false);
}

int SectionChoiceModel::lineOf(const classify::SectionKey& place) const {
    const auto found = std::ranges::find(rows(), place);
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

QVariant SectionChoiceModel::cell(int line, int, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return placeTitle(place(line));
    case SearchRole:
        return QString(placeTitle(place(line)) + QLatin1Char(' ') +
                       toQString(classify::to_string(place(line))));
    default:
        return {};
    }
}

QVariant SectionChoiceModel::headerCell(int, int role) const {
    return role == Qt::DisplayRole ? tr("Section") : QVariant();
}

} // namespace mw::ui
