#include "commit/trailer_model.h"

#include "text/format.h"

namespace mw::ui {

QVariant TrailerModel::cell(int line, int column, int role) const {
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const store::Trailer& trailer = rows()[static_cast<std::size_t>(line)];
    if (role == Qt::ToolTipRole)
        return toQString(trailer.key + ": " + trailer.value);
    return toQString(column == KeyColumn ? trailer.key : trailer.value);
}

QVariant TrailerModel::headerCell(int column, int role) const {
    if (role != Qt::DisplayRole)
        return {};
    return column == KeyColumn ? tr("Trailer") : tr("Value");
}

} // namespace mw::ui
