#pragma once

#include <QByteArray>
#include <QString>

namespace mw::ui {

/// Why `git clone` failed and what to do, out of what it wrote to standard error in the C locale:
/// a sentence for a person, and git's own last words where it knows no better. Any thread.
/// keeps: what had been received is kept, and a later try goes on with it.
QString cloneError(const QByteArray& errors, const QString& url, const QString& folder,
                   bool keeps = false);

} // namespace mw::ui
