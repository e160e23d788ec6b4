#pragma once

#include "git/objects/tags.h"
#include "importer/import.h"

#include <QDialog>
#include <QHash>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace Ui {
class ImportDialog;
}

namespace mw::ui {

class RepositoryProbe;

/// Asks which range of which clone to import. Offers the clone's tags, newest first, and suggests
/// the newest release; says what is wrong in a sentence, and lets only what makes sense be started.
/// The clone is read on a thread of its own. GUI thread.
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ImportDialog(QWidget* parent = nullptr);
    ~ImportDialog() override;

    void setRepository(const QString& path);

    /// What was chosen; the database is left empty.
    importer::ImportRequest request() const;

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    enum class Clone { None, Awaited, Read, Unreadable };

    void connectFields();
    void connectProbe();
    void browse();
    QString repository() const;
    void repositoryEdited();
    void readRepository();
    void offerTags(const std::vector<git::Tag>& tags);
    void suggestFrom();
    void suggestName();
    void checkRevisions();
    /// What must be put right first; nothing while an answer is awaited that decides it.
    QString mistake() const;
    QString remark() const;
    bool isKnown(const QString& revision) const;
    void refresh();

    std::unique_ptr<Ui::ImportDialog> ui_;
    std::unique_ptr<RepositoryProbe> probe_;
    QTimer typing_;    ///< the clone is read a moment after the last key
    QTimer revisions_; ///< and so are revisions looked up
    Clone clone_ = Clone::None;
    QString cloneError_; ///< why it is Unreadable
    std::vector<git::Tag> tags_;
    QHash<QString, QString> checked_; ///< revisions that are no tags: what is wrong, empty: nothing
    bool fromTouched_ = false, nameTouched_ = false;
};

} // namespace mw::ui
