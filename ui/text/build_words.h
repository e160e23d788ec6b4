#pragma once

#include "store/user/config_store.h"

#include <QString>

namespace mw::ui {

/// "1,204 of 9,801 changesets of v6.7 touch what config-6.6 builds: …", or that it is still to be
/// asked. file: where the configuration was read from.
QString buildSentence(const store::BuildCounts& counts, const QString& file,
                      const QString& release);

} // namespace mw::ui
