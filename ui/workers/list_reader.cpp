#include "workers/list_reader.h"

#include "text/format.h"

#include <QStringList>

#include <algorithm>
#include <span>
#include <string>
#include <utility>

namespace mw::ui {

namespace {

constexpr std::size_t pageSize = 512;

/// Calls visit(first, page) for one page after the other while it returns true; false where a stop
/// was asked for.
template <typename Visit>
bool forEachPage(std::span<const store::RowId> rows, const std::stop_token& stop,
                 const Visit& visit) {
    for (std::size_t first = 0; first < rows.size(); first += pageSize) {
        if (stop.stop_requested())
            return false;
        if (!visit(first, rows.subspan(first, std::min(pageSize, rows.size() - first))))
            return true;
    }
    return !stop.stop_requested();
}

} // namespace

std::optional<ReferenceLines> readReferences(store::Reader& reader,
                                             const std::vector<store::RowId>& rows,
                                             const std::stop_token& stop) {
    QStringList lines;
    const bool done = forEachPage(rows, stop, [&](std::size_t, std::span<const store::RowId> page) {
        for (const store::CommitRow& row : reader.rows(page))
            lines << commitReference(row);
        return true;
    });
    if (!done)
        return std::nullopt;
    return ReferenceLines{lines.join(QLatin1Char('\n')), static_cast<int>(lines.size())};
}

std::optional<int> findLine(store::Reader& reader, const IdList& ids, int from,
                            const QString& start, const std::stop_token& stop) {
    const auto all = ids.span();
    const auto pivot =
        static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(from, 0, std::ssize(all)));
    std::optional<int> line;
    for (const auto& [begin, end] :
         {std::pair{pivot, all.size()}, std::pair{std::size_t{0}, pivot}}) {
        const bool done = forEachPage(
            all.subspan(begin, end - begin), stop,
            [&, begin = begin](std::size_t first, std::span<const store::RowId> page) {
                const std::vector<std::string> subjects = reader.subjects(page);
                const auto hit = std::ranges::find_if(subjects, [&](const std::string& subject) {
                    return toQString(subject).startsWith(start, Qt::CaseInsensitive);
                });
                if (hit != subjects.end())
                    line =
                        static_cast<int>(begin + first) + static_cast<int>(hit - subjects.begin());
                return !line;
            });
        if (!done || line)
            return done ? line : std::nullopt;
    }
    return std::nullopt;
}

} // namespace mw::ui
