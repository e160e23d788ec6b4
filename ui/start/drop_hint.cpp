#include "start/drop_hint.h"

#include "session/open_target.h"
#include "text/format.h"

#include <QApplication>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace mw::ui {

namespace {

/// More is hardly meant, and each is looked at on the GUI thread.
constexpr qsizetype mostThings = 50;
constexpr int leavingMilliseconds = 50;

/// A sheet over the window, with a dashed line around its words.
class Sign : public QLabel {
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent* event) override {
        constexpr qreal margin = 12, radius = 10, opacity = 0.93;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QColor sheet = palette().color(QPalette::Window);
        sheet.setAlphaF(opacity);
        painter.fillRect(rect(), sheet);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 3, Qt::DashLine));
        painter.drawRoundedRect(QRectF(rect()).adjusted(margin, margin, -margin, -margin), radius,
                                radius);
        painter.end();
        QLabel::paintEvent(event);
    }
};

bool hasLocalFiles(const QList<QUrl>& urls) {
    return std::ranges::any_of(urls, &QUrl::isLocalFile);
}

QString namesOf(const QStringList& paths) {
    constexpr qsizetype named = 4;
    QStringList names;
    for (const QString& path : paths.first(std::min(named, paths.size())))
        names << QFileInfo(path).fileName();
    QString all = names.join(QStringLiteral(", "));
    if (paths.size() > named)
        all += DropHint::tr(" and %Ln more", nullptr, pluralOf(paths.size() - named));
    return all;
}

QString signText(const Dropped& things) {
    QStringList lines;
    if (!things.documents.isEmpty())
        lines << DropHint::tr("Drop to read: %1").arg(namesOf(things.documents));
    if (!things.repositories.isEmpty())
        lines << DropHint::tr("Drop to import from: %1").arg(namesOf(things.repositories));
    if (!things.configurations.isEmpty())
        lines << DropHint::tr("Drop to see what this configuration builds: %1")
                     .arg(namesOf(things.configurations.first(1)));
    return (lines + things.refused).join(QStringLiteral("\n\n"));
}

} // namespace

DropHint::DropHint(QWidget& window) : QObject(&window), window_(window) {
    window_.setAcceptDrops(true);
    leaving_.setSingleShot(true);
    leaving_.setInterval(leavingMilliseconds);
    connect(&leaving_, &QTimer::timeout, this, [this] {
        if (sign_)
            sign_->hide();
        judged_.clear();
    });
    qApp->installEventFilter(this);
}

bool DropHint::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::DragLeave:
    case QEvent::Drop:
        break;
    default:
        return false;
    }
    if (!watched->isWidgetType() || static_cast<QWidget*>(watched)->window() != &window_)
        return false;
    if (event->type() == QEvent::DragLeave) {
        leaving_.start();
        return false;
    }
    auto* const drag = static_cast<QDropEvent*>(event);
    if (!takesOver(*drag, watched))
        return false;
    leaving_.stop();
    judge(drag->mimeData()->urls());
    // What cannot be used is taken, too: whoever drops it nevertheless is told why.
    drag->setDropAction(Qt::CopyAction);
    drag->accept();
    if (event->type() != QEvent::Drop) {
        showSign();
        return true;
    }
    sign_->hide();
    judged_.clear();
    emit dropped(std::exchange(things_, {}));
    return true;
}

bool DropHint::takesOver(const QDropEvent& event, const QObject* receiver) const {
    const QList<QUrl> urls = event.mimeData()->urls();
    return hasLocalFiles(urls) || (!urls.isEmpty() && receiver == &window_);
}

void DropHint::judge(const QList<QUrl>& urls) {
    if (!sign_) {
        sign_ = new Sign(&window_);
        sign_->setObjectName(QStringLiteral("dropSign"));
        sign_->setAttribute(Qt::WA_TransparentForMouseEvents);
        sign_->setAlignment(Qt::AlignCenter);
        sign_->setWordWrap(true);
        sign_->setTextFormat(Qt::PlainText);
        sign_->setMargin(40);
        QFont font = sign_->font();
        font.setPointSizeF(font.pointSizeF() * 1.3);
        sign_->setFont(font);
        sign_->hide();
    }
    if (urls == judged_ && !urls.isEmpty())
        return;
    judged_ = urls;
    things_ = {};
    for (const QUrl& url : urls.first(std::min(mostThings, urls.size()))) {
        if (!url.isLocalFile()) {
            things_.refused << tr("%1 is not on this computer: save it to a file first.")
                                   .arg(url.toDisplayString());
            continue;
        }
        const Target target = targetOfPath(url.toLocalFile());
        if (target.kind == Target::Kind::Document)
            things_.documents << target.value;
        else if (target.kind == Target::Kind::Repository)
            things_.repositories << target.value;
        else if (target.kind == Target::Kind::Configuration)
            things_.configurations << target.value;
        else
            things_.refused << target.why;
    }
}

void DropHint::showSign() {
    sign_->setText(signText(things_));
    sign_->setGeometry(window_.rect());
    sign_->raise();
    sign_->show();
}

} // namespace mw::ui
