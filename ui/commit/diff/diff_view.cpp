#include "commit/diff/diff_view.h"

#include "painting/colors.h"
#include "painting/contrast.h"
#include "painting/hits.h"
#include "store/search/code_marks.h"
#include "text/format.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QFontDatabase>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace mw::ui {

namespace {

constexpr int diffTabColumns = 8;
constexpr int gutterMargin = 8;
constexpr qreal gutterTint = 0.06;

std::optional<store::CodeSide> sideOf(DiffLine::Kind kind) {
    switch (kind) {
    case DiffLine::Kind::Added:
        return store::CodeSide::added;
    case DiffLine::Kind::Removed:
        return store::CodeSide::removed;
    case DiffLine::Kind::Hunk:
        return store::CodeSide::head;
    default:
        return std::nullopt;
    }
}

} // namespace

/// The margin with the line numbers; painted by the view, which knows the lines.
class DiffView::Gutter : public QWidget {
public:
    explicit Gutter(DiffView* view) : QWidget(view), view_(view) {}

protected:
    void paintEvent(QPaintEvent* event) override {
        QPainter painter(this);
        view_->paintGutter(painter, event->rect());
    }

    void wheelEvent(QWheelEvent* event) override {
        QCoreApplication::sendEvent(view_->viewport(), event);
    }

private:
    DiffView* view_;
};

DiffView::DiffView(Numbers numbers, QWidget* parent)
    : QPlainTextEdit(parent), numbers_(numbers), highlighter_(document()),
      gutter_(new Gutter(this)) {
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setLineWrapMode(NoWrap);
    setFrameShape(NoFrame);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Diff of the selected file"));
    applyFont();
    applyPalette();
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
        if (dy != 0)
            gutter_->scroll(0, dy);
        else
            gutter_->update(0, rect.y(), gutter_->width(), rect.height());
        // Keys scroll an editor without a word from its scroll bar.
        if (rect.contains(viewport()->rect()))
            colorVisibleLines();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &DiffView::colorVisibleLines);
}

DiffView::~DiffView() {
    // The highlighter clears the text on its way out, and nobody may look at what is half gone.
    blockSignals(true);
}

void DiffView::setDiff(DiffText diff, bool keepPlace) {
    const int x = horizontalScrollBar()->value(), y = verticalScrollBar()->value();
    const qsizetype shown = diff_.text.size();
    const int topNumber = numberAt(firstVisibleBlock().blockNumber());
    const bool longer = keepPlace && shown > 0 && diff.text.startsWith(diff_.text);
    // While the text changes, its lines must not be coloured by those of another one.
    highlighter_.setDiff(nullptr);
    diff_ = std::move(diff);
    int largest = 0;
    for (const DiffLine& line : diff_.lines)
        largest = std::max({largest, line.oldNumber, line.newNumber});
    digits_ = static_cast<int>(QString::number(largest).size());
    placeGutter();
    if (longer) {
        QTextCursor end(document());
        end.movePosition(QTextCursor::End);
        end.insertText(diff_.text.mid(shown));
    } else {
        setPlainText(diff_.text);
    }
    highlighter_.setDiff(&diff_);
    findMarks();
    horizontalScrollBar()->setValue(keepPlace ? x : 0);
    // Otherwise the file's line that was at the top is, wherever it is by now.
    verticalScrollBar()->setValue(longer ? y : keepPlace && y > 0 ? lineOf(topNumber) : 0);
    colorVisibleLines();
}

void DiffView::setMarks(SharedCodeMarks marks) {
    marks_ = std::move(marks);
    findMarks();
}

void DiffView::findMarks() {
    markedAt_.clear();
    QTextBlock block = document()->firstBlock();
    for (std::size_t at = 0; marks_ && at < diff_.lines.size() && block.isValid();
         ++at, block = block.next()) {
        const auto side = sideOf(diff_.lines[at].kind);
        const bool head = side == store::CodeSide::head;
        if (!side || (head && numbers_ == Numbers::Old))
            continue;
        const QString text = block.text();
        // The sign, or both "@@" of a hunk with the numbers between them, are none of the file's.
        const auto start = head ? static_cast<int>(text.indexOf(QLatin1String("@@"), 2)) + 2 : 1;
        const std::string line = text.mid(start).toStdString();
        const auto column = [&](std::size_t bytes) {
            return start +
                   static_cast<int>(toQString(std::string_view(line).substr(0, bytes)).size());
        };
        for (const store::TextRange& range : marks_->ranges(line, *side)) {
            const Place place{static_cast<int>(at), column(range.begin)};
            markedAt_.push_back(
                {block.position() + place.column, block.position() + column(range.end), place});
        }
    }
    shownMarks_ = {-1, -1};
    showMarks();
}

void DiffView::showMarks() {
    int bottom = firstVisibleBlock().position();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        bottom = block.position() + block.length();
        if (blockBoundingGeometry(block).translated(contentOffset()).top() > viewport()->height())
            break;
    }
    const auto first =
        std::ranges::lower_bound(markedAt_, firstVisibleBlock().position(), {}, &Mark::begin);
    const auto last = std::ranges::lower_bound(markedAt_, bottom, {}, &Mark::begin);
    const std::pair shown(static_cast<int>(first - markedAt_.begin()),
                          static_cast<int>(last - markedAt_.begin()));
    if (std::exchange(shownMarks_, shown) == shown)
        return;
    const HitColors colors = hitColors(palette());
    QList<QTextEdit::ExtraSelection> selections;
    for (auto mark = first; mark != last; ++mark) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(mark->begin);
        selection.cursor.setPosition(mark->end, QTextCursor::KeepAnchor);
        selection.format.setBackground(colors.background);
        selection.format.setForeground(colors.text);
        selections.push_back(selection);
    }
    setExtraSelections(selections);
}

std::optional<DiffView::Place> DiffView::markBeyond(Place place, bool forward) const {
    const auto next = std::ranges::find_if(markedAt_, [&](const Mark& mark) {
        return forward ? place < mark.place : !(mark.place < place);
    });
    if (next == (forward ? markedAt_.end() : markedAt_.begin()))
        return std::nullopt;
    return forward ? next->place : std::prev(next)->place;
}

bool DiffView::goToMark(MarkStep step) {
    const bool forward = step == MarkStep::First || step == MarkStep::Next;
    const bool here = step == MarkStep::Next || step == MarkStep::Previous;
    const Place start = here      ? place()
                        : forward ? Place{-1, 0}
                                  : Place{document()->blockCount(), 0};
    const auto mark = markBeyond(start, forward);
    if (mark)
        goToMark(*mark);
    return mark.has_value();
}

void DiffView::goToMark(Place mark) {
    const auto found =
        std::ranges::find_if(markedAt_, [&](const Mark& marked) { return !(marked.place < mark); });
    if (found == markedAt_.end())
        return;
    // All of it comes into view, and it is not selected: that would cover its colour.
    QTextCursor cursor(document());
    for (const int position : {found->end, found->begin}) {
        cursor.setPosition(position);
        setTextCursor(cursor);
    }
    centerCursor();
}

DiffView::Place DiffView::place() const {
    return {textCursor().blockNumber(), textCursor().positionInBlock()};
}

const DiffLine* DiffView::currentLine() const {
    const auto at = static_cast<std::size_t>(textCursor().blockNumber());
    return at < diff_.lines.size() ? &diff_.lines[at] : nullptr;
}

void DiffView::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() == QContextMenuEvent::Mouse && !textCursor().hasSelection())
        setTextCursor(cursorForPosition(event->pos()));
    const std::unique_ptr<QMenu> menu(createStandardContextMenu(event->pos()));
    emit menuOpened(menu.get());
    menu->exec(event->globalPos());
}

int DiffView::numberAt(int line) const {
    for (auto at = static_cast<std::size_t>(line); at < diff_.lines.size(); ++at)
        if (const DiffLine& found = diff_.lines[at]; found.newNumber > 0 || found.oldNumber > 0)
            return found.newNumber > 0 ? found.newNumber : found.oldNumber;
    return 0;
}

int DiffView::lineOf(int number) const {
    const auto found = std::ranges::find_if(diff_.lines, [number](const DiffLine& line) {
        return std::max(line.newNumber, line.newNumber == 0 ? line.oldNumber : 0) >= number;
    });
    return found == diff_.lines.end() ? 0 : static_cast<int>(found - diff_.lines.begin());
}

void DiffView::showBlanks(bool show) {
    QTextOption option = document()->defaultTextOption();
    QTextOption::Flags flags = option.flags();
    flags.setFlag(QTextOption::ShowTabsAndSpaces, show);
    if (flags == option.flags())
        return;
    option.setFlags(flags);
    document()->setDefaultTextOption(option);
}

bool DiffView::goToChange(bool forward) {
    const auto changed = [this](int at) {
        const DiffLine::Kind kind = diff_.lines[static_cast<std::size_t>(at)].kind;
        return kind != DiffLine::Kind::Context && kind != DiffLine::Kind::Hunk;
    };
    const int count = static_cast<int>(diff_.lines.size()), step = forward ? 1 : -1;
    const auto starts = [&](int at) { return changed(at) && (at == 0 || !changed(at - 1)); };
    for (int at = textCursor().blockNumber() + step; at >= 0 && at < count; at += step) {
        if (!starts(at))
            continue;
        setTextCursor(QTextCursor(document()->findBlockByNumber(at)));
        centerCursor();
        return true;
    }
    return false;
}

void DiffView::colorVisibleLines() {
    const int bottom = viewport()->height();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        highlighter_.colorLine(block);
        if (blockBoundingGeometry(block).translated(contentOffset()).top() > bottom)
            break;
    }
    showMarks();
}

template <typename Visit>
void DiffView::forVisibleLines(const QRect& dirty, Visit visit) const {
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > dirty.bottom())
            return;
        const auto number = static_cast<std::size_t>(block.blockNumber());
        if (number >= diff_.lines.size())
            return;
        // Edges that neighbours share, so that nothing shines through at odd scales.
        const int top = qRound(place.top());
        visit(diff_.lines[number],
              QRect(0, top, viewport()->width(), qRound(place.bottom()) - top));
    }
}

void DiffView::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    forVisibleLines(event->rect(), [&](const DiffLine& line, const QRect& rect) {
        if (line.kind != DiffLine::Kind::Context && line.kind != DiffLine::Kind::Remark)
            painter.fillRect(rect, colors_.background(line.kind));
    });
    painter.end();
    QPlainTextEdit::paintEvent(event);
}

int DiffView::numberWidth() const {
    return digits_ * fontMetrics().horizontalAdvance(QLatin1Char('0'));
}

void DiffView::placeGutter() {
    const int columns = numbers_ == Numbers::Both ? 2 : 1;
    const int width = columns * numberWidth() + (columns + 1) * gutterMargin;
    setViewportMargins(width, 0, 0, 0);
    const QRect inner = contentsRect();
    gutter_->setGeometry(inner.left(), inner.top(), width, viewport()->height());
    gutter_->update();
}

void DiffView::paintGutter(QPainter& painter, const QRect& dirty) const {
    const QColor base = palette().color(QPalette::Base), text = palette().color(QPalette::Text);
    const QColor back = blended(base, text, gutterTint);
    painter.fillRect(dirty, back);
    painter.setFont(font());
    const QColor numbers =
        readable(paletteColor(TextColor::Dimmed, palette(), QPalette::Active), back);
    const int width = numberWidth();
    forVisibleLines(dirty, [&](const DiffLine& line, const QRect& rect) {
        const bool changed =
            line.kind == DiffLine::Kind::Added || line.kind == DiffLine::Kind::Removed;
        const QRect row(0, rect.top(), gutter_->width(), rect.height());
        if (changed)
            painter.fillRect(row, blended(colors_.background(line.kind), text, gutterTint));
        painter.setPen(changed ? readable(colors_.accent(line.kind),
                                          blended(colors_.background(line.kind), text, gutterTint))
                               : numbers);
        const auto write = [&](int number, int left) {
            if (number > 0)
                painter.drawText(QRect(left, row.top(), width, row.height()),
                                 Qt::AlignRight | Qt::AlignVCenter, QString::number(number));
        };
        if (numbers_ != Numbers::New)
            write(line.oldNumber, gutterMargin);
        if (numbers_ != Numbers::Old)
            write(line.newNumber,
                  numbers_ == Numbers::New ? gutterMargin : width + 2 * gutterMargin);
    });
}

void DiffView::applyFont() {
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setTabStopDistance(diffTabColumns * QFontMetricsF(font()).horizontalAdvance(QLatin1Char(' ')));
    placeGutter();
}

void DiffView::applyPalette() {
    colors_ = DiffColors(palette());
    highlighter_.setColors(colors_);
    shownMarks_ = {-1, -1};
    colorVisibleLines();
    viewport()->update();
    gutter_->update();
}

void DiffView::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
    colorVisibleLines();
}

void DiffView::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (!gutter_)
        return;
    if (event->type() == QEvent::PaletteChange)
        applyPalette();
    else if (event->type() == QEvent::FontChange)
        placeGutter();
}

} // namespace mw::ui
