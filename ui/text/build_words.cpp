#include "text/build_words.h"

#include "text/format.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace mw::ui {

namespace {

struct BuildWords {
    Q_DECLARE_TR_FUNCTIONS(mw::ui::BuildWords)
};

} // namespace

QString buildSentence(const store::BuildCounts& counts, const QString& file,
                      const QString& release) {
    const auto built = counts.built_in + counts.module + counts.header;
    const auto all = built + counts.not_built + counts.cannot_tell;
    const QString name = QFileInfo(file).fileName();
    if (all == 0)
        return BuildWords::tr("Nothing is known of %1: it was imported since %2 was read, or its "
                              "tree could not be asked.")
            .arg(release, name);
    QString sentence =
        BuildWords::tr("%Ln changeset(s) of %1. Touching what %2 builds: %3 (built in %4, in "
                       "modules %5, in headers alone %6); not touching it: %7; cannot be told: %8.",
                       nullptr, pluralOf(all))
            .arg(release, name, countText(built), countText(counts.built_in),
                 countText(counts.module), countText(counts.header), countText(counts.not_built),
                 countText(counts.cannot_tell));
    if (counts.not_asked > 0)
        sentence +=
            QLatin1Char(' ') + BuildWords::tr("%Ln more were imported since and are still to "
                                              "be asked.",
                                              nullptr, pluralOf(counts.not_asked));
    return sentence;
}

} // namespace mw::ui
