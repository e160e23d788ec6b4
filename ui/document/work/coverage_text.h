#pragma once

#include "document/index/coverage.h"

#include <QString>

namespace mw::ui {

/// What a document covers of a release, as a document of its own. Any thread.
QString coverageMarkdown(const document::Coverage& coverage, const QString& title,
                         const QString& release);

} // namespace mw::ui
