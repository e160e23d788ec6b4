// Dialogs on a screen that is smaller than they want to be.

#include "test_ui.h"
#include "widgets/screen_fit.h"

#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QScreen>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace mw::ui;

class DialogFitTest : public QObject {
    Q_OBJECT

private slots:
    void aLargeDialogFitsItsScreen();
    void aSmallOneStaysAsItIs();
    void oneGrowsWithATextAndNoFurther();

private:
    DialogFit fit_{nullptr};
};

void DialogFitTest::aLargeDialogFitsItsScreen() {
    QDialog dialog;
    dialog.resize(1440, 900);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const QSize room = dialog.screen()->availableGeometry().size();
    QCOMPARE(room, QSize(1280, 720));
    QVERIFY(dialog.width() < room.width() && dialog.width() > 1200);
    QVERIFY(dialog.height() < room.height() - 40 && dialog.height() > 600);
}

void DialogFitTest::aSmallOneStaysAsItIs() {
    QDialog dialog;
    dialog.resize(400, 300);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    QCOMPARE(dialog.size(), QSize(400, 300));
}

void DialogFitTest::oneGrowsWithATextAndNoFurther() {
    QDialog dialog;
    auto* const label = new QLabel(QStringLiteral("One line."));
    label->setWordWrap(true);
    (new QVBoxLayout(&dialog))->addWidget(label);
    dialog.resize(400, 100);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    label->setText(QStringLiteral("many words ").repeated(100));
    QTRY_VERIFY(dialog.height() >= dialog.layout()->totalHeightForWidth(dialog.width()));
    label->setText(QStringLiteral("many words ").repeated(10'000));
    QTest::qWait(50);
    QVERIFY(dialog.height() <= dialog.screen()->availableGeometry().height());
}

namespace {

int onASmallScreen(int argc, char** argv) {
    const QTemporaryDir folder;
    QFile screens(folder.filePath(QStringLiteral("screens.json")));
    if (!screens.open(QFile::WriteOnly))
        return 1;
    screens.write(R"({"screens":[{"name":"one","x":0,"y":0,"width":1280,"height":720,)"
                  R"("logicalDpi":96,"logicalBaseDpi":96,"dpr":1}]})");
    screens.close();
    const QByteArray platform = "offscreen:configfile=" + screens.fileName().toLocal8Bit();
    qputenv("QT_QPA_PLATFORM", platform);
    const QApplication application(argc, argv);
    DialogFitTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace

MW_UI_TEST_WITH_MAIN(DialogFitTest, onASmallScreen)

#include "dialog_fit_test.moc"
