#include "fixtures/bundled_database.h"
#include "store/read/reader.h"
#include "test_ui.h"
#include "text/format.h"
#include "workers/store_service.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace mw::ui;
namespace store = mw::store;
namespace classify = mw::classify;

namespace {

template <typename Value>
Value lastOf(const QSignalSpy& spy) {
    return spy.back().front().value<Value>();
}

} // namespace

class StoreServiceTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void makesTheBundledReleaseWhereThereIsNoFile();
    void aForeignFileIsRefusedWithASentence();
    void findsAndCountsTheSame();
    void ofManySearchesTheNewestIsAnswered();
    void aMistakeIsPlacedInCharacters();
    void aCommitIsFoundByTheStartOfItsId();
    void anEntryWithoutAnIdIsFoundByRow();
    void rowsAreCitedInTheirOrder();
    void anUnknownCommitIsMissing();
    void typeAheadGoesRound();
    void aLongListHoldsNobodyUp();
    void endsWhileASearchRuns();

private:
    store::Release openBundled(StoreService& service);

    std::unique_ptr<BundledDatabase> database_;
};

void StoreServiceTest::init() {
    database_ = std::make_unique<BundledDatabase>();
}

store::Release StoreServiceTest::openBundled(StoreService& service) {
    QSignalSpy releases(&service, &StoreService::releases);
    service.open();
    if (!releases.wait(patience))
        return {};
    const auto all = lastOf<std::vector<store::Release>>(releases);
    return all.empty() ? store::Release{} : all.front();
}

void StoreServiceTest::makesTheBundledReleaseWhereThereIsNoFile() {
    StoreService service(database_->file());
    QSignalSpy opened(&service, &StoreService::opened);
    const store::Release release = openBundled(service);
    QCOMPARE(opened.size(), 1);
    QVERIFY(release.bundled);
    QVERIFY(QFile::exists(database_->file()));
}

void StoreServiceTest::aForeignFileIsRefusedWithASentence() {
    QFile file(database_->file());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("This is a letter, not a database. ");
    file.close();
    StoreService service(database_->file());
    QSignalSpy failed(&service, &StoreService::failed);
    service.open();
    QVERIFY(failed.wait(patience));
    QVERIFY(!lastOf<QString>(failed).isEmpty());
    QCOMPARE(QFile(database_->file()).size(), qint64(34));
}

void StoreServiceTest::findsAndCountsTheSame() {
    StoreService service(database_->file());
    const store::Release release = openBundled(service);
    QSignalSpy found(&service, &StoreService::found);
    QSignalSpy sections(&service, &StoreService::sections);
    service.requestSections(release.id);
    QVERIFY(sections.wait(patience));
    for (const auto& [place, count] : lastOf<std::vector<store::SectionCount>>(sections)) {
        store::CommitQuery query;
        query.release = release.id;
        query.section = place.section;
        if (place.subgroup != classify::Subgroup::none)
            query.subgroup = place.subgroup;
        service.find(query);
        QVERIFY(found.wait(patience));
        QCOMPARE(static_cast<std::int64_t>(lastOf<IdList>(found).size()), count);
    }
}

void StoreServiceTest::ofManySearchesTheNewestIsAnswered() {
    StoreService service(database_->file());
    openBundled(service);
    QSignalSpy found(&service, &StoreService::found);
    for (int typed = 0; typed < 50; ++typed) {
        store::CommitQuery query;
        query.text = typed == 49 ? "itanium" : "futex";
        service.find(query);
    }
    QVERIFY(found.wait(patience));
    QTest::qWait(50);
    QCOMPARE(found.size(), 1);
    QCOMPARE(lastOf<IdList>(found).size(), std::size_t{1});
}

void StoreServiceTest::aMistakeIsPlacedInCharacters() {
    StoreService service(database_->file());
    openBundled(service);
    QSignalSpy mistaken(&service, &StoreService::queryMistaken);
    store::CommitQuery query;
    query.text = QStringLiteral("Łódź (net").toStdString();
    service.find(query);
    QVERIFY(mistaken.wait(patience));
    QVERIFY(!mistaken.front().at(0).toString().isEmpty());
    const int position = mistaken.front().at(1).toInt();
    QVERIFY2(position == 5 || position == 9, qPrintable(QString::number(position)));
}

void StoreServiceTest::aCommitIsFoundByTheStartOfItsId() {
    StoreService service(database_->file());
    const store::Release release = openBundled(service);
    QSignalSpy commit(&service, &StoreService::commit);
    service.requestCommit({QStringLiteral("9f6c532f59b2"), 0, release.id});
    QVERIFY(commit.wait(patience));
    QCOMPARE(lastOf<store::CommitDetail>(commit).row.subject,
             std::string("futex: Add sys_futex_wake()"));
}

void StoreServiceTest::anEntryWithoutAnIdIsFoundByRow() {
    StoreService service(database_->file());
    openBundled(service);
    QSignalSpy found(&service, &StoreService::found);
    QSignalSpy commit(&service, &StoreService::commit);
    service.find({});
    QVERIFY(found.wait(patience));
    const auto ids = lastOf<IdList>(found).span();
    const auto all = store::Reader(database_->file().toStdString()).rows(ids);
    const auto nameless =
        std::ranges::find_if(all, [](const store::CommitRow& row) { return row.oid.empty(); });
    QVERIFY(nameless != all.end());
    service.requestCommit({{}, nameless->id, {}});
    QVERIFY(commit.wait(patience));
    QCOMPARE(lastOf<store::CommitDetail>(commit).row.about, nameless->about);
}

void StoreServiceTest::rowsAreCitedInTheirOrder() {
    StoreService service(database_->file());
    openBundled(service);
    QSignalSpy found(&service, &StoreService::found);
    QSignalSpy references(&service, &StoreService::references);
    service.find({});
    QVERIFY(found.wait(patience));
    const auto ids = lastOf<IdList>(found).span();
    const std::vector<store::RowId> two{ids[1], ids[0]};
    service.requestReferences(two);
    QVERIFY(references.wait(patience));
    QStringList cited;
    for (const auto& row : store::Reader(database_->file().toStdString()).rows(two))
        cited << commitReference(row);
    QCOMPARE(references.back().at(0).toString(), cited.join('\n'));
    QCOMPARE(references.back().at(1).toInt(), 2);
}

void StoreServiceTest::anUnknownCommitIsMissing() {
    StoreService service(database_->file());
    openBundled(service);
    QSignalSpy missing(&service, &StoreService::commitMissing);
    service.requestCommit({QStringLiteral("ffffffffffff"), 0, {}});
    QVERIFY(missing.wait(patience));
    QVERIFY(lastOf<QString>(missing).contains(QStringLiteral("ffffffffffff")));
}

void StoreServiceTest::typeAheadGoesRound() {
    StoreService service(database_->file());
    openBundled(service);
    QSignalSpy found(&service, &StoreService::found);
    QSignalSpy line(&service, &StoreService::typeAheadFound);
    service.find({});
    QVERIFY(found.wait(patience));
    const auto ids = lastOf<IdList>(found);
    service.typeAhead(ids, 0, QStringLiteral("FUTEX"));
    QVERIFY(line.wait(patience));
    const int first = lastOf<int>(line);
    service.typeAhead(ids, static_cast<int>(ids.size()) - 1, QStringLiteral("futex"));
    QVERIFY(line.wait(patience));
    QCOMPARE(lastOf<int>(line), first);
}

/// A million lines that have to be looked at: what a person does meanwhile is answered at once, and
/// of what they asked of the lines only the last.
void StoreServiceTest::aLongListHoldsNobodyUp() {
    StoreService service(database_->file());
    openBundled(service);
    QSignalSpy found(&service, &StoreService::found);
    QSignalSpy line(&service, &StoreService::typeAheadFound);
    QSignalSpy references(&service, &StoreService::references);
    service.find({});
    QVERIFY(found.wait(patience));
    const auto some = lastOf<IdList>(found).span();
    std::vector<store::RowId> many;
    while (many.size() < 1'000'000)
        many.insert(many.end(), some.begin(), some.end());

    service.requestReferences(many);
    service.typeAhead(IdList(many), 0, QStringLiteral("no subject starts so"));
    QElapsedTimer clock;
    clock.start();
    service.find({});
    QVERIFY(found.wait(patience));
    QVERIFY2(clock.elapsed() < 1'000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(references.count(), 0);

    service.requestReferences({some[0]});
    QVERIFY(references.wait(patience));
    QCOMPARE(references.back().at(1).toInt(), 1);
    service.typeAhead(IdList(many), 0, QStringLiteral("no subject starts so"));
    service.typeAhead(IdList(many), 0, QStringLiteral("futex"));
    QVERIFY(line.wait(patience));
    QCOMPARE(line.count(), 1);
    QCOMPARE(references.count(), 1);
}

void StoreServiceTest::endsWhileASearchRuns() {
    for (int round = 0; round < 20; ++round) {
        StoreService service(database_->file());
        service.open();
        service.find({});
    }
}

MW_UI_TEST_WITHOUT_WINDOWS(StoreServiceTest)
#include "store_service_test.moc"

#include <algorithm>
