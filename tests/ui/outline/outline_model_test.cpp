#include "outline/outline_view.h"
#include "test_ui.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTest>

using namespace mw::ui;
namespace store = mw::store;
using store::OutlineKind;

namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

/// Nodes given in order with their depths; sums are made as the store makes them.
class OutlineMaker {
public:
    OutlineMaker() {
        outline_.people = {{1, "Ann"}, {2, "Bob"}};
        outline_.places[1] = {mw::classify::Section::networking, mw::classify::Subgroup::none};
        outline_.places[2] = {mw::classify::Section::hardware, mw::classify::Subgroup::usb};
        add(0, OutlineKind::release, "test");
    }

    OutlineMaker& add(std::size_t depth, OutlineKind kind, const std::string& title,
                      store::RowId who = 1, int lines = 0) {
        store::OutlineNode node;
        node.kind = kind;
        node.title = title;
        node.depth = depth;
        if (kind != OutlineKind::release && kind != OutlineKind::series) {
            node.row = static_cast<store::RowId>(outline_.nodes.size()) + 100;
            node.oid = std::to_string(node.row);
            node.author = node.place = who;
        }
        if (kind == OutlineKind::changeset) {
            node.changesets = 1;
            node.insertions = lines;
            node.deletions = 0;
        }
        outline_.nodes.push_back(node);
        return *this;
    }

    SharedOutline made() {
        auto& nodes = outline_.nodes;
        std::vector<std::size_t> path;
        for (std::size_t at = 0; at < nodes.size(); ++at) {
            path.resize(nodes[at].depth);
            nodes[at].parent = path.empty() ? 0 : path.back();
            path.push_back(at);
            for (const std::size_t above : path) {
                nodes[above].end = at + 1;
                if (above == at || nodes[at].kind != OutlineKind::changeset)
                    continue;
                ++nodes[above].changesets;
                nodes[above].insertions =
                    nodes[above].insertions.value_or(0) + *nodes[at].insertions;
            }
        }
        return std::make_shared<const store::Outline>(outline_);
    }

private:
    store::Outline outline_;
};

SharedOutline small() {
    OutlineMaker maker;
    maker
        .add(1, OutlineKind::pull,
             "Merge tag 'net-6.7' of git://git.kernel.org/pub/scm/linux/kernel/git/netdev/net")
        .add(2, OutlineKind::branch_merge, "Merge branch 'fq'")
        .add(3, OutlineKind::changeset, "fq: one", 1, 10)
        .add(3, OutlineKind::changeset, "fq: two", 2, 1)
        .add(2, OutlineKind::series, "tcp: a")
        .add(3, OutlineKind::changeset, "tcp: a", 1, 2)
        .add(3, OutlineKind::changeset, "tcp: b", 1, 2)
        .add(1, OutlineKind::changeset, "Linux 6.7-rc1", 2, 1);
    return maker.made();
}

QStringList titles(const QAbstractItemModel& model, const QModelIndex& above = {}) {
    QStringList texts;
    for (int row = 0; row < model.rowCount(above); ++row)
        texts << model.index(row, 0, above).data().toString();
    return texts;
}

IdList hits(std::vector<store::RowId> rows) {
    return IdList(std::move(rows));
}

} // namespace

class OutlineModelTest : public QObject {
    Q_OBJECT

private slots:
    void isATree();
    void saysWhoAndWhere();
    void isSorted();
    void isFilteredByWords();
    void countsHits();
    void keepsWhatIsOpen();
    void leadsToACommit();
    void isQuickOnALargeRelease();
};

void OutlineModelTest::isATree() {
    OutlineModel model;
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setOutline(small());
    QCOMPARE(titles(model), QStringList({"netdev/net net-6.7", "Linux 6.7-rc1"}));
    const QModelIndex pull = model.index(0, 0);
    QCOMPARE(titles(model, pull),
             QStringList({"Merge branch 'fq'", "Probably a series of 2: tcp: a"}));
    QCOMPARE(titles(model, model.index(1, 0, pull)), QStringList({"tcp: a", "tcp: b"}));
    QVERIFY(!model.hasChildren(model.index(1, 0)));
    QCOMPARE(model.index(0, OutlineModel::ChangesetsColumn).data().toString(), QString("4"));
    QCOMPARE(model.index(0, OutlineModel::LinesColumn).data().toString(), QString("+15 −0"));
    QCOMPARE(
        model.index(0, OutlineModel::ChangesetsColumn).data(OutlineModel::ShareRole).toDouble(),
        1.0);
    QVERIFY(model.index(1, 0, pull).data(Qt::ToolTipRole).toString().contains("guess"));
    model.setOutline(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void OutlineModelTest::saysWhoAndWhere() {
    OutlineModel model;
    model.setOutline(small());
    const auto cell = [&](int column, int role = Qt::DisplayRole) {
        return model.index(0, column).data(role).toString();
    };
    QCOMPARE(cell(OutlineModel::PeopleColumn), QString("Ann +1"));
    QCOMPARE(cell(OutlineModel::PeopleColumn, Qt::ToolTipRole), QString("Ann: 3\nBob: 1"));
    QCOMPARE(cell(OutlineModel::SectionColumn), QString("Networking +1"));
}

void OutlineModelTest::isSorted() {
    OutlineModel model;
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    model.setOutline(small());
    for (int by = 0; by < OutlineModel::ColumnCount; ++by) {
        model.sort(by, Qt::DescendingOrder);
        QCOMPARE(model.rowCount(model.index(0, 0)) + model.rowCount(model.index(1, 0)), 2);
        model.sort(by, Qt::AscendingOrder);
        QCOMPARE(model.rowCount(), 2);
    }
    model.sort(OutlineModel::ChangesetsColumn, Qt::AscendingOrder);
    QCOMPARE(titles(model).front(), QString("Linux 6.7-rc1"));
    model.sort(OutlineModel::LinesColumn, Qt::DescendingOrder);
    QCOMPARE(titles(model, model.index(0, 0, model.index(0, 0))),
             QStringList({"fq: one", "fq: two"}));
}

void OutlineModelTest::isFilteredByWords() {
    OutlineModel model;
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    model.setOutline(small());
    model.setFilter("FQ one");
    QCOMPARE(model.rowCount(), 1);
    const QModelIndex merge = model.index(0, 0, model.index(0, 0));
    QCOMPARE(titles(model, merge), QStringList({"fq: one"}));
    // What stands below a match is there as well.
    model.setFilter("net-6.7");
    QCOMPARE(model.rowCount(model.index(0, 0)), 2);
    model.setFilter("nothing");
    QCOMPARE(model.rowCount(), 0);
    model.setFilter({});
    QCOMPARE(model.rowCount(), 2);
}

void OutlineModelTest::countsHits() {
    OutlineModel model;
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    model.setOutline(small());
    QVERIFY(!model.hasHits());
    model.setHits(hits({104, 107}));
    const auto count = [&](const QModelIndex& of) {
        return of.siblingAtColumn(OutlineModel::HitsColumn).data().toString();
    };
    const QModelIndex pull = model.index(0, 0);
    QCOMPARE(count(pull), QString("2"));
    QCOMPARE(count(model.index(0, 0, pull)), QString("1"));
    QCOMPARE(count(model.index(1, 0)), QString());
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setHits(hits({104}));
    QCOMPARE(reset.size(), 0);
    QCOMPARE(count(pull), QString("1"));
    model.setOnlyHits(true);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(titles(model, model.index(0, 0)), QStringList({"Merge branch 'fq'"}));
    model.setHits({});
    QCOMPARE(model.rowCount(), 2);
}

void OutlineModelTest::keepsWhatIsOpen() {
    OutlineView view;
    view.setOutline(small());
    const auto pull = [&] { return view.model()->index(0, 0); };
    view.expand(pull());
    const auto series = [&] { return view.model()->index(1, 0, pull()); };
    view.expand(series());
    view.setCurrentIndex(view.model()->index(1, 0, series()));
    view.setOutline(small()); // read again
    QVERIFY(view.isExpanded(pull()));
    QVERIFY(view.isExpanded(series()));
    QCOMPARE(view.currentIndex().data().toString(), QString("tcp: b"));
    view.sortByColumn(OutlineModel::TitleColumn, Qt::DescendingOrder);
    QCOMPARE(view.currentIndex().data().toString(), QString("tcp: b"));
    QVERIFY(view.isExpanded(view.currentIndex().parent()));
}

void OutlineModelTest::leadsToACommit() {
    OutlineView view;
    view.setOutline(small());
    const QSignalSpy chosen(&view, &OutlineView::nodeChosen);
    QVERIFY(view.reveal("104"));
    QCOMPARE(view.currentIndex().data().toString(), QString("fq: two"));
    QVERIFY(view.isExpanded(view.currentIndex().parent()));
    QVERIFY(view.isExpanded(view.currentIndex().parent().parent()));
    QCOMPARE(chosen.size(), 1);
    QVERIFY(!view.reveal("999"));
    view.outline().setFilter("tcp");
    QVERIFY(!view.reveal("103"));
}

void OutlineModelTest::isQuickOnALargeRelease() {
    OutlineMaker maker;
    for (int pull = 0; pull < 170; ++pull) {
        maker.add(1, OutlineKind::pull, "Merge branch 'p' of git://host/people/tree");
        for (int branch = 0; branch < 10; ++branch) {
            maker.add(2, OutlineKind::branch_merge, "Merge branch 'b'");
            for (int changeset = 0; changeset < 10; ++changeset)
                maker.add(3, OutlineKind::changeset, "subsystem: do a thing", 1 + changeset % 2, 1);
        }
    }
    const SharedOutline large = maker.made();
    QCOMPARE(large->nodes.front().changesets, 17'000);
    std::vector<store::RowId> rows;
    for (const auto& node : large->nodes)
        rows.push_back(node.row);
    const auto [outlineMs, wordsMs, hitsMs, sortMs] = [&] {
        OutlineView view;
        view.resize(900, 600);
        QElapsedTimer clock;
        std::array<qint64, 4> took{};
        clock.start();
        view.setOutline(large);
        view.grab();
        took[0] = clock.restart();
        view.outline().setFilter("thing");
        view.grab();
        took[1] = clock.restart();
        view.setHits(hits(rows));
        view.grab();
        took[2] = clock.restart();
        view.sortByColumn(OutlineModel::PeopleColumn, Qt::DescendingOrder);
        view.grab();
        took[3] = clock.restart();
        return took;
    }();
    qInfo("17,000 changesets: set %lld ms, words %lld ms, hits %lld ms, sorted by people %lld ms",
          outlineMs, wordsMs, hitsMs, sortMs);
    for (const qint64 took : {outlineMs, wordsMs, hitsMs, sortMs})
        QVERIFY2(took < 1000, "so slow that somebody waits"); // 20 times what it takes
}

MW_UI_TEST(OutlineModelTest)
#include "outline_model_test.moc"
