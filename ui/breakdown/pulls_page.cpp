#include "breakdown/pulls_page.h"

#include "core/limits.h"
#include "core/long_words.h"
#include "text/format.h"
#include "text/pull_html.h"
#include "widgets/bar_delegate.h"
#include "widgets/contrast.h"
#include "widgets/readable_placeholder.h"

#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace mw::ui {

namespace {

constexpr int pageMargin = 8;
/// Of a paragraph; "Open it as a commit" shows all of it.
constexpr qsizetype blockLetters = 20'000;

} // namespace

PullsPage::PullsPage(QWidget* parent)
    : QWidget(parent), summary_(new WrapLabel(this)), filter_(new QLineEdit(this)),
      splitter_(new QSplitter(Qt::Vertical, this)), table_(new QTreeView), text_(new QTextBrowser) {
    setObjectName(QStringLiteral("pullsPage"));
    summary_->setObjectName(QStringLiteral("pullsSummary"));
    summary_->setTextFormat(Qt::PlainText);
    filter_->setObjectName(QStringLiteral("pullsFilter"));
    filter_->setClearButtonEnabled(true);
    filter_->setPlaceholderText(tr("Words of a title, tree or section"));
    filter_->setAccessibleName(tr("Filter pulls"));
    new ReadablePlaceholder(filter_);
    setUpTable();
    text_->setObjectName(QStringLiteral("pullText"));
    text_->setAccessibleName(tr("Text of the pull"));
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
    line->addWidget(filter_, 2);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(splitter_, 1);
    setFocusProxy(table_);

    connect(filter_, &QLineEdit::textChanged, &model_, &PullModel::setFilter);
    connect(filter_, &QLineEdit::returnPressed, table_, qOverload<>(&QWidget::setFocus));
    connect(text_, &QTextBrowser::anchorClicked, this, &PullsPage::follow);
}

void PullsPage::setUpTable() {
    table_->setObjectName(QStringLiteral("pullsTable"));
    table_->setAccessibleName(tr("Pulls"));
    table_->setModel(&model_);
    table_->setItemDelegate(new BarDelegate(PullModel::ShareRole, this));
    table_->setRootIsDecorated(false);
    table_->setUniformRowHeights(true);
    table_->setAllColumnsShowFocus(true);
    table_->setTabKeyNavigation(false);
    table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    QHeaderView* const header = table_->header();
    header->setStretchLastSection(false);
    connect(header, &QHeaderView::sectionResized, this, [this](int, int, int width) {
        sizedByHand_ = sizedByHand_ || (!fitting_ && width > 0);
    });
    table_->viewport()->installEventFilter(this);
    header->setSortIndicator(PullModel::LandedColumn, Qt::AscendingOrder);
    table_->setSortingEnabled(true);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this](const QItemSelection& selected) {
                if (!selected.isEmpty())
                    choose();
            });
    connect(table_, &QTreeView::activated, this, &PullsPage::openCurrent);
    connect(&model_, &QAbstractItemModel::modelReset, this, [this] {
        const QModelIndex again = model_.index(model_.rowOf(chosen_), PullModel::LandedColumn);
        if (again.isValid())
            table_->setCurrentIndex(again);
    });
}

void PullsPage::fitColumns() {
    using Widths = std::array<int, PullModel::ColumnCount>;
    // In letters, by column.
    static constexpr Widths wanted{11, 34, 38, 11, 11, 19, 24}, least{11, 22, 24, 11, 11, 19, 14};
    const auto pixels = [this](int letters) {
        return fontMetrics().averageCharWidth() * letters + 2 * pageMargin;
    };
    if (sizedByHand_)
        return;
    std::array<bool, PullModel::ColumnCount> shown;
    shown.fill(true);
    shown[PullModel::LinesColumn] = hasLines_;
    const auto sum = [&](const Widths& widths) {
        int all = 0;
        for (std::size_t column = 0; column < shown.size(); ++column)
            all += shown[column] ? pixels(widths[column]) : 0;
        return all;
    };
    const int room = table_->viewport()->width();
    for (const std::size_t column :
         {PullModel::ShareColumn, PullModel::LinesColumn, PullModel::SectionColumn})
        if (sum(least) > room)
            shown[column] = false;
    const int more = room - sum(wanted);
    const int given = sum(wanted) - sum(least);
    fitting_ = true;
    for (std::size_t column = 0; column < shown.size(); ++column) {
        const int most = pixels(wanted[column]), gives = most - pixels(least[column]);
        int width = most;
        if (more < 0 && given > 0)
            width -= std::min(gives, gives * -more / given + 1);
        else if (more > 0 && (column == PullModel::BranchColumn || column == PullModel::TreeColumn))
            width += more / 2;
        table_->setColumnHidden(static_cast<int>(column), !shown[column]);
        table_->header()->resizeSection(static_cast<int>(column), width);
    }
    fitting_ = false;
}

bool PullsPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == table_->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

void PullsPage::setPulls(std::vector<PullLine> pulls, const store::Release& release,
                         std::optional<Seconds> asOf) {
    model_.setPulls(std::move(pulls), release.changesets);
    hasLines_ = release.insertions.has_value();
    fitColumns();
    QString summary =
        tr("%Ln pull(s)", nullptr, pluralOf(qint64(model_.total()))) + QStringLiteral(" · ") +
        tr("they brought %1 of %Ln changeset(s) of %2", nullptr, pluralOf(release.changesets))
            .arg(countText(model_.brought()), cutText(toQString(release.name)));
    if (asOf)
        summary = tr("%1, as of %2").arg(summary, dateText(asOf));
    summary_->setText(summary);
    filter_->show();
    splitter_->show();
    if (model_.rowOf(chosen_) < 0) {
        chosen_.clear();
        blocks_.clear();
        text_->setHtml(
            QStringLiteral("<p>%1</p>")
                .arg(tr("Choose a pull to read here what it says; Enter opens it as a commit.")));
    }
}

void PullsPage::setMessage(const QString& sentence) {
    summary_->setText(sentence);
    filter_->hide();
    splitter_->hide();
}

const PullLine* PullsPage::current() const {
    const int row = model_.rowOf(chosen_);
    return row < 0 ? nullptr : &model_.line(row);
}

void PullsPage::choose() {
    const PullLine& line = model_.line(table_->currentIndex().row());
    if (line.pull.oid == chosen_)
        return;
    chosen_ = line.pull.oid;
    blocks_.clear();
    showText();
    emit textWanted(line.pull.id);
}

void PullsPage::openCurrent() {
    if (const PullLine* const line = current())
        emit commitRequested(toQString(line->pull.oid));
}

void PullsPage::setText(store::RowId pull, const std::vector<document::PullBlock>& blocks) {
    const PullLine* const line = current();
    if (!line || line->pull.id != pull)
        return;
    blocks_ = blocks;
    for (document::PullBlock& block : blocks_)
        block.text = shortenText(toQString(block.text), blockLetters).text.toStdString();
    showText();
    text_->verticalScrollBar()->setValue(0);
}

void PullsPage::showText() {
    const PullLine* const line = current();
    if (!line)
        return;
    const QColor color = linkColor(palette());
    const auto link = [&color](const QString& target, const QString& text) {
        return QStringLiteral("<a style=\"color:%1\" href=\"%2\">%3</a>")
            .arg(color.name(), target, text.toHtmlEscaped());
    };
    QStringList facts{timeText(line->pull.landed_time)};
    if (!line->pull.tag.empty())
        facts << tr("tag %1").arg(cutText(shownText(line->pull.tag)));
    if (!line->pull.tree.empty())
        facts << cutText(shownText(line->pull.tree));
    QString html =
        QStringLiteral("<h3>%1</h3><p>%2</p><p>%3 · %4</p>")
            .arg(cutText(shownText(line->pull.title)).toHtmlEscaped(),
                 facts.join(QStringLiteral(" · ")).toHtmlEscaped(),
                 link(QStringLiteral("open:"), tr("Open it as a commit")),
                 link(QStringLiteral("brought:"),
                      tr("List its changesets: %1").arg(countText(line->pull.changesets))));
    html += pullHtml(blocks_, color);
    text_->setHtml(html);
}

void PullsPage::follow(const QUrl& target) {
    const PullLine* const line = current();
    if (target.scheme() == QLatin1String("open"))
        openCurrent();
    else if (target.scheme() == QLatin1String("brought") && line)
        emit mergedCommitsRequested(toQString(line->pull.oid), pullLabel(line->pull.title));
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
