#pragma once

#include "clone/clone_search.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace Ui {
class HistoryForm;
}

namespace mw::ui {

/// Asks which kernel history is to come, one release or all of it, from where and into which
/// folder; says before it is fetched how large it is and how much room there is. Asks others for
/// the room. GUI thread.
class HistoryForm : public QWidget {
    Q_OBJECT

public:
    explicit HistoryForm(QWidget* parent = nullptr);
    ~HistoryForm() override;

    QString url() const;
    /// The release that is wanted alone, as a tag; empty for the whole history.
    QString release() const;
    /// A whole path.
    QString folder() const;
    void showState(const QString& folder, const FolderState& state);

signals:
    /// Answered by showState(), by and by.
    void stateWanted(const QString& folder);
    /// release: empty for the whole history.
    void getWanted(const QString& url, const QString& folder, const QString& release);

private:
    void browse();
    void folderEdited();
    void choiceChanged();
    bool isRelease() const;
    void refresh();
    /// What must be put right first; empty where nothing is wrong.
    QString mistake() const;
    QString folderMistake() const;
    QString remark() const;
    QString roomRemark() const;
    qint64 roomNeeded() const;
    bool isScarce() const;

    std::unique_ptr<Ui::HistoryForm> ui_;
    QTimer typing_;
    FolderState state_;
    bool known_ = false; ///< state_ is of the folder in the field
    QString proposed_;   ///< the folder that the form itself wrote there
};

} // namespace mw::ui
