#include "painting/symbolic_icon.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QSvgRenderer>

#include <memory>
#include <utility>

namespace mw::ui {

namespace {

QColor iconColor(QIcon::Mode mode) {
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::WindowText);
    case QIcon::Selected:
        return palette.color(QPalette::HighlightedText);
    default:
        return palette.color(QPalette::WindowText);
    }
}

/// Nothing is cached: the palette may change at any time, and the drawings are tiny.
class SymbolicIconEngine : public QIconEngine {
public:
    explicit SymbolicIconEngine(std::shared_ptr<QSvgRenderer> drawing)
        : drawing_(std::move(drawing)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode,
               QIcon::State state) override {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap image = pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state);
        image.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect, image);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
        QPixmap image(size);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        drawing_->render(&painter, QRectF(QPointF(), QSizeF(size)));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), iconColor(mode));
        return image;
    }

    QIconEngine* clone() const override { return new SymbolicIconEngine(*this); }

private:
    std::shared_ptr<QSvgRenderer> drawing_; ///< reads only, so that clones share it
};

} // namespace

QIcon symbolicIcon(const QString& name) {
    static QHash<QString, QIcon> known;
    QIcon& icon = known[name];
    if (icon.isNull()) {
        auto drawing =
            std::make_shared<QSvgRenderer>(QStringLiteral(":/icons/symbolic/%1.svg").arg(name));
        drawing->setAspectRatioMode(Qt::KeepAspectRatio);
        icon = QIcon(new SymbolicIconEngine(std::move(drawing)));
    }
    return icon;
}

} // namespace mw::ui
