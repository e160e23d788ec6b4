#include "changesets/changeset_model.h"
#include "document/export_menu.h"
#include "fixtures/generated_release.h"
#include "fixtures/sample_window.h"
#include "test_ui.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>

using namespace mw::ui;
using mw::document::ExportFormat;
using Scope = ExportMenu::Scope;

/// What the export menu writes is what was on screen when it was asked.
class ExportTest : public SampleWindow {
    Q_OBJECT

private slots:
    void theListIsWrittenInItsOrder();
    void theListOfAllReleasesIsWritten();
    void momentAndSubgroupCount();
    void theMenuSaysWhichMoment();
    void aSelectionThatEmptiesMeanwhileIsWritten();
    void aFileIsWrittenAsItsNameEnds();
    void noSelectionWritesNothing();
    void closingTheWindowLeavesTheFileAsItWas_data();
    void closingTheWindowLeavesTheFileAsItWas();

private:
    ExportMenu* exports() const { return window_->findChild<ExportMenu*>("exportMenu"); }
    ChangesetView* table() const { return window_->findChild<ChangesetView*>(); }
    QAction* action(const char* text) const;
    QStringList subjectsOnScreen() const;
    QByteArray written(Scope scope, ExportFormat format = ExportFormat::json);
    QStringList subjects(const QByteArray& json) const;
    void select(int row);
};

QAction* ExportTest::action(const char* text) const {
    for (QAction* const candidate : exports()->actions())
        if (candidate->text().remove('&').startsWith(QString::fromUtf8(text)))
            return candidate;
    return nullptr;
}

QStringList ExportTest::subjectsOnScreen() const {
    QStringList subjects;
    for (int row = 0; row < rows(); ++row)
        subjects << table()->model()->index(row, ChangesetModel::SubjectColumn).data().toString();
    return subjects;
}

QByteArray ExportTest::written(Scope scope, ExportFormat format) {
    const QString file = settings_->filePath("export");
    QFile::remove(file);
    exports()->writeFile(scope, format, file);
    if (!QTest::qWaitFor([&] { return QFile::exists(file); }, patience))
        return {};
    QFile content(file);
    return content.open(QIODevice::ReadOnly) ? content.readAll() : QByteArray();
}

QStringList ExportTest::subjects(const QByteArray& json) const {
    QStringList subjects;
    const QJsonArray rows = QJsonDocument::fromJson(json).array();
    for (const QJsonValue row : rows)
        subjects << row.toObject().value("subject").toString();
    return subjects;
}

void ExportTest::select(int row) {
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(row, 0));
}

void ExportTest::theListIsWrittenInItsOrder() {
    for (const bool descending : {false, true}) {
        window_->session().setSort(mw::store::SortKey::subject, descending);
        const QString first = descending ? "usb: twelve" : "core: eight";
        QTRY_COMPARE(subjectsOnScreen().value(0), first);
        QCOMPARE(subjects(written(Scope::List)), subjectsOnScreen());
        // Where sections would break the order, each entry names its own.
        const QByteArray markdown = written(Scope::List, ExportFormat::markdown);
        QVERIFY(!markdown.contains("\n## Core kernel\n"));
        QVERIFY(markdown.contains("Hardware support: USB: "));
        qsizetype at = 0;
        for (const QString& subject : subjectsOnScreen()) {
            at = markdown.indexOf(subject.toUtf8(), at);
            QVERIFY(at >= 0);
        }
    }
    QVERIFY(written(Scope::Release, ExportFormat::markdown).contains("\n## Core kernel\n"));
}

void ExportTest::theListOfAllReleasesIsWritten() {
    navigation().openAllReleases(true);
    QTRY_COMPARE(rows(), 12);
    QTRY_VERIFY(!subjectsOnScreen().contains(QString()));
    QCOMPARE(subjects(written(Scope::List)), subjectsOnScreen());
    QVERIFY(written(Scope::List, ExportFormat::markdown).startsWith("# All releases\n"));
    QCOMPARE(subjects(written(Scope::Release)).size(), 7);
}

void ExportTest::momentAndSubgroupCount() {
    using mw::classify::Section;
    using mw::classify::Subgroup;
    const auto moment = SampleReleases::first + 12 * SampleReleases::day;
    navigation().openAsOf(moment);
    QTRY_COMPARE(rows(), 5);
    for (const Scope scope : {Scope::List, Scope::Section, Scope::Release}) {
        QCOMPARE(subjects(written(scope)).size(), 5);
        QVERIFY(written(scope, ExportFormat::markdown).contains("as of 2008-05-13"));
    }
    navigation().openAsOf({});
    navigation().openSection({Section::hardware, Subgroup::usb});
    QTRY_COMPARE(rows(), 2);
    for (const Scope scope : {Scope::List, Scope::Section}) {
        QCOMPARE(subjects(written(scope)).size(), 2);
        QVERIFY(written(scope, ExportFormat::html).contains("v2, Hardware support › USB</title>"));
    }
}

void ExportTest::theMenuSaysWhichMoment() {
    navigation().openAsOf(SampleReleases::first + 12 * SampleReleases::day);
    emit exports()->aboutToShow();
    QVERIFY(action("The whole release as of 2008-05-13"));
    QVERIFY(!action("This section")->isEnabled());
    navigation().openAsOf({});
    navigation().openSection({mw::classify::Section::core, {}});
    emit exports()->aboutToShow();
    QVERIFY(action("The whole release…"));
    QVERIFY(action("This section")->isEnabled());
}

void ExportTest::aSelectionThatEmptiesMeanwhileIsWritten() {
    select(2);
    const QString chosen = subjectsOnScreen().value(2);
    action("The selected changesets")->trigger();
    auto* const dialog = window_->findChild<QFileDialog*>("exportDialog");
    QVERIFY(dialog);
    // The list and its selection become others while the person looks for a folder.
    navigation().openSection({mw::classify::Section::networking, {}});
    QTRY_COMPARE(rows(), 1);
    table()->clearSelection();
    const QString file = settings_->filePath("chosen.md");
    emit dialog->fileSelected(file);
    dialog->close();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), patience);
    QFile content(file);
    QVERIFY(content.open(QIODevice::ReadOnly));
    const QByteArray text = content.readAll();
    QVERIFY(text.contains(chosen.toUtf8()));
    QCOMPARE(text.count("\n- "), 1);
}

/// A person types the name and leaves the line of kinds as it is.
void ExportTest::aFileIsWrittenAsItsNameEnds() {
    action("The list on screen")->trigger();
    auto* const dialog = window_->findChild<QFileDialog*>("exportDialog");
    QVERIFY(dialog);
    const QString file = settings_->filePath("list.csv");
    emit dialog->fileSelected(file);
    dialog->close();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), patience);
    QFile content(file);
    QVERIFY(content.open(QIODevice::ReadOnly));
    const QByteArray head = content.readLine();
    QVERIFY2(head.count(',') > 5, head.constData());
}

void ExportTest::noSelectionWritesNothing() {
    table()->clearSelection();
    const QString file = settings_->filePath("nothing.json");
    exports()->writeFile(Scope::Selection, ExportFormat::json, file);
    QTest::qWait(200);
    QVERIFY(!QFile::exists(file));
}

void ExportTest::closingTheWindowLeavesTheFileAsItWas_data() {
    QTest::addColumn<Scope>("scope");
    QTest::newRow("a query") << Scope::Release;
    QTest::newRow("rows") << Scope::Selection;
}

void ExportTest::closingTheWindowLeavesTheFileAsItWas() {
    constexpr int changesets = 30'000;
    generateRelease(database_->file(), changesets);
    window_->session().reload("generated");
    QTRY_COMPARE_WITH_TIMEOUT(rows(), changesets, patience);
    table()->selectAll();
    QDir folder(settings_->path());
    QVERIFY(folder.mkdir("exports") && folder.cd("exports"));
    const QString file = folder.filePath("mine.json");
    QFile mine(file);
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
    mine.close();
    QFETCH(const Scope, scope);
    exports()->writeFile(scope, ExportFormat::json, file);
    const auto files = [&folder] { return folder.entryList(QDir::Files | QDir::Hidden); };
    QVERIFY(QTest::qWaitFor([&] { return files().size() == 2; }, patience));
    QElapsedTimer clock;
    clock.start();
    window_.reset();
    QVERIFY2(clock.elapsed() < 2'000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(mine.open(QIODevice::ReadOnly));
    QCOMPARE(mine.readAll(), QByteArray("mine"));
    QCOMPARE(files(), QStringList{"mine.json"});
}

MW_UI_TEST(ExportTest)
#include "export_test.moc"
