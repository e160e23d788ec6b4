#pragma once

#include <QObject>
#include <QPointer>
#include <QTextDocument>
#include <QTimer>

namespace mw::ui {

/// Lays a text out a little at a time, in between whatever else the window does. By itself
/// QTextDocumentLayout goes on by twice as much each time, up to 200,000 letters, which can be
/// felt; its own timers are held back until all is laid out. GUI thread.
class LayoutPacer : public QObject {
    Q_OBJECT

public:
    explicit LayoutPacer(QObject* parent = nullptr);
    ~LayoutPacer() override;

    /// Null: none. The text must be one that a view has.
    void watch(QTextDocument* text);
    /// Lines break elsewhere now: begins at the start again.
    void restart();

    /// Whether a place can be asked for without laying anything out.
    bool hasReached(int position) const { return !text_ || done_ || position < reached_; }

signals:
    void progressed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void step();
    void finish();

    QPointer<QTextDocument> text_;
    QTimer timer_;
    int reached_ = 0;
    bool done_ = true;
};

} // namespace mw::ui
