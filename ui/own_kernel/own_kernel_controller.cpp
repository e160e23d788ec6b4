#include "own_kernel/own_kernel_controller.h"

#include "changesets/sidebar.h"
#include "core/limits.h"
#include "import/import_controller.h"
#include "own_kernel/tree_form.h"
#include "own_kernel/tree_queries.h"
#include "search/search_words.h"
#include "session/session.h"
#include "table/table_target.h"
#include "text/engine_text.h"
#include "text/format.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace mw::ui {

namespace {

using Engine = OwnKernelEngine;

QStringList sentencesOf(const std::vector<base::Message>& remarks) {
    constexpr std::size_t most = 5;
    QStringList lines;
    for (std::size_t i = 0; i < std::min(most, remarks.size()); ++i)
        lines << engineText(remarks[i]);
    if (remarks.size() > most)
        lines << OwnKernelController::tr("%Ln more", nullptr,
                                         pluralOf(std::ssize(remarks) - static_cast<int>(most)));
    return lines;
}

} // namespace

OwnKernelController::OwnKernelController(const QString& database, const Parts& parts,
                                         QObject* parent)
    : QObject(parent), database_(database), parts_(parts),
      menu_(new QMenu(tr("M&y kernel"), &parts.window)), panel_(new KernelPanel),
      bar_(new ReadingBar), thread_(QStringLiteral("own kernel"), database),
      readings_(QStringLiteral("readings"), database) {
    setUpMenu();
    setUpPanel();
    connect(bar_, &ReadingBar::stopWanted, this, &OwnKernelController::stop);
    connect(&parts_.session, &Session::settled, this, &OwnKernelController::refresh);
    connect(&parts_.session, &Session::listChanged, this, [this] {
        count();
        if (std::exchange(exporting_, false))
            emit exportWanted();
    });
    connect(&parts_.import, &ImportController::started, this, &OwnKernelController::showBusy);
    connect(&parts_.import, &ImportController::cancelled, this, &OwnKernelController::showBusy);
    connect(&parts_.import, &ImportController::failed, this, &OwnKernelController::showBusy);
    connect(&parts_.import, &ImportController::finished, this, [this] {
        showBusy();
        catchUp();
    });
}

OwnKernelController::~OwnKernelController() = default;

void OwnKernelController::setUpMenu() {
    menu_->setObjectName(QStringLiteral("ownKernelMenu"));
    const auto add = [this](const char* name, const QString& text, const QString& toolTip,
                            auto slot) {
        QAction* const action = menu_->addAction(text);
        action->setObjectName(QLatin1String(name));
        action->setToolTip(toolTip);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    add("actionTrees", tr("Does my &tree have this?…"),
        tr("Ask a stable branch, a vendor's or a distribution's kernel which changesets it has, "
           "and "
           "which fixes it lacks"),
        &OwnKernelController::openTrees);
    add("actionConfig", tr("My &configuration…"),
        tr("What of the release a .config builds, and which new symbols it does not answer"),
        &OwnKernelController::openConfig);
    starts_ << add("actionReadCves", tr("Read CVE &records…"),
                   tr("Mark the changesets that the kernel's own CVE records name"),
                   &OwnKernelController::askForRecords);
    menu_->addSeparator();
    QAction* const cves = add("actionCveFixes", tr("Show CVE &fixes"),
                              tr("Changesets of the release that fix a CVE"), [this] {
                                  follow({release(), QStringLiteral("is:cve-fix")});
                              });
    cves->setEnabled(false);
    fillMenu();
}

/// Ready searches: of each tree what it lacks.
void OwnKernelController::fillMenu() {
    constexpr std::size_t mostListed = 6;
    qDeleteAll(searches_);
    searches_.clear();
    const auto add = [this](const QString& text, const QString& query) {
        QAction* const action = new QAction(text, menu_);
        connect(action, &QAction::triggered, this, [this, query] { follow({release(), query}); });
        menu_->addAction(action);
        searches_ << action;
    };
    for (std::size_t i = 0; i < std::min(mostListed, facts_.trees.size()); ++i) {
        const store::Tree& tree = facts_.trees[i].first;
        QString name = cutText(toQString(tree.name), 40);
        name.replace(QLatin1Char('&'), QLatin1String("&&"));
        const TreeQueries queries(tree.name);
        add(tr("Fixes that %1 lacks").arg(name), queries.fixesLacking);
        add(tr("CVE fixes that %1 lacks").arg(name), queries.cveFixesLacking);
    }
    if (auto* const cves = menu_->findChild<QAction*>(QStringLiteral("actionCveFixes")))
        cves->setEnabled(facts_.cveFixes > 0);
}

void OwnKernelController::setUpPanel() {
    parts_.sidebar.addCollapsibleSection(tr("My kernel"), panel_)
        ->setObjectName(QStringLiteral("ownKernel"));
    connect(panel_, &KernelPanel::shown, this, &OwnKernelController::count);
    connect(panel_, &KernelPanel::narrowTurned, this, &OwnKernelController::narrow);
    connect(panel_, &KernelPanel::setupWanted, this, [this](KernelPanel::Setup what) {
        openDialog(what == KernelPanel::Setup::Trees    ? OwnKernelDialog::Tab::Trees
                   : what == KernelPanel::Setup::Config ? OwnKernelDialog::Tab::Config
                                                        : OwnKernelDialog::Tab::Records);
    });
    panel_->setFacts(facts_, {});
}

QString OwnKernelController::release() const {
    return parts_.session.navigation().current().release;
}

OwnKernelDialog* OwnKernelController::dialog() {
    if (!dialog_) {
        dialog_ = new OwnKernelDialog(&parts_.window);
        dialog_->setObjectName(QStringLiteral("ownKernelDialog"));
        connectDialog(*dialog_);
        dialog_->showFacts(facts_, release());
        dialog_->setBusy(reading_, parts_.import.isRunning());
    }
    return dialog_;
}

void OwnKernelController::connectDialog(OwnKernelDialog& dialog) {
    connect(&dialog, &OwnKernelDialog::treeWanted, this, &OwnKernelController::askForTree);
    connect(&dialog, &OwnKernelDialog::treeAgainWanted, this, [this](const QString& name) {
        for (const auto& [tree, counts] : facts_.trees)
            if (toQString(tree.name) == name) {
                readTree({tree.name, tree.repository, tree.revision});
                return;
            }
    });
    connect(&dialog, &OwnKernelDialog::treeRemovalWanted, this, &OwnKernelController::removeTree);
    connect(&dialog, &OwnKernelDialog::configWanted, this, &OwnKernelController::askForConfig);
    connect(&dialog, &OwnKernelDialog::configAgainWanted, this, [this] {
        if (facts_.config)
            readConfig(toQString(facts_.config->file));
    });
    connect(&dialog, &OwnKernelDialog::configRemovalWanted, this,
            &OwnKernelController::removeConfig);
    connect(&dialog, &OwnKernelDialog::recordsWanted, this, &OwnKernelController::askForRecords);
    connect(&dialog, &OwnKernelDialog::followed, this, &OwnKernelController::follow);
    connect(&dialog, &OwnKernelDialog::exportWanted, this, [this](const TableTarget& target) {
        const Location before = parts_.session.navigation().current();
        exporting_ = true;
        follow(target);
        // Nothing is read again where the list is there already.
        if (parts_.session.navigation().current().sameList(before) &&
            std::exchange(exporting_, false))
            emit exportWanted();
    });
}

void OwnKernelController::openDialog(OwnKernelDialog::Tab tab) {
    dialog()->openTab(tab);
}

void OwnKernelController::askForTree() {
    QStringList names;
    for (const auto& [tree, counts] : facts_.trees)
        names << toQString(tree.name);
    const store::Release* const release = parts_.session.release();
    auto* const form =
        new TreeForm(release ? toQString(release->repository) : QString(), names, dialog());
    form->setAttribute(Qt::WA_DeleteOnClose);
    connect(form, &QDialog::accepted, this, [this, form] { readTree(form->wish()); });
    form->open();
}

void OwnKernelController::askForConfig() {
    auto* const chooser = new QFileDialog(dialog(), tr("Choose the configuration of your kernel"));
    chooser->setObjectName(QStringLiteral("configChooser"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    // What is looked for begins with a dot.
    chooser->setFilter(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    chooser->setDirectory(
        QFileInfo(facts_.config ? toQString(facts_.config->file) : QStringLiteral("/boot/config"))
            .path());
    connect(chooser, &QFileDialog::fileSelected, this, &OwnKernelController::readConfig);
    chooser->open();
}

void OwnKernelController::askForRecords() {
    auto* const chooser =
        new QFileDialog(&parts_.window, tr("Choose the clone of the CVE records"));
    chooser->setObjectName(QStringLiteral("recordsChooser"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, this, &OwnKernelController::readRecords);
    chooser->open();
}

bool OwnKernelController::mayRead() {
    if (!reading_ && !parts_.import.isRunning())
        return true;
    emit failed(reading_ ? tr("Something is being read already: stop it below, or wait for it.")
                         : tr("A release is being imported: what it brings is asked about too once "
                              "it is there. Try again then."));
    if (dialog_)
        showBusy();
    return false;
}

template <typename Work, typename Done>
void OwnKernelController::read(Work work, Done done) {
    reading_ = true;
    const int number = ++readingNumber_;
    bar_->begin();
    showBusy();
    const auto progress = [this, number,
                           tell = readings_.reporter(this)](const Engine::Step& step) {
        tell([this, number, step] {
            if (reading_ && number == readingNumber_)
                bar_->showStep(step);
        });
    };
    readings_.run(
        this,
        [work = std::move(work), progress](Engine& engine, const std::stop_token& stop) {
            return work(engine, stop, Engine::Progress(progress));
        },
        [this, done = std::move(done)](auto&& result) {
            endReading();
            done(std::forward<decltype(result)>(result));
            parts_.session.reload();
        },
        [this](const std::exception& error) {
            endReading();
            emit failed(errorText(error));
            if (dialog_)
                dialog_->showProblem(errorText(error));
        });
}

void OwnKernelController::endReading() {
    reading_ = false;
    bar_->hide();
    showBusy();
}

/// Nothing is begun that would be refused once everything was typed.
void OwnKernelController::showBusy() {
    const bool importing = parts_.import.isRunning();
    for (QAction* const action : std::as_const(starts_))
        action->setEnabled(!reading_);
    if (dialog_)
        dialog_->setBusy(reading_, importing);
}

void OwnKernelController::stop() {
    if (!reading_)
        return;
    readings_.cancel();
    endReading();
    emit said(tr("The reading was stopped; what was known before stays."));
}

void OwnKernelController::readTree(const Engine::TreeWish& wish) {
    if (!mayRead())
        return;
    read([wish](Engine& engine, const std::stop_token& stop,
                const Engine::Progress& progress) { return engine.readTree(wish, stop, progress); },
         [this](const store::Tree& tree) {
             const QString name = toQString(tree.name);
             QStringList lines{tr("%1 was asked for every changeset here.").arg(cutText(name))};
             lines << sentencesOf(tree.remarks);
             const QString query = TreeQueries(tree.name).fixesLacking;
             emit this->done(lines.join(QLatin1Char('\n')), tr("Show the fixes it lacks"),
                             [this, query] {
                                 follow({release(), query});
                             });
         });
}

void OwnKernelController::readConfig(const QString& file) {
    if (!mayRead())
        return;
    read([path = file.toStdString()](
             Engine& engine, const std::stop_token& stop,
             const Engine::Progress& progress) { return engine.readConfig(path, stop, progress); },
         [this, file](const std::vector<base::Message>& remarks) {
             QStringList lines{tr("%1 was read: what it builds can be searched for.")
                                   .arg(cutText(QFileInfo(file).fileName()))};
             lines << sentencesOf(remarks);
             emit this->done(lines.join(QLatin1Char('\n')), tr("Show what is built"), [this] {
                 follow({release(), QStringLiteral("is:built")});
             });
         });
}

void OwnKernelController::readRecords(const QString& folder) {
    if (!mayRead())
        return;
    read(
        [path = folder.toStdString()](Engine& engine, const std::stop_token& stop,
                                      const Engine::Progress& progress) {
            return engine.readRecords(path, stop, progress);
        },
        [this](const cve::ImportedRecords& records) {
            const auto& counts = records.counts;
            QString sentence =
                tr("%1 CVE records were read: of the changesets here %2 fix one, and %3 introduced "
                   "one.")
                    .arg(countText(static_cast<qint64>(counts.records)),
                         countText(static_cast<qint64>(counts.fixing)),
                         countText(static_cast<qint64>(counts.introducing)));
            if (!records.unreadable.empty())
                sentence +=
                    QLatin1Char('\n') + tr("%Ln file(s) could not be understood, such as %1",
                                           nullptr, pluralOf(std::ssize(records.unreadable)))
                                            .arg(engineText(records.unreadable.front()));
            emit this->done(sentence, tr("Show the fixes"), [this] {
                follow({release(), QStringLiteral("is:cve-fix")});
            });
        });
}

/// After an import: what is derived of the releases is derived of the new one as well.
void OwnKernelController::catchUp() {
    if (reading_ || (facts_.trees.empty() && !facts_.config))
        return;
    read([](Engine& engine, const std::stop_token& stop,
            const Engine::Progress& progress) { return engine.catchUp(stop, progress); },
         [this](const std::vector<base::Message>& remarks) {
             // What cannot be asked now could not be asked after the import before, either.
             QStringList news;
             for (const QString& sentence : sentencesOf(remarks))
                 if (!told_.contains(sentence))
                     news << sentence;
             told_ += QSet<QString>(news.begin(), news.end());
             if (!news.isEmpty())
                 emit failed(news.join(QLatin1Char('\n')));
         });
}

void OwnKernelController::removeTree(const QString& name) {
    auto* const question = new QMessageBox(QMessageBox::Question, tr("Forget a tree"),
                                           tr("Forget what is known of %1?").arg(cutText(name)),
                                           QMessageBox::Cancel, dialog());
    question->setInformativeText(tr("Its clone is not touched; it can be read again."));
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    auto* const yes = question->addButton(tr("&Forget it"), QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, [this, name] {
        thread_.runAlways(
            this,
            [name = name.toStdString()](Engine& engine) {
                engine.removeTree(name);
                return true;
            },
            [this](bool) { parts_.session.reload(); },
            [this](const std::exception& error) { emit failed(errorText(error)); });
    });
    question->open();
}

void OwnKernelController::removeConfig() {
    thread_.runAlways(
        this,
        [](Engine& engine) {
            engine.removeConfig();
            return true;
        },
        [this](bool) { parts_.session.reload(); },
        [this](const std::exception& error) { emit failed(errorText(error)); });
}

void OwnKernelController::refresh() {
    const store::Release* const release = parts_.session.release();
    const std::optional<store::RowId> id = release ? std::optional(release->id) : std::nullopt;
    if (parts_.session.releases().empty())
        return; // an empty database, or one that could not be opened
    thread_.runLatest(
        Kind::Facts, this,
        [id](Engine& engine, const std::stop_token&) { return engine.facts(id); },
        [this](OwnKernelFacts facts) {
            facts_ = std::move(facts);
            panel_->setFacts(facts_, parts_.session.navigation().current().filter);
            fillMenu();
            if (dialog_)
                dialog_->showFacts(facts_, this->release());
            count();
            emit shown();
        },
        [this](const std::exception& error) {
            if (dialog_)
                dialog_->showProblem(errorText(error));
            emit failed(errorText(error));
        });
}

void OwnKernelController::count() {
    panel_->setFilter(parts_.session.navigation().current().filter);
    const auto query = parts_.session.query();
    if (!panel_->isVisible() || !query)
        return;
    std::vector<std::string> terms;
    for (const QString& term : panel_->terms())
        terms.push_back(term.toStdString());
    thread_.runLatest(
        Kind::Counts, this,
        [query = *query, terms](Engine& engine, const std::stop_token& stop) {
            return engine.count(query, terms, stop);
        },
        [this](const std::vector<std::optional<std::int64_t>>& counts) {
            QList<qint64> numbers;
            for (const auto& count : counts)
                numbers << count.value_or(-1);
            panel_->setCounts(numbers);
        },
        [this](const std::exception& error) { emit failed(errorText(error)); });
}

/// To a list: whatever stands in its way makes room.
void OwnKernelController::follow(const TableTarget& target) {
    if (dialog_)
        dialog_->close();
    Navigation& navigation = parts_.session.navigation();
    Location place = locationOf(target, navigation.current());
    place.page.clear();
    navigation.go(place);
    emit listWanted();
}

void OwnKernelController::narrow(const QString& term) {
    Navigation& navigation = parts_.session.navigation();
    navigation.openFilter(withTermTurned(navigation.current().filter, term));
}

} // namespace mw::ui
