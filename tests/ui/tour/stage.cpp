#include "tour/stage.h"

#include "changesets/filter_bar.h"
#include "commit/commit_panel.h"
#include "document/document_page.h"
#include "importer/data/data_files.h"
#include "importer/import.h"
#include "support/repo_builder.h"
#include "test_ui.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QPainter>
#include <QScreen>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QWindow>

using namespace mw::ui;

namespace {

constexpr int fewCommits = 24;

/// What each state looks at: pulls, a branch merge, a fix, a driver for new hardware, a diff of
/// some length, a text with paragraphs.
void describeHistory(mw::test::RepoBuilder& repo) {
    repo.commit()
        .file("MAINTAINERS", "NETWORKING [GENERAL]\nM:\tDavid S. Miller <davem@davemloft.net>\nL:\t"
                             "netdev@vger.kernel.org\nS:\tMaintained\nF:\tnet/\n\nTHE REST\nM:\t"
                             "Linus Torvalds <torvalds@linux-foundation.org>\nF:\t*\nF:\t*/\n")
        .file("fs/ext4/inode.c", "int ext4_break(void)\n{\n\treturn 1;\n}\n")
        .file("net/core/dev.c", "/* devices */\n")
        .message("Linux 2.6.99");
    repo.tag("v2.6.99", repo.tip());
    repo.branch("net", repo.tip());
    std::string text = "/* devices */\n";
    for (int i = 0; i < fewCommits; ++i) {
        text += "\nstatic int queue_" + std::to_string(i) +
                "(struct net_device *dev)\n{\n\treturn dev->queues + " + std::to_string(i) +
                ";\n}\n";
        repo.commit("net/core/dev.c", text)
            .author(i % 3 == 0 ? "Eric Dumazet <eric.dumazet@gmail.com>"
                               : "Tom Herbert <therbert@google.com>")
            .message("net: dev: steer received packets to queue " + std::to_string(i) +
                     "\n\nThe processor that an application runs on is not the one that took\n"
                     "the interrupt. Packets are steered to it by a table of flows.\n\n"
                     "  > A quoted line of the mail that asked for it\n\n"
                     "Reported-by: Jane Doe <jane@example.org>\n"
                     "Link: https://lore.kernel.org/r/20100416.1\n"
                     "Signed-off-by: David S. Miller <davem@davemloft.net>\n");
    }
    const auto net = repo.tip();
    repo.checkout("master");
    repo.merge({net}).message(
        "Merge branch 'master' of "
        "git://git.kernel.org/pub/scm/linux/kernel/git/davem/net-next-2.6\n\n"
        "* 'master' of git://git.kernel.org/davem/net-next-2.6: (24 commits)\n"
        "  net: dev: steer received packets\n");
    repo.commit("fs/ext4/inode.c", "int ext4_break(void)\n{\n\treturn 0;\n}\n")
        .message("ext4: mend the inode after a crash in the middle of a truncate that was "
                 "interrupted by a second one from another process on the same file");
    repo.commit()
        .file("drivers/iio/light/fx100.c", "int fx100;\n")
        .file("drivers/iio/light/Kconfig", "config FX100\n\ttristate \"Foo FX100 light sensor\"\n")
        .file("drivers/iio/light/Makefile", "obj-$(CONFIG_FX100) += fx100.o\n")
        .message("iio: light: Add driver for Foo FX100 light sensor");
    repo.tag("v2.6.100", repo.tip());
    repo.write();
}

} // namespace

TourDatabase::TourDatabase() {
    mw::test::RepoBuilder repo(clone().toStdString());
    describeHistory(repo);
    mw::importer::add_bundled_release(file().toStdString(),
                                      mw::importer::data_file("linux-6.7.tsv"));
    mw::importer::ImportRequest request;
    request.database = file().toStdString();
    request.repository = repo.path();
    request.from = "v2.6.99";
    request.to = "v2.6.100";
    mw::importer::run_import(request, {}, {});
}

Stage::Stage(const QString& database, const QString& clone, QSize size)
    : database_(folder_.filePath(QStringLiteral("copy.db"))), clone_(clone), size_(size) {
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope,
                       folder_.filePath(QStringLiteral("settings")));
    qputenv("XDG_CONFIG_HOME", folder_.filePath(QStringLiteral("config")).toUtf8());
    QFile::copy(database, database_);
}

bool Stage::open(const StartOptions& options) {
    StartOptions own = options;
    own.database = database_;
    return start(own);
}

bool Stage::openFirst() {
    QFile::remove(database_);
    return open();
}

bool Stage::openFile(const QString& file) {
    StartOptions options;
    options.database = file;
    return start(options);
}

bool Stage::start(const StartOptions& options) {
    window_.reset();
    window_ = std::make_unique<MainWindow>(options);
    QSignalSpy complete(window_.get(), &MainWindow::complete);
    QSignalSpy failed(window_.get(), &MainWindow::failed);
    window_->resize(size_);
    window_->show();
    window_->activateWindow();
    return until([&] { return !complete.isEmpty() || !failed.isEmpty(); }) && failed.isEmpty() &&
           (!across_ || moveAcross());
}

bool Stage::moveAcross() {
    QScreen* const other = QGuiApplication::screens().constLast();
    if (QGuiApplication::platformName().startsWith(QLatin1String("wayland"))) {
        // There a window cannot say where it is to be but by filling a screen.
        window_->windowHandle()->setScreen(other);
        window_->showFullScreen();
    } else {
        window_->move(other->geometry().topLeft());
    }
    // It is also the window in use again only after some time: what is written before does not
    // come from a keyboard.
    return until([&] {
        return window_->screen() == other && window_->isActiveWindow() &&
               qFuzzyCompare(window_->devicePixelRatioF(), other->devicePixelRatio());
    });
}

/// A compositor without a keyboard never makes the window the active one.
QWidget* Stage::focus() const {
    if (QWidget* const popup = QApplication::activePopupWidget())
        return popup;
    if (QWidget* const widget = QApplication::focusWidget())
        return widget;
    QWidget* const own = window_->focusWidget();
    return own ? own : window_.get();
}

/// Shortcuts are those of the active window, which there may not be either. Nor can Qt's plugin for
/// Wayland let go of a key in a line there: it looks for the keyboard's input method, and ends the
/// program.
void Stage::press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    if (QApplication::activeWindow()) {
        QTest::keyClick(focus(), key, modifiers);
        return;
    }
    for (QAction* const action : window_->findChildren<QAction*>())
        if (action->isEnabled() && action->shortcuts().contains(QKeySequence(modifiers | key)))
            return action->trigger();
    QTest::keyPress(focus(), key, modifiers);
}

void Stage::type(const QString& text) {
    auto* const line = qobject_cast<QLineEdit*>(focus());
    if (line && !QApplication::activeWindow())
        return line->insert(text);
    QTest::keyClicks(focus(), text);
}

bool Stage::trigger(const char* name) {
    auto* const action = find<QAction>(name);
    if (!action || !action->isEnabled())
        return false;
    action->trigger();
    return true;
}

bool Stage::until(const std::function<bool()>& condition) {
    return QTest::qWaitFor(condition, patience);
}

void Stage::writeQuery(const QString& query) {
    auto* const edit = window_->findChild<FilterBar*>()->findChild<QLineEdit*>();
    press(Qt::Key_F, Qt::ControlModifier);
    edit->selectAll();
    type(query);
}

bool Stage::search(const QString& query) {
    QSignalSpy listed(&window_->session(), &Session::listChanged);
    writeQuery(query);
    return until([&] { return !listed.isEmpty(); });
}

bool Stage::choose(const QString& subject) {
    QAbstractItemModel& model = *table().model();
    QSignalSpy shownCommit(&window_->session(), &Session::commitShown);
    for (int row = 0; row < model.rowCount(); ++row) {
        if (!model.index(row, 0).data().toString().contains(subject))
            continue;
        table().setFocus();
        table().setCurrentIndex(model.index(row, 0));
        return until([&] { return !shownCommit.isEmpty(); });
    }
    return false;
}

bool Stage::showPage(const char* name) {
    auto* const tabs = window_->findChild<CommitPanel*>()->findChild<QTabWidget*>("pages");
    for (int tab = 0; tab < tabs->count(); ++tab) {
        if (tabs->widget(tab)->objectName() != QLatin1String(name))
            continue;
        tabs->setCurrentIndex(tab);
        return until([&] { return tabs->widget(tab)->isVisible(); });
    }
    return false;
}

bool Stage::documentShown() {
    return until([this] {
        const auto* const page = window_->documents().pane().currentPage<DocumentPage>();
        return page && page->isLoaded();
    });
}

QWidgetList Stage::shown() {
    QWidgetList widgets;
    for (QWidget* const widget : QApplication::topLevelWidgets())
        if (widget->isVisible() && widget->windowType() != Qt::ToolTip)
            widgets << widget;
    return widgets;
}

QPixmap Stage::picture() {
    const qreal ratio = window_->devicePixelRatioF();
    QRect whole = window_->geometry();
    for (const QWidget* const widget : shown())
        whole |= widget->geometry();
    QPixmap picture(whole.size() * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(QApplication::palette().color(QPalette::Dark));
    QPainter painter(&picture);
    painter.drawPixmap(window_->geometry().topLeft() - whole.topLeft(), window_->grab());
    for (QWidget* const widget : shown())
        if (widget != window_.get())
            painter.drawPixmap(widget->geometry().topLeft() - whole.topLeft(), widget->grab());
    return picture;
}

DarkDesktop::DarkDesktop() : before_(QApplication::palette()) {
    // As a dark desktop of our time hands it over.
    QPalette dark(QColor(0x2a, 0x2e, 0x32));
    dark.setColor(QPalette::Window, QColor(0x2a, 0x2e, 0x32));
    dark.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x20));
    dark.setColor(QPalette::AlternateBase, QColor(0x23, 0x26, 0x29));
    dark.setColor(QPalette::Highlight, QColor(0x3d, 0xae, 0xe9));
    dark.setColor(QPalette::HighlightedText, QColor(0x1b, 0x1e, 0x20));
    dark.setColor(QPalette::Link, QColor(0x1d, 0x99, 0xf3));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::ToolTipText, QPalette::BrightText}) {
        dark.setColor(role, QColor(0xfc, 0xfc, 0xfc));
        dark.setColor(QPalette::Disabled, role, QColor(0x90, 0x93, 0x95));
    }
    QApplication::setPalette(dark);
}

DarkDesktop::~DarkDesktop() {
    QApplication::setPalette(before_);
}
