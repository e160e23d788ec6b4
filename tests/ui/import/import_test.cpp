#include "import/import_controller.h"
#include "import/import_dialog.h"
#include "import/import_progress.h"
#include "store/read/reader.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"
#include "test_ui.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace mw::ui;
namespace importer = mw::importer;
namespace store = mw::store;
namespace test = mw::test;

namespace {} // namespace

/// The dialog and the thread behind it, on a repository made for it.
class ImportTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void suggestsTheNewestRelease();
    void theRangeFollowsTheRelease();
    void whatAPersonTypedStays();
    void mistakesAreSentences();
    void revisionsAreLookedUp();
    void foldersCanBeDropped();
    void importsAndReports();
    void aFailureIsASentence();
    void cancelEndsTheImport();
    void destructionEndsTheImport();
    void progressIsShown();

private:
    QLineEdit* line(const char* name) const { return dialog_->findChild<QLineEdit*>(name); }
    QComboBox* box(const char* name) const { return dialog_->findChild<QComboBox*>(name); }
    QString sentence() const { return dialog_->findChild<QLabel*>("sentence")->text(); }
    QPushButton* ok() const {
        return dialog_->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    }
    void open();
    importer::ImportRequest request() const;
    QString database() const { return QString::fromStdString((*folder_ / "test.db").string()); }

    std::unique_ptr<test::TempDir> clones_; ///< made once
    std::string repo_, untagged_;
    std::unique_ptr<test::TempDir> folder_;
    std::unique_ptr<ImportDialog> dialog_;
};

void ImportTest::initTestCase() {
    clones_ = std::make_unique<test::TempDir>();
    test::RepoBuilder repo(*clones_ / "repo");
    for (const char* tag : {"v6.5", "v6.6", "v6.7-rc1", "v6.7"}) {
        for (int i = 0; i < 20; ++i)
            repo.commit("fs/file.c", tag + std::to_string(i));
        repo.tag(tag, repo.tip());
    }
    repo.write();
    repo_ = repo.path().string();
    test::RepoBuilder untagged(*clones_ / "untagged");
    untagged.commit("a", "b");
    untagged.write();
    untagged_ = untagged.path().string();
}

void ImportTest::init() {
    folder_ = std::make_unique<test::TempDir>();
    dialog_ = std::make_unique<ImportDialog>();
    dialog_->show();
}

void ImportTest::open() {
    dialog_->setRepository(QString::fromStdString(repo_));
    QTRY_VERIFY_WITH_TIMEOUT(ok()->isEnabled(), patience);
}

importer::ImportRequest ImportTest::request() const {
    importer::ImportRequest request;
    request.repository = repo_;
    request.from = "v6.5";
    request.to = "v6.7";
    return request;
}

void ImportTest::suggestsTheNewestRelease() {
    QVERIFY(!ok()->isEnabled());
    QVERIFY(sentence().contains("folder"));
    open();
    QCOMPARE(box("to")->currentText(), QString("v6.7"));
    QCOMPARE(box("from")->currentText(), QString("v6.6"));
    QCOMPARE(line("name")->text(), QString("v6.7"));
    QCOMPARE(box("to")->count(), 4);
    QCOMPARE(box("to")->itemText(0), QString("v6.7"));
    QCOMPARE(box("to")->itemText(3), QString("v6.5"));

    const importer::ImportRequest chosen = dialog_->request();
    QCOMPARE(chosen.repository.string(), repo_);
    QCOMPARE(chosen.from, std::string("v6.6"));
    QCOMPARE(chosen.to, std::string("v6.7"));
    QCOMPARE(chosen.name, std::string("v6.7"));
    QVERIFY(chosen.lines);
    QVERIFY(chosen.database.empty());
    dialog_->findChild<QCheckBox*>("lines")->setChecked(false);
    QVERIFY(!dialog_->request().lines);
}

void ImportTest::theRangeFollowsTheRelease() {
    open();
    box("to")->setCurrentIndex(1);
    QCOMPARE(box("to")->currentText(), QString("v6.7-rc1"));
    QCOMPARE(box("from")->currentText(), QString("v6.6"));
    QCOMPARE(line("name")->text(), QString("v6.7-rc1"));
    box("to")->setCurrentIndex(2);
    QCOMPARE(box("to")->currentText(), QString("v6.6"));
    QCOMPARE(box("from")->currentText(), QString("v6.5"));
    QVERIFY(ok()->isEnabled());
}

void ImportTest::whatAPersonTypedStays() {
    open();
    QLineEdit* const from = box("from")->lineEdit();
    from->selectAll();
    QTest::keyClicks(from, "v6.5");
    line("name")->selectAll();
    QTest::keyClicks(line("name"), "mine");
    box("to")->setCurrentIndex(1);
    QCOMPARE(box("from")->currentText(), QString("v6.5"));
    QCOMPARE(line("name")->text(), QString("mine"));
    line("name")->clear();
    QTest::keyClicks(line("name"), " ");
    QVERIFY(!ok()->isEnabled());
    QVERIFY(sentence().contains("name"));
}

void ImportTest::mistakesAreSentences() {
    const auto sentenceFor = [this](const std::string& path, const char* words) {
        dialog_->setRepository(QString::fromStdString(path));
        return QTest::qWaitFor([&] { return sentence().contains(words) && !ok()->isEnabled(); },
                               patience);
    };
    QVERIFY2(sentenceFor((*folder_ / "nowhere").string(), "There is no folder"),
             qPrintable(sentence()));
    QVERIFY2(sentenceFor(folder_->path().string(), "no git repository"), qPrintable(sentence()));
    QVERIFY2(sentenceFor(untagged_, "no tags"), qPrintable(sentence()));
    open();
    box("from")->setEditText("v6.7");
    QVERIFY(sentence().contains("Nothing lies between"));
    QVERIFY(!ok()->isEnabled());
    box("to")->setEditText("v6.5");
    QVERIFY(sentence().contains("wrong way round"));
    QVERIFY(ok()->isEnabled());
    line("repository")->clear();
    QVERIFY(!ok()->isEnabled());
}

void ImportTest::revisionsAreLookedUp() {
    open();
    box("to")->setEditText("master");
    QVERIFY(!ok()->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(ok()->isEnabled(), patience);
    box("to")->setEditText("no-such-branch");
    QTRY_VERIFY_WITH_TIMEOUT(sentence().contains("no revision 'no-such-branch'"), patience);
    QVERIFY(!ok()->isEnabled());
}

void ImportTest::foldersCanBeDropped() {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QString::fromStdString(repo_))});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(dialog_.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(dialog_.get(), &drop);
    QTRY_VERIFY_WITH_TIMEOUT(ok()->isEnabled(), patience);

    QMimeData web;
    web.setUrls({QUrl("https://example.org/")});
    QDragEnterEvent refused({5, 5}, Qt::CopyAction, &web, Qt::LeftButton, {});
    refused.ignore();
    QCoreApplication::sendEvent(dialog_.get(), &refused);
    QVERIFY(!refused.isAccepted());
}

void ImportTest::importsAndReports() {
    ImportController controller(database());
    QStringList order;
    connect(&controller, &ImportController::started, this, [&] { order << "started"; });
    connect(&controller, &ImportController::browsable, this, [&] { order << "browsable"; });
    connect(&controller, &ImportController::failed, this,
            [&](const QString& sentence) { order << sentence; });
    connect(&controller, &ImportController::finished, this, [&](const store::Release& release) {
        order << "finished";
        QCOMPARE(release.changesets, 60);
        QCOMPARE(release.lines, store::LineState::counted);
        QVERIFY(!controller.isRunning());
    });
    QSignalSpy finished(&controller, &ImportController::finished);
    controller.start(request());
    QVERIFY(controller.isRunning());
    controller.start(request()); // one at a time
    QTRY_VERIFY_WITH_TIMEOUT(!controller.isRunning(), patience);
    QCOMPARE(order, (QStringList{"started", "browsable", "finished"}));
    store::Reader reader(database().toStdString());
    QCOMPARE(reader.releases().size(), std::size_t(1));

    order.clear();
    controller.resumeLines("no such release");
    QTRY_VERIFY_WITH_TIMEOUT(!controller.isRunning(), patience);
    QCOMPARE(order.size(), 2);
}

void ImportTest::aFailureIsASentence() {
    ImportController controller(database());
    QSignalSpy failed(&controller, &ImportController::failed);
    auto wrong = request();
    wrong.repository = *folder_ / "nowhere";
    controller.start(wrong);
    QVERIFY(failed.wait(patience));
    QVERIFY(failed.front().front().toString().contains("There is no folder"));
    QVERIFY(!controller.isRunning());
}

void ImportTest::cancelEndsTheImport() {
    ImportController controller(database());
    QSignalSpy cancelled(&controller, &ImportController::cancelled);
    controller.cancel(); // nothing runs: nothing happens
    controller.start(request());
    controller.cancel();
    QVERIFY(cancelled.wait(patience));
    QVERIFY(!controller.isRunning());
}

void ImportTest::destructionEndsTheImport() {
    for (int i = 0; i < 5; ++i) {
        ImportController controller(database());
        controller.start(request());
        QTest::qWait(i * 5);
    }
}

void ImportTest::progressIsShown() {
    QWidget window;
    ImportController controller(database());
    auto* const widget = new ImportProgressWidget(&window);
    widget->watch(&controller);
    window.show();
    QVERIFY(!widget->isVisible());
    emit controller.started();
    QVERIFY(widget->isVisible());

    const auto* const text = widget->findChild<QLabel*>("text");
    const auto* const bar = widget->findChild<QProgressBar*>("bar");
    emit controller.progress({importer::Stage::reading, 2'500, 10'000, 1234.4, 61.0});
    QCOMPARE(text->text(),
             QString("Reading changesets · 2,500 of 10,000 · 1,234 a second · 2 min left"));
    QCOMPARE(bar->value() * 4, bar->maximum());
    emit controller.progress({importer::Stage::walking, 77, 0, 0, {}});
    QCOMPARE(text->text(), QString("Finding commits · 77"));
    QCOMPARE(bar->value(), 0); // nobody knows how many there are

    auto* const stop = widget->findChild<QPushButton*>("cancel");
    QTest::mouseClick(stop, Qt::LeftButton);
    QVERIFY(!stop->isEnabled());
    emit controller.progress({importer::Stage::lines, 1, 2, 1, {}});
    QCOMPARE(text->text(), QString("Stopping …"));
    emit controller.cancelled();
    QVERIFY(!widget->isVisible());
}

MW_UI_TEST(ImportTest)
#include "import_test.moc"
