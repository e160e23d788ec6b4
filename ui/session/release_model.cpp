#include "session/release_model.h"

#include "text/engine_text.h"
#include "text/format.h"

#include <algorithm>
#include <utility>

namespace mw::ui {

namespace {

QString releaseToolTip(const store::Release& release) {
    QStringList lines{releaseSummary(release)};
    if (!release.repository.empty())
        lines << ReleaseModel::tr("Range %1..%2 of %3")
                     .arg(toQString(release.from_rev), toQString(release.to_rev),
                          toQString(release.repository));
    if (!release.window_tag.empty())
        lines << ReleaseModel::tr("Merge window up to %1, %2")
                     .arg(toQString(release.window_tag), dateText(release.window_end));
    for (const base::Message& remark : release.remarks)
        lines << engineText(remark);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

void ReleaseModel::setReleases(std::vector<store::Release> releases) {
    const bool sameLines =
        std::ranges::equal(releases, rows(), {}, &store::Release::name, &store::Release::name);
    replaceRows(std::move(releases), sameLines);
}

int ReleaseModel::rowOf(const QString& name) const {
    const auto found = std::ranges::find(rows(), name.toStdString(), &store::Release::name);
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

QVariant ReleaseModel::cell(int line, int, int role) const {
    const store::Release& release = rows()[static_cast<std::size_t>(line)];
    switch (role) {
    case Qt::DisplayRole:
        return release.bundled ? tr("%1 (in part)").arg(toQString(release.name))
                               : toQString(release.name);
    case Qt::ToolTipRole:
        return releaseToolTip(release);
    case NameRole:
        return toQString(release.name);
    default:
        return {};
    }
}

QVariant ReleaseModel::headerCell(int, int role) const {
    return role == Qt::DisplayRole ? tr("Release") : QVariant();
}

} // namespace mw::ui
