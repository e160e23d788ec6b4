#include "document/draft_dialog.h"

#include "document/draft.h"
#include "text/format.h"
#include "ui_draft_dialog.h"
#include "views/roomy_delegate.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QPushButton>
#include <QSaveFile>
#include <QScreen>
#include <QSignalBlocker>

#include <array>
#include <set>

namespace mw::ui {

namespace {

using Lane = DocumentService::Lane;

constexpr QSize dialogSize{1240, 760};
constexpr int draftDelayMilliseconds = 250;
constexpr int idRole = Qt::UserRole, sectionRole = Qt::UserRole + 1;
enum Column { TitleColumn, PointsColumn, WhyColumn };

QString why(const std::vector<document::WorthReason>& reasons) {
    QStringList words;
    for (const document::WorthReason& reason : reasons)
        words << (reason.points < 0 ? QStringLiteral("− ") : QString()) + toQString(reason.words);
    return words.join(QStringLiteral(", "));
}

/// What a person left out: whole sections, and single commits.
struct LeftOut {
    std::set<classify::Section> sections;
    std::set<std::string> ids;
};

struct Draft {
    std::string text;
    LoadedPage page;
};

Draft makeDraft(DocumentEngine& engine, const store::Release& release, const LeftOut& leftOut,
                document::DraftOptions options, const PageTheme& theme, std::stop_token stop) {
    options.wanted = [&](const std::string& oid) {
        if (leftOut.ids.contains(oid))
            return false;
        if (leftOut.sections.empty())
            return true;
        const auto row = engine.reader().find_oid(oid, release.id);
        if (!row)
            return true;
        const std::array<store::RowId, 1> ids{*row};
        const auto rows = engine.reader().rows(ids);
        return rows.empty() || !leftOut.sections.contains(rows.front().place.section);
    };
    Draft draft;
    draft.text = document::write_draft(engine.reader(), release, options, stop);
    draft.page = engine.show(QStringLiteral("draft"), draft.text, theme, {}, stop);
    return draft;
}

} // namespace

DraftDialog::DraftDialog(DocumentService& service, const store::Release& release, QWidget* parent)
    : QDialog(parent), ui_(std::make_unique<Ui::DraftDialog>()), service_(service),
      release_(release) {
    ui_->setupUi(this);
    resize(dialogSize.boundedTo(screen()->availableSize() * 9 / 10));
    setWindowTitle(tr("Draft an article on %1").arg(toQString(release_.name)));
    ui_->splitter->setSizes({dialogSize.width() / 2, dialogSize.width() / 2});
    ui_->ranking->setItemDelegate(new RoomyDelegate(this));
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
    connect(ui_->suggestions, &QSpinBox::valueChanged, this, again);
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
        [release = release_](DocumentEngine& engine, const std::stop_token& stop) {
            return document::rank_release(engine.reader(), release, {}, stop);
        },
        [this](const std::vector<document::SectionWorth>& sections) { takeRanking(sections); },
        [this](const std::exception& error) { fail(error); });
}

void DraftDialog::takeRanking(const std::vector<document::SectionWorth>& sections) {
    const QSignalBlocker quiet(ui_->ranking);
    QFont bold = font();
    bold.setBold(true);
    for (const document::SectionWorth& section : sections) {
        auto* const top = new QTreeWidgetItem(ui_->ranking, {sectionTitle(section.section)});
        top->setFont(0, bold);
        top->setFlags(top->flags() | Qt::ItemIsUserCheckable);
        top->setCheckState(0, Qt::Checked);
        top->setData(0, sectionRole, static_cast<int>(section.section));
        for (const document::Worth& worth : section.changesets)
            addRow(top, worth.row, worth.score, worth.reasons);
        for (const document::PullWorth& pull : section.pulls)
            addPull(top, pull);
    }
    if (QTreeWidgetItem* const first = ui_->ranking->topLevelItem(0))
        first->setExpanded(true);
    write();
}

void DraftDialog::addRow(QTreeWidgetItem* section, const store::CommitRow& row, double score,
                         const std::vector<document::WorthReason>& reasons) {
    const QString title =
        row.subject.empty() ? shortOid(toQString(row.oid)) : toQString(row.subject);
    auto* const item =
        new QTreeWidgetItem(section, {title, QString::number(score, 'f', 1), why(reasons)});
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(0, Qt::Checked);
    item->setData(0, idRole, toQString(row.oid));
    item->setTextAlignment(PointsColumn, Qt::AlignRight | Qt::AlignVCenter);
    item->setToolTip(TitleColumn, title.toHtmlEscaped());
    item->setToolTip(WhyColumn, why(reasons).toHtmlEscaped());
}

void DraftDialog::addPull(QTreeWidgetItem* section, const document::PullWorth& pull) {
    store::CommitRow row;
    row.oid = pull.pull.oid;
    row.subject = tr("Pull: %1").arg(pullLabel(pull.pull.title)).toStdString();
    addRow(section, row, pull.score, pull.reasons);
}

void DraftDialog::write() {
    LeftOut leftOut;
    for (int i = 0; i < ui_->ranking->topLevelItemCount(); ++i) {
        const QTreeWidgetItem* const section = ui_->ranking->topLevelItem(i);
        if (section->checkState(0) != Qt::Checked)
            leftOut.sections.insert(
                static_cast<classify::Section>(section->data(0, sectionRole).toInt()));
        for (int j = 0; j < section->childCount(); ++j)
            if (section->child(j)->checkState(0) != Qt::Checked)
                leftOut.ids.insert(section->child(j)->data(0, idRole).toString().toStdString());
    }
    document::DraftOptions options;
    options.suggestions = static_cast<std::size_t>(ui_->suggestions->value());
    options.quote_pulls = ui_->quotes->isChecked();
    ui_->message->showMessage(MessageBar::Kind::Information, tr("The draft is being written…"));
    service_.run(
        Lane::Jobs, this,
        [release = release_, leftOut, options,
         theme = ui_->preview->theme()](DocumentEngine& engine, const std::stop_token& stop) {
            return makeDraft(engine, release, leftOut, options, theme, stop);
        },
        [this, number = ++newest_](const Draft& draft) {
            if (number == newest_)
                takeDraft(draft.text, draft.page);
        },
        [this](const std::exception& error) { fail(error); });
}

void DraftDialog::takeDraft(const std::string& draft, const LoadedPage& page) {
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
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(draft_.data(), static_cast<qint64>(draft_.size())) < 0 || !file.commit()) {
        ui_->message->showMessage(MessageBar::Kind::Error,
                                  tr("%1 cannot be written: %2.").arg(name, file.errorString()));
        return;
    }
    emit saved(name);
    accept();
}

void DraftDialog::fail(const std::exception& error) {
    ui_->message->showMessage(MessageBar::Kind::Error, QString::fromUtf8(error.what()));
}

} // namespace mw::ui
