#include "application/application.h"
#include "application/command_line.h"
#include "application/display_guard.h"
#include "application/single_instance.h"
#include "base/system/memory_pools.h"
#include "window/main_window.h"
#include "window/screenshot.h"
#include "window/start_clock.h"

#include <QApplication>

#include <optional>

int main(int argc, char** argv) {
    mw::base::share_memory_pools();
    mw::ui::answerWithoutDisplay(argc, argv);
    std::optional<mw::ui::DisplayGuard> guard(std::in_place);
    QApplication application(argc, argv);
    guard.reset();
    mw::ui::setUpApplication();
    const mw::ui::StartOptions options = mw::ui::parseCommandLine();

    mw::ui::SingleInstance instance(options.database);
    if (options.remembers() && !instance.claim() && instance.handOver(options))
        return 0;

    mw::ui::MainWindow window(options);
    QObject::connect(&instance, &mw::ui::SingleInstance::requested, &window,
                     &mw::ui::MainWindow::onOpenRequest);
    if (!options.screenshot.isEmpty())
        new mw::ui::Screenshot(window, options);
    if (options.measureStart)
        new mw::ui::StartClock(window);
    window.show();
    return QApplication::exec();
}
