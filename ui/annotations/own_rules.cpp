#include "annotations/own_rules.h"

#include "importer/data/data_files.h"
#include "text/engine_text.h"
#include "text/format.h"
#include "text/save_file.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>
#include <array>

namespace mw::ui {

namespace {

/// How editors are told a line; desktop: what the name of their desktop file holds.
struct EditorLine {
    const char* desktop;
    const char* program;
    const char* argument; ///< %1 the line, %2 the file
    bool fileApart;       ///< the file follows as an argument of its own
};

constexpr std::array editorLines{
    EditorLine{"kate", "kate", "--line=%1", true},
    EditorLine{"kwrite", "kwrite", "--line=%1", true},
    EditorLine{"TextEditor", "gnome-text-editor", "+%1", true},
    EditorLine{"gedit", "gedit", "+%1", true},
    EditorLine{"pluma", "pluma", "+%1", true},
    EditorLine{"xed", "xed", "+%1", true},
    EditorLine{"mousepad", "mousepad", "--line=%1", true},
    EditorLine{"emacs", "emacs", "+%1", true},
    EditorLine{"gvim", "gvim", "+%1", true},
    EditorLine{"code", "code", "--goto=%2:%1", false},
};

/// The comment at the head of the shipped rules describes the format, which is the same.
QByteArray formatOfRules() {
    QFile shipped(toQString(importer::data_file("sections.toml").string()));
    if (!shipped.open(QIODevice::ReadOnly))
        return {};
    shipped.readLine(); // what the shipped file is
    QByteArray comment;
    for (QByteArray line = shipped.readLine();
         line.startsWith('#') && !line.startsWith("# A person's own"); line = shipped.readLine())
        comment += line;
    return comment;
}

QByteArray newRules() {
    return OwnRules::tr("# Your own section rules for Merge Window. They are asked before the ones "
                        "that come with\n# the program. After a change, choose Sections > Sort "
                        "anew by the rules.\n")
               .toUtf8() +
           formatOfRules() + OwnRules::tr("# An example. Take the # away to use it:\n").toUtf8() +
           "#\n# [[rule]]\n# section = \"hardware\"\n# subgroup = \"sound\"\n"
           "# paths = [\"sound/soc/\"]\n# titles = [\"asoc\"]\n";
}

} // namespace

QString OwnRules::file() {
    return toQString(importer::own_rules_file().string());
}

void OwnRules::edit() {
    const QString name = file();
    if (!QFileInfo::exists(name)) {
        QByteArray text;
        try {
            text = newRules();
        } catch (const std::exception& error) {
            emit failed(errorText(error));
            return;
        }
        QDir().mkpath(QFileInfo(name).path()); // where it fails, so does what follows
        if (const QString wrong = saveFile(name, text); !wrong.isEmpty()) {
            emit failed(wrong);
            return;
        }
    }
    openAsADocument(name);
}

void OwnRules::openAt(const QString& file, int line) {
    const QString query = QStandardPaths::findExecutable(QStringLiteral("xdg-mime"));
    if (line <= 0 || query.isEmpty()) {
        openAsADocument(file);
        return;
    }
    auto* const asked = new QProcess(this);
    connect(asked, &QProcess::finished, this, [this, asked, file, line] {
        asked->deleteLater();
        const QString desktop = QString::fromUtf8(asked->readAllStandardOutput());
        const auto known = std::ranges::find_if(editorLines, [&desktop](const EditorLine& editor) {
            return desktop.contains(QLatin1String(editor.desktop));
        });
        if (known == editorLines.end()) {
            openAsADocument(file);
            return;
        }
        QStringList arguments{QString::fromLatin1(known->argument)
                                  .replace(QLatin1String("%1"), QString::number(line))
                                  .replace(QLatin1String("%2"), file)};
        if (known->fileApart)
            arguments << file;
        if (!QProcess::startDetached(QLatin1String(known->program), arguments))
            openAsADocument(file);
    });
    asked->start(
        query, {QStringLiteral("query"), QStringLiteral("default"), QStringLiteral("text/plain")});
}

void OwnRules::openAsADocument(const QString& file) {
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(file)))
        emit failed(tr("No program of this desktop opens %1. It is a text file: open it in an "
                       "editor of your choice.")
                        .arg(file));
}

} // namespace mw::ui
