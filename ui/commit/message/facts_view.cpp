#include "commit/message/facts_view.h"

#include "labels/fact_label.h"
#include "store/language/query_quoting.h"
#include "text/engine_text.h"
#include "text/format.h"
#include "ui_facts_view.h"

#include <QDesktopServices>
#include <QUrl>

#include <algorithm>

namespace mw::ui {

namespace {

const QString& commitTarget() {
    static const QString prefix = QStringLiteral("commit ");
    return prefix;
}

const QString& filterTarget() {
    static const QString prefix = QStringLiteral("filter ");
    return prefix;
}

const QString& webTarget() {
    static const QString prefix = QStringLiteral("web ");
    return prefix;
}

QString treeStateText(store::TreeState state) {
    switch (state) {
    case store::TreeState::missing:
        break;
    case store::TreeState::unknown:
        return FactsView::tr("cannot be told");
    case store::TreeState::reverted:
        return FactsView::tr("was there and was taken out again");
    case store::TreeState::there:
        return FactsView::tr("there");
    case store::TreeState::named:
        return FactsView::tr("as a backport that names it");
    case store::TreeState::same_change:
        return FactsView::tr("as a backport: the same title, author and moment");
    case store::TreeState::same_patch:
        return FactsView::tr("as a backport: the same patch");
    case store::TreeState::similar:
        return FactsView::tr("as a backport: the same title and author, most of its lines");
    }
    return FactsView::tr("not there");
}

QString unknownText() {
    return FactsView::tr("unknown");
}

FactLabel::Piece filterPiece(const QString& text, const QString& query) {
    return {text, filterTarget() + query, FactsView::tr("Show only %1").arg(query)};
}

FactLabel::Piece commitPiece(const QString& text, const QString& oid) {
    return {text, commitTarget() + oid, FactsView::tr("Open %1").arg(shortOid(oid))};
}

std::vector<FactLabel::Piece> personPieces(const QString& field, const QString& name,
                                           const QString& email) {
    if (name.isEmpty() && email.isEmpty())
        return {{unknownText(), {}, {}}};
    // Without a name a person is their address, which the query language writes in brackets.
    std::vector<FactLabel::Piece> pieces{
        name.isEmpty() ? filterPiece(email, filterFor(field, QStringLiteral("<%1>").arg(email)))
                       : filterPiece(name, filterFor(field, name))};
    if (!name.isEmpty() && !email.isEmpty())
        pieces.push_back({QStringLiteral(" <%1>").arg(email), {}, {}});
    return pieces;
}

QString sectionQuery(const classify::SectionKey& place) {
    QString query = QStringLiteral("section:") + toQString(classify::key(place.section));
    if (place.subgroup != classify::Subgroup::none)
        query += QLatin1Char('/') + toQString(classify::key(place.subgroup));
    return query;
}

/// Another person, or another moment, than the author's.
bool committedApart(const store::CommitDetail& detail) {
    return (!detail.committer.empty() || !detail.committer_email.empty()) &&
           (detail.committer != detail.row.author || detail.committer_email != detail.row.email);
}

} // namespace

QString filterFor(const QString& field, const QString& value) {
    return toQString(store::whole_term(field.toStdString(), value.toStdString()));
}

QString commitName(const store::CommitRow& row) {
    return row.oid.empty() ? FactsView::tr("an entry without a commit")
                           : shortOid(toQString(row.oid));
}

FactsView::FactsView(QWidget* parent) : QWidget(parent), ui_(std::make_unique<Ui::FactsView>()) {
    ui_->setupUi(this);
    for (QLabel* const name : findChildren<QLabel*>()) {
        auto* const fact = qobject_cast<FactLabel*>(name->buddy());
        if (!fact)
            continue;
        names_.insert(fact, name);
        // Beside the first line of what takes several.
        name->setAlignment(Qt::AlignRight | Qt::AlignTop);
        connect(fact, &FactLabel::followed, this, &FactsView::follow);
    }
}

FactsView::~FactsView() = default;

void FactsView::setRow(FactLabel* fact, bool visible) {
    fact->setVisible(visible);
    names_.value(fact)->setVisible(visible);
}

void FactsView::showFacts(const store::CommitDetail& detail, const store::Release& release) {
    showPeople(detail);
    showLanding(detail.row, release);
    showPlace(detail);
    showRelations(detail);
    showRecords(detail);
    showTrees(detail);
    ui_->id->showText(detail.row.oid.empty() ? commitName(detail.row) : toQString(detail.row.oid));
}

void FactsView::showPeople(const store::CommitDetail& detail) {
    const store::CommitRow& row = detail.row;
    const bool hasAuthor = !row.author.empty() || !row.email.empty();
    ui_->author->showPieces(
        personPieces(QStringLiteral("author"), toQString(row.author), toQString(row.email)));
    ui_->written->showText(row.author_time ? timeText(row.author_time, row.author_zone)
                                           : unknownText());
    setRow(ui_->author, hasAuthor);
    setRow(ui_->written, row.author_time.has_value());
    const bool apart = committedApart(detail);
    setRow(ui_->committer, apart);
    setRow(ui_->committed, row.commit_time && row.commit_time != row.author_time);
    if (apart)
        ui_->committer->showPieces(personPieces(QStringLiteral("committer"),
                                                toQString(detail.committer),
                                                toQString(detail.committer_email)));
    ui_->committed->showText(timeText(row.commit_time, detail.commit_zone));
}

void FactsView::showLanding(const store::CommitRow& row, const store::Release& release) {
    const bool isPull = row.kind == store::CommitKind::pull;
    const bool direct = row.pull.empty() && row.landed_time && !release.bundled;
    QString landed = row.landed_time ? timeText(row.landed_time) : unknownText();
    if (row.landed_time && release.window_end)
        landed += *row.landed_time <= *release.window_end ? tr(", in the merge window")
                                                          : tr(", after the merge window");
    if (direct && !isPull)
        landed += tr(", directly on the mainline");
    ui_->landed->showText(landed);
    setRow(ui_->landed, row.landed_time.has_value());
    const QString pull = toQString(row.pull), title = toQString(row.pull_title);
    setRow(ui_->pull, !pull.isEmpty() || !title.isEmpty());
    if (pull.isEmpty())
        ui_->pull->showText(title.isEmpty() ? unknownText() : title);
    else
        ui_->pull->showPieces({commitPiece(title.isEmpty() ? shortOid(pull) : title, pull)});
}

void FactsView::showPlace(const store::CommitDetail& detail) {
    const store::CommitRow& row = detail.row;
    const bool own = row.personal && row.personal->place;
    ui_->section->showPieces({filterPiece(placeTitle(row.place), sectionQuery(row.place)),
                              {own ? tr(", your own choice") : QString(), {}, {}}});
    const QString subsystem = toQString(row.subsystem);
    setRow(ui_->subsystem, !subsystem.isEmpty());
    if (!subsystem.isEmpty())
        ui_->subsystem->showPieces(
            {filterPiece(subsystem, filterFor(QStringLiteral("subsystem"), subsystem))});
    setRow(ui_->reason, !detail.reason.empty());
    ui_->reason->showText(
        own ? tr("The rules say %1: %2")
                  .arg(placeTitle(detail.derived_place), engineText(detail.reason))
            : engineText(detail.reason));
}

void FactsView::showCorrections(FactLabel* fact, const std::vector<store::Correction>& corrections,
                                store::ReferenceKind kind) {
    std::vector<FactLabel::Piece> pieces;
    for (const store::Correction& correction : corrections) {
        if (correction.kind != kind)
            continue;
        if (!pieces.empty())
            pieces.push_back({QStringLiteral("\n"), {}, {}});
        const QString oid = toQString(correction.oid);
        if (correction.commit == 0)
            pieces.push_back({tr("%1, which no release here has").arg(shortOid(oid)), {}, {}});
        else
            pieces.push_back(commitPiece(
                correction.subject.empty() ? shortOid(oid) : toQString(correction.subject), oid));
        if (correction.line.value_or(0) > 0)
            pieces.back().toolTip = tr("Line %1 of the message: %2")
                                        .arg(countText(*correction.line))
                                        .arg(toQString(correction.words));
    }
    setRow(fact, !pieces.empty());
    fact->showPieces(pieces);
}

void FactsView::showRelations(const store::CommitDetail& detail) {
    showCorrections(ui_->fixes, detail.corrects, store::ReferenceKind::fixes);
    showCorrections(ui_->reverts, detail.corrects, store::ReferenceKind::reverts);
    showCorrections(ui_->fixedBy, detail.corrections, store::ReferenceKind::fixes);
    showCorrections(ui_->revertedBy, detail.corrections, store::ReferenceKind::reverts);
    std::vector<FactLabel::Piece> origins;
    for (const std::string& origin : detail.picked_from) {
        if (!origins.empty())
            origins.push_back({QStringLiteral(", "), {}, {}});
        origins.push_back(commitPiece(shortOid(toQString(origin)), toQString(origin)));
    }
    setRow(ui_->takenFrom, !origins.empty());
    ui_->takenFrom->showPieces(origins);
    const bool merge = detail.parents.size() > 1;
    setRow(ui_->parents, merge);
    std::vector<FactLabel::Piece> pieces;
    for (const std::string& parent : detail.parents) {
        if (!pieces.empty())
            pieces.push_back({QStringLiteral(", "), {}, {}});
        pieces.push_back(commitPiece(shortOid(toQString(parent)), toQString(parent)));
    }
    ui_->parents->showPieces(pieces);
}

/// A record with what it says of the commit; the search for it, and its page on the web.
void FactsView::showRecords(const store::CommitDetail& detail) {
    std::vector<FactLabel::Piece> pieces;
    for (const store::CveMark& mark : detail.cves) {
        if (!pieces.empty())
            pieces.push_back({QStringLiteral("\n"), {}, {}});
        const QString id = toQString(mark.id);
        pieces.push_back({mark.fixes ? tr("fixes ") : tr("introduced "), {}, {}});
        pieces.push_back(filterPiece(id, QStringLiteral("cve:") + id));
        const QString severity = toQString(mark.severity).toLower();
        if (mark.score)
            pieces.push_back(
                {tr(", rated %1 (%2)").arg(QLocale().toString(*mark.score, 'f', 1), severity),
                 {},
                 {}});
        else
            pieces.push_back({tr(", not rated yet"), {}, {}});
        const QString address = QStringLiteral("https://www.cve.org/CVERecord?id=") + id;
        pieces.push_back({QStringLiteral(" · "), {}, {}});
        pieces.push_back(
            {tr("record"), webTarget() + address, tr("Open %1 in the web browser").arg(address)});
    }
    setRow(ui_->records, !pieces.empty());
    ui_->records->showPieces(pieces);
}

void FactsView::showTrees(const store::CommitDetail& detail) {
    std::vector<FactLabel::Piece> pieces;
    for (const store::TreeMark& mark : detail.trees) {
        if (!pieces.empty())
            pieces.push_back({QStringLiteral("\n"), {}, {}});
        const QString name = toQString(mark.tree);
        pieces.push_back({tr("%1: %2").arg(name, treeStateText(mark.state)), {}, {}});
        if (!mark.oid.empty() && mark.oid != detail.row.oid)
            pieces.push_back(
                {tr(", as %1").arg(shortOid(toQString(mark.oid))), {}, toQString(mark.oid)});
    }
    setRow(ui_->trees, !pieces.empty());
    ui_->trees->showPieces(pieces);
}

void FactsView::follow(const QString& target) {
    if (target.startsWith(webTarget())) {
        QDesktopServices::openUrl(QUrl(target.mid(webTarget().size())));
        return;
    }
    if (target.startsWith(commitTarget()))
        emit commitRequested(target.mid(commitTarget().size()));
    else if (target.startsWith(filterTarget()))
        emit filterRequested(target.mid(filterTarget().size()));
}

} // namespace mw::ui
