#pragma once

#include "document/index/coverage.h"
#include "store/model/project.h"

#include <QString>

namespace mw::ui {

/// What a document covers of a release, as a document of its own. project: whose the release is.
/// Any thread.
QString coverageMarkdown(const document::Coverage& coverage, const QString& title,
                         const QString& release, const store::Project& project);

} // namespace mw::ui
