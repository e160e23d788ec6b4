#pragma once

#include "workers/work_thread.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;

namespace mw::ui {

/// The line above a diff that a clone without file contents cannot show: offers to have git fetch
/// what the commit needs, says how that goes, and stops it. Hidden while there is nothing to offer.
/// GUI thread.
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
    void fetch();
    void take(const std::string& trouble);
    void showOffer(const QString& text);
    void press();

    QLabel* state_;
    QPushButton* button_;
    QString clone_, commit_;
    bool running_ = false;
    std::unique_ptr<WorkThread<Nothing>> thread_; ///< only where it was asked for once
};

} // namespace mw::ui
