#pragma once

#include <QWidget>

namespace mw::ui {

/// Keeps the placeholder of an editor readable on its base, whatever the desktop's palette says:
/// many dark ones leave it black. A child of the edit. GUI thread.
class ReadablePlaceholder : public QObject {
    Q_OBJECT

public:
    explicit ReadablePlaceholder(QWidget* edit);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();

    QWidget* const edit_;
};

} // namespace mw::ui
