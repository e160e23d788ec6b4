#include "compare/release_chooser.h"

#include "core/limits.h"
#include "text/format.h"

#include <QMenu>
#include <QSignalBlocker>
#include <QWidgetAction>

#include <algorithm>
#include <utility>

namespace mw::ui {

namespace {

constexpr int linesShown = 12, mostListLetters = 60;

} // namespace

ReleaseChooser::ReleaseChooser(QString release, QPushButton* button)
    : QObject(button), release_(std::move(release)), button_(button), list_(new QListWidget) {
    list_->setObjectName(QStringLiteral("releaseList"));
    list_->setAccessibleName(tr("Releases to compare"));
    list_->setFrameShape(QFrame::NoFrame);
    auto* const menu = new QMenu(button_);
    auto* const action = new QWidgetAction(menu);
    action->setDefaultWidget(list_);
    menu->addAction(action);
    button_->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, list_, [this] {
        QMetaObject::invokeMethod(
            list_, [this] { list_->setFocus(); }, Qt::QueuedConnection);
    });
    connect(list_, &QListWidget::itemChanged, this, [this] {
        showChosen();
        emit chosenChanged();
    });
}

QStringList ReleaseChooser::defaults() const {
    const auto here = std::ranges::find(releases_, release_.toStdString(), &store::Release::name);
    if (here == releases_.end())
        return {};
    // The newest of those that ended earlier; where there is none, the nearest of the later ones.
    const store::Release* other = nullptr;
    for (const store::Release& release : releases_) {
        if (release.bundled || &release == &*here)
            continue;
        other = &release;
        if (release.last_landing < here->last_landing)
            break;
    }
    QStringList names{release_};
    if (other)
        names << toQString(other->name);
    return names;
}

QStringList ReleaseChooser::wanted(const QStringList& names) const {
    const auto known = std::ranges::count_if(releases_, [&](const store::Release& release) {
        return names.contains(toQString(release.name));
    });
    return known < 2 ? defaults() : names;
}

void ReleaseChooser::setReleases(const std::vector<store::Release>& releases) {
    QStringList ticked = std::exchange(first_, {});
    for (const store::Release& release : chosen())
        ticked << toQString(release.name);
    releases_ = releases;
    tick(wanted(ticked));
    const int lines = std::min(list_->count(), linesShown) + 1;
    list_->setMinimumHeight(lines * list_->fontMetrics().height() * 3 / 2);
    const QFontMetrics metrics = list_->fontMetrics();
    list_->setMinimumWidth(std::min(list_->sizeHintForColumn(0) + 2 * metrics.height(),
                                    mostListLetters * metrics.averageCharWidth()));
}

void ReleaseChooser::choose(const QStringList& names) {
    if (releases_.empty())
        first_ = names;
    else
        tick(wanted(names));
}

void ReleaseChooser::tick(const QStringList& names) {
    const QSignalBlocker quiet(list_);
    list_->clear();
    for (const store::Release& release : releases_) {
        const QString name = toQString(release.name);
        auto* const item = new QListWidgetItem(cutText(name), list_);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(names.contains(name) ? Qt::Checked : Qt::Unchecked);
        item->setToolTip(releaseSummary(release).toHtmlEscaped());
    }
    list_->setCurrentRow(0);
    showChosen();
}

std::vector<store::Release> ReleaseChooser::chosen() const {
    std::vector<store::Release> found;
    for (int row = list_->count() - 1; row >= 0; --row)
        if (list_->item(row)->checkState() == Qt::Checked)
            found.push_back(releases_[static_cast<std::size_t>(row)]);
    return found;
}

void ReleaseChooser::showChosen() {
    QStringList names;
    for (const store::Release& release : chosen())
        names << toQString(release.name);
    constexpr qsizetype mostNamed = 4;
    const QString text = names.size() > mostNamed
                             ? tr("%Ln release(s)", nullptr, pluralOf(names.size()))
                             : names.join(QStringLiteral(", "));
    button_->setText(text.isEmpty() ? tr("Choose releases") : menuText(text));
    button_->setAccessibleDescription(cutText(names.join(QStringLiteral(", "))));
}

} // namespace mw::ui
