#pragma once

#include "store/language/query_quoting.h"
#include "text/format.h"

#include <QString>

#include <string>

namespace mw::ui {

/// What can be asked about one tree, in the language of the filter.
struct TreeQueries {
    explicit TreeQueries(const std::string& tree)
        : name(toQString(store::quoted_if_needed(tree))) {}

    QString name; ///< quoted where it must be
    QString lacking = QStringLiteral("missing-in:") + name;
    QString fixesLacking = lacking + QStringLiteral(" is:fix");
    QString cveFixesLacking = lacking + QStringLiteral(" is:cve-fix");
    QString there = QStringLiteral("in:") + name;
    QString unknown = QStringLiteral("unknown-in:") + name;
    QString fixesUnknown = unknown + QStringLiteral(" (is:fix OR is:cve-fix)");
};

} // namespace mw::ui
