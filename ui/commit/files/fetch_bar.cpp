#include "commit/files/fetch_bar.h"

#include "git/lazy_fetch.h"
#include "text/format.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <filesystem>

namespace mw::ui {

FetchBar::FetchBar(QWidget* parent)
    : QWidget(parent), state_(new QLabel(this)), button_(new QPushButton(this)) {
    state_->setObjectName(QStringLiteral("fetchState"));
    state_->setTextFormat(Qt::PlainText);
    state_->setWordWrap(true);
    button_->setObjectName(QStringLiteral("fetchContents"));
    auto* const line = new QHBoxLayout(this);
    line->setContentsMargins(8, 3, 4, 3);
    line->addWidget(state_, 1);
    line->addWidget(button_);
    hide();
    connect(button_, &QPushButton::clicked, this, &FetchBar::press);
}

FetchBar::~FetchBar() = default;

void FetchBar::offer(const QString& clone, const QString& commit) {
    if (clone == clone_ && commit == commit_)
        return;
    reset();
    clone_ = clone;
    commit_ = commit;
    showOffer(tr("Git can bring what this commit needs; that takes the network."));
}

void FetchBar::reset() {
    if (thread_)
        thread_->cancel();
    running_ = false;
    clone_.clear();
    commit_.clear();
    hide();
}

void FetchBar::showOffer(const QString& text) {
    running_ = false;
    state_->setText(text);
    button_->setText(tr("&Fetch the contents"));
    button_->setToolTip(tr("Runs git show on this commit, which fetches what is missing"));
    show();
}

void FetchBar::press() {
    if (!running_) {
        fetch();
        return;
    }
    thread_->cancel();
    showOffer(tr("Stopped. What git had fetched by then stays in the clone."));
}

void FetchBar::fetch() {
    running_ = true;
    state_->setText(tr("Git fetches what this commit needs …"));
    button_->setText(tr("S&top"));
    button_->setToolTip(tr("Stop fetching"));
    if (!thread_)
        thread_ = std::make_unique<WorkThread<Nothing>>(QStringLiteral("fetch"));
    thread_->run(
        this,
        [clone = std::filesystem::path(clone_.toStdU16String()),
         commit = commit_.toStdString()](Nothing&, const std::stop_token& stop) {
            return git::fetch_blobs_of(clone, commit, stop);
        },
        [this](const std::string& trouble) { take(trouble); },
        [this](const std::exception& error) { take(error.what()); });
}

void FetchBar::take(const std::string& trouble) {
    if (!trouble.empty()) {
        showOffer(tr("Git could not fetch it: %1. Is there a network?").arg(toQString(trouble)));
        return;
    }
    reset();
    emit fetched();
}

} // namespace mw::ui
