#pragma once

#include "commands/action_catalogue.h"
#include "commands/key_table.h"

#include <QDialog>

#include <memory>

class QMainWindow;
class QPrinter;
class QTreeWidgetItem;

namespace Ui {
class ShortcutTable;
}

namespace mw::ui {

/// Everything that can be done by keys: the window's own actions under the menus that have them,
/// with their shortcuts or else the keys through the menus, and the keys of its parts. To be
/// searched, copied and printed. Shows the keys of the moment it was made. GUI thread.
class ShortcutTable : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutTable(QMainWindow& window);
    ~ShortcutTable() override;

    /// What is shown, as lines of text: groups, and under each "keys TAB what".
    QString plainText() const;
    /// The same as a page to be printed.
    QString html() const;

public slots:
    void copy();
    void print();

private:
    void fill(const QMainWindow& window);
    QTreeWidgetItem* group(const QString& title);
    void addLine(QTreeWidgetItem* group, const QString& what, const QString& keys, bool byMenu);
    void narrow(const QString& text);

    std::unique_ptr<Ui::ShortcutTable> ui_;
};

} // namespace mw::ui
