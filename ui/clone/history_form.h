#pragma once

#include "clone/clone_search.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace Ui {
class HistoryForm;
}

namespace mw::ui {

/// Asks from where a kernel history is to come and into which folder; says before it is fetched how
/// large it is and how much room there is. Asks others for the room. GUI thread.
class HistoryForm : public QWidget {
    Q_OBJECT

public:
    explicit HistoryForm(QWidget* parent = nullptr);
    ~HistoryForm() override;

    QString url() const;
    /// A whole path.
    QString folder() const;
    void showState(const QString& folder, const FolderState& state);

signals:
    /// Answered by showState(), by and by.
    void stateWanted(const QString& folder);
    void getWanted(const QString& url, const QString& folder);

private:
    void browse();
    void folderEdited();
    void refresh();
    /// What must be put right first; empty where nothing is wrong.
    QString mistake() const;
    QString remark() const;
    bool isScarce() const;

    std::unique_ptr<Ui::HistoryForm> ui_;
    QTimer typing_;
    FolderState state_;
    bool known_ = false; ///< state_ is of the folder in the field
};

} // namespace mw::ui
