#pragma once

#include <QDialog>

#include <memory>

namespace Ui {
class AboutDialog;
}

namespace mw::ui {

/// What this program is, and which versions of what it runs with: to be read, and copied into a
/// report of a mistake. GUI thread.
class AboutDialog : public QDialog {
    Q_OBJECT

public:
    AboutDialog(const QString& database, QWidget* parent);
    ~AboutDialog() override;

    QString versions() const;

public slots:
    void copy();

private:
    std::unique_ptr<Ui::AboutDialog> ui_;
};

} // namespace mw::ui
