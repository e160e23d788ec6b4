#include "text/save_file.h"

#include "base/atomic_file.h"

#include <QCoreApplication>
#include <QFile>

#include <system_error>

namespace mw::ui {

namespace {

using Reason = base::FileError::Reason;

struct FileWords {
    Q_DECLARE_TR_FUNCTIONS(mw::ui::SaveFile)
};

QString nameOf(const std::filesystem::path& file) {
    return QFile::decodeName(QByteArray::fromStdString(file.native()));
}

QString sentenceFor(Reason reason) {
    switch (reason) {
    case Reason::no_folder:
        return FileWords::tr("%1 cannot be written: there is no such folder. Choose another.");
    case Reason::not_allowed:
        return FileWords::tr("%1 cannot be written: you may not write in its folder. Choose "
                             "another.");
    case Reason::write_protected:
        return FileWords::tr("%1 cannot be written: it is write-protected. Choose another name.");
    case Reason::is_folder:
        return FileWords::tr("%1 is a folder. Name a file in it.");
    case Reason::is_pipe:
        return FileWords::tr("%1 is a pipe. Choose a file.");
    case Reason::is_database:
        return FileWords::tr("%1 is a database. Choose another file: this would destroy it.");
    case Reason::no_space:
        return FileWords::tr("%1 cannot be written: there is no space left. Make room, or choose "
                             "another place.");
    case Reason::other:
        break;
    }
    return {};
}

} // namespace

QString saveFile(const QString& name, const QByteArray& bytes) {
    try {
        base::write_file(QFile::encodeName(name).toStdString(), bytes.toStdString(),
                         base::PipeUse::refuse);
    } catch (const base::FileError& error) {
        return fileErrorText(error);
    }
    return {};
}

QString fileErrorText(const base::FileError& error) {
    const QString name = nameOf(error.file());
    const QString reason = QString::fromStdString(std::generic_category().message(error.code()));
    if (!error.kept().empty())
        return FileWords::tr("%1 could not be written to its end: %2. All of it is in %3.")
            .arg(name, reason, nameOf(error.kept()));
    const QString known = sentenceFor(error.reason());
    return known.isEmpty() ? FileWords::tr("%1 cannot be written: %2.").arg(name, reason)
                           : known.arg(name);
}

} // namespace mw::ui
