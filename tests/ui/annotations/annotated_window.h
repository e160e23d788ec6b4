#pragma once

#include "changesets/changeset_model.h"
#include "changesets/changeset_view.h"
#include "changesets/filter_bar.h"
#include "core/row_marks.h"
#include "store/model/records.h"
#include "support/temp_dir.h"
#include "widgets/message_bar.h"
#include "window/main_window.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTreeView>
#include <QUrl>

#include <memory>
#include <string>

/// How many changesets of the release are of networking.
constexpr int netChanges = 30;

/// The real window on a release imported for it, made anew for each test, with the hands of a
/// person who marks commits: what tests of marks, notes and choices share.
class AnnotatedWindow : public QObject {
    Q_OBJECT

public slots:
    /// What the desktop would have opened.
    void launched(const QUrl& url) { launched_ << url; }

protected slots:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();

protected:
    void open();
    /// What a window manager does when a dialog goes.
    void activate();
    template <typename Widget>
    Widget* find(const char* name = "") const {
        return window_->findChild<Widget*>(QLatin1String(name));
    }
    QTreeView* table() const { return window_->findChild<mw::ui::ChangesetView*>(); }
    QLineEdit* filter() const {
        return window_->findChild<mw::ui::FilterBar*>()->findChild<QLineEdit*>();
    }
    QPlainTextEdit* note() const { return find<QPlainTextEdit>("note"); }
    mw::ui::MessageBar* message() const { return find<mw::ui::MessageBar>("message"); }
    int rows() const { return table()->model()->rowCount(); }
    QVariant cell(int line, int column, int role = Qt::DisplayRole) const {
        return table()->model()->index(line, column).data(role);
    }
    mw::ui::RowMarks marks(int line) const {
        return mw::ui::RowMarks(cell(line, 0, mw::ui::ChangesetModel::MarksRole).toInt());
    }
    QString subject(int line) const { return cell(line, 0).toString(); }
    int count(const QString& section) const;
    QString shownSubject() const { return find<QLabel>("subject")->text(); }
    mw::store::CommitDetail stored(const QString& subject) const;
    QString database() const { return QString::fromStdString((*folder_ / "test.db").string()); }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const;
    void choose(int line);
    void filterBy(const QString& query, int expected);
    void choosePlace(const QString& letters);
    void writeRules(const char* text);
    void answerFileDialog(const QString& file);

    std::unique_ptr<mw::test::TempDir> clones_; ///< made once, with a database to copy
    std::string fixed_;
    std::unique_ptr<mw::test::TempDir> folder_;
    std::unique_ptr<mw::ui::MainWindow> window_;
    QList<QUrl> launched_;
};
