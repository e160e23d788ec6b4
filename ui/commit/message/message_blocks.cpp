#include "commit/message/message_blocks.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <optional>

// What a line is, the first that fits:
//   blank                                   ends what is open; code may go on behind it
//   starts with '>'                         quote
//   "Fixes: …", "…-by: …" and their like    trailer; an indented line goes on with it
//   in a merge, "* branch 'x' of …:" or     heading of a list of titles; every indented line below
//       "Some Body (12):"                   it is an item
//   "- x", "1. x", "(a) x" …                item of a list; lines that are indented deeper go on
//                                           with it, one more than two steps deeper is code
//   starts like a diff, a prompt, a trace   code, and so is what follows without a blank line
//   has a tab, or three blanks within       code: a table
//   indented by two or more, or by a tab    code
//   anything else                           prose; a single blank before it means nothing
// A paragraph of which most lines are code by what is in them is code as a whole.
// A line of prose was broken on purpose where the next word would easily have fitted.

namespace mw::ui {

namespace {

using BlockKind = MessageBlock::Kind;

constexpr int tabColumns = 8;
constexpr int leastWrap = 50;    ///< columns: nobody wraps prose more narrowly than this
constexpr double easyFit = 0.75; ///< of the paragraph's width
constexpr int itemStep = 2;      ///< columns that a nested list is indented by, at least
constexpr int deepestItem = 24;  ///< columns: what is deeper is no list

int indentOf(const QString& line) {
    int columns = 0;
    for (const QChar c : line) {
        if (c == QLatin1Char('\t'))
            columns += tabColumns - columns % tabColumns;
        else if (c == QLatin1Char(' '))
            ++columns;
        else
            break;
    }
    return columns;
}

bool isTrailer(const QString& line) {
    static const QRegularExpression expression(QStringLiteral(
        "^(?:[A-Za-z][A-Za-z-]*-[Bb]y|Fixes|Link|Links|Closes|Cc|CC|BugLink|Bug|Bugzilla|"
        "References?|URL|Change-Id|Message-Id|Patchwork|LKML-Reference|Addresses)\\s*: *\\S"));
    return expression.match(line).hasMatch();
}

/// By what is in the line, wherever it stands.
bool looksLikeCode(const QString& line) {
    static const QRegularExpression start(QStringLiteral(
        "^\\s*(?:diff --git |@@ |--- [ab]/|\\+\\+\\+ [ab]/|Index: |[$%] |\\[ *\\d+\\.\\d+\\]|"
        "Call Trace:|BUG: |WARNING: at|Oops|EIP|RIP|PC is at|Pid: |CPU: |\\[<[0-9a-f]+>\\]|"
        "[\\w./-]+\\.[chS]:\\d+|#(?:define|include|ifdef|ifndef|if|endif)\\b|\\||\\+-{2,})"));
    static const QRegularExpression table(QStringLiteral("\\S(?: {3,}|\\t+ *)\\S|"
                                                         "\\w\\+0x[0-9a-f]+/0x"));
    return start.match(line).hasMatch() || table.match(line).hasMatch();
}

struct ItemStart {
    int indent = 0, textColumn = 0;
    QString marker, text;
};

std::optional<ItemStart> itemStart(const QString& line) {
    static const QRegularExpression expression(QStringLiteral(
        "^( *)([-*+•]|o(?= )|\\d{1,2}[.)]|\\(\\d{1,2}\\)|\\([a-z]\\)|[a-z]\\))( +)(\\S.*)$"));
    const auto match = expression.match(line);
    if (!match.hasMatch() || match.capturedLength(1) > deepestItem)
        return std::nullopt;
    // "o" begins a word of some languages at the start of a line, and a list only behind blanks.
    if (match.capturedView(2) == QLatin1String("o") && match.capturedLength(1) == 0)
        return std::nullopt;
    return ItemStart{static_cast<int>(match.capturedLength(1)),
                     static_cast<int>(match.capturedStart(4)), match.captured(2),
                     match.captured(4)};
}

bool isTitlesHeading(const QString& line) {
    static const QRegularExpression branch(QStringLiteral("^\\* .*(?::$|: \\(\\d+ commits?\\)$)")),
        contributor(QStringLiteral("^\\S.*\\(\\d+\\):$"));
    return branch.match(line).hasMatch() || contributor.match(line).hasMatch();
}

/// Lines of one paragraph as one text that flows; in an item of a list nobody breaks on purpose.
QString joined(const QStringList& lines, bool item) {
    qsizetype widest = leastWrap;
    for (const QString& line : lines)
        widest = std::max(widest, line.size());
    QString text;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines[i].trimmed();
        if (i > 0) {
            const qsizetype word = line.section(QLatin1Char(' '), 0, 0).size();
            const bool onPurpose = !item && static_cast<double>(lines[i - 1].size() + 1 + word) <=
                                                easyFit * static_cast<double>(widest);
            text += onPurpose ? QLatin1Char('\n') : QLatin1Char(' ');
        }
        text += line;
    }
    return text;
}

class Parser {
public:
    explicit Parser(bool merge) : merge_(merge) {}

    std::vector<MessageBlock> parse(const QString& message) {
        QStringList paragraph;
        for (const QString& line : message.split(QLatin1Char('\n'))) {
            if (!line.trimmed().isEmpty()) {
                paragraph << line;
                continue;
            }
            take(paragraph);
            paragraph.clear();
            close();
            gap_ = true;
        }
        take(paragraph);
        close();
        return std::move(blocks_);
    }

private:
    void take(const QStringList& paragraph) {
        const auto codes = std::ranges::count_if(paragraph, [](const QString& line) {
            return looksLikeCode(line) && !itemStart(line) && !isTrailer(line);
        });
        allCode_ = codes * 2 > paragraph.size();
        for (const QString& line : paragraph)
            take(line);
    }

    void take(const QString& line) {
        const int indent = indentOf(line);
        // The order says what a line is. NOLINTNEXTLINE(bugprone-branch-clone)
        if (allCode_) {
            add(BlockKind::Code, line);
        } else if (line.startsWith(QLatin1Char('>'))) {
            add(BlockKind::Quote, line);
        } else if (isTrailer(line) || (open_ && kind_ == BlockKind::Trailers && indent > 0)) {
            add(BlockKind::Trailers, line);
        } else if (merge_ && isTitlesHeading(line)) {
            close();
            add(BlockKind::Heading, line.startsWith(QLatin1String("* ")) ? line.mid(2) : line);
            close();
            titles_ = true;
        } else if (titles_ && indent > 0) {
            close();
            marker_ = QStringLiteral("•");
            add(BlockKind::Item, line.trimmed());
            close();
        } else if (const auto item = itemStart(line);
                   item && !(open_ && kind_ == BlockKind::Code)) {
            titles_ = false;
            startItem(*item);
        } else if (isInItem(indent) && !looksLikeCode(line)) {
            add(BlockKind::Item, line.trimmed());
        } else if (looksLikeCode(line) || indent >= 2) {
            add(BlockKind::Code, line);
        } else {
            titles_ = false;
            lists_.clear();
            add(BlockKind::Prose, line);
        }
    }

    void startItem(const ItemStart& item) {
        close();
        while (!lists_.empty() && item.indent < lists_.back().indent)
            lists_.pop_back();
        if (lists_.empty() || item.indent >= lists_.back().indent + itemStep)
            lists_.push_back(item);
        else
            lists_.back() = item;
        marker_ = item.marker;
        add(BlockKind::Item, item.text);
    }

    /// A line that deep goes on with the item that is open, or with the one before a blank line.
    bool isInItem(int indent) const {
        if (lists_.empty() || (open_ && kind_ != BlockKind::Item))
            return false;
        const ItemStart& item = lists_.back();
        return indent > item.indent && indent < item.textColumn + tabColumns / 2;
    }

    void add(BlockKind kind, const QString& line) {
        if (!open_ || kind != kind_)
            close();
        open_ = true;
        kind_ = kind;
        lines_ << line;
    }

    void close() {
        if (!open_)
            return;
        open_ = false;
        const QStringList lines = std::exchange(lines_, {});
        const bool flows = kind_ == BlockKind::Prose || kind_ == BlockKind::Item;
        const bool goesOn = kind_ == BlockKind::Code && gap_ && !blocks_.empty() &&
                            blocks_.back().kind == BlockKind::Code;
        if (goesOn) {
            blocks_.back().text += QStringLiteral("\n\n") + lines.join(QLatin1Char('\n'));
        } else {
            MessageBlock block;
            block.kind = kind_;
            block.text =
                flows ? joined(lines, kind_ == BlockKind::Item) : lines.join(QLatin1Char('\n'));
            block.marker = std::exchange(marker_, {});
            if (kind_ == BlockKind::Item && !lists_.empty() && !titles_)
                block.depth = static_cast<int>(lists_.size()) - 1;
            block.gap = gap_ && !blocks_.empty();
            blocks_.push_back(block);
        }
        gap_ = false;
    }

    const bool merge_;
    std::vector<MessageBlock> blocks_;
    std::vector<ItemStart> lists_; ///< those that are open, the innermost last
    QStringList lines_;            ///< of the block that is open
    QString marker_;
    BlockKind kind_ = BlockKind::Prose;
    bool open_ = false, gap_ = false, titles_ = false, allCode_ = false;
};

} // namespace

std::vector<MessageBlock> messageBlocks(const QString& message, bool merge) {
    return Parser(merge).parse(message);
}

} // namespace mw::ui
