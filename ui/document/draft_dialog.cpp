#include "document/draft_dialog.h"

#include "core/limits.h"
#include "document/write/draft.h"
#include "painting/tall_row_delegate.h"
#include "store/read/interface_reader.h"
#include "store/user/project_store.h"
#include "text/engine_text.h"
#include "text/format.h"
#include "text/save_file.h"
#include "ui_draft_dialog.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QPushButton>
#include <QSignalBlocker>

#include <filesystem>
#include <map>
#include <set>

namespace mw::ui {

namespace {

using Lane = DocumentService::Lane;

constexpr QSize dialogSize{1240, 760};
constexpr int draftDelayMilliseconds = 250;
constexpr std::size_t shownOfSection = 40;
constexpr int idRole = Qt::UserRole, sectionRole = Qt::UserRole + 1,
              stickyRole = Qt::UserRole + 2, ///< ticked for another reason than its points
    pullsRole = Qt::UserRole + 3;            ///< the line above a section's pulls
enum Column { TitleColumn, PointsColumn, WhyColumn };

QString why(const std::vector<document::ScoreReason>& reasons) {
    QStringList words;
    for (const document::ScoreReason& reason : reasons)
        words << (reason.points < 0 ? QStringLiteral("− ") : QString()) + engineText(reason.words);
    return words.join(QStringLiteral(", "));
}

/// What a person chose.
struct SectionOverride {
    std::set<classify::Section> without;  ///< whole sections that stay out
    std::set<std::string> listed, ticked; ///< changesets
    std::map<std::string, document::PullPlace> pulls;

    bool wants(const store::CommitRow& row) const {
        if (without.contains(row.place.section))
            return false;
        // What is not in the list is there for another reason than its points.
        return listed.contains(row.oid) ? ticked.contains(row.oid)
                                        : row.adds || row.personal.has_value();
    }

    document::PullPlace place(const document::PullScore& pull) const {
        const auto found = pulls.find(pull.pull.oid);
        return without.contains(pull.pull.place.section) || found == pulls.end()
                   ? document::PullPlace::left_out
                   : found->second;
    }
};

document::PullPlace placeOf(Qt::CheckState state) {
    return state == Qt::Checked            ? document::PullPlace::entry
           : state == Qt::PartiallyChecked ? document::PullPlace::in_passing
                                           : document::PullPlace::left_out;
}

struct Draft {
    std::string text;
    LoadedPage page;
};

Draft makeDraft(DocumentEngine& engine, const store::Release& release,
                const SectionOverride& choice, document::DraftOptions options,
                const PageTheme& theme, std::stop_token stop) {
    options.suggestions = choice.listed.size();
    options.wanted = [&](const store::CommitRow& row) { return choice.wants(row); };
    options.place = [&](const document::PullScore& pull) { return choice.place(pull); };
    options.interfaces =
        store::InterfaceReader(std::filesystem::path(engine.database().toStdU16String()))
            .changes(release.id);
    options.project = store::ProjectStore(std::filesystem::path(engine.database().toStdU16String()),
                                          store::Access::read)
                          .of(release.name);
    Draft draft;
    draft.text = document::write_draft(engine.reader(), release, options, stop);
    draft.page = engine.show(QStringLiteral("draft"), draft.text, theme, {}, stop);
    return draft;
}

} // namespace

DraftDialog::DraftDialog(DocumentService& service, const store::Release& release,
                         std::optional<Seconds> asOf, QWidget* parent)
    : QDialog(parent), ui_(std::make_unique<Ui::DraftDialog>()), service_(service),
      release_(release), asOf_(asOf) {
    ui_->setupUi(this);
    resize(dialogSize);
    const QString name = cutText(toQString(release_.name));
    setWindowTitle(asOf_ ? tr("Draft an article on %1 as of %2").arg(name, timeText(asOf_))
                         : tr("Draft an article on %1").arg(name));
    ui_->splitter->setSizes({dialogSize.width() / 2, dialogSize.width() / 2});
    ui_->ranking->setItemDelegate(new TallRowDelegate(this));
    QHeaderView* const header = ui_->ranking->header();
    header->setStretchLastSection(true);
    header->resizeSection(TitleColumn, dialogSize.width() / 4);
    header->resizeSection(PointsColumn,
                          fontMetrics().horizontalAdvance(QStringLiteral("Points 00")));
    ui_->buttons->button(QDialogButtonBox::Save)->setEnabled(false);
    writeTimer_.setSingleShot(true);
    writeTimer_.setInterval(draftDelayMilliseconds);
    connect(&writeTimer_, &QTimer::timeout, this, &DraftDialog::write);
    const auto again = [this] { writeTimer_.start(); };
    connect(ui_->ranking, &QTreeWidget::itemChanged, this, again);
    connect(ui_->suggestions, &QSpinBox::valueChanged, this, &DraftDialog::tickFirst);
    connect(ui_->quotes, &QCheckBox::toggled, this, again);
    connect(ui_->ranking, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        if (const QString id = item->data(0, idRole).toString(); !id.isEmpty())
            emit commitWanted(id);
    });
    connect(ui_->preview, &DocumentBrowser::linkFollowed, this, [this](const QUrl& target) {
        if (target.scheme() == QLatin1String("commit"))
            emit commitWanted(target.path());
    });
    connect(ui_->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(ui_->buttons, &QDialogButtonBox::accepted, this, &DraftDialog::askForFile);
    rank();
}

DraftDialog::~DraftDialog() {
    // Children go after this class's own part.
    ui_->preview->disconnect(this);
}

void DraftDialog::rank() {
    ui_->message->showMessage(MessageBar::Kind::Information,
                              tr("Every changeset is being weighed; that takes some seconds."));
    service_.run(
        Lane::Jobs, this,
        [release = release_, asOf = asOf_](DocumentEngine& engine, const std::stop_token& stop) {
            document::RankOptions wanted;
            wanted.as_of = asOf;
            wanted.per_section = shownOfSection;
            wanted.all_pulls = true;
            return document::rank_release(engine.reader(), release, wanted, stop);
        },
        [this](const std::vector<document::SectionScores>& sections) { onRankingRead(sections); },
        [this](const std::exception& error) { fail(error); });
}

void DraftDialog::onRankingRead(const std::vector<document::SectionScores>& sections) {
    const QSignalBlocker quiet(ui_->ranking);
    QFont bold = font();
    bold.setBold(true);
    for (const document::SectionScores& section : sections) {
        auto* const top = new QTreeWidgetItem(ui_->ranking, {sectionTitle(section.section)});
        top->setFont(0, bold);
        top->setFlags(top->flags() | Qt::ItemIsUserCheckable);
        top->setCheckState(0, Qt::Checked);
        top->setData(0, sectionRole, static_cast<int>(section.section));
        for (const document::Score& worth : section.changesets) {
            const store::CommitRow& row = worth.row;
            QTreeWidgetItem* const item = addRow(
                top, row.subject.empty() ? shortOid(toQString(row.oid)) : shownText(row.subject),
                row.oid, worth.score, worth.reasons);
            // Devices and what was bookmarked have lists of their own.
            item->setData(0, stickyRole,
                          (row.adds && section.section == classify::Section::hardware) ||
                              (row.personal && row.personal->bookmarked));
        }
        addPulls(top, section.pulls);
    }
    if (QTreeWidgetItem* const first = ui_->ranking->topLevelItem(0))
        first->setExpanded(true);
    tickFirst();
    write();
}

QTreeWidgetItem* DraftDialog::addRow(QTreeWidgetItem* parent, const QString& title,
                                     const std::string& oid, double score,
                                     const std::vector<document::ScoreReason>& reasons) {
    auto* const item = new QTreeWidgetItem(
        parent, {cutText(title), QString::number(score, 'f', 1), cutText(why(reasons))});
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(0, Qt::Checked);
    item->setData(0, idRole, toQString(oid));
    item->setTextAlignment(PointsColumn, Qt::AlignRight | Qt::AlignVCenter);
    item->setToolTip(TitleColumn, tipText(title).toHtmlEscaped());
    item->setToolTip(WhyColumn, tipText(why(reasons)).toHtmlEscaped());
    return item;
}

void DraftDialog::addPulls(QTreeWidgetItem* section,
                           const std::vector<document::PullScore>& pulls) {
    if (pulls.empty())
        return;
    auto* const top =
        new QTreeWidgetItem(section, {tr("Pulls (%1)").arg(countText(std::ssize(pulls)))});
    top->setData(0, pullsRole, true);
    for (const document::PullScore& pull : pulls) {
        QTreeWidgetItem* const item =
            addRow(top, pullLabel(pull.pull.title), pull.pull.oid, pull.score, pull.reasons);
        item->setFlags(item->flags() | Qt::ItemIsUserTristate);
        item->setCheckState(0, pull.minor ? Qt::PartiallyChecked : Qt::Checked);
        item->setToolTip(TitleColumn, tr("%1\nTicked: an entry of its own; half ticked: named in "
                                         "one line with others")
                                          .arg(tipText(shownText(pull.pull.title)))
                                          .toHtmlEscaped());
    }
}

/// Ticks the best of each section, so many as the person wants, and no others.
void DraftDialog::tickFirst() {
    const QSignalBlocker quiet(ui_->ranking);
    for (int i = 0; i < ui_->ranking->topLevelItemCount(); ++i) {
        QTreeWidgetItem* const section = ui_->ranking->topLevelItem(i);
        int left = ui_->suggestions->value();
        for (int j = 0; j < section->childCount(); ++j) {
            QTreeWidgetItem* const item = section->child(j);
            if (item->data(0, pullsRole).toBool())
                continue;
            const bool ticked = item->data(0, stickyRole).toBool() || left-- > 0;
            item->setCheckState(0, ticked ? Qt::Checked : Qt::Unchecked);
        }
    }
    ui_->ranking->viewport()->update();
    if (!draft_.empty())
        writeTimer_.start();
}

void DraftDialog::write() {
    SectionOverride choice;
    for (int i = 0; i < ui_->ranking->topLevelItemCount(); ++i) {
        const QTreeWidgetItem* const section = ui_->ranking->topLevelItem(i);
        if (section->checkState(0) != Qt::Checked)
            choice.without.insert(
                static_cast<classify::Section>(section->data(0, sectionRole).toInt()));
        for (int j = 0; j < section->childCount(); ++j) {
            const QTreeWidgetItem* const item = section->child(j);
            const std::string id = item->data(0, idRole).toString().toStdString();
            for (int k = 0; k < item->childCount(); ++k)
                choice.pulls.emplace(item->child(k)->data(0, idRole).toString().toStdString(),
                                     placeOf(item->child(k)->checkState(0)));
            if (item->data(0, pullsRole).toBool())
                continue;
            choice.listed.insert(id);
            if (item->checkState(0) == Qt::Checked)
                choice.ticked.insert(id);
        }
    }
    document::DraftOptions options;
    options.as_of = asOf_;
    options.quote_pulls = ui_->quotes->isChecked();
    ui_->message->showMessage(MessageBar::Kind::Information, tr("The draft is being written…"));
    service_.run(
        Lane::Jobs, this,
        [release = release_, choice, options,
         theme = ui_->preview->theme()](DocumentEngine& engine, const std::stop_token& stop) {
            return makeDraft(engine, release, choice, options, theme, stop);
        },
        [this, number = ++newest_](const Draft& draft) {
            if (number == newest_)
                onDraftWritten(draft.text, draft.page);
        },
        [this](const std::exception& error) { fail(error); });
}

void DraftDialog::onDraftWritten(const std::string& draft, const LoadedPage& page) {
    const bool again = !draft_.empty();
    draft_ = draft;
    ui_->preview->showPage(page, again);
    ui_->message->hide();
    ui_->buttons->button(QDialogButtonBox::Save)->setEnabled(true);
    emit ready();
}

void DraftDialog::askForFile() {
    auto* const dialog = new QFileDialog(this, tr("Save the draft"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("md"));
    dialog->setNameFilter(tr("Markdown (*.md)"));
    connect(dialog, &QFileDialog::fileSelected, this, &DraftDialog::save);
    dialog->open();
}

void DraftDialog::save(const QString& name) {
    if (const QString wrong = saveFile(name, QByteArray::fromStdString(draft_)); !wrong.isEmpty()) {
        ui_->message->showMessage(MessageBar::Kind::Error, wrong);
        return;
    }
    emit saved(name);
    accept();
}

void DraftDialog::fail(const std::exception& error) {
    ui_->message->showMessage(MessageBar::Kind::Error, errorText(error));
}

} // namespace mw::ui
