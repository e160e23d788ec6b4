#include "labels/whole_text.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace mw::ui {

namespace {

constexpr QSize wholeTextSize{820, 560};
/// Qt lays a line out as one: longer ones are broken for the screen.
constexpr qsizetype brokenLine = 1000;

QString withBreaks(const QString& text) {
    QString broken;
    broken.reserve(text.size() + text.size() / brokenLine);
    qsizetype inLine = 0;
    for (const QChar c : text) {
        inLine = c == QLatin1Char('\n') ? 0 : inLine + 1;
        if (inLine > brokenLine && !c.isLowSurrogate()) {
            broken += QLatin1Char('\n');
            inLine = 1;
        }
        broken += c;
    }
    return broken;
}

} // namespace

WholeText::WholeText(const QString& title, const QString& text, QWidget* parent)
    : QDialog(parent), text_(text), view_(new QPlainTextEdit(this)) {
    setObjectName(QStringLiteral("wholeText"));
    setWindowTitle(title.isEmpty() ? tr("All of the text") : title);
    view_->setObjectName(QStringLiteral("whole"));
    view_->setAccessibleName(windowTitle());
    view_->setReadOnly(true);
    view_->setTabChangesFocus(true);
    view_->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    view_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    const QString shown = withBreaks(text_);
    view_->setPlainText(shown);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* const copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copy"));
    copy->setToolTip(tr("Copy the text as it is, without the line breaks of this window"));
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(text_); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(view_, 1);
    layout->addWidget(buttons);
    resize(wholeTextSize);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    view_->setFocus();
}

void WholeText::open(const QString& title, const QString& text, QWidget* parent) {
    auto* const whole = new WholeText(title, text, parent->window());
    whole->setAttribute(Qt::WA_DeleteOnClose);
    whole->show();
}

} // namespace mw::ui
