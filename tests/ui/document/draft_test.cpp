#include "application/application.h"
#include "changesets/changeset_view.h"
#include "core/page.h"
#include "document/draft_dialog.h"
#include "document/export_menu.h"
#include "fixtures/bundled_database.h"
#include "test_ui.h"
#include "window/main_window.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTreeWidget>

using namespace mw::ui;
using mw::document::ExportFormat;

namespace {

QByteArray contentOf(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Drafts, coverage, exports and citations, from the real window.
class DraftTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void aDraftIsChosenSavedAndOpened();
    void coverageIsADocument();
    void exportsHoldWhatTheyAreAskedFor();
    void anExportThatCannotBeWrittenIsSaid();
    void referencesAreCopied();

private:
    QAction* action(const char* name) const { return window_->findChild<QAction*>(name); }
    ExportMenu* exports() const { return window_->findChild<ExportMenu*>("exportMenu"); }
    QByteArray written(ExportMenu::Scope scope, ExportFormat format);

    std::unique_ptr<BundledDatabase> database_;
    std::unique_ptr<QTemporaryDir> settings_;
    std::unique_ptr<MainWindow> window_;
};

void DraftTest::initTestCase() {
    setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
}

void DraftTest::init() {
    settings_ = std::make_unique<QTemporaryDir>();
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings_->path());
    database_ = std::make_unique<BundledDatabase>();
    StartOptions options;
    options.database = database_->file();
    options.documents = QStringList{BundledDatabase::article()};
    window_ = std::make_unique<MainWindow>(options);
    window_->show();
    QTRY_VERIFY_WITH_TIMEOUT(window_->documents().pane().currentPage<DocumentPage>(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(window_->documents().pane().currentPage<DocumentPage>()->isLoaded(),
                             patience);
}

void DraftTest::cleanup() {
    window_.reset();
}

void DraftTest::aDraftIsChosenSavedAndOpened() {
    action("actionDraft")->trigger();
    auto* const dialog = window_->findChild<DraftDialog*>();
    QVERIFY(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->draft().empty(), patience);
    auto* const ranking = dialog->findChild<QTreeWidget*>("ranking");
    QVERIFY(ranking->topLevelItemCount() >= 5);
    for (int i = 0; i < ranking->topLevelItemCount(); ++i) {
        const QTreeWidgetItem* const section = ranking->topLevelItem(i);
        for (int j = 0; j < section->childCount(); ++j)
            QVERIFY2(!section->child(j)->text(2).isEmpty() ||
                         section->child(j)->text(1).toDouble() == 0,
                     qPrintable(section->child(j)->text(0)));
    }

    // What is not ticked is not in the draft.
    QTreeWidgetItem* const first = ranking->topLevelItem(0)->child(0);
    const std::string id = first->data(0, Qt::UserRole).toString().left(12).toStdString();
    QVERIFY(dialog->draft().find(id) != std::string::npos);
    QSignalSpy ready(dialog, &DraftDialog::ready);
    ranking->setFocus();
    ranking->setCurrentItem(first);
    QTest::keyClick(ranking, Qt::Key_Space);
    QTRY_COMPARE(first->checkState(0), Qt::Unchecked);
    QTRY_VERIFY_WITH_TIMEOUT(!ready.isEmpty(), patience);
    QVERIFY(dialog->draft().find(id) == std::string::npos);

    // A pull is an entry, a name among others, or left out.
    QTreeWidgetItem* pull = nullptr;
    for (int i = 0; i < ranking->topLevelItemCount() && !pull; ++i) {
        QTreeWidgetItem* const last =
            ranking->topLevelItem(i)->child(ranking->topLevelItem(i)->childCount() - 1);
        if (last && last->childCount() > 0)
            pull = last->child(0);
    }
    QVERIFY(pull);
    const std::string pullId = pull->data(0, Qt::UserRole).toString().left(12).toStdString();
    const auto draftWith = [&](Qt::CheckState state) {
        ready.clear();
        pull->setCheckState(0, state);
        return QTest::qWaitFor([&] { return !ready.isEmpty(); }, patience) ? dialog->draft()
                                                                           : std::string();
    };
    const std::string entry = draftWith(Qt::Checked);
    const auto at = entry.find(pullId);
    QVERIFY(at != std::string::npos);
    QCOMPARE(QByteArray::fromStdString(entry.substr(entry.rfind('\n', at) + 1, 3)),
             QByteArray("- ["));
    const std::string passing = draftWith(Qt::PartiallyChecked);
    QVERIFY(passing.find("more pull") < passing.find(pullId));
    const std::string without = draftWith(Qt::Unchecked);
    QVERIFY(!without.empty());
    QVERIFY(without.find(pullId) == std::string::npos);

    // Nothing ticked, nothing suggested; the devices have another reason to be there.
    ready.clear();
    dialog->findChild<QSpinBox*>("suggestions")->setValue(0);
    QTRY_VERIFY_WITH_TIMEOUT(!ready.isEmpty(), patience);
    QVERIFY(dialog->draft().find("Perhaps worth a line") == std::string::npos);
    ready.clear();
    dialog->findChild<QSpinBox*>("suggestions")->setValue(5);
    QTRY_VERIFY_WITH_TIMEOUT(!ready.isEmpty(), patience);
    QVERIFY(dialog->draft().find("Perhaps worth a line") != std::string::npos);

    const QString file = settings_->filePath("draft.md");
    const std::string text = dialog->draft();
    dialog->save(file);
    QCOMPARE(contentOf(file), QByteArray::fromStdString(text));
    QTRY_COMPARE_WITH_TIMEOUT(window_->session().navigation().current().page, Page::ofFile(file),
                              patience);
}

void DraftTest::coverageIsADocument() {
    action("actionCoverage")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(window_->session().navigation().current().page.startsWith("coverage:"),
                             patience);
    DocumentPage* const page = window_->documents().pane().currentPage<DocumentPage>();
    QVERIFY(page);
    QTRY_VERIFY_WITH_TIMEOUT(page->isLoaded(), patience);
    const QString text = page->browser().document()->toPlainText();
    QVERIFY2(text.startsWith("Coverage: Linux 6.7"), qPrintable(text.left(100)));
    QVERIFY(text.contains("Core kernel"));
    QVERIFY(text.contains("commits are cited"));
    QVERIFY(text.contains("Entries that name no commit"));
}

QByteArray DraftTest::written(ExportMenu::Scope scope, ExportFormat format) {
    const QString file = settings_->filePath("export");
    QFile::remove(file);
    exports()->writeFile(scope, format, file);
    return QTest::qWaitFor([&] { return QFile::exists(file); }, patience) ? contentOf(file)
                                                                          : QByteArray();
}

void DraftTest::exportsHoldWhatTheyAreAskedFor() {
    using Scope = ExportMenu::Scope;
    auto* const table = window_->findChild<ChangesetView*>();
    const auto whole = table->model()->rowCount();
    const QByteArray csv = written(Scope::Release, ExportFormat::csv);
    QVERIFY(csv.count("\r\n") >= whole);
    QVERIFY(csv.contains("9f6c532f59b2"));
    QVERIFY(written(Scope::Release, ExportFormat::html).startsWith("<!DOCTYPE html>"));

    window_->session().navigation().openFilter("futex");
    QTRY_VERIFY(table->model()->rowCount() < whole);
    const auto found = table->model()->rowCount();
    const QByteArray list = written(Scope::List, ExportFormat::json);
    QCOMPARE(QJsonDocument::fromJson(list).array().size(), found);

    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    const QByteArray one = written(Scope::Selection, ExportFormat::json);
    QCOMPARE(QJsonDocument::fromJson(one).array().size(), 1);
    QVERIFY(!written(Scope::Section, ExportFormat::markdown).isEmpty());
}

void DraftTest::anExportThatCannotBeWrittenIsSaid() {
    QSignalSpy failed(exports(), &ExportMenu::failed);
    exports()->writeFile(ExportMenu::Scope::Release, ExportFormat::csv, "/nowhere/at/all.csv");
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
    QVERIFY(failed.front().front().toString().contains("/nowhere/at/all.csv"));
}

void DraftTest::referencesAreCopied() {
    window_->session().navigation().openFilter("sha:9f6c532f59b2");
    auto* const table = window_->findChild<ChangesetView*>();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->selectAll();
    exports()->copy(ExportMenu::Form::Reference);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(),
                 QString("9f6c532f59b2 (\"futex: Add sys_futex_wake()\")"));
    exports()->copy(ExportMenu::Form::Fixes);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(),
                 QString("Fixes: 9f6c532f59b2 (\"futex: Add sys_futex_wake()\")"));
    exports()->copy(ExportMenu::Form::Link);
    QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith("Link: https://"));
}

MW_UI_TEST(DraftTest)
#include "draft_test.moc"
