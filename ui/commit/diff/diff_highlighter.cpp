#include "commit/diff/diff_highlighter.h"

#include "painting/colors.h"
#include "painting/contrast.h"

#include <algorithm>

namespace mw::ui {

namespace {

constexpr qreal lineTint = 0.14;
constexpr qreal changedTint = 0.30;
constexpr qreal hunkTint = 0.10;
constexpr qreal fillerTint = 0.12;

QColor tintOf(DiffLine::Kind kind, const QPalette& palette) {
    switch (kind) {
    case DiffLine::Kind::Added:
        return paletteColor(TextColor::Added, palette, QPalette::Active);
    case DiffLine::Kind::Removed:
        return paletteColor(TextColor::Removed, palette, QPalette::Active);
    case DiffLine::Kind::Hunk:
        return palette.color(QPalette::Active, QPalette::Link);
    default:
        return paletteColor(TextColor::Dimmed, palette, QPalette::Active);
    }
}

qreal amountOf(DiffLine::Kind kind) {
    switch (kind) {
    case DiffLine::Kind::Added:
    case DiffLine::Kind::Removed:
        return lineTint;
    case DiffLine::Kind::Hunk:
        return hunkTint;
    case DiffLine::Kind::Filler:
        return fillerTint;
    default:
        return 0;
    }
}

/// Hues far enough from the green and red of whole lines; readable() does the rest.
QColor hueOf(CToken token) {
    switch (token) {
    case CToken::Keyword:
        return {0x7a, 0x3e, 0x9d};
    case CToken::Type:
        return {0x00, 0x6e, 0x8a};
    case CToken::Text:
        return {0x9a, 0x5b, 0x00};
    case CToken::Number:
        return {0x1f, 0x5f, 0xc4};
    case CToken::Comment:
        return {0x6b, 0x70, 0x76};
    default:
        return {0x8f, 0x4a, 0x6a};
    }
}

QTextCharFormat colored(const QColor& color) {
    QTextCharFormat format;
    format.setForeground(color);
    return format;
}

} // namespace

DiffColors::DiffColors(const QPalette& palette) {
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        Row& row = rows_[kind];
        const auto as = static_cast<DiffLine::Kind>(kind);
        const QColor tint = tintOf(as, palette);
        row.background = blended(base, tint, amountOf(as));
        row.changed = blended(base, tint, changedTint);
        row.accent = readable(tint, row.background);
        // What can be read on the stronger tint can be read on the weaker one.
        const bool changes = as == DiffLine::Kind::Added || as == DiffLine::Kind::Removed;
        for (std::size_t token = 0; token < tokenKinds; ++token)
            row.tokens[token] =
                readable(hueOf(static_cast<CToken>(token)), changes ? row.changed : row.background);
    }
}

void DiffHighlighter::setDiff(const DiffText* diff) {
    diff_ = diff;
    colored_.assign(diff ? diff->lines.size() : 0, false);
}

void DiffHighlighter::setColors(const DiffColors& colors) {
    colors_ = colors;
    colored_.assign(colored_.size(), false);
}

void DiffHighlighter::colorLine(const QTextBlock& block) {
    const auto number = static_cast<std::size_t>(block.blockNumber());
    if (number >= colored_.size() || colored_[number])
        return;
    colored_[number] = true;
    rehighlightBlock(block);
}

void DiffHighlighter::highlightBlock(const QString& text) {
    const auto number = static_cast<std::size_t>(currentBlock().blockNumber());
    if (!diff_ || number >= colored_.size() || !colored_[number] || text.isEmpty())
        return;
    const DiffLine& line = diff_->lines[number];
    const int length = static_cast<int>(text.size());
    if (line.kind == DiffLine::Kind::Hunk || line.kind == DiffLine::Kind::Remark) {
        setFormat(0, length, colored(colors_.accent(line.kind)));
        return;
    }
    if (line.kind != DiffLine::Kind::Context)
        setFormat(0, 1, colored(colors_.accent(line.kind)));
    if (diff_->isC)
        colorWords(text, line);
    for (const TextRange& range : line.changed)
        for (int at = range.start; at < std::min(range.start + range.length, length); ++at) {
            QTextCharFormat changed = format(at);
            changed.setBackground(colors_.changed(line.kind));
            setFormat(at, 1, changed);
        }
    for (const TextRange& mark : line.marks) {
        QTextCharFormat warning;
        warning.setForeground(colors_.background(line.kind));
        warning.setBackground(colors_.accent(line.kind));
        setFormat(mark.start, mark.length, warning);
    }
}

void DiffHighlighter::colorWords(const QString& text, const DiffLine& line) {
    spans_.clear();
    lexCLine(QStringView(text).mid(1), line.inComment, spans_);
    for (const CSpan& span : spans_) {
        QTextCharFormat word = colored(colors_.token(line.kind, span.token));
        word.setFontItalic(span.token == CToken::Comment);
        setFormat(span.start + 1, span.length, word);
    }
}

} // namespace mw::ui
