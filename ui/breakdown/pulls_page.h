#pragma once

#include "labels/wrap_label.h"
#include "outline/outline_view.h"
#include "ranking/pull_text.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSplitter>
#include <QTextBrowser>
#include <QWidget>

namespace mw::ui {

/// What was pulled into a release, as an outline to open, to sort and to search, and the message of
/// what is chosen in it. Shows what it is given. GUI thread.
class PullsPage : public QWidget {
    Q_OBJECT

public:
    explicit PullsPage(QWidget* parent = nullptr);

    /// Of the release; asOf: empty for all of it.
    void setOutline(SharedOutline outline, const store::Release& release,
                    std::optional<Seconds> asOf);
    /// What the list shows, where that is a part of the release.
    void setHits(const std::optional<IdList>& hits);
    /// In place of a table: why there is none.
    void setMessage(const QString& sentence);
    /// Ignored where another commit is chosen by now.
    void setText(store::RowId commit, const std::vector<document::PullBlock>& blocks);
    /// Opens the way to a commit, whatever was left out; false where it is not there.
    bool reveal(const QString& oid);

signals:
    void textWanted(mw::store::RowId commit);
    void commitRequested(const QString& oid);
    /// The list is to show what the pull brought.
    void mergedCommitsRequested(const QString& oid, const QString& label);

protected:
    void changeEvent(QEvent* event) override;

private:
    const store::OutlineNode* current() const;
    void choose();
    void follow(const QUrl& target);
    void showText();
    QString factsOf(const store::OutlineNode& node) const;

    WrapLabel* summary_;
    QLineEdit* filter_;
    QCheckBox* onlyHits_;
    QSplitter* splitter_;
    OutlineView* table_;
    QTextBrowser* text_;
    std::vector<document::PullBlock> blocks_;
    std::string textOf_; ///< the id of the commit whose message is shown
};

} // namespace mw::ui
