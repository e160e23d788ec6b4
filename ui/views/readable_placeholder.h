#pragma once

#include <QLineEdit>

namespace mw::ui {

/// Keeps the placeholder of a line edit readable on its base, whatever the desktop's palette says:
/// many dark ones leave it black. A child of the edit. GUI thread.
class ReadablePlaceholder : public QObject {
    Q_OBJECT

public:
    explicit ReadablePlaceholder(QLineEdit* edit);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();

    QLineEdit* const edit_;
};

} // namespace mw::ui
