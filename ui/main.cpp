#include "app/application.h"
#include "app/command_line.h"
#include "app/main_window.h"
#include "app/screenshot.h"
#include "app/start_clock.h"

#include <QApplication>

int main(int argc, char** argv) {
    mw::ui::answerWithoutDisplay(argc, argv);
    QApplication application(argc, argv);
    mw::ui::setUpApplication();
    const mw::ui::StartOptions options = mw::ui::parseCommandLine();

    mw::ui::MainWindow window(options);
    if (!options.screenshot.isEmpty())
        new mw::ui::Screenshot(window, options.screenshot);
    if (options.measureStart)
        new mw::ui::StartClock(window);
    window.show();
    return QApplication::exec();
}
