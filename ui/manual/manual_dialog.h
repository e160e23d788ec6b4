#pragma once

#include <QDialog>

#include <memory>

class QTreeWidgetItem;

namespace Ui {
class ManualDialog;
}

namespace mw::ui {

/// The manual of both programs, the same that man(1) shows, with its contents at the left. It comes
/// with the program as HTML of the project's own sources; a program's page is in the language of
/// the window where it has been translated, else in English. GUI thread.
class ManualDialog : public QDialog {
    Q_OBJECT

public:
    explicit ManualDialog(QWidget* parent);
    ~ManualDialog() override;

    /// What is read, without its form.
    QString plainText() const;

signals:
    /// All keys are wanted, which are a table of their own.
    void keysWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addButtons();
    void showText();
    void fillContents();
    void goTo(const QTreeWidgetItem* item);

    std::unique_ptr<Ui::ManualDialog> ui_;
    QString html_;
};

} // namespace mw::ui
