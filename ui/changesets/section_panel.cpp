#include "changesets/section_panel.h"

#include "painting/tall_row_delegate.h"
#include "ui_section_panel.h"

#include <QHeaderView>

namespace mw::ui {

namespace {

constexpr int margin = 6;

} // namespace

SectionPanel::SectionPanel(QWidget* parent)
    : QWidget(parent), ui_(std::make_unique<Ui::SectionPanel>()) {
    ui_->setupUi(this);
    ui_->tree->setModel(&model_);
    ui_->tree->header()->setSectionResizeMode(SectionModel::TitleColumn, QHeaderView::Stretch);
    ui_->tree->header()->setSectionResizeMode(SectionModel::CountColumn, QHeaderView::Fixed);
    ui_->tree->setItemDelegate(new TallRowDelegate(this));
    setFocusProxy(ui_->tree);

    // What is selected counts, not what is current: a view that gets the focus makes its first
    // line current by itself.
    connect(ui_->tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this](const QItemSelection& selected) {
                if (selected.isEmpty() || model_.choice(selected.indexes().front()) == chosen_)
                    return;
                chosen_ = model_.choice(selected.indexes().front());
                emit chosen(chosen_);
            });
    connect(ui_->tree, &QTreeView::collapsed, this, [this] { folded_ = true; });
    connect(ui_->tree, &QTreeView::expanded, this, [this] { folded_ = false; });
    connect(&model_, &QAbstractItemModel::modelReset, this, [this] {
        if (!folded_)
            ui_->tree->expandAll();
    });
}

SectionPanel::~SectionPanel() = default;

void SectionPanel::setSections(const std::vector<store::SectionCount>& counts) {
    model_.setSections(counts);
    // By the widest count: the header would have its title counted in, which nobody sees.
    const QString total = model_.index(0, SectionModel::CountColumn).data().toString();
    ui_->tree->header()->resizeSection(SectionModel::CountColumn,
                                       fontMetrics().horizontalAdvance(total) +
                                           2 * fontMetrics().averageCharWidth() + margin);
    restoreChosen();
}

void SectionPanel::setChosen(const SectionChoice& choice) {
    chosen_ = choice;
    restoreChosen();
}

void SectionPanel::restoreChosen() {
    ui_->tree->setCurrentIndex(model_.indexOf(chosen_));
}

} // namespace mw::ui
