#include "document/view/layout_pacer.h"

#include <QAbstractTextDocumentLayout>
#include <QElapsedTimer>
#include <QTextBlock>

#include <algorithm>

namespace mw::ui {

namespace {

constexpr int portion = 1'000; ///< letters between two looks at the clock
constexpr qint64 milliseconds = 8;

} // namespace

LayoutPacer::LayoutPacer(QObject* parent) : QObject(parent) {
    timer_.setInterval(0);
    connect(&timer_, &QTimer::timeout, this, &LayoutPacer::step);
}

LayoutPacer::~LayoutPacer() = default;

void LayoutPacer::watch(QTextDocument* text) {
    if (text_)
        text_->documentLayout()->removeEventFilter(this);
    text_ = text;
    if (text_)
        text_->documentLayout()->installEventFilter(this);
    restart();
}

void LayoutPacer::restart() {
    reached_ = 0;
    done_ = !text_;
    if (done_)
        timer_.stop();
    else
        timer_.start();
}

void LayoutPacer::step() {
    if (!text_) {
        finish();
        return;
    }
    QElapsedTimer clock;
    clock.start();
    QAbstractTextDocumentLayout* const layout = text_->documentLayout();
    const int end = text_->characterCount() - 1;
    while (reached_ < end && clock.elapsed() < milliseconds) {
        const QTextBlock block = text_->findBlock(std::min(reached_ + portion, end));
        layout->blockBoundingRect(block); // lays out all that is before it
        reached_ = block.position() + block.length();
    }
    if (reached_ >= end)
        finish();
    // The size is asked for by who listens; what stands here is not used.
    emit layout->documentSizeChanged({});
    emit progressed();
}

void LayoutPacer::finish() {
    done_ = true;
    timer_.stop();
}

bool LayoutPacer::eventFilter(QObject* watched, QEvent* event) {
    return (event->type() == QEvent::Timer && !done_) || QObject::eventFilter(watched, event);
}

} // namespace mw::ui
