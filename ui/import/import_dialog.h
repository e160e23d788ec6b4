#pragma once

#include "git/tags.h"
#include "importer/import.h"

#include <QDialog>
#include <QTimer>

#include <memory>
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
    enum class Reading { Nothing, Busy, Done, Failed };

    void connectFields();
    void browse();
    QString repository() const;
    void readRepository();
    void takeTags(const QString& path, const std::vector<git::Tag>& tags);
    void suggest(const git::SuggestedRange& range);
    void suggestFrom();
    void checkRevisions();
    QString mistake() const;
    QString remark() const;
    void refresh();

    std::unique_ptr<Ui::ImportDialog> ui_;
    std::unique_ptr<RepositoryProbe> probe_;
    QTimer typing_; ///< a clone is read, and revisions are looked up, a moment after the last key
    Reading reading_ = Reading::Nothing;
    QString read_;  ///< the path that reading_ is about
    QString error_; ///< why that path could not be read
    std::vector<git::Tag> tags_;
    bool fromTouched_ = false, nameTouched_ = false;
};

} // namespace mw::ui
