#pragma once

#include <QMenu>
#include <QObject>
#include <QString>

namespace mw::ui {

class CompareController;
class ReadingPane;
class Session;

/// The pages about a release as such: its charts, what changed at its edges, and releases side by
/// side. Places their actions in the menu. GUI thread; session and pane outlive it.
class ReleasePages : public QObject {
    Q_OBJECT

public:
    ReleasePages(const QString& database, Session& session, ReadingPane& pane, QMenu& menu,
                 QObject* parent = nullptr);

    /// What a person has chosen in them, to be kept.
    QByteArray saveState() const;
    void restoreState(const QByteArray& state);

signals:
    void failed(const QString& sentence);
    void said(const QString& sentence);
    /// A release is to be imported from this clone; empty: from one that a person chooses.
    void importWanted(const QString& repository);

private:
    CompareController* compare_;
};

} // namespace mw::ui
