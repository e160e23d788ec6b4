#include "commit/files/rename_bar.h"

#include "labels/wrap_label.h"
#include "text/format.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <utility>

namespace mw::ui {

namespace {

constexpr int slowRenameMilliseconds = 300;

QString unreadText(const git::Renames& renames) {
    QStringList reasons;
    for (const auto& [why, files] : renames.unread) {
        const int count = pluralOf(static_cast<qint64>(files));
        if (why == git::Unread::left_out)
            reasons << RenameBar::tr("%Ln left out of this partial clone", nullptr, count);
        else if (why == git::Unread::missing)
            reasons << RenameBar::tr("%Ln missing from the clone", nullptr, count);
        else if (why == git::Unread::damaged)
            reasons << RenameBar::tr("%Ln damaged in the clone", nullptr, count);
        else
            reasons << RenameBar::tr("%Ln too large", nullptr, count);
    }
    return RenameBar::tr("Renames are looked for without the files that cannot be read: %1.")
        .arg(reasons.join(QStringLiteral(", ")));
}

} // namespace

RenameBar::RenameBar(QWidget* parent)
    : QWidget(parent), state_(new WrapLabel(this)), stop_(new QPushButton(tr("S&top"), this)) {
    state_->setObjectName(QStringLiteral("renameState"));
    state_->setTextFormat(Qt::PlainText);
    stop_->setObjectName(QStringLiteral("stopRenames"));
    stop_->setToolTip(tr("Stop looking for renames"));
    auto* const line = new QHBoxLayout(this);
    line->setContentsMargins(8, 3, 4, 3);
    line->addWidget(state_, 1);
    line->addWidget(stop_);
    hide();
    slow_.setSingleShot(true);
    slow_.setInterval(slowRenameMilliseconds);
    connect(&slow_, &QTimer::timeout, this, [this] { say(tr("Looking for renames …"), true); });
    connect(stop_, &QPushButton::clicked, this, [this] {
        finder_.stop();
        say(tr("Renames were not looked for to the end."), false);
    });
    connect(&finder_, &RenameFinder::found, this, &RenameBar::take);
    // The diffs, which come from the same clone, say what is wrong with it.
    connect(&finder_, &RenameFinder::failed, this, [this] {
        slow_.stop();
        hide();
    });
}

void RenameBar::find(const QString& clone, const QString& commit,
                     const std::vector<store::FileChange>& files) {
    if (clone.isEmpty() || std::exchange(looked_, true))
        return;
    RenameQuestion question{clone, commit, {}, {}};
    for (const store::FileChange& file : files) {
        if (file.status == 'D')
            question.deleted.push_back(file.path);
        else if (file.status == 'A')
            question.added.push_back(file.path);
    }
    if (question.deleted.empty() || question.added.empty())
        return;
    slow_.start();
    finder_.find(std::move(question));
}

void RenameBar::reset() {
    slow_.stop();
    finder_.stop();
    hide();
    looked_ = false;
}

void RenameBar::take(const git::Renames& renames) {
    slow_.stop();
    hide();
    if (!renames.unread.empty())
        say(unreadText(renames), false);
    else if (renames.limited)
        say(tr("These are too many files to look for those that were renamed and changed."), false);
    if (!renames.found.empty())
        emit found(renames.found);
}

void RenameBar::say(const QString& text, bool canStop) {
    state_->setText(text);
    stop_->setVisible(canStop);
    show();
}

} // namespace mw::ui
