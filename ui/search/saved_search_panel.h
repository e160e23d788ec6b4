#pragma once

#include "store/user/saved_searches.h"

#include <QTreeWidget>

namespace mw::ui {

/// The searches that a person saved, by name, each with the release that it is about. A click or
/// Enter opens one; a name is changed in its place. Changes nothing by itself. GUI thread.
class SavedSearchPanel : public QTreeWidget {
    Q_OBJECT

public:
    explicit SavedSearchPanel(QWidget* parent = nullptr);

    /// The current one stays current, where it is still there.
    void setSearches(const std::vector<store::SavedSearch>& searches);
    /// Empty where there is none.
    QString current() const;
    void setCurrent(const QString& name);
    /// Lets the current one's name be written anew.
    void editName();

signals:
    void openRequested(const QString& name);
    void renameRequested(const QString& name, const QString& newName);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void finishEditing(QTreeWidgetItem* item, int column);
};

} // namespace mw::ui
