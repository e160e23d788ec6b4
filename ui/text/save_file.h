#pragma once

#include <QByteArray>
#include <QString>

/// Files that a person asks for. Plain functions; any thread.
namespace mw::ui {

/// Writes a file whole or not at all, as base::AtomicFile does; a pipe is refused, for nobody may
/// read it. What went wrong, as a sentence for the person; empty where nothing did.
QString saveFile(const QString& name, const QByteArray& bytes);

} // namespace mw::ui
