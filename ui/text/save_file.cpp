#include "text/save_file.h"

#include "base/system/atomic_file.h"
#include "text/engine_text.h"

#include <QFile>

namespace mw::ui {

QString saveFile(const QString& name, const QByteArray& bytes) {
    try {
        base::write_file(QFile::encodeName(name).toStdString(), bytes.toStdString(),
                         base::PipeUse::refuse);
    } catch (const base::FileError& error) {
        return errorText(error);
    }
    return {};
}

} // namespace mw::ui
