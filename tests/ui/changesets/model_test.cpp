#include "changesets/changeset_model.h"
#include "painting/colors.h"
#include "painting/contrast.h"
#include "session/release_model.h"
#include "session/section_model.h"
#include "test_ui.h"
#include "text/format.h"
#include "text/section_titles.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <numeric>
#include <stdexcept>

using namespace mw::ui;
namespace store = mw::store;
namespace classify = mw::classify;

namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

store::CommitRow knownRow(store::RowId id) {
    store::CommitRow row;
    row.id = id;
    row.oid = "0123456789abcdef0123456789abcdef01234567";
    row.subject = "net: change " + std::to_string(id);
    row.author = "Łukasz";
    row.email = "l@example.org";
    row.author_time = 1'270'000'000;
    row.author_zone = -430;
    row.landed_time = 1'274'000'000;
    row.place = {classify::Section::hardware, classify::Subgroup::sound};
    row.subsystem = "SOUND";
    row.files = 3;
    row.insertions = 1234;
    row.deletions = 0;
    return row;
}

/// Rows 1 to count, and a record of what was asked for.
struct Table {
    std::vector<std::size_t> asked;

    std::vector<store::CommitRow> fetch(std::span<const store::RowId> ids) {
        asked.push_back(ids.size());
        std::vector<store::CommitRow> rows;
        for (const store::RowId id : ids)
            if (id < 1'000'000) // ids above are gone from the database
                rows.push_back(knownRow(id));
        return rows;
    }
};

IdList idsUpTo(int count) {
    std::vector<store::RowId> ids(static_cast<std::size_t>(count));
    std::iota(ids.begin(), ids.end(), 1);
    return IdList(ids);
}

QString shown(const QAbstractItemModel& model, int row, int column) {
    return model.index(row, column).data().toString();
}

store::Release releaseNamed(const char* name) {
    store::Release release;
    release.name = name;
    return release;
}

} // namespace

class ModelTest : public QObject {
    Q_OBJECT

private slots:
    void releasesFollowTheProtocol();
    void sectionsFollowTheProtocol();
    void sectionsMakeATree();
    void countsAloneKeepTheTree();
    void otherProjectsHaveNamesOfTheirOwn();
    void changesetsFollowTheProtocol();
    void changesetsAreFetchedInPages();
    void pagesHeldAreFew();
    void rowsThatAreGoneLeaveAHole();
    void aFailingFetchIsToldOnce();
    void unknownCellsAreDimmed_data();
    void unknownCellsAreDimmed();
    void knownCells_data();
    void knownCells();
    void everyColumnHasWords();
    void sortingAsksTheDatabase();
    void timesAreInTheZoneThatIsStated_data();
    void timesAreInTheZoneThatIsStated();
    void daysAreThoseOfUtc();
    void pullsAreToldApart_data();
    void pullsAreToldApart();
    void tonesCanBeRead_data();
    void tonesCanBeRead();
};

void ModelTest::releasesFollowTheProtocol() {
    ReleaseModel model;
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    model.setReleases({releaseNamed("v6.7"), releaseNamed("v6.6")});
    QCOMPARE(model.rowOf("v6.6"), 1);
    QCOMPARE(model.rowOf("v6.5"), -1);

    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setReleases({releaseNamed("v6.7"), releaseNamed("v6.6")});
    QCOMPARE(reset.size(), 0);
    QCOMPARE(changed.size(), 1);
    model.setReleases({releaseNamed("v6.8")});
    QCOMPARE(reset.size(), 1);
    QCOMPARE(changed.size(), 1);
}

void ModelTest::sectionsFollowTheProtocol() {
    SectionModel model;
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    model.setSections({{{classify::Section::core, {}}, 2},
                       {{classify::Section::hardware, classify::Subgroup::clock}, 3},
                       {{classify::Section::hardware, classify::Subgroup::usb}, 4}});
    model.setSections({{{classify::Section::core, {}}, 5}});
    model.setSections({});
}

void ModelTest::sectionsMakeATree() {
    SectionModel model;
    model.setSections({{{classify::Section::core, {}}, 1200},
                       {{classify::Section::hardware, classify::Subgroup::none}, 1},
                       {{classify::Section::hardware, classify::Subgroup::clock}, 3},
                       {{classify::Section::hardware, classify::Subgroup::usb}, 4}});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(shown(model, 0, SectionModel::TitleColumn), QString("All sections"));
    QCOMPARE(shown(model, 0, SectionModel::CountColumn), countText(1208));
    const QModelIndex hardware = model.index(2, 0);
    QCOMPARE(hardware.siblingAtColumn(SectionModel::CountColumn).data().toString(), QString("8"));
    QCOMPARE(model.rowCount(hardware), 2);
    const SectionChoice usb{classify::Section::hardware, classify::Subgroup::usb};
    QCOMPARE(model.indexOf(usb), model.index(1, 0, hardware));
    QVERIFY(model.choice(model.index(1, 0, hardware)) == usb);
    QVERIFY(model.choice(model.index(0, 0)) == SectionChoice{});
    QVERIFY(!model.indexOf({classify::Section::security, {}}).isValid());
}

void ModelTest::countsAloneKeepTheTree() {
    SectionModel model;
    model.setSections({{{classify::Section::core, {}}, 1}});
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex core(model.index(1, 0));
    model.setSections({{{classify::Section::core, {}}, 2}});
    QCOMPARE(reset.size(), 0);
    QVERIFY(core.isValid());
    QCOMPARE(shown(model, 1, SectionModel::CountColumn), QString("2"));
}

void ModelTest::otherProjectsHaveNamesOfTheirOwn() {
    const classify::SectionKey board{classify::Section::hardware, classify::Subgroup::board};
    const QString kernels = placeTitle(board);
    SectionModel model;
    model.setSections({{board, 1}});
    useSectionTitles({{{classify::Section::hardware, {}}, "Drivers"}, {board, "Boards"}});
    QCOMPARE(placeTitle(board), QString("Drivers › Boards"));
    QCOMPARE(placeLabel(board), QString("Drivers › Boards"));
    QCOMPARE(sectionTitle(classify::Section::core), QString("Core kernel"));
    model.setSections({{board, 1}});
    QCOMPARE(shown(model, 1, SectionModel::TitleColumn), QString("Drivers"));
    useSectionTitles({});
    QCOMPARE(placeTitle(board), kernels);
}

void ModelTest::changesetsFollowTheProtocol() {
    Table table;
    ChangesetModel model;
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    model.setFetch([&](auto ids) { return table.fetch(ids); });
    model.setIds(idsUpTo(1000));
    QCOMPARE(model.rowCount(), 1000);
    model.setIds(idsUpTo(1000));
    model.setIds({});
    QCOMPARE(model.rowCount(), 0);
}

void ModelTest::changesetsAreFetchedInPages() {
    Table table;
    ChangesetModel model;
    model.setFetch([&](auto ids) { return table.fetch(ids); });
    model.setIds(idsUpTo(9801));
    QVERIFY(table.asked.empty()); // holding the ids costs nothing
    QCOMPARE(shown(model, 0, ChangesetModel::SubjectColumn), QString("net: change 1"));
    constexpr std::size_t page = PageCache::pageSize;
    QCOMPARE(shown(model, int(page) - 1, ChangesetModel::SubjectColumn),
             QStringLiteral("net: change %1").arg(page));
    QCOMPARE(table.asked, std::vector<std::size_t>{page});
    QCOMPARE(shown(model, 9800, ChangesetModel::SubjectColumn), QString("net: change 9801"));
    QCOMPARE(table.asked, (std::vector<std::size_t>{page, 9801 % page}));
    QCOMPARE(model.lineOf(9801), 9800);
    QCOMPARE(model.lineOf(9802), -1);
}

void ModelTest::pagesHeldAreFew() {
    Table table;
    PageCache cache([&](auto ids) { return table.fetch(ids); });
    constexpr std::size_t pages = 2 * PageCache::pagesHeld;
    const IdList ids = idsUpTo(int(PageCache::pageSize * pages));
    for (std::size_t page = 0; page < pages; ++page)
        cache.row(ids.span(), page * PageCache::pageSize);
    QCOMPARE(table.asked.size(), pages);
    cache.row(ids.span(), (pages - 1) * PageCache::pageSize); // still held
    QCOMPARE(table.asked.size(), pages);
    cache.row(ids.span(), 0); // long forgotten
    QCOMPARE(table.asked.size(), pages + 1);
}

void ModelTest::rowsThatAreGoneLeaveAHole() {
    Table table;
    ChangesetModel model;
    model.setFetch([&](auto ids) { return table.fetch(ids); });
    model.setIds(IdList({1, 1'000'001, 3}));
    QCOMPARE(shown(model, 0, ChangesetModel::SubjectColumn), QString("net: change 1"));
    QCOMPARE(model.row(1).id, store::RowId{0});
    QCOMPARE(shown(model, 2, ChangesetModel::SubjectColumn), QString("net: change 3"));
}

void ModelTest::aFailingFetchIsToldOnce() {
    ChangesetModel model;
    model.setFetch([](auto) -> std::vector<store::CommitRow> {
        throw std::runtime_error("The file is gone.");
    });
    QSignalSpy failed(&model, &ChangesetModel::fetchFailed);
    model.setIds(idsUpTo(3));
    for (int row = 0; row < 3; ++row)
        shown(model, row, ChangesetModel::SubjectColumn);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.front().front().toString(), QString("The file is gone."));
}

void ModelTest::unknownCellsAreDimmed_data() {
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");
    QTest::newRow("subject") << int(ChangesetModel::SubjectColumn) << "title unknown";
    for (const int column :
         {ChangesetModel::AuthorColumn, ChangesetModel::LandedColumn, ChangesetModel::WrittenColumn,
          ChangesetModel::SubsystemColumn, ChangesetModel::FilesColumn,
          ChangesetModel::InsertionsColumn, ChangesetModel::DeletionsColumn,
          ChangesetModel::PullColumn, ChangesetModel::IdColumn})
        QTest::addRow("column %d", column) << column << "—";
}

void ModelTest::unknownCellsAreDimmed() {
    QFETCH(int, column);
    QFETCH(QString, text);
    ChangesetModel model;
    model.setFetch([](auto) {
        store::CommitRow row;
        row.id = 1;
        row.about = "Raydium RM692E5 DSI panels";
        return std::vector{row};
    });
    model.setIds(idsUpTo(1));
    const QModelIndex index = model.index(0, column);
    QCOMPARE(index.data().toString(), text);
    QCOMPARE(index.data(ChangesetModel::TextColorRole).toInt(), int(TextColor::Dimmed));
    QCOMPARE(model.index(0, 0).data(ChangesetModel::AboutRole).toString(),
             QString("Raydium RM692E5 DSI panels"));
}

void ModelTest::knownCells_data() {
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("tone");
    const auto add = [](const char* name, int column, const QString& text, TextColor tone) {
        QTest::newRow(name) << column << text << int(tone);
    };
    add("subject", ChangesetModel::SubjectColumn, "net: change 1", TextColor::Normal);
    add("author", ChangesetModel::AuthorColumn, "Łukasz", TextColor::Normal);
    add("landed", ChangesetModel::LandedColumn, "2010-05-16", TextColor::Normal);
    add("written", ChangesetModel::WrittenColumn, "2010-03-31", TextColor::Normal);
    add("section", ChangesetModel::SectionColumn, "Hardware › Sound", TextColor::Normal);
    add("subsystem", ChangesetModel::SubsystemColumn, "SOUND", TextColor::Normal);
    add("insertions", ChangesetModel::InsertionsColumn, countText(1234), TextColor::Added);
    add("no deletions", ChangesetModel::DeletionsColumn, "0", TextColor::Dimmed);
    add("no pull", ChangesetModel::PullColumn, "directly", TextColor::Dimmed);
    add("id", ChangesetModel::IdColumn, "0123456789ab", TextColor::Normal);
}

void ModelTest::knownCells() {
    QFETCH(int, column);
    QFETCH(QString, text);
    QFETCH(int, tone);
    Table table;
    ChangesetModel model;
    model.setFetch([&](auto ids) { return table.fetch(ids); });
    model.setIds(idsUpTo(1));
    const QModelIndex index = model.index(0, column);
    QCOMPARE(index.data().toString(), text);
    QCOMPARE(index.data(ChangesetModel::TextColorRole).toInt(), tone);
    QVERIFY(!index.data(Qt::ToolTipRole).toString().isEmpty());
}

void ModelTest::everyColumnHasWords() {
    const ChangesetModel model;
    for (int column = 0; column < ChangesetModel::ColumnCount; ++column) {
        QVERIFY2(!ChangesetModel::title(column).isEmpty(), qPrintable(QString::number(column)));
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
    }
}

void ModelTest::sortingAsksTheDatabase() {
    ChangesetModel model;
    QSignalSpy requested(&model, &ChangesetModel::sortRequested);
    model.sort(ChangesetModel::AuthorColumn, Qt::DescendingOrder);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.front().at(0).value<store::SortKey>(), store::SortKey::author);
    QCOMPARE(requested.front().at(1).toBool(), true);
    model.sort(-1, Qt::AscendingOrder);
    QCOMPARE(requested.size(), 1);
}

void ModelTest::timesAreInTheZoneThatIsStated_data() {
    QTest::addColumn<int>("offset");
    QTest::addColumn<QString>("text");
    QTest::newRow("UTC") << 0 << "2010-01-01 00:00:00 +0000";
    QTest::newRow("west") << -830 << "2009-12-31 15:30:00 -0830";
    QTest::newRow("as far as places go") << 1400 << "2010-01-01 14:00:00 +1400";
    // git records what a computer was set to, or what a script made up.
    QTest::newRow("nowhere") << 9959 << "2010-01-05 03:59:00 +9959";
    QTest::newRow("nowhere, west") << -9959 << "2009-12-27 20:01:00 -9959";
}

void ModelTest::timesAreInTheZoneThatIsStated() {
    QFETCH(int, offset);
    QTEST(timeText(1'262'304'000, offset), "text");
}

void ModelTest::daysAreThoseOfUtc() {
    QCOMPARE(dateText(1'262'304'000), QStringLiteral("2010-01-01"));
    QCOMPARE(dateText(1'262'303'999), QStringLiteral("2009-12-31"));
    QCOMPARE(utcStartOfDay(QDate(2010, 1, 1)), 1'262'304'000);
    QCOMPARE(utcDateTime(1'262'304'000).date(), QDate(2010, 1, 1));
}

void ModelTest::pullsAreToldApart_data() {
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("label");
    const auto add = [](const char* name, const char* title, const char* label) {
        QTest::newRow(name) << title << label;
    };
    add("branch of a tree",
        "Merge branch 'x86-cpu-for-linus' of "
        "git://git.kernel.org/pub/scm/linux/kernel/git/tip/tree",
        "tip/tree x86-cpu-for-linus");
    add("tree alone", "Merge git://git.kernel.org/pub/scm/linux/kernel/git/davem/net-next-2.6",
        "davem/net-next-2.6");
    add("tag",
        "Merge tag 'net-next-6.7' of git://git.kernel.org/pub/scm/linux/kernel/git/netdev/net-next",
        "netdev/net-next net-next-6.7");
    add("tree with a slash behind it",
        "Merge tag 'sysctl-6.6-rc1' of "
        "git://git.kernel.org/pub/scm/linux/kernel/git/mcgrof/linux.git/",
        "mcgrof/linux sysctl-6.6-rc1");
    add("host alone before the tree",
        "Merge tag 'io_uring-futex-2023-10-30' of git://git.kernel.dk/linux",
        "git.kernel.dk/linux io_uring-futex-2023-10-30");
    add("ssh", "Merge branch 'devel' of master.kernel.org:/home/rmk/linux-2.6-arm",
        "rmk/linux-2.6-arm devel");
    add("a folder of a server",
        "Merge branch 'for-linus' of git://git390.example.org/pub/scm/linux-2.6",
        "git390.example.org/linux-2.6 for-linus");
    add("ends in .git", "Merge tag 'fixes' of git@example.org:people/tree.git",
        "people/tree fixes");
    add("no tree", "Merge branch 'core' into tracing", "Merge branch 'core' into tracing");
    add("other words", "Bring the tree up to date", "Bring the tree up to date");
    add("nothing", "", "");
}

void ModelTest::pullsAreToldApart() {
    QFETCH(QString, title);
    QFETCH(QString, label);
    QCOMPARE(pullLabel(title.toStdString()), label);
}

void ModelTest::tonesCanBeRead_data() {
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("base");
    QTest::newRow("light") << QColor(Qt::black) << QColor(Qt::white);
    QTest::newRow("light, soft") << QColor(35, 38, 41) << QColor(252, 252, 252);
    QTest::newRow("dark") << QColor(252, 252, 252) << QColor(35, 38, 41);
    QTest::newRow("black") << QColor(Qt::white) << QColor(Qt::black);
}

void ModelTest::tonesCanBeRead() {
    QFETCH(QColor, text);
    QFETCH(QColor, base);
    QPalette palette;
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Base, base);
    for (const TextColor tone :
         {TextColor::Normal, TextColor::Dimmed, TextColor::Added, TextColor::Removed}) {
        const qreal ratio = contrast(paletteColor(tone, palette, QPalette::Active), base);
        QVERIFY2(ratio >= 4.5, qPrintable(QString("%1: %2").arg(int(tone)).arg(ratio)));
    }
}

MW_UI_TEST_WITHOUT_WINDOWS(ModelTest)
#include "model_test.moc"
