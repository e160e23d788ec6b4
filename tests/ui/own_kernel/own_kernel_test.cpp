#include "fixtures/sample_window.h"
#include "import/import_progress.h"
#include "own_kernel/own_kernel_controller.h"
#include "own_kernel/tree_form.h"
#include "store/user/config_store.h"
#include "store/user/cve_store.h"
#include "store/user/tree_store.h"
#include "support/repo_builder.h"
#include "test_ui.h"
#include "widgets/collapsible_section.h"
#include "widgets/message_bar.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

#include <fstream>

using namespace mw::ui;
namespace store = mw::store;

/// What a release means for a person's own kernel, in the real window.
class OwnKernelTest : public SampleWindow {
    Q_OBJECT

private slots:
    void aTreeIsAddedByKeyboardAlone();
    void aLongSentenceOfTheFormHasRoom();
    void theMenuHasReadySearches();
    void theSidebarCountsAndNarrows();
    void theDialogLeadsToListsAndForgets();
    void aConfigurationAndItsOpenSymbols();
    void whatIsNoConfigurationIsSaid();
    void recordsAreReadFromAFolder();
    void theTablesFollowTheModelProtocol();

private:
    std::string file() const { return database_->file().toStdString(); }
    OwnKernelController* controller() const { return window_->findChild<OwnKernelController*>(); }
    OwnKernelDialog* dialog() const { return window_->findChild<OwnKernelDialog*>(); }
    template <typename Widget>
    Widget* in(QWidget* parent, const char* name) const {
        return parent->findChild<Widget*>(QLatin1String(name));
    }
    QStringList subjects() const;
    QAction* menuAction(const QString& text) const;
    /// The window counts lines that are left to be counted, and nothing else is read meanwhile.
    void awaitImport() {
        QTRY_VERIFY_WITH_TIMEOUT(!window_->findChild<ImportProgressWidget*>()->isVisible(),
                                 patience);
    }
    /// stable has f, lacks k and l; of the others nothing can be told. CVE-1 is fixed by k.
    void know();
};

QStringList OwnKernelTest::subjects() const {
    QStringList list;
    const QAbstractItemModel* const model = window_->findChild<mw::ui::ChangesetView*>()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        list << model->index(row, 0).data().toString();
    return list;
}

QAction* OwnKernelTest::menuAction(const QString& text) const {
    for (QAction* const action : controller()->menu()->actions())
        if (action->text() == text)
            return action;
    return nullptr;
}

void OwnKernelTest::know() {
    store::Tree tree;
    tree.name = "stable";
    tree.repository = "/nowhere/linux-stable";
    tree.revision = "linux-6.6.y";
    tree.oid = std::string(40, 'a');
    std::vector<store::TreeAnswer> answers;
    for (const char id : {'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'})
        answers.push_back({std::string(20, id),
                           id == 'f'                ? store::TreeState::there
                           : id == 'k' || id == 'l' ? store::TreeState::missing
                                                    : store::TreeState::unknown,
                           {}});
    store::TreeStore(file()).put(tree, answers);
    const auto oid = QByteArray(20, 'k').toHex().toStdString();
    store::CveStore(file()).replace({{"CVE-2024-1", 7.8, "HIGH", "X", {{oid, true}}}});
    window_->session().reload();
    QTRY_VERIFY_WITH_TIMEOUT(menuAction("Fixes that stable lacks"), patience);
}

void OwnKernelTest::aTreeIsAddedByKeyboardAlone() {
    QTemporaryDir folder;
    mw::test::RepoBuilder repository(folder.filePath("linux-stable").toStdString());
    repository.tag("v6.6", repository.commit("a.c", "a\n").message("a: begin"));
    repository.branch("linux-6.6.y", repository.tip());
    repository.commit("a.c", "b\n").message("a: go on");
    repository.write();
    // As a newcomer finds it: the menu, its first line, the first button.
    auto* const tell = window_->findChild<QAction*>("actionTrees");
    QVERIFY(tell && tell->text().contains("tree have this"));
    tell->trigger();
    QTRY_VERIFY(dialog() && dialog()->isVisible());
    auto* const add = in<QPushButton>(dialog(), "addTree");
    QTRY_VERIFY(add->hasFocus());
    QTest::keyClick(add, Qt::Key_Space);
    QTRY_VERIFY(dialog()->findChild<TreeForm*>());
    auto* const form = dialog()->findChild<TreeForm*>();
    auto* const read = in<QDialogButtonBox>(form, "buttons")->button(QDialogButtonBox::Ok);
    QVERIFY(!read->isEnabled());
    auto* const clone = in<QLineEdit>(form, "repository");
    clone->clear();
    QTest::keyClicks(clone, folder.filePath("linux-stable"));
    auto* const revision = in<QComboBox>(form, "revision");
    QTRY_VERIFY_WITH_TIMEOUT(revision->findText("linux-6.6.y") >= 0, patience);
    QVERIFY(revision->findText("v6.6") > revision->findText("linux-6.6.y"));
    revision->lineEdit()->clear();
    QTest::keyClicks(revision->lineEdit(), "linux-6.6.y");
    QCOMPARE(in<QLineEdit>(form, "name")->text(), QString("linux-6.6.y"));
    QVERIFY(read->isEnabled());
    QTest::keyClick(revision->lineEdit(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(menuAction("Fixes that linux-6.6.y lacks"), patience);
    QVERIFY(!controller()->isReading());
    QVERIFY(controller()->readingBar()->isHidden());
    QCOMPARE(dialog()->trees().model()->rowCount(), 1);
    const auto trees = store::TreeStore(file()).all();
    QCOMPARE(trees.size(), std::size_t(1));
    QCOMPARE(trees[0].first.revision, std::string("linux-6.6.y"));
    QCOMPARE(trees[0].second.not_asked, 0);
}

/// What is wrong is said in as many lines as it takes, and squeezes nothing above it.
void OwnKernelTest::aLongSentenceOfTheFormHasRoom() {
    controller()->openTrees();
    QTRY_VERIFY(dialog() && dialog()->isVisible());
    auto* const add = in<QPushButton>(dialog(), "addTree");
    QTRY_VERIFY_WITH_TIMEOUT(add->isEnabled(), patience);
    add->click();
    QTRY_VERIFY(dialog()->findChild<TreeForm*>());
    auto* const form = dialog()->findChild<TreeForm*>();
    QTRY_VERIFY(form->isVisible());
    auto* const sentence = in<QLabel>(form, "sentence");
    in<QLineEdit>(form, "repository")->setText("/nowhere/" + QString("long/").repeated(60));
    QTRY_VERIFY_WITH_TIMEOUT(sentence->text().contains("long/long"), patience);
    auto* const browse = in<QPushButton>(form, "browse");
    QTRY_VERIFY(browse->height() >= browse->sizeHint().height());
    QVERIFY(sentence->height() >= sentence->heightForWidth(sentence->width()));
}

void OwnKernelTest::theMenuHasReadySearches() {
    know();
    menuAction("CVE fixes that stable lacks")->trigger();
    QTRY_COMPARE(subjects(), QStringList{"usb: Fix a leak"});
    QCOMPARE(place().filter, QString("missing-in:stable is:cve-fix"));
    QTRY_VERIFY(window_->findChild<mw::ui::ChangesetView*>()->hasFocus());
    window_->findChild<QAction*>("actionCveFixes")->trigger();
    QTRY_COMPARE(place().filter, QString("is:cve-fix"));
}

void OwnKernelTest::theSidebarCountsAndNarrows() {
    auto* const panel = window_->findChild<KernelPanel*>();
    // Before anything is known, each line leads to where it is told.
    QCOMPARE(panel->topLevelItemCount(), 3);
    know();
    window_->findChild<CollapsibleSection*>("ownKernel")->setOpen(true);
    QTRY_VERIFY(panel->topLevelItem(0)->childCount() == 5);
    QTreeWidgetItem* const tree = panel->topLevelItem(0);
    QCOMPARE(tree->text(0), QString("stable"));
    QTRY_COMPARE(tree->child(1)->text(1), QString("1"));
    QCOMPARE(tree->child(2)->text(1), QString("2"));
    QCOMPARE(tree->child(3)->text(1), QString("1"));
    QCOMPARE(tree->child(4)->text(1), QString("4"));
    emit panel->itemActivated(tree->child(2), 0);
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(tree->child(2)->text(0), QString("✓ Not there"));
    emit panel->itemActivated(tree->child(2), 0);
    QTRY_COMPARE(rows(), 7);
}

void OwnKernelTest::theDialogLeadsToListsAndForgets() {
    know();
    controller()->openTrees();
    QTRY_COMPARE(dialog()->trees().model()->rowCount(), 1);
    QTRY_VERIFY(dialog()->trees().hasFocus());
    const QAbstractItemModel* const model = dialog()->trees().model();
    QCOMPARE(model->index(0, 2).data().toString(), QString("1"));
    QCOMPARE(model->index(0, 3).data().toString(), QString("0"));
    QCOMPARE(model->index(0, 4).data().toString(), QString("2"));
    QCOMPARE(model->index(0, 5).data().toString(), QString("1"));
    in<QPushButton>(dialog(), "showTreeCves")->click();
    QTRY_COMPARE(rows(), 1);
    QVERIFY(!dialog()->isVisible());
    controller()->openTrees();
    in<QPushButton>(dialog(), "removeTree")->click();
    QTRY_VERIFY(dialog()->findChild<QMessageBox*>());
    for (QAbstractButton* const button : dialog()->findChild<QMessageBox*>()->buttons())
        if (button->text().contains("Forget"))
            button->click();
    QTRY_COMPARE_WITH_TIMEOUT(dialog()->trees().model()->rowCount(), 0, patience);
    QTRY_VERIFY(!menuAction("Fixes that stable lacks"));
}

void OwnKernelTest::aConfigurationAndItsOpenSymbols() {
    store::KernelConfig config;
    config.file = "/boot/config-6.6";
    config.text = "CONFIG_X86=y\n";
    config.architecture = "x86";
    std::vector<store::BuildAnswer> answers;
    for (const char id : {'f', 'g', 'h', 'i', 'j', 'k', 'l'})
        answers.push_back({std::string(20, id), id == 'f'   ? store::BuildState::built_in
                                                : id == 'g' ? store::BuildState::cannot_tell
                                                            : store::BuildState::not_built});
    store::ConfigStore(file()).put(config, answers);
    window_->session().reload();
    controller()->openConfig();
    QTRY_COMPARE(dialog()->symbols().model()->rowCount(), 1);
    QCOMPARE(dialog()->symbols().model()->index(0, 0).data().toString(), QString("SND_NEW_CARD"));
    QCOMPARE(dialog()->symbols().model()->index(0, 1).data().toString(), QString("A new card"));
    QCOMPARE(dialog()->symbols().model()->index(0, 2).data().toString(), QString("n"));
    const QString sentence = in<QLabel>(dialog(), "builds")->text();
    QVERIFY2(sentence.startsWith("7 changesets of v2. Touching what config-6.6 builds: 1 ("),
             qPrintable(sentence));
    in<QPushButton>(dialog(), "showBuilt")->click();
    QTRY_COMPARE(subjects(), QStringList{"core: six"});
    window_->findChild<QAction*>("actionFigures")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            for (const auto* const label : window_->findChildren<QLabel*>("summary"))
                if (label->text().contains("Touching what config-6.6 builds"))
                    return true;
            return false;
        }(),
        patience);
}

void OwnKernelTest::whatIsNoConfigurationIsSaid() {
    QTemporaryDir folder;
    const QString text = folder.filePath("config-none");
    std::ofstream(text.toStdString()) << "hello\n";
    awaitImport();
    QSignalSpy failed(controller(), &OwnKernelController::failed);
    controller()->readConfig(text);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
    QVERIFY2(failed.at(0).at(0).toString().contains("is no kernel configuration"),
             qPrintable(failed.at(0).at(0).toString()));
    QVERIFY(!controller()->isReading());
    controller()->readRecords(folder.path());
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 2, patience);
    QVERIFY2(failed.at(1).at(0).toString().contains("CVE records"),
             qPrintable(failed.at(1).at(0).toString()));
}

void OwnKernelTest::recordsAreReadFromAFolder() {
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath("cve/published/2024"));
    const QByteArray oid = QByteArray(20, 'j').toHex();
    std::ofstream(folder.filePath("cve/published/2024/CVE-2024-7.dyad").toStdString())
        << "6.1:" << QByteArray(20, 'f').toHex().toStdString() << ":6.7:" << oid.toStdString()
        << "\n";
    awaitImport();
    QSignalSpy failed(controller(), &OwnKernelController::failed);
    QSignalSpy done(controller(), &OwnKernelController::done);
    controller()->readRecords(folder.path());
    QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty() || !done.isEmpty(), patience);
    QVERIFY2(failed.isEmpty(), qPrintable(failed.value(0).value(0).toString()));
    QTRY_VERIFY_WITH_TIMEOUT(window_->findChild<QAction*>("actionCveFixes")->isEnabled(), patience);
    controller()->openRecords();
    in<QPushButton>(dialog(), "showCveFixes")->click();
    QTRY_COMPARE(subjects(), QStringList{"sound: A new card"});
}

void OwnKernelTest::theTablesFollowTheModelProtocol() {
    know();
    controller()->openTrees();
    const QAbstractItemModelTester trees(dialog()->trees().model(),
                                         QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester symbols(dialog()->symbols().model(),
                                           QAbstractItemModelTester::FailureReportingMode::QtTest);
    store::TreeStore(file()).remove("stable");
    window_->session().reload();
    QTRY_COMPARE_WITH_TIMEOUT(dialog()->trees().model()->rowCount(), 0, patience);
}

MW_UI_TEST(OwnKernelTest)
#include "own_kernel_test.moc"
