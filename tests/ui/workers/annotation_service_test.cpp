#include "fixtures/bundled_database.h"
#include "store/read/reader.h"
#include "test_ui.h"
#include "workers/annotation_service.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace mw::ui;
namespace store = mw::store;
namespace classify = mw::classify;

namespace {

const std::string futex = "9f6c532f59b2";

PersonalChangePtr noteOn(const std::string& oid, const std::string& note) {
    auto change = std::make_shared<AnnotationChange>();
    change->field = MarkField::Note;
    change->oids = {oid};
    change->wanted.emplace_back().note = note;
    return change;
}

} // namespace

/// What is asked of the writing thread, and what it answers.
class AnnotationServiceTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void doesUndoesAndDoesAgain();
    void oneFieldAloneIsTakenBack();
    void rowsBecomeIds();
    void whatHasNoIdIsRefused();
    void aCommitNamedTwiceIsTakenBackWhole();
    void whatWasOnlyReadIsNoMark();
    void theLastWishIsDoneBeforeTheEnd();
    void settlingGivesOutWhatHappened();

private:
    store::Annotation stored(const std::string& oid) const {
        return store::Reader(database_->file().toStdString())
            .commit_by_oid(oid)
            .value()
            .row.personal.value_or(store::Annotation());
    }

    std::unique_ptr<BundledDatabase> database_;
};

void AnnotationServiceTest::init() {
    database_ = std::make_unique<BundledDatabase>();
    database_->fill();
}

void AnnotationServiceTest::doesUndoesAndDoesAgain() {
    AnnotationService service(database_->file());
    QSignalSpy applied(&service, &AnnotationService::applied);
    const auto change = noteOn(futex, "one");
    service.apply(change, ChangeStep::Do);
    QVERIFY(applied.wait(patience));
    QCOMPARE(applied.back().at(0).value<PersonalChangePtr>(), change);
    QCOMPARE(stored(futex).note, std::string("one"));
    service.apply(change, ChangeStep::Undo);
    QVERIFY(applied.wait(patience));
    QVERIFY(stored(futex).is_empty());
    service.apply(change, ChangeStep::Redo);
    QVERIFY(applied.wait(patience));
    QCOMPARE(stored(futex).note, std::string("one"));
    service.apply(change, ChangeStep::Undo);
    QVERIFY(applied.wait(patience));
    QVERIFY(stored(futex).is_empty());
}

void AnnotationServiceTest::oneFieldAloneIsTakenBack() {
    AnnotationService service(database_->file());
    const auto note = noteOn(futex, "kept");
    auto bookmark = std::make_shared<AnnotationChange>();
    bookmark->field = MarkField::Bookmark;
    bookmark->oids = {futex};
    bookmark->wanted.emplace_back().bookmarked = true;
    service.apply(bookmark, ChangeStep::Do);
    service.apply(note, ChangeStep::Do);
    service.apply(bookmark, ChangeStep::Undo);
    service.settle();
    QCOMPARE(stored(futex).note, std::string("kept"));
    QVERIFY(!stored(futex).bookmarked);
}

void AnnotationServiceTest::rowsBecomeIds() {
    store::Reader reader(database_->file().toStdString());
    auto change = std::make_shared<AnnotationChange>();
    change->field = MarkField::Bookmark;
    change->rows = reader.find({});
    const std::size_t rows = change->rows.size();
    change->wanted.emplace_back().bookmarked = true;
    AnnotationService service(database_->file());
    service.apply(change, ChangeStep::Do);
    service.settle();
    // Some entries of the selection have no commit: they cannot be marked.
    QVERIFY2(change->oids.size() > 10 && change->oids.size() < rows,
             qPrintable(QString::number(change->oids.size())));
    QCOMPARE(change->before.size(), change->oids.size());
    QVERIFY(stored(futex).bookmarked);
}

void AnnotationServiceTest::whatHasNoIdIsRefused() {
    store::Reader reader(database_->file().toStdString());
    const auto ids = reader.find({});
    const auto rows = reader.rows(ids);
    const auto nameless =
        std::ranges::find_if(rows, [](const auto& row) { return row.oid.empty(); });
    QVERIFY(nameless != rows.end());
    auto change = std::make_shared<AnnotationChange>();
    change->rows = {nameless->id};
    change->wanted.emplace_back().bookmarked = true;
    AnnotationService service(database_->file());
    QSignalSpy refused(&service, &AnnotationService::refused);
    service.apply(change, ChangeStep::Do);
    QVERIFY(refused.wait(patience));
    QVERIFY(refused.back().at(2).toString().startsWith("Nothing was marked"));
}

void AnnotationServiceTest::aCommitNamedTwiceIsTakenBackWhole() {
    auto change = std::make_shared<AnnotationChange>();
    change->field = MarkField::SectionKey;
    change->oids = {futex, futex};
    change->wanted.resize(2);
    change->wanted[0].place = classify::SectionKey{classify::Section::security, {}};
    change->wanted[1].place = classify::SectionKey{classify::Section::internal, {}};
    AnnotationService service(database_->file());
    service.apply(change, ChangeStep::Do);
    service.settle();
    QCOMPARE(stored(futex).place, change->wanted[1].place);
    service.apply(change, ChangeStep::Undo);
    service.settle();
    QVERIFY(!stored(futex).place);
}

void AnnotationServiceTest::whatWasOnlyReadIsNoMark() {
    auto change = std::make_shared<AnnotationChange>();
    change->field = MarkField::Read;
    change->oids = {futex};
    change->wanted.emplace_back().read_at = 1'700'000'000;
    AnnotationService service(database_->file());
    QSignalSpy marks(&service, &AnnotationService::marks);
    service.apply(change, ChangeStep::Do);
    service.requestMarks();
    QVERIFY(marks.wait(patience));
    QVERIFY(marks.back().front().value<std::vector<store::Annotation>>().empty());
    service.apply(noteOn(futex, "one"), ChangeStep::Do);
    service.requestMarks();
    QVERIFY(marks.wait(patience));
    const auto all = marks.back().front().value<std::vector<store::Annotation>>();
    QCOMPARE(all.size(), std::size_t{1});
    QCOMPARE(all.front().note, std::string("one"));
}

void AnnotationServiceTest::theLastWishIsDoneBeforeTheEnd() {
    for (int round = 0; round < 20; ++round) {
        const std::string note = "round " + std::to_string(round);
        {
            AnnotationService service(database_->file());
            service.apply(noteOn(futex, note), ChangeStep::Do);
        }
        QCOMPARE(stored(futex).note, note);
    }
}

void AnnotationServiceTest::settlingGivesOutWhatHappened() {
    AnnotationService service(database_->file());
    QSignalSpy applied(&service, &AnnotationService::applied);
    QSignalSpy refused(&service, &AnnotationService::refused);
    service.apply(noteOn(futex, "one"), ChangeStep::Do);
    service.apply(noteOn("no id", "two"), ChangeStep::Do);
    service.settle();
    QCOMPARE(applied.size(), 1);
    QCOMPARE(refused.size(), 1);
}

MW_UI_TEST_WITHOUT_WINDOWS(AnnotationServiceTest)
#include "annotation_service_test.moc"

#include <algorithm>
