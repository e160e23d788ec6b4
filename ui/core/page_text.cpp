#include "core/page_text.h"

#include <QTextOption>

namespace mw::ui {

namespace {

constexpr qreal pageMargin = 20;

QString styleSheet(const PageTheme& theme) {
    return QStringLiteral("a { color: %1; }"
                          "a.unknown { color: %2; text-decoration: none; font-style: italic; }"
                          "blockquote { color: %2; }"
                          "code, pre, th { background-color: %3; }"
                          "h1, h2, h3, h4, h5, h6 { margin-top: 18px; margin-bottom: 6px; }"
                          "p, table { margin-top: 8px; margin-bottom: 8px; }")
        .arg(theme.link.name(), theme.dimmed.name(), theme.shade.name());
}

} // namespace

std::shared_ptr<QTextDocument> pageText(const QString& html, const PageTheme& theme) {
    auto text = std::make_shared<QTextDocument>();
    text->setUndoRedoEnabled(false);
    text->setDefaultFont(theme.font);
    text->setDefaultStyleSheet(styleSheet(theme));
    text->setDocumentMargin(pageMargin);
    QTextOption option = text->defaultTextOption();
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    text->setDefaultTextOption(option);
    if (theme.width > 0)
        text->setTextWidth(theme.width);
    text->setHtml(html);
    return text;
}

} // namespace mw::ui
