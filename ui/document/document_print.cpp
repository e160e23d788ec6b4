#include "document/document_print.h"

#include "document/work/document_service.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QPageLayout>
#include <QPageSize>
#include <QPdfWriter>
#include <QPrinter>
#include <QSaveFile>

#include <stdexcept>
#include <utility>

namespace mw::ui {

namespace {

constexpr qreal paperFontPoints = 10;
constexpr qreal paperMarginMillimetres = 18;
constexpr int paperResolution = 300;

struct PrintWords {
    Q_DECLARE_TR_FUNCTIONS(mw::ui::DocumentPrint)
};

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
    return [failed = std::move(failed)](const std::exception& error) {
        failed(QString::fromUtf8(error.what()));
    };
}

void writePdf(const QTextDocument& text, const QString& title, const QString& name) {
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        throw std::runtime_error(PrintWords::tr("%1 cannot be written: %2.")
                                     .arg(name, file.errorString())
                                     .toStdString());
    {
        QPdfWriter pdf(&file);
        pdf.setTitle(title);
        pdf.setResolution(paperResolution);
        pdf.setPageSize(QPageSize(QPageSize::A4));
        pdf.setPageMargins(QMarginsF(paperMarginMillimetres, paperMarginMillimetres,
                                     paperMarginMillimetres, paperMarginMillimetres),
                           QPageLayout::Millimeter);
        text.print(&pdf);
    }
    if (!file.commit())
        throw std::runtime_error(PrintWords::tr("%1 cannot be written: %2.")
                                     .arg(name, file.errorString())
                                     .toStdString());
}

} // namespace

void printPage(DocumentService& service, QObject* context, const QString& address,
               std::shared_ptr<QPrinter> printer, std::function<void()> done,
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
            writePdf(*page.text, page.title, file);
            return true;
        },
        [done = std::move(done)](bool) { done(); }, sentenceTo(std::move(failed)));
}

} // namespace mw::ui
