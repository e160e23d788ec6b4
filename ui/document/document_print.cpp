#include "document/document_print.h"

#include "document/markdown/markdown.h"
#include "document/work/document_service.h"
#include "text/engine_text.h"
#include "text/save_file.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QPageLayout>
#include <QPageSize>
#include <QPdfWriter>
#include <QPrinter>

#include <stdexcept>
#include <utility>

namespace mw::ui {

namespace {

constexpr qreal paperFontPoints = 10;
constexpr qreal paperMarginMillimetres = 18;
constexpr int paperResolution = 300;

PageTheme paperTheme() {
    PageTheme theme;
    theme.font = QGuiApplication::font();
    theme.font.setPointSizeF(paperFontPoints);
    theme.text = Qt::black;
    theme.link = QColor(0x10, 0x40, 0x90);
    theme.dimmed = QColor(0x50, 0x50, 0x50);
    theme.shade = QColor(0xf2, 0xf2, 0xf2);
    return theme;
}

std::function<void(const std::exception&)> sentenceTo(std::function<void(const QString&)> failed) {
    return [failed = std::move(failed)](const std::exception& error) { failed(errorText(error)); };
}

/// Ends between two pages when it is to stop.
class StoppablePdf : public QPdfWriter {
public:
    StoppablePdf(QIODevice* device, const std::stop_token& stop)
        : QPdfWriter(device), stop_(stop) {}

    bool newPage() override { return !stop_.stop_requested() && QPdfWriter::newPage(); }

private:
    const std::stop_token& stop_;
};

void writePdf(const QTextDocument& text, const QString& title, const QString& name,
              const std::stop_token& stop) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        StoppablePdf pdf(&buffer, stop);
        pdf.setTitle(title);
        pdf.setResolution(paperResolution);
        pdf.setPageSize(QPageSize(QPageSize::A4));
        pdf.setPageMargins(QMarginsF(paperMarginMillimetres, paperMarginMillimetres,
                                     paperMarginMillimetres, paperMarginMillimetres),
                           QPageLayout::Millimeter);
        text.print(&pdf);
    }
    if (stop.stop_requested())
        throw document::Stopped();
    if (const QString wrong = saveFile(name, bytes); !wrong.isEmpty())
        throw std::runtime_error(wrong.toStdString());
}

} // namespace

void printPage(DocumentService& service, QObject* context, const QString& address,
               const std::shared_ptr<QPrinter>& printer, std::function<void()> done,
               std::function<void(const QString& sentence)> failed) {
    service.run(
        DocumentService::Lane::Jobs, context,
        [address, theme = paperTheme(), printer](DocumentEngine& engine,
                                                 const std::stop_token& stop) {
            engine.loadHere(address, theme, stop).text->print(printer.get());
            return true;
        },
        [done = std::move(done)](bool) { done(); }, sentenceTo(std::move(failed)));
}

void savePageAsPdf(DocumentService& service, QObject* context, const QString& address,
                   const QString& file, std::function<void()> done,
                   std::function<void(const QString& sentence)> failed) {
    service.run(
        DocumentService::Lane::Jobs, context,
        [address, theme = paperTheme(), file](DocumentEngine& engine, const std::stop_token& stop) {
            const LoadedPage page = engine.loadHere(address, theme, stop);
            writePdf(*page.text, page.title, file, stop);
            return true;
        },
        [done = std::move(done)](bool) { done(); }, sentenceTo(std::move(failed)));
}

} // namespace mw::ui
