#pragma once

#include <QWidget>

class QToolButton;

namespace mw::ui {

class CommitPanel;
class MentionsBar;

/// A commit view with what is written about its commit below it; beside a document it has a button
/// to close it. GUI thread.
class CommitSide : public QWidget {
    Q_OBJECT

public:
    /// Takes the panel over.
    explicit CommitSide(CommitPanel* panel, QWidget* parent = nullptr);

    CommitPanel& panel() { return *panel_; }
    MentionsBar& mentions() { return *mentions_; }
    void setClosable(bool closable);

signals:
    void closeWanted();

private:
    CommitPanel* panel_;
    MentionsBar* mentions_;
    QToolButton* close_;
};

} // namespace mw::ui
