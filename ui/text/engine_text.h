#pragma once

#include "base/message.h"

#include <QString>

#include <exception>

namespace mw::ui {

/// What the engine says, in the person's language and with the window's own advice behind it.
QString engineText(const base::Message& message);

/// The same for an error; of one that is not ours, what it says.
QString errorText(const std::exception& error);

} // namespace mw::ui
