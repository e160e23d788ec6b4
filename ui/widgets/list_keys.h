#pragma once

#include <QObject>

class QAbstractItemView;
class QWidget;

namespace mw::ui {

/// Walks through a list by the arrow and page keys while a person types into a field above it.
/// GUI thread. Belongs to the field.
class ListKeys : public QObject {
public:
    ListKeys(QWidget* field, QAbstractItemView* list);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAbstractItemView* const list_;
};

} // namespace mw::ui
