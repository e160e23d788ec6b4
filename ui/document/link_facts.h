#pragma once

#include "store/read/reader.h"

#include <QString>

namespace mw::ui {

/// What a person wants to know of a commit before opening it: title, author and section, as a tool
/// tip. Empty where the database does not have it. Throws store::Error. Any thread.
QString linkFacts(store::Reader& reader, const QString& id);

} // namespace mw::ui
