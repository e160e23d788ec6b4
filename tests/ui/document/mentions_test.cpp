#include "application/application.h"
#include "changesets/changeset_panel.h"
#include "changesets/changeset_view.h"
#include "core/page.h"
#include "fixtures/open_window.h"
#include "pages/commit_side.h"
#include "pages/mentions_bar.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"
#include "test_ui.h"
#include "window/main_window.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QTest>

#include <fstream>

using namespace mw::ui;
namespace importer = mw::importer;
namespace test = mw::test;

namespace {} // namespace

/// What a document says of a branch merge, seen at what that merge brought: in the table, by the
/// filter, in the commit view.
class MentionsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void aBranchMergeIsMentionedAtWhatItBrought();
    void theFilterFindsWhatTheColumnShows();
    void theColumnSorts();
    void aChangedDocumentChangesTheList();
    void aChangeBeforeTheFileIsWatchedIsSeen();

private:
    QAbstractItemModel* table() const { return window_->findChild<ChangesetView*>()->model(); }
    QString cell(int line, int column, int role = Qt::DisplayRole) const {
        return table()->index(line, column).data(role).toString();
    }
    /// Subjects of the lines that have mentions, with their number.
    QStringList mentioned() const;
    QString writeDocument(const std::string& text);
    void filter(const char* text);

    test::TempDir folder_;
    std::filesystem::path clone_;
    std::string series_, pull_;
    std::unique_ptr<test::TempDir> place_;
    std::unique_ptr<MainWindow> window_;
};

void MentionsTest::initTestCase() {
    setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    test::RepoBuilder repo(folder_ / "repo");
    const auto base = repo.commit("Makefile", "0\n");
    repo.tag("v1", base);
    repo.branch("series", base);
    repo.commit("net/a.c", "1\n").message("net: first of a series");
    repo.commit("net/a.c", "2\n").message("net: second of a series");
    const auto series = repo.tip();
    repo.branch("net", base);
    repo.commit("net/b.c", "1\n").message("net: beside the series");
    auto branch_merge = repo.merge({series}).message("Merge branch 'series'");
    repo.checkout("master");
    auto pull = repo.merge({branch_merge}).message("Merge branch 'net' of git://host/net");
    repo.commit("mm/c.c", "1\n").message("mm: on the mainline");
    repo.tag("v2", repo.tip());
    repo.write();
    clone_ = repo.path();
    series_ = branch_merge.id();
    pull_ = pull.id();
}

void MentionsTest::init() {
    place_ = std::make_unique<test::TempDir>();
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope,
                       QString::fromStdString((*place_ / "settings").string()));
    importRange(clone_, "v1", "v2", *place_ / "test.db");
    window_ = openWindow(*place_ / "test.db");
    QTRY_COMPARE(table()->rowCount(), 4);
}

void MentionsTest::cleanup() {
    window_.reset();
}

QStringList MentionsTest::mentioned() const {
    QStringList lines;
    for (int line = 0; line < table()->rowCount(); ++line)
        if (const QString count = cell(line, ChangesetModel::MentionsColumn); !count.isEmpty())
            lines << cell(line, ChangesetModel::SubjectColumn) + ": " + count;
    lines.sort();
    return lines;
}

QString MentionsTest::writeDocument(const std::string& text) {
    const std::filesystem::path file = *place_ / "article.md";
    std::ofstream(file) << text;
    return QString::fromStdString(file.string());
}

void MentionsTest::filter(const char* text) {
    window_->session().navigation().openFilter(text);
}

void MentionsTest::aBranchMergeIsMentionedAtWhatItBrought() {
    QVERIFY(mentioned().isEmpty());
    window_->documents().library().add(writeDocument("# My article\n\n- A series (" + series_ +
                                                     ").\n- All of it: " + pull_ + "\n"),
                                       "v2");
    const QStringList wanted{"net: beside the series: 1", "net: first of a series: 2",
                             "net: second of a series: 2"};
    QTRY_COMPARE_WITH_TIMEOUT(mentioned(), wanted, patience);
    const int line = cell(0, ChangesetModel::MentionsColumn) == "2" ? 0 : 1;
    const QString tip = cell(line, ChangesetModel::MentionsColumn, Qt::ToolTipRole);
    QVERIFY2(tip.contains("My article, line 3: A series") && tip.contains("line 4: All of it"),
             qPrintable(tip));

    const auto row = window_->findChild<ChangesetPanel*>()->model().row(line);
    window_->session().navigation().openCommit(QString::fromStdString(row.oid));
    auto* const bar = window_->documents().pane().commitSide().findChild<MentionsBar*>();
    QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), patience);
}

void MentionsTest::theFilterFindsWhatTheColumnShows() {
    window_->documents().library().add(writeDocument("- A series (" + series_ + ").\n"), "v2");
    QTRY_COMPARE_WITH_TIMEOUT(mentioned().size(), 2, patience);
    filter("is:mentioned -is:merge");
    QTRY_COMPARE_WITH_TIMEOUT(table()->rowCount(), 2, patience);
    QCOMPARE(mentioned().size(), 2);
    filter("is:mentioned");
    QTRY_COMPARE_WITH_TIMEOUT(table()->rowCount(), 3, patience); // the merge itself
    QCOMPARE(mentioned().size(), 3);
    filter("-is:mentioned");
    QTRY_COMPARE_WITH_TIMEOUT(table()->rowCount(), 2, patience);
    QVERIFY(mentioned().isEmpty());
}

void MentionsTest::theColumnSorts() {
    window_->documents().library().add(
        writeDocument("- A series (" + series_ + ").\n- All of it: " + pull_ + "\n"), "v2");
    QTRY_COMPARE_WITH_TIMEOUT(mentioned().size(), 3, patience);
    auto* const header = window_->findChild<ChangesetView*>()->header();
    QVERIFY(!header->isSectionHidden(ChangesetModel::MentionsColumn));
    const auto click = [&] {
        QTest::mouseClick(
            header->viewport(), Qt::LeftButton, {},
            QPoint(header->sectionViewportPosition(ChangesetModel::MentionsColumn) + 20,
                   header->height() / 2));
    };
    window_->resize(1700, 900);
    click();
    const auto counts = [&] {
        QStringList all;
        for (int line = 0; line < table()->rowCount(); ++line)
            all << cell(line, ChangesetModel::MentionsColumn);
        return all;
    };
    const QStringList up{"", "1", "2", "2"}, down{"2", "2", "1", ""};
    QTRY_COMPARE_WITH_TIMEOUT(counts(), up, patience);
    click();
    QTRY_COMPARE_WITH_TIMEOUT(counts(), down, patience);
}

void MentionsTest::aChangedDocumentChangesTheList() {
    window_->documents().library().add(writeDocument("- Nothing yet.\n"), "v2");
    filter("is:mentioned");
    QTRY_COMPARE_WITH_TIMEOUT(table()->rowCount(), 0, patience);
    QTRY_VERIFY_WITH_TIMEOUT(window_->documents().pane().currentPage<DocumentPage>(), patience);
    writeDocument("- A series (" + series_ + ").\n");
    QTRY_COMPARE_WITH_TIMEOUT(table()->rowCount(), 3, patience);
}

void MentionsTest::aChangeBeforeTheFileIsWatchedIsSeen() {
    DocumentIndex& library = window_->documents().library();
    // Behind the reading of its entries, before the list of documents is read.
    connect(
        &library, &DocumentIndex::added, this,
        [this] { writeDocument("- A series (" + series_ + ").\n"); }, Qt::SingleShotConnection);
    library.add(writeDocument("- Nothing yet.\n"), "v2");
    filter("is:mentioned");
    QTRY_COMPARE_WITH_TIMEOUT(table()->rowCount(), 3, patience);
}

MW_UI_TEST(MentionsTest)
#include "mentions_test.moc"
