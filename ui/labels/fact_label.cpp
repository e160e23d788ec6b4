#include "labels/fact_label.h"

#include "labels/whole_text.h"
#include "painting/colors.h"
#include "painting/contrast.h"
#include "text/format.h"

#include <QEvent>

#include <algorithm>

namespace mw::ui {

namespace {

// A link says which piece it is, and whether it is the one behind a piece that was cut.
constexpr QLatin1Char wholeSign('+');

QString linkTo(const QString& target, const QString& style, const QString& text) {
    return QStringLiteral("<a href=\"%1\" style=\"%2\">%3</a>").arg(target, style, text);
}

} // namespace

FactLabel::FactLabel(QWidget* parent) : WrapLabel(parent) {
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    // A long address without a place to break must not push the panel wide.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(this, &QLabel::linkActivated, this, &FactLabel::follow);
    connect(this, &QLabel::linkHovered, this, [this](const QString& number) {
        const auto at = static_cast<std::size_t>(number.toInt());
        const bool known =
            !number.isEmpty() && !number.startsWith(wholeSign) && at < pieces_.size();
        setToolTip(known ? tipText(shownText(pieces_[at].toolTip)) : QString());
    });
}

void FactLabel::follow(const QString& link) {
    const bool whole = link.startsWith(wholeSign);
    const auto at = static_cast<std::size_t>(link.mid(whole ? 1 : 0).toInt());
    if (at >= pieces_.size())
        return;
    if (whole)
        WholeText::open(accessibleName(), pieces_[at].text, this);
    else
        emit followed(pieces_[at].target);
}

void FactLabel::showText(const QString& text) {
    showPieces({{text, {}, {}}});
}

void FactLabel::showPieces(const std::vector<Piece>& pieces) {
    pieces_ = pieces;
    // A stop for the Tab key where there is something to follow, and only there.
    const bool links = std::ranges::any_of(pieces_, [this](const Piece& piece) {
        return !piece.target.isEmpty() || piece.text.size() > limit_;
    });
    setTextInteractionFlags(links ? Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse |
                                        Qt::LinksAccessibleByKeyboard
                                  : Qt::TextInteractionFlags(Qt::TextSelectableByMouse));
    render();
}

QString FactLabel::htmlOf(std::size_t piece) const {
    const Piece& shown = pieces_[piece];
    const QString number = QString::number(piece);
    QString text = cutText(shownText(shown.text), limit_).toHtmlEscaped();
    text.replace(QLatin1Char('\n'), QLatin1String("<br>"));
    if (shown.dimmed)
        text = QStringLiteral("<span style=\"color:%1\">%2</span>")
                   .arg(dimmedOnWindow(palette()).name(), text);
    const QString color = QStringLiteral("color:") + linkColor(palette(), QPalette::Window).name();
    // What the piece says never becomes markup.
    if (!shown.target.isEmpty())
        text = linkTo(number, underlined_ ? color : color + QStringLiteral(";text-decoration:none"),
                      text);
    if (shown.text.size() > limit_)
        text +=
            QLatin1Char(' ') + linkTo(wholeSign + number, color, tr("all of it").toHtmlEscaped());
    return text;
}

bool FactLabel::isPlain() const {
    return std::ranges::none_of(pieces_, [this](const Piece& piece) {
        return !piece.target.isEmpty() || piece.dimmed || piece.text.size() > limit_;
    });
}

void FactLabel::render() {
    const bool plain = isPlain();
    QString text;
    for (std::size_t piece = 0; piece < pieces_.size(); ++piece)
        text += plain ? shownText(pieces_[piece].text) : htmlOf(piece);
    setTextFormat(plain ? Qt::PlainText : Qt::RichText);
    setText(text);
}

void FactLabel::changeEvent(QEvent* event) {
    WrapLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        render();
}

} // namespace mw::ui
