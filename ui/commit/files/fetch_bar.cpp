#include "commit/files/fetch_bar.h"

#include "core/limits.h"
#include "git/objects/lazy_fetch.h"
#include "git/setup/remote_address.h"
#include "labels/wrap_label.h"
#include "text/engine_text.h"
#include "text/format.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <filesystem>

namespace mw::ui {

namespace {

std::filesystem::path folderOf(const QString& path) {
    return std::filesystem::path(path.toStdU16String());
}

} // namespace

FetchBar::FetchBar(QWidget* parent)
    : QWidget(parent), state_(new WrapLabel(this)), button_(new QPushButton(this)) {
    state_->setObjectName(QStringLiteral("fetchState"));
    state_->setTextFormat(Qt::PlainText);
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
    address_.clear();
    showOffer(tr("Git can bring what this commit needs; that takes the network."));
    lookUpAddress();
}

WorkThread<FetchBar::Nothing>& FetchBar::thread() {
    if (!thread_)
        thread_ = std::make_unique<WorkThread<Nothing>>(QStringLiteral("fetch"));
    return *thread_;
}

void FetchBar::lookUpAddress() {
    thread().run(
        this,
        [clone = folderOf(clone_)](Nothing&, const std::stop_token&) {
            return git::promisor_address(git::Repository(clone));
        },
        [this](const std::optional<std::string>& address) {
            if (running_)
                return;
            address_ = address ? toQString(git::shown_address(*address)) : QString();
            if (address)
                showOffer(tr("Git can bring what this commit needs from %1; that takes the "
                             "network.")
                              .arg(address_));
            else
                showOffer(tr("This clone was made without file contents, and names no address "
                             "that git may be sent to for them."));
            button_->setVisible(address.has_value());
        },
        [this](const std::exception& error) { take(errorText(error)); });
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
    button_->setToolTip(tr("Git fetches the files that this commit changed, into the cache folder, "
                           "and may do so for this clone from now on"));
    button_->show();
    show();
}

void FetchBar::press() {
    if (!running_) {
        fetch();
        return;
    }
    thread_->cancel();
    showOffer(tr("Stopped. What git had fetched by then is kept."));
}

void FetchBar::fetch() {
    running_ = true;
    state_->setText(tr("Git fetches what this commit needs …"));
    button_->setText(tr("S&top"));
    button_->setToolTip(tr("Stop fetching"));
    thread().run(
        this,
        [clone = folderOf(clone_), commit = commit_.toStdString()](Nothing&,
                                                                   const std::stop_token& stop) {
            git::remember_consent(git::Repository(clone));
            return git::fetch_blobs_of(clone, commit, git::FetchConsent::given(), stop);
        },
        [this](const base::Message& trouble) { take(engineText(trouble)); },
        [this](const std::exception& error) { take(errorText(error)); });
}

void FetchBar::take(const QString& trouble) {
    if (!trouble.isEmpty()) {
        showOffer(tr("Git could not fetch it: %1. Is there a network?").arg(cutText(trouble)));
        return;
    }
    reset();
    emit fetched();
}

} // namespace mw::ui
