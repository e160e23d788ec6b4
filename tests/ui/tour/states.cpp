#include "tour/states.h"

#include "annotations/marks_dock.h"
#include "annotations/section_dialog.h"
#include "clone/clone_progress.h"
#include "commands/about_dialog.h"
#include "commands/command_palette.h"
#include "commands/shortcut_table.h"
#include "commit/diff/diff_view.h"
#include "commit/diff/side_by_side_view.h"
#include "core/page.h"
#include "document/draft_dialog.h"
#include "figures/bar_chart.h"
#include "figures/figures_page.h"
#include "import/import_dialog.h"
#include "manual/manual_dialog.h"
#include "own_kernel/own_kernel_dialog.h"
#include "own_kernel/tree_form.h"
#include "search/completion_popup.h"
#include "store/user/config_store.h"
#include "store/user/cve_store.h"
#include "store/user/stars.h"
#include "trees/read_tree.h"
#include "widgets/collapsible_section.h"
#include "widgets/message_bar.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDropEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTcpServer>
#include <QTreeWidget>
#include <SQLiteCpp/SQLiteCpp.h>

using namespace mw::ui;

namespace {

bool openRelease(Stage& stage, const char* name) {
    StartOptions options;
    options.release = QLatin1String(name);
    // An empty search is no place of its own: the window opens on the release's list.
    return stage.open(options);
}

bool firstStart(Stage& stage) {
    return stage.openFirst() && stage.until([&] {
        return stage.window().session().navigation().current().page.startsWith(
            QLatin1String("start:"));
    });
}

/// The document that comes with the program.
bool document(Stage& stage) {
    if (!stage.openFirst())
        return false;
    const auto& all = stage.window().documents().library().all();
    if (!stage.until([&] { return !all.empty(); }))
        return false;
    stage.window().documents().openFile(QString::fromStdString(all.front().file));
    return stage.documentShown();
}

/// A page that an action opens.
bool page(Stage& stage, const char* action, const char* kind) {
    return stage.open() && stage.trigger(action) && stage.until([&] {
        return stage.window().session().navigation().current().page.startsWith(QLatin1String(kind));
    });
}

/// The same with a table on it that is to be there: what is read first shows as a sentence.
bool pageWithTable(Stage& stage, const char* action, const char* kind, const char* table) {
    if (!page(stage, action, kind))
        return false;
    return stage.until([&] {
        auto* const shown = stage.find<QWidget>(table);
        const auto* const view = qobject_cast<QAbstractItemView*>(shown)
                                     ? qobject_cast<QAbstractItemView*>(shown)
                                     : shown->findChild<QAbstractItemView*>();
        return view && view->isVisible() && view->model()->rowCount() > 0;
    });
}

bool triggered(Stage& stage, const char* action) {
    return stage.open() && stage.trigger(action);
}

bool chosen(Stage& stage) {
    stage.press(Qt::Key_Down);
    stage.press(Qt::Key_Down);
    return stage.until([&] { return stage.window().session().navigation().current().hasCommit(); });
}

bool aCommit(Stage& stage, const char* page) {
    return stage.open() && stage.choose(QStringLiteral("net: dev")) && stage.showPage(page);
}

bool diff(Stage& stage) {
    return aCommit(stage, "files") &&
           stage.until([&] { return stage.find<DiffView>()->document()->blockCount() > 3; });
}

/// The pulls, of which the first is open, and a changeset in it is chosen.
bool outline(Stage& stage) {
    if (!stage.open() || !stage.search(QStringLiteral("steer")) || !stage.trigger("actionPulls"))
        return false;
    auto* const tree = stage.find<QTreeView>("pullsTable");
    if (!tree || !stage.until([&] { return tree->model()->rowCount() > 0; }))
        return false;
    tree->setFocus();
    tree->setCurrentIndex(tree->model()->index(0, 0));
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Down, Qt::Key_Down, Qt::Key_Right})
        stage.press(key);
    return tree->isExpanded(tree->model()->index(0, 0));
}

bool mergeOutline(Stage& stage) {
    if (!stage.open() || !stage.search(QStringLiteral("is:pull")) || !chosen(stage) ||
        !stage.showPage("outline"))
        return false;
    auto* const tree = stage.find<QTreeView>("outline");
    return stage.until([&] { return tree->model()->rowCount() > 0; });
}

bool codeHit(Stage& stage) {
    return stage.open() && stage.search(QStringLiteral("adds:queue_7")) && chosen(stage) &&
           stage.until([&] {
               const auto* const view = stage.find<DiffView>("diff");
               return view->isVisible() && !view->extraSelections().isEmpty();
           });
}

/// What the changeset before it in its series added stands above what this one adds.
bool lineOrigin(Stage& stage) {
    if (!stage.open() || !stage.choose(QStringLiteral("to queue 1")) || !stage.showPage("files"))
        return false;
    auto* const view = stage.find<DiffView>("diff");
    QTextCursor line;
    if (!stage.until([&] {
            line = view->document()->find(QStringLiteral("queues + 0"));
            return !line.isNull();
        }))
        return false;
    view->setTextCursor(line);
    return stage.trigger("actionLineOrigin") && stage.until([&] {
        return stage.find<QTreeWidget>("lineCommits")->topLevelItemCount() > 0;
    });
}

bool sides(Stage& stage) {
    return diff(stage) && stage.trigger("actionFileTree") && stage.trigger("actionShowBlanks") &&
           stage.trigger("actionSideBySide") &&
           stage.until([&] { return stage.find<SideBySideView>()->isVisible(); });
}

bool facets(Stage& stage) {
    if (!stage.open() || !stage.search(QStringLiteral("net")))
        return false;
    stage.find<CollapsibleSection>("spread")->setOpen(true);
    auto* const tree = stage.find<QTreeWidget>("facets");
    return stage.until([&] { return tree->topLevelItem(0)->childCount() > 0; });
}

bool suggestions(Stage& stage) {
    return stage.open() && stage.search(QStringLiteral("sec")) &&
           stage.until([&] { return stage.find<CompletionPopup>("completion")->isVisible(); });
}

bool mistake(Stage& stage) {
    if (!stage.open())
        return false;
    stage.press(Qt::Key_F, Qt::ControlModifier);
    stage.type(QStringLiteral("author:miller (net OR"));
    return stage.until([&] { return stage.find<QLabel>("mistake")->isVisible(); });
}

bool note(Stage& stage) {
    if (!aCommit(stage, "note"))
        return false;
    stage.find<QPlainTextEdit>("note")->setPlainText(
        QStringLiteral("Score a **line**: the first steering of flows."));
    return true;
}

bool marks(Stage& stage) {
    return aCommit(stage, "message") && stage.trigger("actionBookmark") &&
           stage.trigger("actionMarks") && stage.until([&] {
               auto* const dock = stage.find<MarksDock>();
               return dock->isVisible() && dock->model().rowCount() > 0;
           });
}

/// On whatever clones this computer has.
bool foundClones(Stage& stage) {
    if (!stage.openFirst())
        return false;
    auto* const look = stage.find<QPushButton>("look");
    look->click();
    return stage.until([&] { return look->isVisible(); });
}

bool wrongHistory(Stage& stage) {
    if (!stage.openFirst())
        return false;
    stage.find<QLineEdit>("url")->setText(QStringLiteral("file:///nowhere/linux.git"));
    stage.find<QLineEdit>("folder")->setText(stage.folder() + QStringLiteral("/history.git"));
    auto* const outcome = stage.find<QLabel>("outcome");
    stage.find<QPushButton>("get")->click();
    return stage.until([&] { return outcome->isVisible(); });
}

/// A server that takes the connection and says nothing more.
bool fetching(Stage& stage) {
    static QTcpServer silent;
    if (!stage.openFirst() || (!silent.isListening() && !silent.listen(QHostAddress::LocalHost)))
        return false;
    stage.find<QLineEdit>("url")->setText(
        QStringLiteral("http://127.0.0.1:%1/linux.git").arg(silent.serverPort()));
    stage.find<QLineEdit>("folder")->setText(stage.folder() + QStringLiteral("/history.git"));
    stage.find<QPushButton>("get")->click();
    return stage.until([&] { return stage.find<CloneProgress>("progress")->isVisible(); });
}

bool dropping(Stage& stage) {
    if (!stage.open())
        return false;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(stage.clone()), QUrl::fromLocalFile("/dev/null")});
    QDragEnterEvent enter(QPoint(40, 40), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&stage.window(), &enter);
    return stage.find<QLabel>("dropSign")->isVisible();
}

bool documentBeside(Stage& stage) {
    return document(stage) && stage.choose(QStringLiteral("futex: Add sys_futex_wake"));
}

bool draft(Stage& stage) {
    if (!stage.open() || !stage.trigger("actionDraft"))
        return false;
    return stage.until([&] {
        const auto* const dialog = stage.find<DraftDialog>();
        return dialog && !dialog->draft().empty();
    });
}

bool coverage(Stage& stage) {
    return document(stage) && stage.trigger("actionCoverage") && stage.until([&] {
        return stage.window().session().navigation().current().page.startsWith(
            QLatin1String("coverage:"));
    }) && stage.documentShown();
}

bool importDialog(Stage& stage) {
    if (!stage.open() || !stage.trigger("actionImport"))
        return false;
    auto* const dialog = stage.find<ImportDialog>();
    dialog->setRepository(stage.clone());
    const auto* const ok = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    return stage.clone().isEmpty() || stage.until([&] { return ok->isEnabled(); });
}

bool importMistake(Stage& stage) {
    if (!stage.open() || !stage.trigger("actionImport"))
        return false;
    stage.find<ImportDialog>()->setRepository(stage.folder() + QStringLiteral("/nowhere"));
    // What is wrong, and not that the clone is being read.
    return stage.until([&] {
        const auto* const sentence = stage.find<QLabel>("sentence");
        return sentence && !sentence->text().isEmpty() && !sentence->text().endsWith(QChar(0x2026));
    });
}

bool palette(Stage& stage, const char* typed) {
    if (!stage.open() || !stage.choose(QStringLiteral("net: dev")))
        return false;
    stage.press(Qt::Key_K, Qt::ControlModifier);
    if (!stage.find<CommandPalette>("commandPalette")->isVisible())
        return false;
    stage.type(QLatin1String(typed));
    return true;
}

bool contextMenu(Stage& stage) {
    if (!stage.open() || !stage.choose(QStringLiteral("net: dev")))
        return false;
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(&stage.table(), &event);
    return QApplication::activePopupWidget() != nullptr;
}

bool menu(Stage& stage, const char* name) {
    if (!stage.open() || !stage.choose(QStringLiteral("net: dev")))
        return false;
    for (QAction* const action : stage.find<QMenuBar>("menuBar")->actions()) {
        QMenu* const open = QMenu::menuInAction(action);
        if (!open ||
            !QString(action->text()).remove(QLatin1Char('&')).startsWith(QLatin1String(name)))
            continue;
        open->popup(stage.window().mapToGlobal(QPoint(60, 24)));
        return open->isVisible();
    }
    return false;
}

/// A tree that has what came by the branch "net", a configuration that builds every other
/// changeset, and records of a CVE; then the dialog about them.
bool ownKernel(Stage& stage, const char* action) {
    const auto database = stage.databaseFile().toStdString();
    mw::trees::read_tree({database, "net-6.6", stage.clone().toStdString(), "net"});
    mw::store::ConfigStore configs(database);
    std::vector<mw::store::BuildAnswer> answers;
    std::vector<mw::store::CveRow> records;
    for (const mw::store::Release& release : configs.releases())
        for (const auto& question : configs.questions(release.id)) {
            answers.push_back({question.oid, answers.size() % 2 == 0
                                                 ? mw::store::BuildState::built_in
                                                 : mw::store::BuildState::not_built});
            const auto bytes = QByteArray::fromStdString(question.oid).toHex().toStdString();
            records.push_back({"CVE-2023-" + std::to_string(50'000 + records.size()),
                               7.8,
                               "HIGH",
                               "CVSS:3.1",
                               {{bytes, true}}});
        }
    configs.put({"/boot/config-6.6.0", "CONFIG_X86=y\n", "x86", 1'700'000'000}, answers);
    mw::store::CveStore(database).replace(records);
    if (!stage.open() || !stage.trigger(action))
        return false;
    auto* const dialog = stage.find<OwnKernelDialog>();
    return stage.until([&] { return dialog->trees().model()->rowCount() == 1; });
}

bool kernelSidebar(Stage& stage) {
    if (!ownKernel(stage, "actionTrees"))
        return false;
    stage.find<OwnKernelDialog>()->close();
    stage.find<CollapsibleSection>("ownKernel")->setOpen(true);
    auto* const panel = stage.find<QTreeWidget>("kernelPanel");
    return stage.until([&] {
        return panel->topLevelItemCount() == 3 &&
               !panel->topLevelItem(0)->child(0)->text(1).isEmpty();
    });
}

bool showRecordsTab(Stage& stage) {
    auto* const dialog = stage.find<OwnKernelDialog>();
    dialog->openTab(OwnKernelDialog::Tab::Records);
    return dialog->isVisible();
}

bool treeForm(Stage& stage) {
    if (!stage.open() || !stage.trigger("actionTrees"))
        return false;
    stage.find<QPushButton>("addTree")->click();
    auto* const form = stage.find<TreeForm>();
    auto* const branches = form ? form->findChild<QComboBox*>() : nullptr;
    return branches && stage.until([&] { return branches->count() > 1; });
}

bool figuresOf(Stage& stage, ChartKind kind) {
    if (!page(stage, "actionFigures", "figures:"))
        return false;
    auto* const figures = stage.find<FiguresPage>();
    figures->setKind(kind);
    return stage.until([&] { return !figures->chart().data().title.isEmpty(); });
}

/// A subsystem, an author and a folder with a star.
bool stars(Stage& stage, bool menu) {
    mw::store::Stars given(stage.databaseFile().toStdString());
    given.add(mw::store::Star::Kind::person, "Ann Author");
    given.add(mw::store::Star::Kind::path, "net");
    given.add(mw::store::Star::Kind::subsystem, "NETWORKING [GENERAL]");
    if (!stage.open() || !stage.choose(QStringLiteral("net: dev")))
        return false;
    stage.find<CollapsibleSection>("stars")->setOpen(true);
    auto* const panel = stage.find<QTreeWidget>("starPanel");
    if (!stage.until([&] { return panel->topLevelItemCount() == 4; }))
        return false;
    if (!menu)
        return true;
    return stage.trigger("actionStar") && QApplication::activePopupWidget() != nullptr;
}

/// Half of the release came since the last look.
bool unseen(Stage& stage) {
    {
        SQLite::Database database(stage.databaseFile().toStdString(), SQLite::OPEN_READWRITE);
        database.exec(
            "INSERT OR IGNORE INTO unseen (release, oid) SELECT r.name, c.oid FROM commits c JOIN "
            "release r ON r.id = c.release_id WHERE length(c.oid) = 20 AND c.position % 2");
    }
    auto* bar = static_cast<MessageBar*>(nullptr);
    return stage.open() && stage.until([&] {
        bar = stage.find<MessageBar>("news");
        return bar && bar->isVisible();
    });
}

bool noDatabase(Stage& stage) {
    QFile file(stage.folder() + QStringLiteral("/letter.db"));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write("Dear reader, this is not a database at all, but it is long enough.");
    file.close();
    return !stage.openFile(file.fileName());
}

bool errorBar(Stage& stage) {
    if (!stage.open())
        return false;
    stage.find<MessageBar>("message")->showMessage(
        MessageBar::Kind::Error,
        QStringLiteral("The release could not be imported: /home/me/linux is a shallow clone. Make "
                       "it whole with git fetch --unshallow, then import again."));
    return true;
}

} // namespace

const std::vector<TourState>& tourStates() {
    static const std::vector<TourState> states{
        {"first-start", firstStart},
        {"document", document},
        {"figures", [](Stage& s) { return figuresOf(s, ChartKind::Days); }},
        {"figures-employers", [](Stage& s) { return figuresOf(s, ChartKind::Employers); }},
        {"figures-reviewers", [](Stage& s) { return figuresOf(s, ChartKind::Reviewers); }},
        {"unseen", unseen, true},
        {"stars", [](Stage& s) { return stars(s, false); }, true},
        {"stars-menu", [](Stage& s) { return stars(s, true); }, true},
        {"interfaces",
         [](Stage& s) {
             return pageWithTable(s, "actionInterfaces", "interfaces:", "interfaceTable");
         }},
        {"kernel-trees", [](Stage& s) { return ownKernel(s, "actionTrees"); }, true},
        {"kernel-config", [](Stage& s) { return ownKernel(s, "actionConfig"); }, true},
        {"kernel-records",
         [](Stage& s) { return s.open() && s.trigger("actionTrees") && showRecordsTab(s); }},
        {"kernel-nothing", [](Stage& s) { return triggered(s, "actionConfig"); }},
        {"kernel-form", treeForm, true},
        {"kernel-sidebar", kernelSidebar, true},
        {"compare",
         [](Stage& s) { return pageWithTable(s, "actionCompare", "compare:", "totals"); }},
        {"find-change", [](Stage& s) { return triggered(s, "actionFindChange"); }},
        {"pulls", [](Stage& s) { return pageWithTable(s, "actionPulls", "pulls:", "pullsTable"); }},
        {"outline", outline, true},
        {"merge-outline", mergeOutline},
        {"code-hit", codeHit, true},
        {"line-origin", lineOrigin, true},
        {"as-of", [](Stage& s) { return triggered(s, "actionAsOfMiddle"); }, true},
        {"way-people", [](Stage& s) { return triggered(s, "actionWayPeople"); }},
        {"way-pulls", [](Stage& s) { return triggered(s, "actionWayPulls"); }},
        {"start-clones", foundClones},
        {"start-fetching", fetching},
        {"start-wrong", wrongHistory},
        {"drop", dropping},
        {"table", [](Stage& s) { return s.open(); }},
        {"overview",
         [](Stage& s) {
             return s.open() && s.until([&] { return s.find<QWidget>("highlights")->isVisible(); });
         }},
        {"bundled", [](Stage& s) { return openRelease(s, "Linux 6.7"); }, true},
        {"section",
         [](Stage& s) {
             SectionChoice choice{mw::classify::Section::networking, {}};
             if (!s.open())
                 return false;
             s.window().session().navigation().openSection(choice);
             return chosen(s);
         }},
        {"search", [](Stage& s) { return s.open() && s.search("steer") && chosen(s); }, true},
        {"facets", facets},
        {"suggestions", suggestions, false, true},
        {"mistake", mistake},
        {"nothing-found",
         [](Stage& s) {
             return s.open() && s.search("qqqqzzz") &&
                    s.until([&] { return s.table().model()->rowCount() == 0; });
         }},
        {"commit-message", [](Stage& s) { return aCommit(s, "message"); }},
        {"commit-files", diff},
        {"commit-sides", sides},
        {"commit-as-written",
         [](Stage& s) { return aCommit(s, "message") && s.trigger("actionAsWritten"); }},
        {"commit-why", [](Stage& s) { return aCommit(s, "why"); }},
        {"commit-note", note},
        {"pull", [](Stage& s) { return s.open() && s.search("is:pull") && chosen(s); }},
        {"new-hardware",
         [](Stage& s) { return s.open() && s.search("is:new-hardware") && chosen(s); }},
        {"marks", marks},
        {"document-beside-commit", documentBeside},
        {"draft", draft},
        {"coverage", coverage},
        {"import", importDialog},
        {"import-mistake", importMistake},
        {"put-into",
         [](Stage& s) {
             return aCommit(s, "message") && s.trigger("actionPut") && s.find<SectionDialog>();
         }},
        {"palette", [](Stage& s) { return palette(s, ""); }},
        {"palette-letters", [](Stage& s) { return palette(s, "net"); }},
        {"palette-search", [](Stage& s) { return palette(s, "?steer packets"); }},
        {"shortcuts",
         [](Stage& s) {
             return s.open() && s.trigger("actionShortcuts") && s.find<ShortcutTable>();
         }},
        {"manual",
         [](Stage& s) { return s.open() && s.trigger("actionManual") && s.find<ManualDialog>(); }},
        {"about",
         [](Stage& s) { return s.open() && s.trigger("actionAbout") && s.find<AboutDialog>(); }},
        {"context-menu", contextMenu},
        {"menu-view", [](Stage& s) { return menu(s, "View"); }},
        {"menu-document", [](Stage& s) { return menu(s, "Document"); }},
        {"menu-marks", [](Stage& s) { return menu(s, "Marks"); }},
        {"error", errorBar},
        {"messages", [](Stage& s) { return errorBar(s) && s.trigger("actionMessages"); }},
        {"no-database", noDatabase},
    };
    return states;
}

bool inShare(int state) {
    const QStringList share = qEnvironmentVariable("MW_SHARE", "0/1").split('/');
    return state % share.value(1).toInt() == share.value(0).toInt();
}
