#pragma once

#include "own_kernel/own_kernel_engine.h"
#include "workers/work_thread.h"

#include <QDialog>
#include <QTimer>

#include <memory>

namespace Ui {
class TreeForm;
}

namespace mw::ui {

/// Asks which tree is to be read: the folder of its clone, a branch, tag or commit of it, and what
/// it is called. Offers the branches and tags that the clone has, read on a thread of its own. GUI
/// thread.
class TreeForm : public QDialog {
    Q_OBJECT

public:
    /// taken: names of trees that are known, which would be read anew.
    TreeForm(const QString& repository, const QStringList& taken, QWidget* parent = nullptr);
    ~TreeForm() override;

    OwnKernelEngine::TreeWish wish() const;

private:
    struct Nothing {};

    QString repository() const;
    void browse();
    void readClone();
    void offer(const std::vector<std::string>& revisions);
    void suggestName();
    /// What must be put right first; empty where nothing is wrong.
    QString mistake() const;
    void refresh();

    std::unique_ptr<Ui::TreeForm> ui_;
    const QStringList taken_;
    QTimer typing_; ///< the clone is looked at a moment after the last key
    bool read_ = false;
    QString problem_; ///< why the clone cannot be read
    bool nameTouched_ = false;
    WorkThread<Nothing> thread_; ///< last: it ends before what its answers go to
};

} // namespace mw::ui
