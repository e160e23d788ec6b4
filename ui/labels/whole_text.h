#pragma once

#include <QDialog>

class QPlainTextEdit;

namespace mw::ui {

/// All of a text that is cut where it stands: a title, a name or a message of a clone, of any
/// length. To be read and copied. GUI thread.
class WholeText : public QDialog {
    Q_OBJECT

public:
    WholeText(const QString& title, const QString& text, QWidget* parent);

    /// Shows one that goes when it is closed.
    static void open(const QString& title, const QString& text, QWidget* parent);

private:
    const QString text_;
    QPlainTextEdit* const view_;
};

} // namespace mw::ui
