#include "pages/mentions_bar.h"

#include "labels/fact_label.h"
#include "text/format.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace mw::ui {

namespace {

constexpr std::size_t shownAtFirst = 3;
constexpr int wordsShown = 220;

QString moreTarget() {
    return QStringLiteral("more");
}

} // namespace

MentionsBar::MentionsBar(QWidget* parent)
    : QWidget(parent), title_(new QLabel(this)), list_(new FactLabel(this)) {
    setObjectName(QStringLiteral("mentions"));
    QFont bold = title_->font();
    bold.setBold(true);
    title_->setFont(bold);
    title_->setBuddy(list_);
    list_->setAccessibleName(tr("Written about it"));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 6);
    layout->setSpacing(2);
    layout->addWidget(title_);
    layout->addWidget(list_);
    connect(list_, &FactLabel::followed, this, [this](const QString& target) {
        if (target == moreTarget()) {
            all_ = true;
            fill();
            return;
        }
        const store::Mention& mention = mentions_[target.toULong()];
        emit followed(toQString(mention.file), mention.line);
    });
    hide();
}

void MentionsBar::showMentions(const std::vector<store::Mention>& mentions,
                               const std::string& oid) {
    mentions_ = mentions;
    oid_ = oid;
    all_ = false;
    fill();
    setVisible(!mentions_.empty());
}

void MentionsBar::fill() {
    title_->setText(
        tr("Written about it, in %Ln place(s)", nullptr, pluralOf(std::ssize(mentions_))));
    const std::size_t shown = all_ ? mentions_.size() : std::min(shownAtFirst, mentions_.size());
    std::vector<FactLabel::Piece> pieces;
    for (std::size_t i = 0; i < shown; ++i) {
        const store::Mention& mention = mentions_[i];
        if (i > 0)
            pieces.push_back({QStringLiteral("\n"), {}, {}});
        pieces.push_back(
            {tr("%1, line %2").arg(toQString(mention.title), QString::number(mention.line)),
             QString::number(i), tr("Read it there")});
        const QString words = cutText(toQString(mention.words), wordsShown);
        const bool itself = oid_.starts_with(mention.oid) || mention.oid.starts_with(oid_);
        pieces.push_back(
            {(itself ? QStringLiteral(": ") : tr(", of a merge that brought it: ")) + words,
             {},
             toQString(mention.words)});
    }
    if (shown < mentions_.size()) {
        pieces.push_back({QStringLiteral("\n"), {}, {}});
        pieces.push_back({tr("%Ln more", nullptr,
                             pluralOf(std::ssize(mentions_) - static_cast<std::int64_t>(shown))),
                          moreTarget(), tr("Show them all")});
    }
    list_->showPieces(pieces);
}

} // namespace mw::ui
