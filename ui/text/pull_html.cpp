#include "text/pull_html.h"

#include "text/format.h"
#include "text/message_links.h"

namespace mw::ui {

namespace {

using Kind = document::PullBlock::Kind;

QString withBreaks(const QString& text) {
    QString html = text.toHtmlEscaped();
    return html.replace(QLatin1Char('\n'), QLatin1String("<br>"));
}

QString withLinks(const QString& text, const QColor& color) {
    QString html;
    qsizetype done = 0;
    for (const MessageLink& link : findLinks(text)) {
        const QString shown = text.mid(link.start, link.length).toHtmlEscaped();
        const QString scheme =
            link.kind == MessageLink::Kind::Commit ? QStringLiteral("commit:") : QString();
        html += withBreaks(text.mid(done, link.start - done)) +
                QStringLiteral("<a style=\"color:%1\" href=\"%2\">%3</a>")
                    .arg(color.name(), scheme + shown, shown);
        done = link.start + link.length;
    }
    return html + withBreaks(text.mid(done));
}

/// Lists within lists are opened and closed as the depth changes.
class PullWriter {
public:
    explicit PullWriter(const QColor& link) : link_(link) {}

    void add(const document::PullBlock& block) {
        const bool listed = block.kind == Kind::item || block.kind == Kind::title;
        goTo(listed ? block.depth + 1 : 0);
        const QString text = withLinks(shownText(block.text), link_);
        if (listed)
            html_ += QStringLiteral("<li>") + text + QStringLiteral("</li>");
        else if (block.kind == Kind::literal)
            html_ += QStringLiteral("<pre>") + shownText(block.text).toHtmlEscaped() +
                     QStringLiteral("</pre>");
        else if (block.kind == Kind::heading)
            html_ += QStringLiteral("<p><b>") + text + QStringLiteral("</b></p>");
        else
            html_ += QStringLiteral("<p>") + text + QStringLiteral("</p>");
    }

    QString finished() {
        goTo(0);
        return html_;
    }

private:
    void goTo(int depth) {
        for (; depth_ < depth; ++depth_)
            html_ += QStringLiteral("<ul>");
        for (; depth_ > depth; --depth_)
            html_ += QStringLiteral("</ul>");
    }

    const QColor link_;
    QString html_;
    int depth_ = 0;
};

} // namespace

QString pullHtml(const std::vector<document::PullBlock>& blocks, const QColor& link) {
    PullWriter writer(link);
    for (const document::PullBlock& block : blocks)
        writer.add(block);
    return writer.finished();
}

} // namespace mw::ui
