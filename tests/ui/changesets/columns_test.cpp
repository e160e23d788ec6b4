// Which columns the list shows.

#include "changesets/changeset_columns.h"
#include "changesets/changeset_model.h"
#include "changesets/changeset_view.h"
#include "test_ui.h"

#include <QDataStream>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QTest>

using namespace mw::ui;

class ColumnsTest : public QObject {
    Q_OBJECT

private slots:
    void thatALayoutDoesNotKnowAreAsAtFirst();
};

/// As an older program saved it, which had two columns fewer.
void ColumnsTest::thatALayoutDoesNotKnowAreAsAtFirst() {
    constexpr int known = ChangesetModel::ColumnCount - 2;
    QStandardItemModel older(1, known);
    QHeaderView header(Qt::Horizontal);
    header.setModel(&older);
    header.setSectionHidden(ChangesetModel::PullColumn, true);
    QByteArray layout;
    QDataStream(&layout, QIODevice::WriteOnly)
        << true << header.saveState() << QList<int>(known, 50) << QSet<int>() << QSet<int>();

    ChangesetModel model;
    ChangesetView view;
    view.setModel(&model);
    ChangesetColumns columns(view, model);
    columns.restore(ChangesetColumns::Set::Whole, layout);
    QVERIFY(view.header()->isSectionHidden(ChangesetModel::PullColumn));
    QVERIFY(!view.header()->isSectionHidden(ChangesetModel::AuthorColumn));
    for (int column = known; column < ChangesetModel::ColumnCount; ++column)
        QCOMPARE(!view.header()->isSectionHidden(column),
                 ChangesetModel::shownAtFirst(ChangesetModel::Column(column)));
}

MW_UI_TEST(ColumnsTest)
#include "columns_test.moc"
