#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class MessageBar;
}

namespace mw::ui {

/// A sentence for a person, in a bar above the content: it blocks nothing and stays until it is
/// closed, replaced or taken back. GUI thread.
class MessageBar : public QWidget {
    Q_OBJECT

public:
    enum class Kind { Information, Warning, Error };

    explicit MessageBar(QWidget* parent = nullptr);
    ~MessageBar() override;

    /// action, second: what the buttons say; empty for none.
    void showMessage(Kind kind, const QString& text, const QString& action = {},
                     const QString& second = {});
    /// Whether the action can be taken at the moment.
    void setActionEnabled(bool enabled);
    const QString& text() const { return text_; }

signals:
    void messageShown(mw::ui::MessageBar::Kind kind, const QString& text);
    void actionTriggered();
    void secondTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refreshIcons();

    std::unique_ptr<Ui::MessageBar> ui_;
    QString text_;
    Kind kind_ = Kind::Information;
};

} // namespace mw::ui
