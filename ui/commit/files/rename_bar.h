#pragma once

#include "commit/files/rename_finder.h"
#include "store/model/records.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QPushButton;

namespace mw::ui {

class WrapLabel;

/// The line below a list of files while its renames are looked for: what is done, and a button to
/// stop it. Hidden while there is nothing to say. GUI thread.
class RenameBar : public QWidget {
    Q_OBJECT

public:
    explicit RenameBar(QWidget* parent = nullptr);

    /// Looks once for each commit, where it added a file and deleted another.
    void find(const QString& clone, const QString& commit,
              const std::vector<store::FileChange>& files);
    /// Another commit is on screen: what is looked for is not wanted any more.
    void reset();

signals:
    void found(const std::vector<mw::git::Rename>& renames);

private:
    void take(const git::Renames& renames);
    void say(const QString& text, bool canStop);

    RenameFinder finder_;
    WrapLabel* state_;
    QPushButton* stop_;
    QTimer slow_; ///< says that it runs, once that takes long enough to be noticed
    bool looked_ = false;
};

} // namespace mw::ui
