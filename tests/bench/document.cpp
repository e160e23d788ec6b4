// Opens a document of five megabytes with 20,000 references in the real window, and others that
// take much to show, and prints when they are seen, when they are whole, and the longest time for
// which the event loop did not come round: tests/bench/document.sh

#include "application/application.h"
#include "bench/window_drive.h"
#include "fixtures/bundled_database.h"
#include "ui/document/large_document.h"

#include <QApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <vector>

namespace {

using namespace mw::ui;

constexpr int rounds = 5;

/// Opens documents and reads them.
class Reading : public WindowDrive {
public:
    explicit Reading(const QString& database) : WindowDrive(database) {}

    int run() {
        const QString large = write("large.md", largeDocument());
        for (int round = 0; round < rounds; ++round)
            open(large);
        scroll();
        for (const auto& [name, content] : slowDocuments()) {
            open(write(name, content));
            step("  paging through it", [this] { key(&page()->browser(), Qt::Key_PageDown, 40); });
            step("  to its end", [this] { key(&page()->browser(), Qt::Key_End, 1); });
        }
        std::printf("\npeak memory: %lld MiB\nlongest of all: %.1f ms\n", mebibytesOf("VmHWM:"),
                    worst());
        return worst() > StallMeter::limit ? 1 : 0;
    }

private:
    QString write(const QString& name, const QByteArray& content) const {
        QFile file(folder_.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s cannot be written.", qPrintable(file.fileName()));
        return file.fileName();
    }

    DocumentPage* page() { return window().documents().pane().currentPage<DocumentPage>(); }

    void open(const QString& file) {
        window().documents().closeCurrent();
        forget();
        qint64 seen = 0, whole = 0;
        step(qPrintable(file.section(QLatin1Char('/'), -1)), [&] {
            const QString address = Page::ofFile(file);
            QElapsedTimer clock;
            clock.start();
            window().documents().openFile(file);
            const auto shown = [&] {
                return page() && page()->address() == address && page()->content().text;
            };
            until(shown);
            seen = clock.elapsed();
            until([&] { return page()->isLoaded(); });
            whole = clock.elapsed();
            // Lines are laid out little by little afterwards.
            StallMeter::run(2'000);
        });
        std::printf("  seen after %lld ms, whole after %lld ms\n", static_cast<long long>(seen),
                    static_cast<long long>(whole));
    }

    void scroll() {
        auto& browser = page()->browser();
        browser.setFocus();
        step("  paging through it", [&] { key(&browser, Qt::Key_PageDown, 100); });
        step("  by the wheel", [&] { wheel(browser, 200, -1); });
        step("  to the end", [&] { key(&browser, Qt::Key_End, 1, Qt::ControlModifier); });
        step("  and to the top", [&] { key(&browser, Qt::Key_Home, 1, Qt::ControlModifier); });
        step("  by the handle", [&] { drag(*browser.verticalScrollBar()); });
        // By itself, without what else the window does meanwhile.
        std::vector<double> steps;
        browser.verticalScrollBar()->setValue(0);
        for (int i = 0; i < 300; ++i) {
            QElapsedTimer clock;
            clock.start();
            browser.verticalScrollBar()->setValue(browser.verticalScrollBar()->value() + 120);
            browser.viewport()->repaint();
            QCoreApplication::processEvents();
            steps.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        }
        std::ranges::sort(steps);
        std::printf("  300 steps of 120 pixels: median %.1f ms, 95 of 100 within %.1f ms, "
                    "longest %.1f ms\n",
                    steps[steps.size() / 2], steps[steps.size() * 95 / 100], steps.back());
    }

    QTemporaryDir folder_;
};

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    setUpApplication();
    BundledDatabase database;
    database.fill();
    return Reading(database.file()).run();
}
