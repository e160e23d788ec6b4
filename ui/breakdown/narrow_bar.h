#pragma once

#include "session/location.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;

namespace mw::ui {

/// What narrows the list besides the words of the filter, as a row of buttons: a click takes one
/// away. Hidden while nothing does. GUI thread.
class NarrowBar : public QWidget {
    Q_OBJECT

public:
    explicit NarrowBar(QWidget* parent = nullptr);

    void show(const Location& place);

signals:
    void sectionCleared();
    void refinementCleared(mw::ui::Breakdown way);
    void momentCleared();

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild(int count);
    void add(const QString& title, const QString& value, int letters,
             const std::function<void()>& clear);

    QHBoxLayout* const layout_;
    Location shown_;
};

} // namespace mw::ui
