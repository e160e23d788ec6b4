#pragma once

#include "store/read/reader.h"
#include "workers/id_list.h"

#include <QString>

#include <optional>
#include <stop_token>
#include <vector>

namespace mw::ui {

/// What may have to look at every line of a list, a page at a time: 200,000 lines take a second.
/// On a thread that nobody waits for; all give nothing once a stop is asked for.

/// Each row as a kernel developer cites it, a line each.
struct ReferenceLines {
    QString lines;
    int count = 0;
};
std::optional<ReferenceLines> readReferences(store::Reader& reader,
                                             const std::vector<store::RowId>& rows,
                                             const std::stop_token& stop);

/// The first line at or after from whose subject starts so, whatever its case; goes round at the
/// end.
std::optional<int> findLine(store::Reader& reader, const IdList& ids, int from,
                            const QString& start, const std::stop_token& stop);

} // namespace mw::ui
