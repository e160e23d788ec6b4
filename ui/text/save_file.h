#pragma once

#include <QByteArray>
#include <QString>

namespace mw::base {
class FileError;
}

/// Files that a person asks for. Plain functions; any thread.
namespace mw::ui {

/// Writes a file whole or not at all, as base::AtomicFile does; a pipe is refused, for nobody may
/// read it. What went wrong, as a sentence for the person; empty where nothing did.
QString saveFile(const QString& name, const QByteArray& bytes);

/// The sentence of the error in the language of the window.
QString fileErrorText(const base::FileError& error);

} // namespace mw::ui
