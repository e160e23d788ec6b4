#include "application/application.h"
#include "tour/states.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QProcess>
#include <QSettings>
#include <QTest>

#include <array>
#include <cstdio>
#include <optional>

/// Takes a picture of every state of the window, light and dark:
///     tour FOLDER [--db FILE] [--only NAME] [--size WxH] [--across] [--ask PROGRAM]
/// On the release that the program ships and one made for it, or on a database of somebody's own,
/// of which it uses a copy. Scale: QT_SCALE_FACTOR. With --across the window comes up on the first
/// screen and is moved to the last one. tests/screenshots.sh runs it on a display.
/// With --ask, PROGRAM is run with the name of each state, light alone, while the window shows it;
/// where it ends with another status than 0, so does this program.
namespace {

/// For what is drawn a moment after it is there: cursors, scroll bars, what is still laid out.
constexpr int restMilliseconds = 250;
/// For a program that reads a window, on a machine that does other things beside.
constexpr int answerMilliseconds = 300'000;

struct Order {
    QString database, clone, folder, suffix, ask;
    QSize size;
    bool dark = false, across = false;
};

/// The window answers meanwhile.
bool ask(const QString& program, const QString& state) {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(program, {state});
    const bool ended = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; },
                                       answerMilliseconds);
    if (process.error() != QProcess::UnknownError)
        std::fprintf(stderr, "%s: %s: %s\n", qPrintable(state), qPrintable(program),
                     qPrintable(process.errorString()));
    return ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

bool take(const TourState& state, const Order& order) {
    std::optional<DarkDesktop> dark;
    if (order.dark)
        dark.emplace();
    Stage stage(order.database, order.clone, order.size);
    stage.setAcross(order.across);
    if (!state.go(stage)) {
        if (state.needsKeyboard && !QApplication::activeWindow()) {
            std::fprintf(stderr, "%s: left out, as no window has a keyboard here\n", state.name);
            return true;
        }
        std::fprintf(stderr, "%s: could not be brought about\n", state.name);
        return false;
    }
    QTest::qWait(restMilliseconds);
    const QString file =
        QStringLiteral("%1/%2%3.png").arg(order.folder, QLatin1String(state.name), order.suffix);
    if (!stage.picture().save(file)) {
        std::fprintf(stderr, "%s cannot be written\n", qPrintable(file));
        return false;
    }
    std::printf("%s\n", qPrintable(file));
    std::fflush(stdout);
    return order.ask.isEmpty() || ask(order.ask, QLatin1String(state.name));
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    mw::ui::setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QCommandLineParser parser;
    const QCommandLineOption database("db", "Show this database.", "FILE");
    const QCommandLineOption only("only", "Only states whose name starts so.", "NAME");
    const QCommandLineOption size("size", "Of the window.", "WxH", "1440x900");
    const QCommandLineOption asked("ask", "Run this while a state is shown.", "PROGRAM");
    const QCommandLineOption across("across", "Move the window to the last screen first.");
    parser.addOptions({database, only, size, across, asked});
    parser.addHelpOption();
    parser.addPositionalArgument("folder", "Where the pictures go.");
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);

    std::optional<TourDatabase> own;
    Order order;
    order.database = parser.value(database);
    if (order.database.isEmpty()) {
        own.emplace();
        order.database = own->file();
        order.clone = own->clone();
    }
    order.ask = parser.value(asked);
    order.across = parser.isSet(across);
    order.folder = parser.positionalArguments().constFirst();
    QDir().mkpath(order.folder);
    const QStringList sides = parser.value(size).split(QLatin1Char('x'));
    order.size = QSize(sides.value(0).toInt(), sides.value(1).toInt());
    int failures = 0;
    for (const TourState& state : tourStates()) {
        if ((state.ownRelease && !own) ||
            !QString::fromLatin1(state.name).startsWith(parser.value(only)))
            continue;
        for (const bool dark : {false, true}) {
            if (dark && !order.ask.isEmpty())
                continue;
            order.dark = dark;
            order.suffix =
                QStringLiteral("-%1@%2x%3%4")
                    .arg(dark ? "dark" : "light")
                    .arg(application.devicePixelRatio())
                    .arg(order.size.width() == 1440 ? QString()
                                                    : QStringLiteral("-") + parser.value(size))
                    .arg(order.across ? "-across" : "");
            failures += !take(state, order);
        }
    }
    return failures == 0 ? 0 : 1;
}
