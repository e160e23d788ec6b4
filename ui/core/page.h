#pragma once

#include <QFileInfo>
#include <QString>
#include <QUrl>

#include <array>

namespace mw::ui {

/// What a tab shows, as an address that can be kept in the history and in the settings:
///   "file:/home/me/article.md"                         a document
///   "kerneldoc:v6.7:Documentation/core-api/wq.rst"     a file of a release's clone
///   "commit:0123456789ab"                              a commit in a tab of its own
///   "coverage:v6.7:/home/me/article.md"                what a document says of a release, and not
///   "figures:v6.7:"                                    charts of a release
///   "interfaces:v6.7:"                                 what changed at the edges of a release
///   "compare:v6.7:"                                    releases side by side, this one among them
///   "pulls:v6.7:"                                      the pulls of a release
///   "start::"                                          what can be done at once
/// The empty address is the commit view. Which widget shows a kind, its maker knows
/// (ReadingPane::registerPages).
struct Page {
    enum class Kind {
        Commit,
        File,
        KernelDoc,
        CommitTab,
        Coverage,
        Figures,
        Interfaces,
        Compare,
        Pulls,
        Start
    };

    Kind kind = Kind::Commit;
    QString release; ///< of those kinds that have one
    QString target;  ///< file, path in the release's tree, or commit id

    static QString ofFile(const QString& file) { return QStringLiteral("file:") + file; }
    static QString ofKernelDoc(const QString& release, const QString& path) {
        return ofRelease(Kind::KernelDoc, release, path);
    }
    static QString ofCoverage(const QString& release, const QString& file) {
        return ofRelease(Kind::Coverage, release, file);
    }
    static QString ofCommit(const QString& oid) { return QStringLiteral("commit:") + oid; }
    /// A page about a release as such: Figures, Interfaces, Compare, Pulls; Start with an empty
    /// name.
    static QString ofRelease(Kind kind, const QString& release, const QString& target = {}) {
        // A release's name may hold a colon.
        return schemeOf(kind) + QLatin1Char(':') +
               QString::fromLatin1(QUrl::toPercentEncoding(release)) + QLatin1Char(':') + target;
    }

    /// An address that is none of the above is the commit view.
    static Page parse(const QString& address) {
        const QString scheme = address.section(QLatin1Char(':'), 0, 0);
        const QString rest = address.section(QLatin1Char(':'), 1);
        for (const Scheme& known : schemes) {
            if (rest.isEmpty() || scheme != known.word)
                continue;
            if (!known.hasRelease)
                return {known.kind, {}, rest};
            return {known.kind,
                    QUrl::fromPercentEncoding(rest.section(QLatin1Char(':'), 0, 0).toLatin1()),
                    rest.section(QLatin1Char(':'), 1)};
        }
        return {};
    }

    /// What a tab is called before its page says what it is called.
    QString shortName() const {
        if (target.isEmpty())
            return release;
        return kind == Kind::CommitTab ? target.left(12) : QFileInfo(target).fileName();
    }

private:
    struct Scheme {
        QLatin1String word;
        Kind kind;
        bool hasRelease;
    };

    static constexpr std::array schemes{
        Scheme{QLatin1String("file"), Kind::File, false},
        Scheme{QLatin1String("commit"), Kind::CommitTab, false},
        Scheme{QLatin1String("kerneldoc"), Kind::KernelDoc, true},
        Scheme{QLatin1String("coverage"), Kind::Coverage, true},
        Scheme{QLatin1String("figures"), Kind::Figures, true},
        Scheme{QLatin1String("compare"), Kind::Compare, true},
        Scheme{QLatin1String("pulls"), Kind::Pulls, true},
        Scheme{QLatin1String("start"), Kind::Start, true},
        Scheme{QLatin1String("interfaces"), Kind::Interfaces, true},
    };

    static QString schemeOf(Kind kind) {
        for (const Scheme& known : schemes)
            if (known.kind == kind)
                return known.word;
        return {};
    }
};

} // namespace mw::ui
