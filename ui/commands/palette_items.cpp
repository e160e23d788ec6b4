#include "commands/palette_items.h"

#include "commands/action_catalogue.h"
#include "core/limits.h"
#include "document/document_index.h"
#include "pages/reading_pane.h"
#include "session/session.h"
#include "text/format.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

namespace mw::ui {

namespace {

struct Palette {
    Q_DECLARE_TR_FUNCTIONS(mw::ui::Palette)
};

constexpr qsizetype nameLetters = 40;
constexpr QChar searchSign = QLatin1Char('?');

PaletteItem sectionCandidate(Session& session, const SectionChoice& choice, const QString& title) {
    Navigation* const navigation = &session.navigation();
    const std::string key =
        choice.section ? classify::to_string(
                             {*choice.section, choice.subgroup.value_or(classify::Subgroup::none)})
                       : std::string();
    return {title,
            Palette::tr("Section"),
            {},
            QStringLiteral("section:") + toQString(key),
            [navigation, choice] { navigation->openSection(choice); },
            navigation->current().section == choice};
}

} // namespace

Candidates commandCandidates(const QMainWindow& window) {
    Candidates all;
    for (const CatalogueEntry& entry : catalogueOf(window)) {
        // The palette itself is open already.
        if (!entry.usable || entry.id == QLatin1String("actionPalette"))
            continue;
        const QPointer<QAction> action = entry.action;
        all.push_back({entry.text, entry.path.join(QStringLiteral(" › ")), entry.keys, entry.id,
                       [action] {
                           if (action)
                               action->trigger();
                       },
                       action->isCheckable() && action->isChecked()});
    }
    return all;
}

Candidates releaseCandidates(Session& session) {
    Candidates all;
    Navigation* const navigation = &session.navigation();
    for (const store::Release& release : session.releases()) {
        const QString name = toQString(release.name);
        all.push_back({cutText(name),
                       Palette::tr("Release"),
                       {},
                       QStringLiteral("release:") + name,
                       [navigation, name] { navigation->openRelease(name); },
                       navigation->current().release == name});
    }
    return all;
}

Candidates sectionCandidates(Session& session) {
    Candidates all{sectionCandidate(session, {}, Palette::tr("All sections"))};
    for (const classify::Section section : classify::all_sections()) {
        all.push_back(sectionCandidate(session, {section, {}}, sectionTitle(section)));
        if (section != classify::Section::hardware)
            continue;
        for (const classify::Subgroup subgroup : classify::all_subgroups())
            all.push_back(
                sectionCandidate(session, {section, subgroup}, placeLabel({section, subgroup})));
    }
    return all;
}

Candidates documentCandidates(Session& session, const ReadingPane& pane,
                              const DocumentIndex& library) {
    Candidates all;
    QSet<QString> listed;
    Navigation* const navigation = &session.navigation();
    const auto add = [&](const QString& address, const QString& title, const QString& kind) {
        if (listed.contains(address))
            return;
        listed.insert(address);
        all.push_back({cutText(title),
                       kind,
                       {},
                       QStringLiteral("page:") + address,
                       [navigation, address] { navigation->openPage(address); },
                       navigation->current().page == address});
    };
    for (const QString& address : pane.addresses())
        add(address, pane.title(address), Palette::tr("Open tab"));
    for (const store::Document& document : library.all())
        add(Page::ofFile(toQString(document.file)), toQString(document.title),
            Palette::tr("Document"));
    return all;
}

Candidates commitCandidates(Session& session, const std::vector<store::CommitRow>& rows) {
    Candidates all;
    Navigation* const navigation = &session.navigation();
    for (const store::CommitRow& row : rows) {
        QStringList detail{Palette::tr("Commit")};
        if (!row.oid.empty())
            detail << shortOid(toQString(row.oid));
        if (const store::Release* const home = session.releaseOfRow(row.release))
            detail << cutText(toQString(home->name), nameLetters);
        all.push_back({cutText(toQString(row.subject)),
                       detail.join(QStringLiteral(" · ")),
                       {},
                       {},
                       [navigation, oid = toQString(row.oid), id = row.id] {
                           navigation->openCommit(oid, id);
                       }});
    }
    return all;
}

Candidates typedCandidates(Session& session, const QString& typed) {
    Candidates all;
    Navigation* const navigation = &session.navigation();
    const bool onlySearch = typed.startsWith(searchSign);
    const QString text = (onlySearch ? typed.mid(1) : typed).trimmed();
    if (text.isEmpty())
        return all;
    static const QRegularExpression id(QStringLiteral("^[0-9a-fA-F]{7,40}$"));
    if (!onlySearch && id.match(text).hasMatch())
        all.push_back({Palette::tr("Open commit %1").arg(text.toLower()),
                       Palette::tr("Commit"),
                       {},
                       {},
                       [navigation, text] { navigation->openCommit(text.toLower()); }});
    all.push_back({Palette::tr("Search for %1").arg(cutText(text)),
                   Palette::tr("Search"),
                   {},
                   {},
                   [navigation, text] { navigation->openFilter(text); }});
    return all;
}

} // namespace mw::ui
