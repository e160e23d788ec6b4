#include "commit/message/message_page.h"

#include "commit/diff/arrangement.h"
#include "painting/tall_row_delegate.h"
#include "store/model/project.h"
#include "text/format.h"
#include "ui_message_page.h"

#include <QDesktopServices>
#include <QHeaderView>

#include <algorithm>

namespace mw::ui {

namespace {

constexpr int messageColumns = 80;
constexpr int mostForMessage = 54; ///< percent

} // namespace

MessagePage::MessagePage(QWidget* parent)
    : QWidget(parent), ui_(std::make_unique<Ui::MessagePage>()) {
    ui_->setupUi(this);
    ui_->splitter->setStretchFactor(0, 1);
    ui_->splitter->setStretchFactor(1, 1);
    ui_->trailers->setModel(&trailers_);
    ui_->trailers->setItemDelegate(new TallRowDelegate(this));
    setFocusProxy(ui_->message);
    connect(ui_->trailers, &QTreeView::activated, this, &MessagePage::followTrailer);
    connect(ui_->trailers, &QTreeView::clicked, this, &MessagePage::followTrailer);
    connect(ui_->message, &MessageView::commitRequested, this, &MessagePage::commitRequested);
    connect(ui_->facts, &FactsView::commitRequested, this, &MessagePage::commitRequested);
    connect(ui_->facts, &FactsView::filterRequested, this, &MessagePage::filterRequested);
}

MessagePage::~MessagePage() = default;

void MessagePage::showCommit(const store::CommitDetail& detail, const store::Release& release,
                             bool sameCommit) {
    ui_->facts->showFacts(detail, release);
    if (sameCommit)
        return;
    showMessage(detail, release);
    showTrailers(detail);
}

void MessagePage::showMessage(const store::CommitDetail& detail, const store::Release& release) {
    if (release.bundled) {
        QString missing = tr("Its message, its diff and the pull it landed through are not part of "
                             "the release that comes with the program. Import %1 from a clone of "
                             "the kernel to read them here.")
                              .arg(toQString(release.name));
        if (!detail.row.oid.empty())
            missing +=
                QStringLiteral("\n\n") +
                tr("In the web browser: %1").arg(toQString(store::Project().page(detail.row.oid)));
        const QString about = toQString(detail.row.about);
        ui_->message->showNote(about.isEmpty() ? QString() : tr("What it does"),
                               about.isEmpty() ? missing
                                               : about + QStringLiteral("\n\n") + missing);
    } else if (detail.body.empty()) {
        ui_->message->showNote({}, tr("The message is its subject alone."));
    } else if (detail.row.kind == store::CommitKind::changeset) {
        ui_->message->showMessage(toQString(detail.body));
    } else {
        ui_->message->showMerge(toQString(detail.body));
    }
}

bool MessagePage::isAsWritten() const {
    return ui_->message->isAsWritten();
}

void MessagePage::setAsWritten(bool asWritten) {
    ui_->message->setAsWritten(asWritten);
}

void MessagePage::followTrailer(const QModelIndex& index) {
    const TrailerModel::Target target = trailers_.target(index.row());
    switch (target.kind) {
    case TrailerModel::Target::Kind::Person:
        emit filterRequested(target.value);
        break;
    case TrailerModel::Target::Kind::Commit:
        emit commitRequested(target.value);
        break;
    case TrailerModel::Target::Kind::Web:
        QDesktopServices::openUrl(QUrl(target.value));
        break;
    case TrailerModel::Target::Kind::None:
        break;
    }
}

void MessagePage::showTrailers(const store::CommitDetail& detail) {
    trailers_.setTrailers(detail.trailers);
    ui_->trailers->setVisible(!detail.trailers.empty());
    ui_->trailers->resizeColumnToContents(TrailerModel::KeyColumn);
    // As high as its lines: the side scrolls as a whole.
    const int line = ui_->trailers->sizeHintForRow(0);
    ui_->trailers->setFixedHeight(ui_->trailers->header()->sizeHint().height() +
                                  line * trailers_.rowCount() + 2);
}

void MessagePage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const Qt::Orientation orientation = arrangementFor(size());
    if (orientation == arranged_)
        return;
    arranged_ = orientation;
    ui_->splitter->setOrientation(orientation);
    if (orientation == Qt::Horizontal) {
        const int message =
            std::min(ui_->message->widthForColumns(messageColumns), width() * mostForMessage / 100);
        ui_->splitter->setSizes({message, width() - message});
    } else {
        ui_->splitter->setSizes({height() / 2, height() - height() / 2});
    }
}

} // namespace mw::ui
