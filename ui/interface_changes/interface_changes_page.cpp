#include "interface_changes/interface_changes_page.h"

#include "core/limits.h"
#include "text/format.h"
#include "ui_interface_changes_page.h"

#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace mw::ui {

namespace {

constexpr int allOfThem = -1;

} // namespace

InterfaceChangesPage::InterfaceChangesPage(const QString& release, QWidget* parent)
    : QWidget(parent), ui_(std::make_unique<Ui::InterfaceChangesPage>()), release_(release),
      table_(new TablePanel(tr("Interface changes"))) {
    ui_->setupUi(this);
    table_->setObjectName(QStringLiteral("interfaceTable"));
    static_cast<QVBoxLayout*>(layout())->addWidget(table_, 1);
    setFocusProxy(table_);
    ui_->change->addItem(tr("All changes"), allOfThem);
    for (const auto change :
         {interfaces::Change::added, interfaces::Change::removed, interfaces::Change::changed})
        ui_->change->addItem(interfaceChangeText(change), static_cast<int>(change));
    ui_->kind->addItem(tr("All kinds"), allOfThem);
    ui_->kind->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    ui_->change->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(ui_->kind, &QComboBox::currentIndexChanged, this, &InterfaceChangesPage::showRows);
    connect(ui_->change, &QComboBox::currentIndexChanged, this, [this] {
        countKinds();
        showRows();
    });
    connect(ui_->search, &QToolButton::clicked, this, [this] {
        emit followed({release_, interfaceQuery(choice())});
    });
    connect(ui_->remedy, &QPushButton::clicked, this, &InterfaceChangesPage::importWanted);
    connect(&table(), &TableView::followed, this, &InterfaceChangesPage::followed);
    showNote(tr("Being read…"), {});
}

InterfaceChangesPage::~InterfaceChangesPage() = default;

InterfaceChoice InterfaceChangesPage::choice() const {
    InterfaceChoice choice;
    if (const int kind = ui_->kind->currentData().toInt(); kind != allOfThem)
        choice.kind = static_cast<interfaces::Kind>(kind);
    if (const int change = ui_->change->currentData().toInt(); change != allOfThem)
        choice.change = static_cast<interfaces::Change>(change);
    return choice;
}

void InterfaceChangesPage::choose(const InterfaceChoice& choice) {
    ui_->change->setCurrentIndex(std::max(
        0, ui_->change->findData(choice.change ? static_cast<int>(*choice.change) : allOfThem)));
    ui_->kind->setCurrentIndex(
        std::max(0, ui_->kind->findData(choice.kind ? static_cast<int>(*choice.kind) : allOfThem)));
}

void InterfaceChangesPage::showChanges(std::vector<store::InterfaceRow> rows) {
    rows_ = std::move(rows);
    showNote({}, {});
    countKinds();
    showRows();
}

/// Each kind that there is with how many of it the change that is chosen leaves.
void InterfaceChangesPage::countKinds() {
    const InterfaceChoice before = choice();
    const QSignalBlocker quiet(ui_->kind);
    ui_->kind->clear();
    ui_->kind->addItem(tr("All kinds"), allOfThem);
    for (const interfaces::Kind kind : interfaces::all_kinds()) {
        const InterfaceChoice one{kind, before.change};
        const auto count = std::ranges::count_if(
            rows_, [&one](const store::InterfaceRow& row) { return one.takes(row.change); });
        if (count > 0 || kind == before.kind)
            ui_->kind->addItem(tr("%1 (%2)").arg(interfaceKindText(kind), countText(count)),
                               static_cast<int>(kind));
    }
    ui_->kind->setCurrentIndex(
        std::max(0, ui_->kind->findData(before.kind ? static_cast<int>(*before.kind) : allOfThem)));
}

void InterfaceChangesPage::showRows() {
    table_->view().setSheet(interfaceSheet(rows_, choice(), release_));
    ui_->search->setEnabled(table().model()->rowCount() > 0 && !interfaceQuery(choice()).isEmpty());
}

void InterfaceChangesPage::showUnknown(const store::Release& release) {
    const QString name = cutText(toQString(release.name));
    const QString again = tr("&Import it again…");
    switch (release.interfaces) {
    case store::InterfaceState::read:
        return;
    case store::InterfaceState::unread:
        if (release.lines == store::LineState::pending)
            showProblem(tr("What changed at the edges of %1 is known once its lines are counted.")
                            .arg(name));
        else
            showNote(
                tr("%1 was imported before this program read what changes at the edges.").arg(name),
                again);
        break;
    case store::InterfaceState::not_wanted:
        showNote(tr("%1 was imported without counting lines, so its files were not read and what "
                    "changed at its edges is not known.")
                     .arg(name),
                 again);
        break;
    case store::InterfaceState::unavailable:
        if (release.bundled)
            showNote(tr("What changed at the edges of %1, which comes with the program, is not "
                        "known. A clone of the kernel has it.")
                         .arg(name),
                     tr("&Import from a clone…"));
        else
            showNote(tr("The clone of %1 lacks the contents of files, so what changed at its edges "
                        "cannot be read. Git can fetch what it takes: import the release again and "
                        "let it.")
                         .arg(name),
                     tr("&Let git fetch them…"));
        break;
    }
    rows_.clear();
    table_->view().setSheet({});
}

void InterfaceChangesPage::showProblem(const QString& sentence) {
    rows_.clear();
    table_->view().setSheet({});
    showNote(sentence, {});
}

/// remedy: what a button says that helps; empty: nothing does.
void InterfaceChangesPage::showNote(const QString& sentence, const QString& remedy) {
    ui_->note->setText(sentence);
    ui_->note->setVisible(!sentence.isEmpty());
    ui_->remedy->setText(remedy);
    ui_->remedy->setVisible(!remedy.isEmpty());
    for (QWidget* const tool :
         std::initializer_list<QWidget*>{ui_->change, ui_->kind, ui_->search, table_})
        tool->setVisible(sentence.isEmpty());
}

} // namespace mw::ui
