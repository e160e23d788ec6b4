#pragma once

#include "workers/work_thread.h"

#include <QWidget>

#include <memory>

class QPushButton;

namespace mw::ui {

class WrapLabel;

/// The line above a diff that a clone without file contents cannot show: offers to have git fetch
/// what the commit needs, says from where and how that goes, and stops it. Whoever presses the
/// button says that git may fetch for this clone (git/objects/fetch_consent.h). Hidden while there
/// is nothing to offer. GUI thread.
class FetchBar : public QWidget {
    Q_OBJECT

public:
    explicit FetchBar(QWidget* parent = nullptr);
    ~FetchBar() override;

    /// The same again while it runs, or once it failed, changes nothing.
    void offer(const QString& clone, const QString& commit);
    /// Another commit is on screen: what runs is not wanted any more.
    void reset();

signals:
    /// The clone has what was missing.
    void fetched();

private:
    struct Nothing {};
    WorkThread<Nothing>& thread();
    void lookUpAddress();
    void fetch();
    void take(const QString& trouble);
    void showOffer(const QString& text);
    void press();

    WrapLabel* state_;
    QPushButton* button_;
    QString clone_, commit_;
    QString address_; ///< where git would be sent; empty until it is known
    bool running_ = false;
    std::unique_ptr<WorkThread<Nothing>> thread_; ///< only where it was asked for once
};

} // namespace mw::ui
