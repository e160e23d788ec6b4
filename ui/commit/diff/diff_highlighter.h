#pragma once

#include "commit/diff/c_lexer.h"
#include "commit/diff/diff_text.h"

#include <QPalette>
#include <QSyntaxHighlighter>

#include <array>

namespace mw::ui {

/// The colours of a diff, derived from a palette: light or dark, each text can be read on the
/// background that it stands on.
class DiffColors {
public:
    DiffColors() = default;
    explicit DiffColors(const QPalette& palette);

    QColor background(DiffLine::Kind kind) const { return of(kind).background; }
    /// Of the sign in the first column, and of lines that are no code.
    QColor accent(DiffLine::Kind kind) const { return of(kind).accent; }
    /// Of the characters that a changed line does not share with its partner.
    QColor changed(DiffLine::Kind kind) const { return of(kind).changed; }
    QColor token(DiffLine::Kind kind, CToken token) const {
        return of(kind).tokens[static_cast<std::size_t>(token)];
    }

private:
    static constexpr std::size_t kinds = 6, tokenKinds = 6;

    struct Row {
        QColor background, changed, accent;
        std::array<QColor, tokenKinds> tokens;
    };
    const Row& of(DiffLine::Kind kind) const { return rows_[static_cast<std::size_t>(kind)]; }

    std::array<Row, kinds> rows_;
};

/// Colors the lines of a DiffText that its document holds: signs, hunk headers, words of C. A line
/// is coloured when the view asks for it, so that a diff of any length is there at once.
/// Backgrounds are the view's. GUI thread.
class DiffHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

    /// Before the document gets the text. The diff must live as long as it is shown.
    void setDiff(const DiffText* diff);
    void setColors(const DiffColors& colors);
    void colorLine(const QTextBlock& block);

protected:
    void highlightBlock(const QString& text) override;

private:
    void colorWords(const QString& text, const DiffLine& line);

    const DiffText* diff_ = nullptr;
    DiffColors colors_;
    std::vector<bool> colored_; ///< by line
    std::vector<CSpan> spans_;
};

} // namespace mw::ui
