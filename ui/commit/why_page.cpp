#include "commit/why_page.h"

#include "commit/message/facts_view.h"
#include "labels/fact_label.h"
#include "text/engine_text.h"
#include "text/format.h"
#include "ui_why_page.h"

namespace mw::ui {

namespace {

FactLabel::Piece placePiece(const classify::SectionKey& place) {
    const QString query = QStringLiteral("section:") + toQString(classify::to_string(place));
    return {placeTitle(place), query, WhyPage::tr("Show only %1").arg(query)};
}

/// Who put it there, in words.
QString decisionText(const store::CommitDetail& detail, const store::Release& release) {
    const auto& own = detail.row.personal;
    if (own && own->place)
        return *own->place == detail.derived_place
                   ? WhyPage::tr("You. The rules say the same.")
                   : WhyPage::tr("You. It stays there, whatever the rules say, until you put it "
                                 "back.");
    if (release.bundled && store::is_summary_reason(detail.reason))
        return WhyPage::tr("The article that comes with the program.");
    return WhyPage::tr("The rules.");
}

} // namespace

WhyPage::WhyPage(QWidget* parent) : QWidget(parent), ui_(std::make_unique<Ui::WhyPage>()) {
    ui_->setupUi(this);
    for (FactLabel* const label : {ui_->place, ui_->rules, ui_->subsystem})
        connect(label, &FactLabel::followed, this, &WhyPage::filterRequested);
    for (QLabel* const name :
         {ui_->placeName, ui_->decisionName, ui_->rulesName, ui_->reasonName, ui_->subsystemName})
        name->setAlignment(Qt::AlignRight | Qt::AlignTop);
    connect(ui_->put, &QPushButton::clicked, this, &WhyPage::putRequested);
    connect(ui_->back, &QPushButton::clicked, this, &WhyPage::backRequested);
    connect(ui_->edit, &QPushButton::clicked, this, &WhyPage::rulesRequested);
}

WhyPage::~WhyPage() = default;

void WhyPage::focusPut() {
    // No focus proxy: the Tab key would pass over the links above it.
    ui_->put->setFocus(Qt::ShortcutFocusReason);
}

void WhyPage::showCommit(const store::CommitDetail& detail, const store::Release& release) {
    const bool own = detail.row.personal && detail.row.personal->place;
    ui_->place->showPieces({placePiece(detail.row.place)});
    ui_->decision->showText(decisionText(detail, release));
    ui_->rules->showPieces({placePiece(detail.derived_place)});
    for (QWidget* const widget :
         {static_cast<QWidget*>(ui_->rules), static_cast<QWidget*>(ui_->rulesName)})
        widget->setVisible(own && !release.bundled);
    ui_->reason->showText(detail.reason.empty() ? tr("It is not known.")
                                                : engineText(detail.reason));
    const QString subsystem = toQString(detail.row.subsystem);
    if (subsystem.isEmpty())
        ui_->subsystem->showText(tr("No entry of MAINTAINERS fits, or the release is not known by "
                                    "its files."));
    else
        ui_->subsystem->showPieces(
            {{subsystem, filterFor(QStringLiteral("subsystem"), subsystem), tr("Show only these")},
             {tr(", the entry of MAINTAINERS that fits best"), {}, {}}});
    ui_->put->setEnabled(!detail.row.oid.empty());
    ui_->back->setEnabled(own);
}

} // namespace mw::ui
