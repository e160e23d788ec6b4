#pragma once

#include "store/model/records.h"

#include <QWidget>

#include <memory>

namespace Ui {
class WhyPage;
}

namespace mw::ui {

/// 'Why here?': where a commit is filed, who decided that, what the rules say and for what reason,
/// with what can be done about it. GUI thread.
class WhyPage : public QWidget {
    Q_OBJECT

public:
    explicit WhyPage(QWidget* parent = nullptr);
    ~WhyPage() override;

    void showCommit(const store::CommitDetail& detail, const store::Release& release);
    /// To what is most likely to be done here.
    void focusPut();

signals:
    void filterRequested(const QString& query);
    void putRequested();
    void backRequested();
    void rulesRequested();

private:
    std::unique_ptr<Ui::WhyPage> ui_;
};

} // namespace mw::ui
