#pragma once

#include <QToolButton>
#include <QWidget>

namespace mw::ui {

/// A page of the sidebar under a title that folds it away. Owns its content. GUI thread.
class CollapsibleSection : public QWidget {
    Q_OBJECT

public:
    CollapsibleSection(const QString& title, QWidget* content, QWidget* parent = nullptr);

    bool isOpen() const { return title_->isChecked(); }
    void setOpen(bool open) { title_->setChecked(open); }

signals:
    void toggled(bool open);

private:
    void follow(bool open);

    QToolButton* const title_;
    QWidget* const content_;
};

} // namespace mw::ui
