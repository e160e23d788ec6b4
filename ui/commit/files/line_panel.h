#pragma once

#include "commit/files/line_finder.h"

#include <QTimer>
#include <QWidget>

class QPushButton;
class QToolButton;
class QTreeWidget;

namespace mw::ui {

class WrapLabel;

/// Below a diff: who wrote a line of it, or what changed its lines later, found in the clone while
/// one reads on. Hidden until something is asked. GUI thread.
class LinePanel : public QWidget {
    Q_OBJECT

public:
    explicit LinePanel(QWidget* parent = nullptr);

    /// release: what a person calls from..to.
    void askOrigin(const LineQuestion& question, const QString& release);
    void askLater(const LineQuestion& question, const QString& release);
    /// In place of an answer.
    void say(const QString& sentence);
    /// Another diff is shown: what was asked is not wanted any more.
    void reset();

signals:
    void commitRequested(const QString& oid);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Asked { Nothing, Origin, Later };

    void start(Asked asked, const LineQuestion& question, const QString& release);
    void showProgress(qint64 done, qint64 total);
    void add(const LineCommit& commit);
    void finish();
    void end(const QString& sentence);
    void fit();
    void fitColumns();

    LineFinder finder_;
    WrapLabel* state_;
    QPushButton* stop_;
    QPushButton* further_;
    QToolButton* close_;
    QTreeWidget* commits_;
    QTimer slow_; ///< says that it runs, once that takes long enough to be noticed
    Asked asked_ = Asked::Nothing;
    LineQuestion question_, next_;
    QString release_, running_;
    bool unfinished_ = false;
};

} // namespace mw::ui
