#include "compare/release_fact.h"

#include "commit/message/facts_view.h"
#include "compare/compare_tables.h"
#include "text/format.h"

#include <QGridLayout>

#include <algorithm>
#include <span>

namespace mw::ui {

namespace {

/// More would push the facts off the screen; the comparison lists them all.
constexpr std::size_t mostNamed = 4;

} // namespace

ReleaseFact::ReleaseFact(FactsView* facts)
    : QObject(facts), name_(new QLabel(tr("Release"), facts)), fact_(new FactLabel(facts)) {
    name_->setObjectName(QStringLiteral("releaseFactLabel"));
    name_->setAlignment(Qt::AlignRight | Qt::AlignTop);
    name_->setBuddy(fact_);
    fact_->setObjectName(QStringLiteral("releaseFact"));
    if (auto* const grid = qobject_cast<QGridLayout*>(facts->layout())) {
        const int row = grid->rowCount();
        grid->addWidget(name_, row, 0);
        grid->addWidget(fact_, row, 1);
    }
    connect(fact_, &FactLabel::followed, this, [this](const QString& target) {
        // Ids hold no blank, names of releases may.
        emit commitRequested(target.section(QLatin1Char(' '), 1),
                             target.section(QLatin1Char(' '), 0, 0));
    });
}

void ReleaseFact::showCommit(store::RowId commit, const store::Release& release) {
    commit_ = commit;
    release_ = toQString(release.name);
    fact_->showText(release_);
}

void ReleaseFact::showElsewhere(store::RowId commit,
                                const std::vector<store::EquivalentCommit>& homes) {
    if (commit != commit_)
        return;
    std::vector<FactLabel::Piece> pieces{{release_, {}, {}}};
    for (const store::EquivalentCommit& home :
         std::span(homes).first(std::min(homes.size(), mostNamed))) {
        const QString release = toQString(home.release_name), oid = toQString(home.oid);
        pieces.push_back({QStringLiteral("\n") + tr("also in %1 as ").arg(release), {}, {}});
        pieces.push_back({oid.isEmpty() ? tr("an entry without a commit") : shortOid(oid),
                          oid.isEmpty() ? QString() : oid + QLatin1Char(' ') + release,
                          tr("Open %1 in %2").arg(shortOid(oid), release)});
        if (home.how != store::EquivalentCommit::How::itself)
            pieces.push_back({QStringLiteral(" (%1)").arg(howText(home.how)), {}, {}});
    }
    if (homes.size() > mostNamed)
        pieces.push_back(
            {QStringLiteral("\n") +
                 tr("and %Ln more", nullptr, pluralOf(std::ssize(homes) - std::int64_t(mostNamed))),
             {},
             {}});
    fact_->showPieces(pieces);
}

} // namespace mw::ui
