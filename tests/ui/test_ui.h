#pragma once

#include <QApplication>
#include <QCoreApplication>
#include <QTest>

#include <type_traits>

/// How long a test waits for what must come, in milliseconds: spent only where it fails, so enough
/// for a machine that does other things beside, or has every access looked at.
#ifdef MW_SLOWER
constexpr int patience = 300'000;
#else
constexpr int patience = 60'000;
#endif

namespace mw::ui {

/// Runs a test's class as QTEST_MAIN does; arguments are those of Qt Test, after the program's
/// name.
using UiTestMain = int (*)(int argc, char** argv);

/// Makes a test known to test_ui under the name of its file, without ".cpp". Once for each file,
/// while the program starts.
struct UiTestRegistration {
    UiTestRegistration(const char* file, UiTestMain main);
};

template <typename Application, typename Test>
int runUiTest(int argc, char** argv) {
    Application application(argc, argv);
    if constexpr (std::is_same_v<Application, QApplication>)
        application.setAttribute(Qt::AA_Use96Dpi, true);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace mw::ui

/// The tests of all files are one program, test_ui (Qt's own macros make one of each, which would
/// take as long to link as the window itself): what stands where QTEST_MAIN(Test) would.
#define MW_UI_TEST(Test)                                                                           \
    static const mw::ui::UiTestRegistration registered##Test(                                      \
        __FILE__, &mw::ui::runUiTest<QApplication, Test>);
/// As QTEST_GUILESS_MAIN(Test): where nothing is shown.
#define MW_UI_TEST_WITHOUT_WINDOWS(Test)                                                           \
    static const mw::ui::UiTestRegistration registered##Test(                                      \
        __FILE__, &mw::ui::runUiTest<QCoreApplication, Test>);
/// With a main() of the test's own, which must make the application and call QTest::qExec().
#define MW_UI_TEST_WITH_MAIN(Test, main)                                                           \
    static const mw::ui::UiTestRegistration registered##Test(__FILE__, main);
