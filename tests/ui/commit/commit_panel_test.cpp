#include "commit/commit_panel.h"
#include "commit/diff/diff_view.h"
#include "commit/files/file_model.h"
#include "commit/files/files_page.h"
#include "commit/merged_commits_model.h"
#include "commit/message/facts_view.h"
#include "commit/message/message_page.h"
#include "commit/message/message_view.h"
#include "commit/message/trailer_model.h"
#include "labels/fact_label.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"
#include "test_ui.h"
#include "widgets/message_bar.h"

#include <QAbstractItemModelTester>
#include <QDesktopServices>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QTextBlock>
#include <QTreeView>

using namespace mw::ui;
namespace store = mw::store;
namespace classify = mw::classify;
namespace test = mw::test;

namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

/// Long enough for a diff to arrive that should not have been asked for.
constexpr int rest = 300;

const std::string someId = "0123456789abcdef0123456789abcdef01234567";
const std::string pullId = "fedcba9876543210fedcba9876543210fedcba98";

store::Release release() {
    store::Release release;
    release.id = 1;
    release.name = "v2.6.35";
    release.lines = store::LineState::counted;
    return release;
}

store::CommitDetail changeset() {
    store::CommitDetail detail;
    detail.release = 1;
    detail.row.id = 7;
    detail.row.oid = someId;
    detail.row.subject = "net: fix <b>it</b> & more";
    detail.row.author = "Łukasz <i>\"the\"</i> Author";
    detail.row.email = "l@example.org";
    detail.row.author_time = 1'270'000'000;
    detail.row.author_zone = -430;
    detail.row.commit_time = 1'270'000'100;
    detail.row.landed_time = 1'274'000'000;
    detail.row.pull = pullId;
    detail.row.pull_title = "Merge branch '<u>x</u>' of git://host/net";
    detail.row.place = {classify::Section::hardware, classify::Subgroup::network};
    detail.row.subsystem = "NETWORKING DRIVERS";
    detail.row.files = 1;
    detail.committer = "Committer";
    detail.committer_email = "c@example.org";
    detail.reason = mw::base::Message::verbatim("7 of 9 files under drivers/net/");
    detail.body = "First <b>paragraph</b> &amp; more.\n\n    indented\tcode\n\n"
                  "Fixes: 123456789abc (\"net: break it\")\nSigned-off-by: A <a@b>";
    detail.trailers = {{"Fixes", "123456789abc"}, {"Signed-off-by", "A <a@b>"}};
    detail.paths = {{"drivers/net/a.c", 'M', false, 3, 1}};
    return detail;
}

/// Text as a person sees it: the labels of facts hold markup of their own.
QString shownText(const QLabel* label) {
    QTextDocument rich;
    rich.setHtml(label->text());
    return rich.toPlainText();
}

} // namespace

class CommitPanelTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void showsWhatIsKnown();
    void textIsNeverMarkup();
    void messageIsAsWritten();
    void renamesAreFound();
    void idsInTheMessageAreClicked();
    void webAddressesOpenInTheBrowser();
    void factsAreLinks();
    void longIdsAreNotCut();
    void mergesListWhatTheyBrought();
    void bundledEntriesSayWhatIsUnknown();
    void diffIsReadOnlyWhenLookedAt();
    void longDiffsAreCut();
    void filesThatAreNoText();
    void aMissingCloneIsSaidOnce();
    void aMissingCommitIsASentence();
    void theSameCommitKeepsItsPlace();
    void thePageStaysFromCommitToCommit();
    void tenThousandFiles();
    void modelsAreSound();

    void launched(const QUrl& url) { launched_ << url; }

private:
    template <typename Widget>
    Widget* find(const char* name = "") const {
        return panel_->findChild<Widget*>(QLatin1String(name));
    }
    QTabWidget* pages() const { return find<QTabWidget>("pages"); }
    MessageView* message() const { return panel_->findChild<MessageView*>(); }
    DiffView* diff() const { return panel_->findChild<DiffView*>(); }
    /// Of the facts beside the message; other pages show some of them too.
    FactLabel* factLabel(const char* name) const {
        return panel_->findChild<FactsView*>()->findChild<FactLabel*>(QLatin1String(name));
    }
    QString fact(const char* name) const { return shownText(factLabel(name)); }
    QString note() const { return find<QLabel>("note")->text(); }
    QTreeView* files() const {
        return panel_->findChild<FilesPage*>()->findChild<QTreeView*>("files");
    }
    void openPage(QWidget* page);
    void clickInMessage(const QString& text);
    /// A changeset of a real clone that has files for every case.
    store::CommitDetail makeClone();

    std::unique_ptr<CommitPanel> panel_;
    std::unique_ptr<test::TempDir> folder_;
    store::Release cloned_;
    QList<QUrl> launched_;
};

void CommitPanelTest::init() {
    panel_ = std::make_unique<CommitPanel>();
    panel_->resize(1200, 500);
    panel_->show();
    folder_ = std::make_unique<test::TempDir>();
    launched_.clear();
}

void CommitPanelTest::openPage(QWidget* page) {
    const int index = pages()->indexOf(page);
    QTest::mouseClick(pages()->tabBar(), Qt::LeftButton, {},
                      pages()->tabBar()->tabRect(index).center());
    QCOMPARE(pages()->currentWidget(), page);
}

void CommitPanelTest::clickInMessage(const QString& text) {
    QTextCursor cursor = message()->document()->find(text);
    QVERIFY2(!cursor.isNull(), qPrintable(text));
    cursor.setPosition((cursor.selectionStart() + cursor.selectionEnd()) / 2);
    QTest::mouseClick(message()->viewport(), Qt::LeftButton, {},
                      message()->cursorRect(cursor).center());
}

store::CommitDetail CommitPanelTest::makeClone() {
    test::RepoBuilder repo(std::filesystem::path(*folder_ / "repo"));
    std::string lines;
    for (int i = 0; i < 3000; ++i)
        lines += "line " + std::to_string(i) + "\n";
    repo.commit().file("a.c", "int a;\n").file("mode", "#!\n").file("image", std::string("\0", 1));
    auto change = repo.commit();
    change.file("a.c", "int a;\nint b;\n").file("long", lines).executable("mode", "#!\n");
    change.file("image", std::string("\0\1", 2)).file("empty", "");
    repo.write();
    cloned_ = release();
    cloned_.repository = repo.path().string();
    store::CommitDetail detail = changeset();
    detail.row.oid = change.id();
    detail.paths = {{"a.c", 'M', false, 1, 0},
                    {"long", 'A', false, 3000, 0},
                    {"mode", 'M', false, 0, 0},
                    {"image", 'M', true, {}, {}},
                    {"empty", 'A', false, 0, 0}};
    return detail;
}

void CommitPanelTest::showsWhatIsKnown() {
    panel_->showCommit(changeset(), release());
    QCOMPARE(find<QLabel>("subject")->text(), QString("net: fix <b>it</b> & more"));
    QVERIFY(find<QLabel>("summary")->text().contains("0123456789ab"));
    QCOMPARE(fact("author"), QString("Łukasz <i>\"the\"</i> Author <l@example.org>"));
    QCOMPARE(fact("written"), QString("2010-03-30 21:16:40 -0430"));
    QCOMPARE(fact("committer"), QString("Committer <c@example.org>"));
    QVERIFY(fact("landed").startsWith("2010-05-16 08:53:20 +0000"));
    QCOMPARE(fact("section"), QString("Hardware support › Networking"));
    QCOMPARE(fact("subsystem"), QString("NETWORKING DRIVERS"));
    QCOMPARE(fact("reason"), QString("7 of 9 files under drivers/net/"));
    QCOMPARE(fact("id"), QString::fromStdString(someId));
    QCOMPARE(find<QTreeView>("trailers")->model()->rowCount(), 2);
    QVERIFY(!factLabel("parents")->isVisible());

    auto same = changeset();
    same.committer = same.row.author;
    same.committer_email = same.row.email;
    same.row.pull.clear();
    same.row.pull_title.clear();
    panel_->showCommit(same, release());
    QVERIFY(!factLabel("committer")->isVisible());
    QVERIFY(!factLabel("pull")->isVisible());
    QVERIFY(fact("landed").contains("directly"));

    panel_->clear("Nothing here.");
    QCOMPARE(find<QLabel>("empty")->text(), QString("Nothing here."));
    QVERIFY(find<QLabel>("empty")->isVisible());
}

void CommitPanelTest::textIsNeverMarkup() {
    panel_->showCommit(changeset(), release());
    QCOMPARE(find<QLabel>("subject")->textFormat(), Qt::PlainText);
    QVERIFY(message()->toPlainText().startsWith("First <b>paragraph</b> &amp; more."));
    QCOMPARE(fact("pull"), QString("Merge branch '<u>x</u>' of git://host/net"));
    for (QTextBlock block = message()->document()->begin(); block.isValid(); block = block.next())
        for (auto piece = block.begin(); !piece.atEnd(); ++piece)
            QVERIFY(piece.fragment().charFormat().fontWeight() <= QFont::Normal);
}

void CommitPanelTest::messageIsAsWritten() {
    auto detail = changeset();
    panel_->showCommit(detail, release());
    QAction* const asWritten = find<QAction>("actionAsWritten");
    asWritten->trigger();
    QCOMPARE(message()->toPlainText(), QString::fromStdString(detail.body));
    asWritten->trigger();
    QCOMPARE(message()->toPlainText(),
             QString("First <b>paragraph</b> &amp; more.\n    indented\tcode\n"
                     "Fixes: 123456789abc (\"net: break it\")\nSigned-off-by: A <a@b>"));
    detail.row.oid = pullId;
    detail.body.clear();
    panel_->showCommit(detail, release());
    QVERIFY(message()->toPlainText().contains("subject alone"));
}

void CommitPanelTest::renamesAreFound() {
    test::RepoBuilder repo(std::filesystem::path(*folder_ / "repo"));
    std::string text;
    for (int i = 0; i < 50; ++i)
        text += "line " + std::to_string(i) + "\n";
    repo.commit().file("old/a.c", text).file("other.c", "1\n");
    auto change = repo.commit();
    change.remove("old").file("new/a.c", text + "one more\n").file("other.c", "2\n");
    repo.write();
    cloned_ = release();
    cloned_.repository = repo.path().string();
    auto detail = changeset();
    detail.row.oid = change.id();
    detail.paths = {{"new/a.c", 'A', false, 51, 0},
                    {"old/a.c", 'D', false, 0, 50},
                    {"other.c", 'M', false, 1, 1}};
    panel_->showCommit(detail, cloned_);
    openPage(panel_->findChild<FilesPage*>());
    QTRY_COMPARE_WITH_TIMEOUT(files()->model()->rowCount(), 2, patience);
    QCOMPARE(files()->model()->index(0, FileModel::StatusColumn).data().toString(), QString("R"));
    QTRY_COMPARE_WITH_TIMEOUT(diff()->blockCount(), 5, patience);
    QVERIFY(find<QLabel>("fileTitle")->text().startsWith("old/a.c → new/a.c"));
    QVERIFY(diff()->toPlainText().endsWith("+one more"));
}

void CommitPanelTest::idsInTheMessageAreClicked() {
    panel_->showCommit(changeset(), release());
    QSignalSpy requested(panel_.get(), &CommitPanel::commitRequested);
    clickInMessage("paragraph");
    QCOMPARE(requested.size(), 0);
    clickInMessage("123456789abc");
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.front().front().toString(), QString("123456789abc"));

    // And by keyboard.
    message()->setFocus();
    QTest::keyClick(message(), Qt::Key_Tab);
    QTest::keyClick(message(), Qt::Key_Return);
    QCOMPARE(requested.size(), 2);
}

void CommitPanelTest::webAddressesOpenInTheBrowser() {
    auto detail = changeset();
    detail.body = "See https://example.org/x?a=1&b=2 for more";
    panel_->showCommit(detail, release());
    QDesktopServices::setUrlHandler("https", this, "launched");
    clickInMessage("https://example.org/x?a=1&b=2");
    QDesktopServices::unsetUrlHandler("https");
    QCOMPARE(launched_, QList<QUrl>{QUrl("https://example.org/x?a=1&b=2")});
    QCOMPARE(message()->toPlainText(), QString::fromStdString(detail.body));
}

void CommitPanelTest::factsAreLinks() {
    panel_->showCommit(changeset(), release());
    QSignalSpy requested(panel_.get(), &CommitPanel::commitRequested);
    QSignalSpy filtered(panel_.get(), &CommitPanel::filterRequested);
    const auto follow = [this](const char* name) { emit factLabel(name)->linkActivated("0"); };
    follow("pull");
    QCOMPARE(requested.takeFirst().front().toString(), QString::fromStdString(pullId));
    follow("author");
    QCOMPARE(filtered.takeFirst().front().toString(),
             QString("author:=\"Łukasz <i>\"\"the\"\"</i> Author\""));
    follow("section");
    QCOMPARE(filtered.takeFirst().front().toString(), QString("section:hardware/network"));
    follow("subsystem");
    QCOMPARE(filtered.takeFirst().front().toString(), QString("subsystem:=\"NETWORKING DRIVERS\""));
}

void CommitPanelTest::mergesListWhatTheyBrought() {
    panel_->setLookup(
        [](const std::string& oid, store::RowId id) -> std::optional<store::CommitRow> {
            if (id != 1 || oid != someId)
                return std::nullopt;
            return changeset().row;
        });
    auto merge = changeset();
    merge.row.kind = store::CommitKind::pull;
    merge.row.oid = pullId;
    merge.row.pull.clear();
    merge.parents = {someId, pullId};
    merge.brought = {someId, std::string(40, 'a')};
    merge.paths.clear();
    panel_->showCommit(merge, release());
    QVERIFY(factLabel("parents")->isVisible());
    QVERIFY(!pages()->isTabVisible(pages()->indexOf(panel_->findChild<FilesPage*>())));

    auto* const brought = find<QTreeView>("brought");
    openPage(brought);
    QCOMPARE(brought->model()->rowCount(), 2);
    QCOMPARE(brought->model()->index(0, MergedCommitsModel::SubjectColumn).data().toString(),
             QString("net: fix <b>it</b> & more"));
    QCOMPARE(brought->model()->index(1, MergedCommitsModel::IdColumn).data().toString(),
             QString(12, 'a'));
    QSignalSpy requested(panel_.get(), &CommitPanel::commitRequested);
    const QRect rect = brought->visualRect(brought->model()->index(0, 1));
    QTest::mouseClick(brought->viewport(), Qt::LeftButton, {}, rect.center());
    QCOMPARE(requested.takeFirst().front().toString(), QString::fromStdString(someId));
}

void CommitPanelTest::longIdsAreNotCut() {
    const QString id = QString::fromStdString(someId);
    FactLabel label;
    label.showPieces({{id, id, {}}});
    const int width = label.fontMetrics().horizontalAdvance(id) * 2 / 5;
    const int line = label.fontMetrics().lineSpacing();
    QVERIFY(label.heightForWidth(width) >= 3 * line);
    label.resize(width, label.heightForWidth(width));
    // Something stands in the last line, and what is copied is the id and nothing else.
    const QImage image = label.grab().toImage();
    int inked = 0;
    for (int y = image.height() - line; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            inked += image.pixel(x, y) != image.pixel(image.width() - 1, image.height() - 1);
    QVERIFY(inked > 0);
    label.setSelection(0, static_cast<int>(id.size()));
    QCOMPARE(label.selectedText(), id);
}

void CommitPanelTest::bundledEntriesSayWhatIsUnknown() {
    store::Release bundled;
    bundled.name = "Linux 6.7";
    bundled.bundled = true;
    store::CommitDetail detail;
    detail.row.about = "something <b>new</b>";
    panel_->showCommit(detail, bundled);
    QCOMPARE(find<QLabel>("subject")->text(), QString("title unknown"));
    QCOMPARE(fact("id"), QString("an entry without a commit"));
    // What nobody knows takes no line.
    for (const char* const name : {"author", "written", "landed", "pull", "subsystem", "reason"})
        QVERIFY2(factLabel(name)->isHidden(), name);
    const QString text = message()->toPlainText();
    QVERIFY(text.startsWith("What it does\nsomething <b>new</b>"));
    QVERIFY(text.contains("are not part of the release that comes with the program"));
    QVERIFY(!find<MessageBar>("notice")->isVisible());
    QVERIFY(!pages()->isTabVisible(pages()->indexOf(panel_->findChild<FilesPage*>())));
}

void CommitPanelTest::diffIsReadOnlyWhenLookedAt() {
    panel_->showCommit(makeClone(), cloned_);
    QTest::qWait(rest);
    QVERIFY(diff()->diff().lines.empty());
    openPage(panel_->findChild<FilesPage*>());
    QTRY_COMPARE_WITH_TIMEOUT(diff()->toPlainText(), QString("@@ -1 +1,2 @@\n int a;\n+int b;"),
                              patience);
    QVERIFY(find<QLabel>("fileTitle")->text().contains("a.c"));
    QVERIFY(!find<QWidget>("cut")->isVisible());
}

void CommitPanelTest::longDiffsAreCut() {
    panel_->showCommit(makeClone(), cloned_);
    openPage(panel_->findChild<FilesPage*>());
    files()->setCurrentIndex(files()->model()->index(1, FileModel::PathColumn));
    QTRY_COMPARE_WITH_TIMEOUT(diff()->blockCount(), 2001, patience);
    auto* const more = find<QPushButton>("more");
    QVERIFY(more->isVisible());
    QTest::mouseClick(more, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(diff()->blockCount(), 3001, patience);
    QVERIFY(diff()->toPlainText().endsWith("+line 2999"));
    QVERIFY(!more->isVisible());
}

void CommitPanelTest::filesThatAreNoText() {
    panel_->showCommit(makeClone(), cloned_);
    openPage(panel_->findChild<FilesPage*>());
    const auto choose = [this](int row) {
        files()->setCurrentIndex(files()->model()->index(row, FileModel::PathColumn));
    };
    choose(2);
    QTRY_VERIFY_WITH_TIMEOUT(note().startsWith("The mode changed"), patience);
    QVERIFY(find<QLabel>("fileTitle")->text().contains("100644 → 100755"));
    choose(3);
    QTRY_VERIFY_WITH_TIMEOUT(note().startsWith("A binary file"), patience);
    choose(4);
    QTRY_VERIFY_WITH_TIMEOUT(note().startsWith("The file is empty"), patience);
}

void CommitPanelTest::aMissingCloneIsSaidOnce() {
    auto missing = release();
    missing.repository = (*folder_ / "gone").string();
    panel_->showCommit(changeset(), missing);
    auto* const notice = find<MessageBar>("notice");
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), patience);
    QVERIFY(notice->text().contains(QString::fromStdString(missing.repository)));
    QVERIFY(notice->text().contains("is not there any more"));
    QVERIFY(!message()->toPlainText().isEmpty());
    openPage(panel_->findChild<FilesPage*>());
    QCOMPARE(files()->model()->rowCount(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(note().contains("is not there any more"), patience);

    notice->hide();
    auto next = changeset();
    next.row.oid = pullId;
    panel_->showCommit(next, missing);
    QTest::qWait(rest);
    QVERIFY(!notice->isVisible());

    // A clone that is there takes the notice away.
    panel_->showCommit(makeClone(), cloned_);
    QTRY_COMPARE_WITH_TIMEOUT(diff()->blockCount(), 3, patience);
}

void CommitPanelTest::aMissingCommitIsASentence() {
    auto detail = makeClone();
    detail.row.oid = someId;
    panel_->showCommit(detail, cloned_);
    openPage(panel_->findChild<FilesPage*>());
    QTRY_VERIFY_WITH_TIMEOUT(note().contains("is not in the clone"), patience);
}

void CommitPanelTest::theSameCommitKeepsItsPlace() {
    auto detail = makeClone();
    for (auto& file : detail.paths)
        file.insertions = file.deletions = std::nullopt;
    panel_->showCommit(detail, cloned_);
    openPage(panel_->findChild<FilesPage*>());
    const QModelIndex second = files()->model()->index(1, FileModel::PathColumn);
    files()->setCurrentIndex(second);
    QTRY_COMPARE_WITH_TIMEOUT(diff()->blockCount(), 2001, patience);
    QCOMPARE(second.siblingAtColumn(FileModel::InsertionsColumn).data().toString(), QString("—"));

    detail.paths[1].insertions = 3000;
    detail.row.id = 99; // a re-import gives new row ids
    panel_->showCommit(detail, cloned_);
    QCOMPARE(files()->currentIndex().row(), 1);
    QCOMPARE(diff()->blockCount(), 2001);
    QCOMPARE(files()->currentIndex().siblingAtColumn(FileModel::InsertionsColumn).data().toString(),
             QString("+3,000"));
}

void CommitPanelTest::thePageStaysFromCommitToCommit() {
    auto* const page = panel_->findChild<FilesPage*>();
    panel_->showCommit(changeset(), release());
    openPage(page);
    auto merge = changeset();
    merge.row.kind = store::CommitKind::pull;
    merge.row.oid = pullId;
    merge.brought = {someId};
    panel_->showCommit(merge, release());
    QCOMPARE(pages()->currentWidget()->objectName(), QString("brought"));
    merge.brought.clear();
    merge.row.oid = std::string(40, 'b');
    panel_->showCommit(merge, release());
    QCOMPARE(pages()->currentWidget()->objectName(), QString("message"));
    panel_->showCommit(changeset(), release());
    QCOMPARE(pages()->currentWidget(), page);
}

void CommitPanelTest::tenThousandFiles() {
    auto detail = makeClone();
    for (int i = 0; i < 10'000; ++i)
        detail.paths.push_back({"dir/file" + std::to_string(i), 'A', false, i, 0});
    panel_->showCommit(detail, cloned_);
    openPage(panel_->findChild<FilesPage*>());
    QCOMPARE(files()->model()->rowCount(), 10'005);
    QTRY_COMPARE_WITH_TIMEOUT(diff()->blockCount(), 3, patience);
    files()->sortByColumn(FileModel::InsertionsColumn, Qt::DescendingOrder);
    QCOMPARE(files()->model()->index(0, FileModel::PathColumn).data().toString(),
             QString("dir/file9999"));
}

void CommitPanelTest::modelsAreSound() {
    FileModel files;
    const QAbstractItemModelTester filesTester(&files, Mode::QtTest);
    const auto detail = makeClone();
    files.setFiles(detail.paths, false);
    files.setFiles(detail.paths, true);
    QCOMPARE(files.rowOf("mode"), 2);
    QCOMPARE(files.rowOf("nowhere"), -1);
    QCOMPARE(files.index(3, FileModel::InsertionsColumn).data().toString(), QString("binary"));
    files.setFiles({}, false);

    TrailerModel trailers;
    const QAbstractItemModelTester trailersTester(&trailers, Mode::QtTest);
    trailers.setTrailers(changeset().trailers);
    QCOMPARE(trailers.index(1, 1).data().toString(), QString("A <a@b>"));
    trailers.setTrailers({});

    MergedCommitsModel brought;
    const QAbstractItemModelTester broughtTester(&brought, Mode::QtTest);
    brought.setLookup([](const std::string&) -> std::optional<store::CommitRow> {
        throw std::runtime_error("no database");
    });
    brought.setIds({someId, pullId});
    QCOMPARE(brought.index(0, MergedCommitsModel::SubjectColumn).data().toString(), QString());
    QCOMPARE(brought.oid(1), QString::fromStdString(pullId));
    brought.setIds({});
}

MW_UI_TEST(CommitPanelTest)
#include "commit_panel_test.moc"
