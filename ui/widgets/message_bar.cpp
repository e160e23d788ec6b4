#include "widgets/message_bar.h"

#include "painting/colors.h"
#include "painting/symbolic_icon.h"
#include "ui_message_bar.h"

#include <QEvent>
#include <QPainter>

namespace mw::ui {

namespace {

constexpr qreal backgroundTint = 0.16;
constexpr qreal borderTint = 0.5;
/// An error can quote what git said, which can quote a server.
constexpr qsizetype noticeLetters = 1500;
constexpr QRgb warningTint = 0xffd08700;

QColor tintOf(MessageBar::Kind kind, const QPalette& palette) {
    switch (kind) {
    case MessageBar::Kind::Error:
        return paletteColor(TextColor::Removed, palette, QPalette::Active);
    case MessageBar::Kind::Warning:
        return QColor::fromRgb(warningTint);
    default:
        return palette.color(QPalette::Active, QPalette::Highlight);
    }
}

} // namespace

MessageBar::MessageBar(QWidget* parent) : QWidget(parent), ui_(std::make_unique<Ui::MessageBar>()) {
    ui_->setupUi(this);
    ui_->text->setLimit(noticeLetters);
    ui_->text->setAccessibleName(tr("Message"));
    connect(ui_->action, &QPushButton::clicked, this, &MessageBar::actionTriggered);
    connect(ui_->second, &QPushButton::clicked, this, &MessageBar::secondTriggered);
    connect(ui_->close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

MessageBar::~MessageBar() = default;

void MessageBar::showMessage(Kind kind, const QString& text, const QString& action,
                             const QString& second) {
    kind_ = kind;
    text_ = text;
    ui_->text->showText(text);
    ui_->action->setText(action);
    ui_->action->setVisible(!action.isEmpty());
    ui_->second->setText(second);
    ui_->second->setVisible(!second.isEmpty());
    refreshIcons();
    update();
    show();
    emit messageShown(kind, text);
}

void MessageBar::setActionEnabled(bool enabled) {
    ui_->action->setEnabled(enabled);
}

void MessageBar::refreshIcons() {
    const int side = fontMetrics().height();
    const QString name =
        kind_ == Kind::Information ? QStringLiteral("information") : QStringLiteral("warning");
    ui_->icon->setPixmap(symbolicIcon(name).pixmap(QSize(side, side), devicePixelRatioF()));
    ui_->close->setIcon(symbolicIcon(QStringLiteral("close")));
}

void MessageBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refreshIcons();
    QWidget::changeEvent(event);
}

void MessageBar::paintEvent(QPaintEvent*) {
    const QColor window = palette().color(QPalette::Window);
    const QColor tint = tintOf(kind_, palette());
    QPainter painter(this);
    painter.fillRect(rect(), blended(window, tint, backgroundTint));
    painter.fillRect(QRect(0, height() - 1, width(), 1), blended(window, tint, borderTint));
}

} // namespace mw::ui
