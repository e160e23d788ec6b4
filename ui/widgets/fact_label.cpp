#include "widgets/fact_label.h"

#include "text/format.h"
#include "widgets/colors.h"
#include "widgets/contrast.h"

#include <QEvent>
#include <QResizeEvent>
#include <QTextDocument>
#include <QTextOption>

#include <algorithm>

namespace mw::ui {

FactLabel::FactLabel(QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    // A long address without a place to break must not push the panel wide.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(this, &QLabel::linkActivated, this, [this](const QString& number) {
        const auto at = static_cast<std::size_t>(number.toInt());
        if (at < pieces_.size())
            emit followed(pieces_[at].target);
    });
    connect(this, &QLabel::linkHovered, this, [this](const QString& number) {
        const auto at = static_cast<std::size_t>(number.toInt());
        setToolTip(!number.isEmpty() && at < pieces_.size() ? shownText(pieces_[at].toolTip)
                                                            : QString());
    });
}

QSize FactLabel::minimumSizeHint() const {
    return {0, fontMetrics().lineSpacing()};
}

/// QLabel breaks lines between words alone, and says so to its document whenever that has to be
/// laid out again; a break inside a word is the document's to make. Invisible characters that can
/// be broken at would be copied with the text.
void FactLabel::breakLongWords() const {
    auto* const document = findChild<QTextDocument*>();
    if (!document)
        return;
    QTextOption option = document->defaultTextOption();
    if (option.wrapMode() == QTextOption::WrapAtWordBoundaryOrAnywhere)
        return;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document->setDefaultTextOption(option);
}

int FactLabel::layOut(int width) const {
    QLabel::heightForWidth(width); // lays it out where that was to be done
    breakLongWords();
    return QLabel::heightForWidth(width);
}

int FactLabel::heightForWidth(int width) const {
    const auto known = heights_.constFind(width);
    return known != heights_.constEnd() ? *known : *heights_.insert(width, layOut(width));
}

/// What is not on screen is laid out when it comes there.
void FactLabel::forgetLayout() {
    heights_.clear();
    if (isVisible())
        layOut(width());
}

void FactLabel::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    layOut(event->size().width());
}

void FactLabel::showEvent(QShowEvent* event) {
    QLabel::showEvent(event);
    layOut(width());
}

void FactLabel::showText(const QString& text) {
    showPieces({{text, {}, {}}});
}

void FactLabel::showPieces(const std::vector<Piece>& pieces) {
    pieces_ = pieces;
    // A stop for the Tab key where there is something to follow, and only there.
    const bool links =
        std::ranges::any_of(pieces_, [](const Piece& piece) { return !piece.target.isEmpty(); });
    setTextInteractionFlags(links ? Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse |
                                        Qt::LinksAccessibleByKeyboard
                                  : Qt::TextInteractionFlags(Qt::TextSelectableByMouse));
    render();
}

void FactLabel::render() {
    const QString color = linkColor(palette(), QPalette::Window).name();
    const QString decoration = underlined_ ? QString() : QStringLiteral("text-decoration:none");
    QString html;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
        QString text = shownText(pieces_[i].text).toHtmlEscaped();
        text.replace(QLatin1Char('\n'), QLatin1String("<br>"));
        if (pieces_[i].dimmed)
            text = QStringLiteral("<span style=\"color:%1\">%2</span>")
                       .arg(dimmedOnWindow(palette()).name(), text);
        // The link says which piece it is; what the piece says never becomes markup.
        html += pieces_[i].target.isEmpty()
                    ? text
                    : QStringLiteral("<a href=\"%1\" style=\"color:%2;%3\">%4</a>")
                          .arg(QString::number(i), color, decoration, text);
    }
    setText(html);
    forgetLayout();
}

void FactLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        render();
    else
        forgetLayout(); // the font may be another
}

} // namespace mw::ui
