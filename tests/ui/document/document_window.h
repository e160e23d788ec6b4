#pragma once

#include "application/application.h"
#include "core/page.h"
#include "fixtures/bundled_database.h"
#include "test_ui.h"
#include "window/main_window.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

/// The real window on the release that the program ships, with a settings folder of its own: what
/// tests of documents share. Each test starts with the article open.
class DocumentWindow : public QObject {
    Q_OBJECT

protected slots:
    void initTestCase();
    void init();
    void cleanup();

protected:
    void open();
    /// Opens a document that a person has added, once its index is there.
    QString add(const QString& name, const QByteArray& content);
    void waitFor(const QString& address);
    void waitForShipped();
    mw::ui::DocumentPage* page() const {
        return window_->documents().pane().currentPage<mw::ui::DocumentPage>();
    }
    mw::ui::DocumentBrowser& browser() const { return page()->browser(); }
    const mw::ui::Location& place() const { return window_->session().navigation().current(); }
    QList<int> linkPositions() const;

    std::unique_ptr<BundledDatabase> database_;
    std::unique_ptr<QTemporaryDir> settings_;
    std::unique_ptr<mw::ui::MainWindow> window_;
};

inline void DocumentWindow::initTestCase() {
    mw::ui::setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
}

inline void DocumentWindow::init() {
    settings_ = std::make_unique<QTemporaryDir>();
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings_->path());
    database_ = std::make_unique<BundledDatabase>();
    open();
}

inline void DocumentWindow::cleanup() {
    window_.reset();
}

inline void DocumentWindow::open() {
    window_.reset();
    mw::ui::StartOptions options;
    options.database = database_->file();
    options.documents = QStringList{BundledDatabase::article()};
    window_ = std::make_unique<mw::ui::MainWindow>(options);
    window_->show();
    QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
    waitForShipped();
}

inline void DocumentWindow::waitForShipped() {
    QTRY_VERIFY_WITH_TIMEOUT(page() && page()->isLoaded(), patience);
    // It is read into the library behind the window's back.
    QTRY_VERIFY_WITH_TIMEOUT(!window_->documents().library().all().empty(), patience);
}

inline void DocumentWindow::waitFor(const QString& address) {
    QTRY_COMPARE_WITH_TIMEOUT(place().page, address, patience);
    QTRY_VERIFY_WITH_TIMEOUT(page() && page()->isLoaded(), patience);
}

inline QString DocumentWindow::add(const QString& name, const QByteArray& content) {
    const QString file = settings_->filePath(name);
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
        return {};
    out.close();
    QSignalSpy changed(&window_->documents().library(), &mw::ui::DocumentIndex::changed);
    window_->documents().library().add(file, place().release);
    waitFor(mw::ui::Page::ofFile(file));
    return QTest::qWaitFor([&] { return window_->documents().library().ofFile(file); }, patience)
               ? file
               : QString();
}

inline QList<int> DocumentWindow::linkPositions() const {
    QList<int> positions;
    QString last;
    int end = -1;
    for (QTextBlock block = browser().document()->begin(); block.isValid(); block = block.next())
        for (auto piece = block.begin(); !piece.atEnd(); ++piece) {
            const QTextFragment fragment = piece.fragment();
            // The first letter, which has the place's name, is a fragment of its own.
            if (const QString target = fragment.charFormat().anchorHref();
                !target.isEmpty() && (fragment.position() != end || target != last)) {
                positions << fragment.position();
                last = target;
            }
            end = fragment.position() + fragment.length();
        }
    return positions;
}
