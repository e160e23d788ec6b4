#include "breakdown/pulls_page.h"

#include "core/limits.h"
#include "core/long_words.h"
#include "painting/contrast.h"
#include "painting/readable_placeholder.h"
#include "store/rows/pull_title.h"
#include "text/format.h"
#include "text/pull_html.h"

#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace mw::ui {

using store::OutlineKind;
using store::OutlineNode;

namespace {

constexpr int pageMargin = 8;
/// Of a paragraph; "Open it as a commit" shows all of it.
constexpr qsizetype blockLetters = 20'000;

} // namespace

PullsPage::PullsPage(QWidget* parent)
    : QWidget(parent), summary_(new WrapLabel(this)), filter_(new QLineEdit(this)),
      onlyHits_(new QCheckBox(tr("Hits alo&ne"), this)),
      splitter_(new QSplitter(Qt::Vertical, this)), table_(new OutlineView),
      text_(new QTextBrowser) {
    setObjectName(QStringLiteral("pullsPage"));
    summary_->setObjectName(QStringLiteral("pullsSummary"));
    summary_->setTextFormat(Qt::PlainText);
    filter_->setObjectName(QStringLiteral("pullsFilter"));
    filter_->setClearButtonEnabled(true);
    filter_->setPlaceholderText(tr("Words of a title, tree or section"));
    filter_->setAccessibleName(tr("Filter the outline"));
    new ReadablePlaceholder(filter_);
    onlyHits_->setObjectName(QStringLiteral("pullsOnlyHits"));
    onlyHits_->setToolTip(tr("Leaves out what the list does not show now"));
    onlyHits_->hide();
    table_->setObjectName(QStringLiteral("pullsTable"));
    table_->setAccessibleName(tr("Outline of the release: pulls, merges, series and changesets"));
    text_->setObjectName(QStringLiteral("pullText"));
    text_->setAccessibleName(tr("Message of what is chosen"));
    text_->setOpenLinks(false);
    text_->setFrameShape(QFrame::NoFrame);
    text_->document()->setDocumentMargin(pageMargin);
    splitter_->addWidget(table_);
    splitter_->addWidget(text_);
    splitter_->setChildrenCollapsible(false);
    splitter_->setStretchFactor(0, 3);
    splitter_->setStretchFactor(1, 2);

    auto* const line = new QHBoxLayout;
    line->setContentsMargins(pageMargin, 4, 4, 0);
    line->addWidget(summary_, 3);
    line->addWidget(onlyHits_);
    line->addWidget(filter_, 2);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(splitter_, 1);
    setFocusProxy(table_);

    connect(filter_, &QLineEdit::textChanged, &table_->outline(), &OutlineModel::setFilter);
    connect(filter_, &QLineEdit::returnPressed, table_, qOverload<>(&QWidget::setFocus));
    connect(onlyHits_, &QCheckBox::toggled, &table_->outline(), &OutlineModel::setOnlyHits);
    connect(table_, &OutlineView::nodeChosen, this, &PullsPage::choose);
    connect(table_, &OutlineView::commitRequested, this, &PullsPage::commitRequested);
    connect(table_, &OutlineView::mergedCommitsRequested, this, &PullsPage::mergedCommitsRequested);
    connect(text_, &QTextBrowser::anchorClicked, this, &PullsPage::follow);
}

void PullsPage::setOutline(SharedOutline outline, const store::Release& release,
                           std::optional<Seconds> asOf) {
    std::int64_t pulls = 0, brought = 0;
    const auto& nodes = outline->nodes;
    for (std::size_t at = 1; at < nodes.size(); at = nodes[at].end)
        if (nodes[at].kind == OutlineKind::pull) {
            ++pulls;
            brought += nodes[at].changesets;
        }
    table_->setOutline(std::move(outline));
    QString summary =
        tr("%Ln pull(s)", nullptr, pluralOf(pulls)) + QStringLiteral(" · ") +
        tr("they brought %1 of %Ln changeset(s) of %2", nullptr, pluralOf(release.changesets))
            .arg(countText(brought), cutText(toQString(release.name)));
    if (asOf)
        summary = tr("%1, as of %2").arg(summary, dateText(asOf));
    summary_->setText(summary);
    filter_->show();
    splitter_->show();
    if (!current()) {
        textOf_.clear();
        blocks_.clear();
        text_->setHtml(QStringLiteral("<p>%1</p>")
                           .arg(tr("Choose a line to read here what it says. The right arrow key "
                                   "opens what is below it, Enter opens it as a commit.")));
    }
}

void PullsPage::setHits(const std::optional<IdList>& hits) {
    table_->setHits(hits);
    onlyHits_->setVisible(hits.has_value());
}

void PullsPage::setMessage(const QString& sentence) {
    summary_->setText(sentence);
    filter_->hide();
    splitter_->hide();
}

bool PullsPage::reveal(const QString& oid) {
    const std::string id = oid.toStdString();
    if (table_->reveal(id))
        return true;
    filter_->clear();
    onlyHits_->setChecked(false);
    return table_->reveal(id);
}

const OutlineNode* PullsPage::current() const {
    const std::size_t chosen = table_->chosen();
    return chosen == 0 ? nullptr : &table_->outline().outline().nodes[chosen];
}

void PullsPage::choose() {
    const OutlineNode* const node = current();
    if (!node || (!node->oid.empty() && node->oid == textOf_))
        return;
    textOf_ = node->oid;
    blocks_.clear();
    showText();
    if (node->row != 0)
        emit textWanted(node->row);
}

void PullsPage::setText(store::RowId commit, const std::vector<document::PullBlock>& blocks) {
    const OutlineNode* const node = current();
    if (!node || node->row != commit)
        return;
    blocks_ = blocks;
    for (document::PullBlock& block : blocks_)
        block.text = shortenText(toQString(block.text), blockLetters).text.toStdString();
    showText();
    text_->verticalScrollBar()->setValue(0);
}

QString PullsPage::factsOf(const OutlineNode& node) const {
    QStringList facts;
    if (node.landed)
        facts << timeText(node.landed);
    if (node.kind == OutlineKind::pull) {
        const auto source = store::parse_pull_title(node.title);
        if (!source.tag.empty())
            facts << tr("tag %1").arg(cutText(shownText(source.tag)));
        if (!source.tree.empty())
            facts << cutText(shownText(source.tree));
    } else if (node.kind == OutlineKind::series) {
        facts << tr("A guess: neighbours by one author, committed within minutes of each other");
    }
    return facts.join(QStringLiteral(" · "));
}

void PullsPage::showText() {
    const OutlineNode* const node = current();
    if (!node)
        return;
    const QColor color = linkColor(palette());
    const auto link = [&color](const QString& target, const QString& text) {
        return QStringLiteral("<a style=\"color:%1\" href=\"%2\">%3</a>")
            .arg(color.name(), target, text.toHtmlEscaped());
    };
    const QModelIndex index = table_->currentIndex().siblingAtColumn(OutlineModel::TitleColumn);
    const QString title =
        node->kind == OutlineKind::series ? index.data().toString() : shownText(node->title);
    QStringList links;
    if (!node->oid.empty())
        links << link(QStringLiteral("open:"), tr("Open it as a commit"));
    if (node->kind == OutlineKind::pull)
        links << link(QStringLiteral("brought:"),
                      tr("List its changesets: %1").arg(countText(node->changesets)));
    QString html = QStringLiteral("<h3>%1</h3>").arg(cutText(title).toHtmlEscaped());
    for (const QString& line : {factsOf(*node).toHtmlEscaped(), links.join(QStringLiteral(" · "))})
        if (!line.isEmpty())
            html += QStringLiteral("<p>%1</p>").arg(line);
    html += pullHtml(blocks_, color);
    text_->setHtml(html);
}

void PullsPage::follow(const QUrl& target) {
    const OutlineNode* const node = current();
    if (target.scheme() == QLatin1String("open") && node)
        emit commitRequested(toQString(node->oid));
    else if (target.scheme() == QLatin1String("brought") && node)
        emit mergedCommitsRequested(toQString(node->oid), pullLabel(node->title));
    else if (target.scheme() == QLatin1String("commit"))
        emit commitRequested(target.path());
    else if (target.scheme().startsWith(QLatin1String("http")))
        QDesktopServices::openUrl(target);
}

void PullsPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showText();
}

} // namespace mw::ui
