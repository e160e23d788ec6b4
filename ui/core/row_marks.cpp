#include "core/row_marks.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace mw::ui {

namespace {

struct MarkWords {
    Q_DECLARE_TR_FUNCTIONS(mw::ui::MarkWords)
};

constexpr std::array<const char*, markColours> colourNames{
    QT_TRANSLATE_NOOP("mw::ui::MarkWords", "Red"),
    QT_TRANSLATE_NOOP("mw::ui::MarkWords", "Orange"),
    QT_TRANSLATE_NOOP("mw::ui::MarkWords", "Yellow"),
    QT_TRANSLATE_NOOP("mw::ui::MarkWords", "Green"),
    QT_TRANSLATE_NOOP("mw::ui::MarkWords", "Blue"),
    QT_TRANSLATE_NOOP("mw::ui::MarkWords", "Purple"),
};

} // namespace

QString markColorName(int colour) {
    return colour >= 0 && colour < markColours
               ? MarkWords::tr(colourNames[static_cast<std::size_t>(colour)])
               : MarkWords::tr("Another colour");
}

QString marksText(RowMarks marks, int colour) {
    QStringList words;
    if (marks.testFlag(RowMark::Unseen))
        words << MarkWords::tr("new since your last look");
    if (colour >= 0)
        words << markColorName(colour).toLower();
    if (marks.testFlag(RowMark::Starred))
        words << MarkWords::tr("starred");
    if (marks.testFlag(RowMark::Bookmarked))
        words << MarkWords::tr("bookmarked");
    if (marks.testFlag(RowMark::Noted))
        words << MarkWords::tr("note");
    if (marks.testFlag(RowMark::OwnSection))
        words << MarkWords::tr("section of your own choice");
    if (marks.testFlag(RowMark::AddsHardware))
        words << MarkWords::tr("new hardware");
    return words.join(QStringLiteral(", "));
}

} // namespace mw::ui
