#pragma once

#include <QFileInfo>
#include <QString>
#include <QUrl>

#include <utility>

namespace mw::ui {

/// What a tab shows, as an address that can be kept in the history and in the settings:
///   "file:/home/me/article.md"                         a document
///   "kerneldoc:v6.7:Documentation/core-api/wq.rst"     a file of a release's clone
///   "commit:0123456789ab"                              a commit in a tab of its own
///   "coverage:v6.7:/home/me/article.md"                what a document says of a release, and not
/// The empty address is the commit view.
struct Page {
    enum class Kind { Commit, File, KernelDoc, CommitTab, Coverage };

    Kind kind = Kind::Commit;
    QString release; ///< of a KernelDoc or a Coverage
    QString target;  ///< file, path in the release's tree, or commit id

    static QString ofFile(const QString& file) { return QStringLiteral("file:") + file; }
    static QString ofKernelDoc(const QString& release, const QString& path) {
        // A release's name may hold a colon.
        return QStringLiteral("kerneldoc:") +
               QString::fromLatin1(QUrl::toPercentEncoding(release)) + QLatin1Char(':') + path;
    }
    static QString ofCoverage(const QString& release, const QString& file) {
        return QStringLiteral("coverage:") + QString::fromLatin1(QUrl::toPercentEncoding(release)) +
               QLatin1Char(':') + file;
    }
    static QString ofCommit(const QString& oid) { return QStringLiteral("commit:") + oid; }

    /// An address that is none of the above is the commit view.
    static Page parse(const QString& address) {
        const QString rest = address.section(QLatin1Char(':'), 1);
        if (rest.isEmpty())
            return {};
        if (address.startsWith(QLatin1String("file:")))
            return {Kind::File, {}, rest};
        if (address.startsWith(QLatin1String("commit:")))
            return {Kind::CommitTab, {}, rest};
        for (const auto& [scheme, kind] :
             {std::pair{"kerneldoc:", Kind::KernelDoc}, std::pair{"coverage:", Kind::Coverage}})
            if (address.startsWith(QLatin1String(scheme)))
                return {kind,
                        QUrl::fromPercentEncoding(rest.section(QLatin1Char(':'), 0, 0).toLatin1()),
                        rest.section(QLatin1Char(':'), 1)};
        return {};
    }

    /// What a tab is called before its document says what it is called.
    QString shortName() const {
        return kind == Kind::CommitTab ? target.left(12) : QFileInfo(target).fileName();
    }
};

} // namespace mw::ui
