#pragma once

#include "breakdown/pull_model.h"
#include "ranking/pull_text.h"
#include "widgets/wrap_label.h"

#include <QLineEdit>
#include <QSplitter>
#include <QTextBrowser>
#include <QTreeView>
#include <QWidget>

namespace mw::ui {

/// The pulls of a release: a table to sort and to search, and the text of the pull that is chosen
/// in it. Shows what it is given. GUI thread.
class PullsPage : public QWidget {
    Q_OBJECT

public:
    explicit PullsPage(QWidget* parent = nullptr);

    /// asOf: empty for all of the release.
    void setPulls(std::vector<PullLine> pulls, const store::Release& release,
                  std::optional<Seconds> asOf);
    /// In place of a table: why there is none.
    void setMessage(const QString& sentence);
    /// Ignored where another pull is chosen by now.
    void setText(store::RowId pull, const std::vector<document::PullBlock>& blocks);

signals:
    void textWanted(mw::store::RowId pull);
    void commitRequested(const QString& oid);
    /// The list is to show what the pull brought.
    void mergedCommitsRequested(const QString& oid, const QString& label);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setUpTable();
    /// All of the width, and no more: what matters least is left out where there is little.
    void fitColumns();
    const PullLine* current() const;
    void choose();
    void openCurrent();
    void follow(const QUrl& target);
    void showText();

    PullModel model_;
    WrapLabel* summary_;
    QLineEdit* filter_;
    QSplitter* splitter_;
    QTreeView* table_;
    QTextBrowser* text_;
    bool hasLines_ = false;
    bool fitting_ = false, sizedByHand_ = false;
    std::string chosen_; ///< the pull's id
    std::vector<document::PullBlock> blocks_;
};

} // namespace mw::ui
