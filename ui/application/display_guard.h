#pragma once

#include <QtGlobal>

namespace mw::ui {

/// While QApplication is being made: where there is no display for it, Qt aborts the program, and
/// this ends it with a sentence and exit code 1 instead. One at a time; GUI thread.
class DisplayGuard {
public:
    DisplayGuard();
    ~DisplayGuard();
    DisplayGuard(const DisplayGuard&) = delete;
    DisplayGuard& operator=(const DisplayGuard&) = delete;

private:
    const QtMessageHandler before_;
};

} // namespace mw::ui
