#pragma once

#include "changesets/changeset_view.h"
#include "sample_releases.h"
#include "window/application.h"
#include "window/main_window.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTest>

#include <memory>

/// The real window on two small releases, with a settings folder of its own: what tests of the
/// pages about a release share. Each test starts on the list of the second.
class SampleWindow : public QObject {
    Q_OBJECT

protected slots:
    void initTestCase();
    void init();
    void cleanup();

protected:
    static constexpr int patience = 10'000;

    /// A new window on the same database; the one before is closed, as a person closes it.
    void open();
    mw::ui::Navigation& navigation() const { return window_->session().navigation(); }
    const mw::ui::Location& place() const { return navigation().current(); }
    int rows() const { return window_->findChild<mw::ui::ChangesetView*>()->model()->rowCount(); }

    std::unique_ptr<SampleReleases> database_;
    std::unique_ptr<QTemporaryDir> settings_;
    std::unique_ptr<mw::ui::MainWindow> window_;
};

inline void SampleWindow::initTestCase() {
    mw::ui::setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
}

inline void SampleWindow::init() {
    settings_ = std::make_unique<QTemporaryDir>();
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings_->path());
    database_ = std::make_unique<SampleReleases>();
    database_->fill();
    open();
    QTRY_COMPARE(rows(), 7);
}

inline void SampleWindow::cleanup() {
    window_.reset();
}

inline void SampleWindow::open() {
    if (window_)
        window_->close();
    window_.reset();
    mw::ui::StartOptions options;
    options.database = database_->file();
    options.release = "v2";
    window_ = std::make_unique<mw::ui::MainWindow>(options);
    QSignalSpy complete(window_.get(), &mw::ui::MainWindow::complete);
    window_->show();
    window_->activateWindow();
    QVERIFY(complete.wait(patience));
}
