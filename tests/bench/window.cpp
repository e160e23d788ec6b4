// Drives the real window through what a person does with a database, and prints the longest time
// for which its event loop did not come round: bench_window DATABASE [CLONE FROM TO]
//
// Works on the file that it is given: tests/bench/window.sh makes a copy. With a clone, that range
// is imported while the window is used.
//
// bench_window --for MINUTES DATABASE does it all again and again for that time, and says whether
// the window's memory, open files and threads stay what they are (tests/bench/soak.sh).

#include "application/application.h"
#include "base/system/memory_pools.h"
#include "bench/usage_record.h"
#include "bench/window_drive.h"
#include "changesets/changeset_panel.h"
#include "changesets/filter_bar.h"
#include "changesets/section_panel.h"
#include "commit/commit_panel.h"
#include "commit/files/file_model.h"
#include "commit/files/files_page.h"
#include "import/import_dialog.h"
#include "store/read/reader.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QElapsedTimer>
#include <QFile>
#include <QHelpEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>

#include <optional>
#include <utility>

namespace {

using namespace mw;
using namespace mw::ui;

constexpr int importPatience = 600'000;
constexpr int betweenLetters = 60; ///< a fast typist
constexpr int rest = WindowDrive::rest, betweenKeys = WindowDrive::betweenKeys;

struct Arguments {
    QString database, clone, from, to;
};

/// The commits that take most to show; nothing where the database has none.
struct Large {
    std::optional<store::CommitRow> files, lines, diff, merge;
};

Large findLarge(const QString& database) {
    store::Reader reader(database.toStdString());
    Large large;
    const auto first = [&](store::SortKey key,
                           const char* text) -> std::optional<store::CommitRow> {
        store::CommitQuery query;
        query.text = text;
        query.sort = key;
        query.descending = true;
        query.limit = 1;
        auto rows = reader.rows(reader.find(query));
        return rows.empty() ? std::nullopt : std::optional(std::move(rows.front()));
    };
    large.files = first(store::SortKey::files, "");
    large.lines = first(store::SortKey::lines, "");
    // The longest diff of one file is in one of the commits with most lines.
    store::CommitQuery query;
    query.sort = store::SortKey::lines;
    query.descending = true;
    query.limit = 50;
    std::int64_t longest = 0;
    for (const store::RowId id : reader.find(query)) {
        const auto commit = reader.commit(id);
        for (const auto& file : commit->paths)
            if (file.insertions.value_or(0) + file.deletions.value_or(0) > longest) {
                longest = file.insertions.value_or(0) + file.deletions.value_or(0);
                large.diff = commit->row;
            }
    }
    std::size_t most = 0;
    for (const auto& release : reader.releases())
        for (const auto& pull : reader.pulls(release.id))
            if (std::cmp_greater(pull.changesets, most)) {
                most = static_cast<std::size_t>(pull.changesets);
                const store::RowId id[] = {pull.id};
                large.merge = reader.rows(id).front();
            }
    return large;
}

/// What a person does, one thing after the other.
class Tour : public WindowDrive {
public:
    explicit Tour(const Arguments& given) : WindowDrive(given.database), given_(given) {}

    int run() {
        everything();
        import();
        std::printf("\npeak memory: %lld MiB; at the end %lld MiB of its own, %lld MiB of files\n",
                    mebibytesOf("VmHWM:"), mebibytesOf("RssAnon:"), mebibytesOf("RssFile:"));
        std::printf("longest of all: %.1f ms\n", worst());
        return worst() > StallMeter::limit ? 1 : 0;
    }

    int soak(int minutes) {
        be_quiet();
        UsageRecord usage;
        QElapsedTimer clock;
        clock.start();
        for (int round = 1; clock.elapsed() < minutes * 60'000LL; ++round) {
            everything();
            usage.note("round", round);
        }
        return usage.is_flat() ? 0 : 1;
    }

private:
    void everything() {
        scroll();
        sort();
        type();
        sections();
        releases();
        hover();
        moments();
        select();
        commits();
        outline();
        exactText();
        document();
    }

    void scroll() {
        step("page down, held", [this] { key(&table(), Qt::Key_PageDown, 60); });
        step("end and home", [this] {
            key(&table(), Qt::Key_End, 1);
            key(&table(), Qt::Key_Home, 1);
        });
        step("arrow down, held", [this] { key(&table(), Qt::Key_Down, 60); });
        step("wheel", [this] { wheel(table(), 150, -1); });
        step("dragging the scroll bar", [this] { drag(*table().verticalScrollBar()); });
        key(&table(), Qt::Key_Home, 1);
    }

    void sort() {
        for (int column = 0; column < ChangesetModel::ColumnCount; ++column) {
            const QString title = table().model()->headerData(column, Qt::Horizontal).toString();
            step(qPrintable(QStringLiteral("sorting by ") + title), [&] {
                for (const auto order : {Qt::DescendingOrder, Qt::AscendingOrder})
                    listed([&] { table().sortByColumn(column, order); });
            });
        }
        listed([&] { table().sortByColumn(ChangesetModel::LandedColumn, Qt::AscendingOrder); });
    }

    void type() {
        auto* const edit = window().findChild<FilterBar*>()->findChild<QLineEdit*>();
        edit->setFocus();
        for (const char* const words :
             {"usb driver fix", "author:smith path:drivers/net",
              "subject:fix -trailer:cc=", "is:merge pull:net", "lines:>500"})
            step(qPrintable(QStringLiteral("typing ") + QLatin1String(words)), [&] {
                for (const char* letter = words; *letter != '\0'; ++letter) {
                    QTest::keyClick(edit, *letter);
                    StallMeter::run(betweenLetters);
                }
                StallMeter::run(rest);
                while (!edit->text().isEmpty())
                    key(edit, Qt::Key_Backspace, 1);
                until([this] { return navigation().current().filter.isEmpty(); });
            });
        key(edit, Qt::Key_Escape, 1);
    }

    void sections() {
        auto* const tree = window().findChild<SectionPanel*>()->findChild<QTreeView*>();
        tree->setFocus();
        const auto walk = [&] {
            key(tree, Qt::Key_Home, 1);
            for (int line = 0; line < 40; ++line)
                listed([&] { key(tree, Qt::Key_Down, 1); });
            key(tree, Qt::Key_Home, 1);
        };
        step("walking through the sections", walk);
    }

    void releases() {
        step("switching between releases", [this] {
            for (int round = 0; round < 2; ++round)
                for (const store::Release& release : std::vector(window().session().releases()))
                    listed([&] { navigation().openRelease(QString::fromStdString(release.name)); });
        });
        step("all releases, and back", [this] {
            for (const bool all : {true, false})
                listed([&] { navigation().openAllReleases(all); });
        });
        step("back and forward", [this] {
            for (int i = 0; i < 20; ++i) {
                navigation().back();
                StallMeter::run(betweenKeys);
            }
            for (int i = 0; i < 20; ++i) {
                navigation().forward();
                StallMeter::run(betweenKeys);
            }
        });
        step("reading everything again (F5)",
             [this] { listed([&] { window().session().reload(); }); });
    }

    /// Tool tips say in which release a row is.
    void hover() {
        listed([this] { navigation().openAllReleases(true); });
        listed([this] { navigation().openFilter("is:pull"); });
        step("tool tips of pulls, all releases", [this] {
            for (int line = 0; line < 20; ++line) {
                const QPoint place = table().visualRect(table().model()->index(line, 0)).center();
                QHelpEvent event(QEvent::ToolTip, place, table().viewport()->mapToGlobal(place));
                QCoreApplication::sendEvent(table().viewport(), &event);
                StallMeter::run(betweenKeys);
            }
        });
        listed([this] { navigation().openFilter({}); });
        listed([this] { navigation().openAllReleases(false); });
        forget();
    }

    void moments() {
        const store::Release* const release = window().session().release();
        if (!release || !release->first_landing || !release->last_landing)
            return;
        const Seconds first = *release->first_landing, last = *release->last_landing;
        step("as of, a slider dragged", [&] {
            constexpr int steps = 60;
            for (int i = 0; i <= steps; ++i) {
                navigation().openAsOf(first + (last - first) * i / steps);
                StallMeter::run(betweenKeys);
            }
            listed([&] { navigation().openAsOf({}); });
        });
    }

    void select() {
        table().setFocus();
        step("selecting all", [this] {
            key(&table(), Qt::Key_A, 1, Qt::ControlModifier);
            until([this] {
                const QItemSelection all = table().selectionModel()->selection();
                return !all.isEmpty() && all.front().height() == table().model()->rowCount();
            });
        });
        step("one line more, one less, of all", [this] {
            key(&table(), Qt::Key_Home, 1);
            key(&table(), Qt::Key_End, 1, Qt::ShiftModifier);
            key(&table(), Qt::Key_Up, 5, Qt::ShiftModifier);
        });
        step("sorting while all are selected", [this] {
            listed(
                [&] { table().sortByColumn(ChangesetModel::SubjectColumn, Qt::AscendingOrder); });
            listed([&] { table().sortByColumn(ChangesetModel::LandedColumn, Qt::AscendingOrder); });
        });
        step("sorting while half are selected", [this] {
            key(&table(), Qt::Key_Home, 1);
            table().setCurrentIndex(table().model()->index(table().model()->rowCount() / 2, 0));
            key(&table(), Qt::Key_End, 1, Qt::ShiftModifier);
            listed(
                [&] { table().sortByColumn(ChangesetModel::SubjectColumn, Qt::AscendingOrder); });
            listed([&] { table().sortByColumn(ChangesetModel::LandedColumn, Qt::AscendingOrder); });
        });
        step("copying all", [this] {
            key(&table(), Qt::Key_A, 1, Qt::ControlModifier);
            bool copied = false;
            const auto connection = QObject::connect(
                QApplication::clipboard(), &QClipboard::dataChanged, [&] { copied = true; });
            window().findChild<QAction*>("actionCopy")->trigger();
            until([&] { return copied; });
            QObject::disconnect(connection);
        });
        key(&table(), Qt::Key_Home, 1);
    }

    void showTab(const QString& start) {
        auto* const pages = window().findChild<CommitPanel*>()->findChild<QTabWidget*>("pages");
        for (int page = 0; page < pages->count(); ++page)
            if (pages->isTabVisible(page) && pages->tabText(page).remove('&').startsWith(start))
                QTest::mouseClick(pages->tabBar(), Qt::LeftButton, {},
                                  pages->tabBar()->tabRect(page).center());
    }

    void commits() {
        const Large large = findLarge(given_.database);
        showTab("Message");
        forget();
        for (const auto& [what, row] :
             {std::pair("most files", large.files), std::pair("most lines", large.lines),
              std::pair("the longest diff", large.diff),
              std::pair("the largest pull", large.merge)}) {
            if (!row)
                continue;
            std::printf("%s: %s, %lld files, %lld lines\n", what, row->oid.substr(0, 12).c_str(),
                        static_cast<long long>(row->files.value_or(0)),
                        static_cast<long long>(row->insertions.value_or(0)) +
                            row->deletions.value_or(0));
            step("  opening it", [&] {
                shown([&] { navigation().openCommit(QString::fromStdString(row->oid), row->id); });
            });
            for (const char* const tab : {"Files", "Brought", "Outline", "Why", "Note"})
                step(qPrintable(QStringLiteral("  its ") + QLatin1String(tab)), [&] {
                    showTab(QLatin1String(tab));
                    StallMeter::run(1'000);
                });
            showTab("Files");
            walkFiles();
            showTab("Brought");
            if (auto* const brought = window().findChild<QTreeView*>("brought");
                brought->isVisible())
                step("  dragging through what it brought",
                     [&] { drag(*brought->verticalScrollBar()); });
            showTab("Message");
        }
    }

    void walkFiles() {
        auto* const files = window().findChild<QTreeView*>("files");
        if (!files || !files->isVisible())
            return;
        step("  walking through its files", [&] { key(files, Qt::Key_Down, 40); });
        step("  sorting them, and the longest diff", [&] {
            for (const int column : {FileModel::DeletionsColumn, FileModel::InsertionsColumn}) {
                files->sortByColumn(column, Qt::DescendingOrder);
                key(files, Qt::Key_End, 1);
                key(files, Qt::Key_Home, 1);
                StallMeter::run(1'000);
            }
        });
        auto* const more = window().findChild<FilesPage*>()->findChild<QPushButton*>("more");
        step("  more of the diff", [&] {
            for (int portion = 0; portion < 4 && more->isVisible(); ++portion) {
                more->click();
                until([&] { return more->isEnabled(); });
                StallMeter::run(rest);
            }
        });
    }

    void outline() {
        forget();
        step("the outline of the release", [this] {
            window().findChild<QAction*>("actionPulls")->trigger();
            until([this] {
                auto* const tree = window().findChild<QTreeView*>("pullsTable");
                return tree && tree->model()->rowCount() > 0;
            });
        });
        auto* const tree = window().findChild<QTreeView*>("pullsTable");
        tree->setFocus();
        const auto searched = [this](const QString& words) {
            listed([&] { navigation().openFilter(words); });
            StallMeter::run(rest);
        };
        step("  opening what stands in it", [&] {
            for (int pull = 0; pull < 10; ++pull)
                for (const Qt::Key pressed :
                     {Qt::Key_Right, Qt::Key_Down, Qt::Key_Right, Qt::Key_Down})
                    key(tree, pressed, 1);
        });
        step("  hits of searches in it", [&] {
            for (const char* const words : {"driver", "fix", "lines:>0", "author:a"})
                searched(QLatin1String(words));
        });
        auto* const words = window().findChild<QLineEdit*>("pullsFilter");
        const auto type = [&] {
            for (const char letter : {'f', 'i', 'x'}) {
                QTest::keyClick(words, letter);
                StallMeter::run(betweenLetters);
            }
            words->clear();
            StallMeter::run(rest);
        };
        step("  typing above it", type);
        step("  opening all of it", [&] { tree->expandAll(); });
        step("  typing above it, all open", type);
        step("  sorting it, all open", [&] {
            for (const int column : {0, 2, 5, 6, 1}) {
                tree->sortByColumn(column, Qt::AscendingOrder);
                StallMeter::run(rest);
            }
        });
        step("  hits of searches in it, all open", [&] {
            for (const char* const found : {"driver", "lines:>0", ""})
                searched(QLatin1String(found));
        });
        step("  leaving it", [this] { window().documents().closeCurrent(); });
    }

    /// As far as the clone of the release is there.
    void exactText() {
        forget();
        Session& session = window().session();
        QElapsedTimer clock;
        qint64 first = -1;
        bool ended = false;
        const auto look = [&](const IdList& ids) {
            const FindFacts& facts = session.findFacts();
            if (first < 0 && facts.toLookAt > 0 && ids.size() > 0)
                first = clock.elapsed();
            ended = facts.toLookAt > 0 && !facts.looking;
        };
        QObject context;
        QObject::connect(&session, &Session::listChanged, &context, look);
        QObject::connect(&session, &Session::queryMistaken, &context, [&] { ended = true; });
        step("exact text in changed lines", [&] {
            clock.start();
            navigation().openFilter(QStringLiteral("code:\"return -EINVAL;\""));
            until([&] { return ended; });
        });
        std::printf("  its first hit after %lld ms\n", static_cast<long long>(first));
        listed([this] { navigation().openFilter({}); });
    }

    void document() {
        const QString file = qEnvironmentVariable("MERGEWINDOW_DATA") + "/linux-6.7.md";
        if (!QFile::exists(file))
            return;
        bool shown = false;
        QObject::connect(&window().documents(), &DocumentController::pageShown,
                         [&shown] { shown = true; });
        step("opening the 6.7 document", [&] {
            window().documents().openFile(file);
            until([&] { return shown; });
            StallMeter::run(1'500);
        });
        if (auto* const page = window().documents().pane().currentPage<DocumentPage>()) {
            page->browser().setFocus();
            step("  paging through it", [&] { key(&page->browser(), Qt::Key_PageDown, 60); });
        }
        step("  closing it", [&] { window().documents().closeCurrent(); });
    }

    void import() {
        if (given_.clone.isEmpty())
            return;
        bool ended = false;
        auto* const dialog = openDialog();
        if (!dialog)
            return;
        auto* const progress = window().findChild<QPushButton*>("cancel");
        step("starting an import", [&] {
            QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok),
                              Qt::LeftButton);
        });
        const auto running = [&] { return progress->isVisible(); };
        step("using the window during an import", [&] {
            QElapsedTimer clock;
            clock.start();
            auto* const edit = window().findChild<FilterBar*>()->findChild<QLineEdit*>();
            while (running() && clock.elapsed() < importPatience) {
                wheel(table(), 20, -1);
                key(&table(), Qt::Key_PageDown, 10);
                drag(*table().verticalScrollBar());
                listed([&] {
                    table().sortByColumn(ChangesetModel::AuthorColumn, Qt::AscendingOrder);
                });
                listed([&] {
                    table().sortByColumn(ChangesetModel::LandedColumn, Qt::AscendingOrder);
                });
                QTest::keyClicks(edit, "lock");
                StallMeter::run(rest);
                edit->clear();
                StallMeter::run(rest);
            }
            ended = !running();
        });
        if (!ended)
            std::fprintf(stderr, "(the import did not end)\n");
    }

    ImportDialog* openDialog() {
        window().openImportDialog();
        auto* const dialog = window().findChild<ImportDialog*>();
        auto* const ok = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
        step("the import dialog, and the clone's tags", [&] {
            dialog->setRepository(given_.clone);
            until([&] { return ok->isEnabled(); });
            dialog->findChild<QComboBox*>("to")->setEditText(given_.to);
            dialog->findChild<QComboBox*>("from")->setEditText(given_.from);
            until([&] { return ok->isEnabled(); });
        });
        return ok->isEnabled() ? dialog : nullptr;
    }

    const Arguments given_;
};

} // namespace

int main(int argc, char** argv) {
    mw::base::share_memory_pools();
    QApplication application(argc, argv);
    setUpApplication();
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == QLatin1String("--for"))
        return Tour({arguments[3], {}, {}, {}}).soak(arguments[2].toInt());
    if (arguments.size() != 2 && arguments.size() != 5) {
        std::fputs("Usage: bench_window DATABASE [CLONE FROM TO]\n"
                   "       bench_window --for MINUTES DATABASE\n",
                   stderr);
        return 2;
    }
    return Tour({arguments[1], arguments.value(2), arguments.value(3), arguments.value(4)}).run();
}
