#pragma once

#include <QObject>

namespace mw::ui {

class MainWindow;

/// Prints how many milliseconds after the start of the process, loading its libraries included,
/// the list was on screen, then ends the program: exit code 0, or 1 with a sentence where the
/// window failed. GUI thread.
class StartClock : public QObject {
    Q_OBJECT

public:
    explicit StartClock(MainWindow& window);
};

} // namespace mw::ui
