#pragma once

#include "importer/data_files.h"
#include "importer/import.h"

#include <QString>
#include <QTemporaryDir>

/// A database file with the release that the program ships, in a folder that goes with it.
class BundledDatabase {
public:
    QString file() const { return folder_.filePath(QStringLiteral("test.db")); }

    void fill() const {
        mw::importer::add_bundled_release(file().toStdString(),
                                          mw::importer::data_file("linux-6.7.tsv"));
    }

    /// The article that the program ships on that release.
    static QString article() {
        return QString::fromStdString(mw::importer::data_file("linux-6.7.md").string());
    }

private:
    QTemporaryDir folder_;
};
