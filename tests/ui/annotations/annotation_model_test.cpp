#include "annotations/marks_model.h"
#include "annotations/section_choice_model.h"
#include "annotations/section_dialog.h"
#include "changesets/changeset_model.h"
#include "core/row_marks.h"
#include "core/word_filter.h"
#include "painting/contrast.h"
#include "painting/mark_colors.h"
#include "test_ui.h"

#include <QAbstractItemModelTester>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <set>
#include <stdexcept>

using namespace mw::ui;
namespace store = mw::store;
namespace classify = mw::classify;

namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

store::Annotation markOn(const std::string& oid) {
    store::Annotation own;
    own.oid = oid;
    own.bookmarked = true;
    own.note = "\nFirst line\nsecond";
    own.colour = 2;
    own.changed_at = 1'270'000'000;
    return own;
}

} // namespace

class AnnotationModelTest : public QObject {
    Q_OBJECT

private slots:
    void placesAreComplete();
    void placesAreFoundByWords();
    void theDialogChoosesByKeyboard();
    void marksFollowTheProtocol();
    void aMarkWithoutItsCommitShowsItsId();
    void theTableShowsMarks();
    void coloursCanBeRead_data();
    void coloursCanBeRead();
    void aColourOfANewerVersionIsDrawn();
};

void AnnotationModelTest::placesAreComplete() {
    SectionChoiceModel model;
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    std::set<classify::SectionKey> places;
    for (int line = 0; line < model.rowCount(); ++line) {
        places.insert(model.place(line));
        QCOMPARE(model.lineOf(model.place(line)), line);
        QVERIFY(!model.index(line, 0).data().toString().isEmpty());
    }
    const std::size_t whole =
        classify::all_sections().size() - 1 + classify::all_subgroups().size();
    QCOMPARE(places.size(), whole);
    QCOMPARE(model.lineOf({classify::Section::hardware, classify::Subgroup::none}), -1);
}

void AnnotationModelTest::placesAreFoundByWords() {
    SectionChoiceModel model;
    WordFilter filter;
    filter.setSourceModel(&model);
    filter.setFilterRole(SectionChoiceModel::SearchRole);
    const QAbstractItemModelTester tester(&filter, Mode::QtTest);
    const auto found = [&](const char* text) {
        filter.setText(QString::fromUtf8(text));
        QStringList titles;
        for (int line = 0; line < filter.rowCount(); ++line)
            titles << filter.index(line, 0).data().toString();
        return titles;
    };
    QCOMPARE(found("NET HARD"), QStringList{"Hardware support › Networking"});
    QCOMPARE(found("spi_i2c"), QStringList{"Hardware support › SPI and I²C"});
    QCOMPARE(found("nothing such"), QStringList());
    QCOMPARE(found(" ").size(), model.rowCount());
}

void AnnotationModelTest::theDialogChoosesByKeyboard() {
    const classify::SectionKey clock{classify::Section::hardware, classify::Subgroup::clock};
    SectionDialog dialog("Put “<b>it</b>” into:", clock);
    QSignalSpy chosen(&dialog, &SectionDialog::chosen);
    dialog.open();
    auto* const edit = dialog.findChild<QLineEdit*>("edit");
    auto* const places = dialog.findChild<QListView*>("places");
    const auto* const ok = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    QTRY_VERIFY(edit->hasFocus());
    QCOMPARE(places->currentIndex().data().toString(), QString("Hardware support › Clock"));
    QTest::keyClicks(edit, "zzz");
    QVERIFY(!ok->isEnabled());
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    edit->clear();
    QTest::keyClicks(edit, "hardware s");
    const QString first = places->currentIndex().data().toString();
    QTest::keyClick(edit, Qt::Key_Down);
    QVERIFY(places->currentIndex().data().toString() != first);
    const QString wanted = places->currentIndex().data().toString();
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(chosen.size(), 1);
    SectionChoiceModel model;
    QCOMPARE(model.index(model.lineOf(chosen.front().front().value<classify::SectionKey>()), 0)
                 .data()
                 .toString(),
             wanted);
}

void AnnotationModelTest::marksFollowTheProtocol() {
    MarksModel model;
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    int lookups = 0;
    model.setLookup(
        [&](const std::string& oid) {
            ++lookups;
            store::CommitRow row;
            row.id = 1;
            row.oid = oid;
            row.subject = "net: of " + oid;
            return std::optional(row);
        },
        [](store::RowId) { return store::Project(); });
    model.setMarks({markOn("aaaaaaaaaaaa"), markOn("bbbbbbbbbbbb")});
    QCOMPARE(model.index(1, MarksModel::SubjectColumn).data().toString(),
             QString("net: of bbbbbbbbbbbb"));
    QCOMPARE(model.index(1, MarksModel::NoteColumn).data().toString(), QString("First line"));
    QCOMPARE(model.index(1, MarksModel::ChangedColumn).data().toString(), QString("2010-03-31"));
    QCOMPARE(model.index(1, MarksModel::MarksColumn).data(Qt::AccessibleTextRole).toString(),
             QString("yellow, bookmarked, note"));

    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setMarks({markOn("aaaaaaaaaaaa"), markOn("bbbbbbbbbbbb")});
    QCOMPARE(reset.size(), 0);
    QCOMPARE(changed.size(), 1);
    model.setMarks({markOn("bbbbbbbbbbbb")});
    QCOMPARE(reset.size(), 1);
    QCOMPARE(model.index(0, MarksModel::SubjectColumn).data().toString(),
             QString("net: of bbbbbbbbbbbb"));
}

void AnnotationModelTest::aMarkWithoutItsCommitShowsItsId() {
    MarksModel model;
    model.setMarks({markOn("aaaaaaaaaaaabbbb")});
    model.setLookup(
        [](const std::string&) -> std::optional<store::CommitRow> {
            throw std::runtime_error("gone");
        },
        [](store::RowId) { return store::Project(); });
    QVERIFY(model.index(0, 0).data().toString().startsWith("aaaaaaaaaaaa, in no release"));
}

void AnnotationModelTest::theTableShowsMarks() {
    store::CommitRow row;
    row.id = 1;
    row.oid = "0123456789ab";
    row.place = {classify::Section::core, {}};
    ChangesetModel model;
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    model.setFetch([&row](auto) { return std::vector{row}; });
    model.setIds(IdList({1}));
    const QModelIndex marks = model.index(0, ChangesetModel::MarksColumn);
    QCOMPARE(marks.data(ChangesetModel::MarksRole).toInt(), 0);
    QCOMPARE(marks.data(ChangesetModel::ColorRole).toInt(), -1);

    row.personal = markOn(row.oid);
    row.personal->place = row.place;
    row.adds = classify::NewHardware{classify::NewHardware::Kind::driver, "FX100"};
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.refresh();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(RowMarks(marks.data(ChangesetModel::MarksRole).toInt()),
             RowMark::Bookmarked | RowMark::Noted | RowMark::OwnSection | RowMark::AddsHardware);
    QCOMPARE(marks.data(ChangesetModel::ColorRole).toInt(), 2);
    QVERIFY(marks.data(Qt::ToolTipRole).toString().contains("Adds: FX100"));
    QVERIFY(marks.data(Qt::ToolTipRole).toString().contains("First line"));
    QVERIFY(!marks.data(Qt::FontRole).isValid());
    model.setShowUnread(true);
    QVERIFY(marks.data(Qt::FontRole).value<QFont>().bold());
    row.personal->read_at = 5;
    model.refresh();
    QVERIFY(!marks.data(Qt::FontRole).isValid());
}

void AnnotationModelTest::coloursCanBeRead_data() {
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("base");
    QTest::newRow("light") << QColor(0x20, 0x20, 0x20) << QColor(0xff, 0xff, 0xff);
    QTest::newRow("cream") << QColor(0x20, 0x20, 0x20) << QColor(0xfd, 0xf6, 0xe3);
    QTest::newRow("dark") << QColor(0xee, 0xee, 0xee) << QColor(0x1b, 0x1e, 0x20);
    QTest::newRow("dim") << QColor(0xdd, 0xdd, 0xdd) << QColor(0x2e, 0x34, 0x40);
}

void AnnotationModelTest::coloursCanBeRead() {
    QFETCH(QColor, text);
    QFETCH(QColor, base);
    QPalette palette;
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Base, base);
    std::set<QRgb> different;
    for (int colour = 0; colour < markColours; ++colour) {
        const QColor shown = markColor(colour, palette);
        QVERIFY2(contrast(shown, base) >= 4.5, qPrintable(markColorName(colour)));
        different.insert(shown.rgb());
        QVERIFY(!markColorIcon(colour).isNull());
    }
    QCOMPARE(different.size(), std::size_t{markColours});
}

void AnnotationModelTest::aColourOfANewerVersionIsDrawn() {
    const QPalette palette;
    QCOMPARE(markColor(markColours, palette), palette.color(QPalette::Active, QPalette::Text));
    QVERIFY(marksText({}, markColours).contains("another colour"));
}

MW_UI_TEST(AnnotationModelTest)
#include "annotation_model_test.moc"
