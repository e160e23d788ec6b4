#include "commit/overview_page.h"

#include "labels/fact_label.h"
#include "text/format.h"
#include "ui_overview_page.h"

#include <QLabel>

#include <vector>

namespace mw::ui {

namespace {

constexpr qreal titleScale = 1.35;
constexpr int columnGap = 24;
/// So wide is a page with room for two columns.
constexpr int lettersForColumns = 120;

QString rangeText(const store::Release& release) {
    const QString from = toQString(release.from_rev), to = toQString(release.to_rev);
    const int count = pluralOf(release.changesets);
    const QString first = dateText(release.first_landing), last = dateText(release.last_landing);
    if (!first.isEmpty() && first == last)
        return OverviewPage::tr("%Ln changeset(s) landed between %1 and %2, on %3.", nullptr, count)
            .arg(from, to, first);
    if (!first.isEmpty() && !last.isEmpty())
        return OverviewPage::tr("%Ln changeset(s) landed between %1 and %2, from %3 to %4.",
                                nullptr, count)
            .arg(from, to, first, last);
    return OverviewPage::tr("%Ln changeset(s) landed between %1 and %2.", nullptr, count)
        .arg(from, to);
}

QString mergesText(const store::Release& release) {
    if (release.pulls == 0)
        return {};
    const QString pulls = OverviewPage::tr("They came through %Ln pull(s) into the mainline.",
                                           nullptr, pluralOf(release.pulls));
    const std::int64_t others = release.merges - release.pulls;
    if (others <= 0)
        return pulls;
    return pulls + QLatin1Char(' ') +
           OverviewPage::tr("%Ln other merge(s) were made in the maintainers' trees.", nullptr,
                            pluralOf(others));
}

QString windowText(const store::Release& release) {
    if (!release.window_end)
        return {};
    return OverviewPage::tr("The merge window closed with %1 on %2; what landed later is "
                            "stabilisation.")
        .arg(toQString(release.window_tag), dateText(release.window_end));
}

QString linesText(const store::Release& release) {
    if (release.insertions && release.deletions) {
        const QString lines =
            OverviewPage::tr("%1 lines were added and %2 removed, in %Ln change(s) of files.",
                             nullptr, pluralOf(release.files))
                .arg(countText(*release.insertions), countText(*release.deletions));
        if (release.uncounted == 0)
            return lines;
        return lines + QLatin1Char(' ') +
               OverviewPage::tr("%Ln of them could not be read and are left out of these lines.",
                                nullptr, pluralOf(release.uncounted));
    }
    if (release.lines == store::LineState::pending)
        return OverviewPage::tr("Its lines are still being counted.");
    return {};
}

QString figures(const store::Release& release) {
    QStringList sentences{rangeText(release), mergesText(release), windowText(release),
                          linesText(release)};
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

} // namespace

OverviewPage::OverviewPage(QWidget* parent)
    : QScrollArea(parent), ui_(std::make_unique<Ui::OverviewPage>()) {
    ui_->setupUi(this);
    QFont font = ui_->title->font();
    font.setPointSizeF(font.pointSizeF() * titleScale);
    font.setBold(true);
    ui_->title->setFont(font);
    connect(ui_->examples, &FactLabel::followed, this, &OverviewPage::filterRequested);
    setUpHighlights();
}

OverviewPage::~OverviewPage() = default;

void OverviewPage::setUpHighlights() {
    highlights_ = new QWidget;
    highlights_->setObjectName(QStringLiteral("highlights"));
    highlights_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    columns_ = new QBoxLayout(QBoxLayout::LeftToRight, highlights_);
    columns_->setContentsMargins(0, columnGap / 4, 0, columnGap / 4);
    columns_->setSpacing(columnGap);
    QFont font = this->font();
    font.setBold(true);
    const auto add = [&](const QString& title, const char* name) {
        auto* const heading = new QLabel(title);
        heading->setFont(font);
        auto* const lines = new FactLabel;
        lines->setObjectName(QLatin1String(name));
        lines->setAccessibleName(title);
        lines->setUnderlined(false);
        heading->setBuddy(lines);
        auto* const column = new QVBoxLayout;
        column->setSpacing(columnGap / 6);
        column->addWidget(heading);
        column->addWidget(lines);
        column->addStretch();
        columns_->addLayout(column, 1);
        connect(lines, &FactLabel::followed, this, &OverviewPage::commitRequested);
        return lines;
    };
    changesets_ = add(tr("Worth a look"), "bestChangesets");
    pulls_ = add(tr("Largest pulls"), "largestPulls");
    ui_->pageLayout->insertWidget(ui_->pageLayout->indexOf(ui_->what) + 1, highlights_);
    highlights_->hide();
}

void OverviewPage::showHighlights(const Highlights& highlights) {
    const auto fill = [](FactLabel* label, const std::vector<Highlight>& lines) {
        std::vector<FactLabel::Piece> pieces;
        for (const Highlight& line : lines) {
            if (!pieces.empty())
                pieces.push_back({QStringLiteral("\n"), {}, {}});
            pieces.push_back({line.title, line.oid, line.reason});
            pieces.push_back({QStringLiteral(" · ") + line.about, {}, {}, true});
        }
        label->showPieces(pieces);
    };
    fill(changesets_, highlights.changesets);
    fill(pulls_, highlights.pulls);
    arrangeHighlights();
    highlights_->setVisible(!highlights.isEmpty());
}

void OverviewPage::arrangeHighlights() {
    columns_->setDirection(width() < fontMetrics().averageCharWidth() * lettersForColumns
                               ? QBoxLayout::TopToBottom
                               : QBoxLayout::LeftToRight);
}

void OverviewPage::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    arrangeHighlights();
}

void OverviewPage::showRelease(const store::Release& release) {
    const QString name = cutText(toQString(release.name));
    ui_->title->setText(tr("What went into %1").arg(name));
    if (release.bundled) {
        ui_->what->showText(
            tr("Merge Window shows what landed in a Linux release: each changeset between two "
               "tags, sorted into the sections of a merge-window article, with the pull that "
               "brought it, its message, its files and its diff."));
        ui_->origin->showText(
            tr("The %Ln changeset(s) of %1 here come with the program, of %2 in all: those that "
               "public records prove, with what changed at the edges of the release. All of a "
               "release is read from a clone of the kernel on this computer, in seconds: choose "
               "Import… above.",
               nullptr, pluralOf(release.changesets))
                .arg(name, countText(release.range_changesets.value_or(release.changesets))));
    } else {
        ui_->what->showText(figures(release));
        ui_->origin->showText(tr("Read from the clone %1.").arg(toQString(release.repository)));
    }
    ui_->how->showText(tr("Choose a section on the left, type a filter above the list (Ctrl+F), "
                          "sort by a column, and choose a line to read it here."));
    showExamples(release.bundled);
}

void OverviewPage::showExamples(bool bundled) {
    using Piece = FactLabel::Piece;
    const auto filter = [](const QString& query) {
        return Piece{query, query, tr("Show only %1").arg(query)};
    };
    const auto text = [](const QString& words) { return Piece{words, {}, {}}; };
    std::vector<Piece> pieces{text(tr("Filters to try:") + QLatin1Char(' '))};
    if (bundled)
        pieces.insert(pieces.end(),
                      {filter(QStringLiteral("io_uring")), text(tr(" (a word), ")),
                       filter(QStringLiteral("section:networking OR section:hardware/network")),
                       text(tr(" (two sections), ")), filter(QStringLiteral("is:merge")),
                       text(tr(" (merges alone)"))});
    else
        pieces.insert(
            pieces.end(),
            {filter(QStringLiteral("is:pull")), text(tr(" (what Linus pulled), ")),
             filter(QStringLiteral("lines:>1000")), text(tr(" (large changesets), ")),
             filter(QStringLiteral("is:follow-up")), text(tr(" (corrects what landed in it), ")),
             filter(QStringLiteral("regression OR oops")), text(tr(" (words), ")),
             filter(QStringLiteral("trailer:reported-by=")), text(tr(" (somebody reported it)"))});
    ui_->examples->showPieces(pieces);
}

} // namespace mw::ui
