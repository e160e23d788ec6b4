#include "commands/key_table.h"

#include <QCoreApplication>
#include <QKeySequence>

namespace mw::ui {

namespace {

struct KeyTable {
    Q_DECLARE_TR_FUNCTIONS(mw::ui::KeyTable)
};

QString keys(std::initializer_list<QKeySequence> sequences) {
    QStringList words;
    for (const QKeySequence& sequence : sequences)
        words << sequence.toString(QKeySequence::NativeText);
    return words.join(QLatin1String(", "));
}

KeyGroup filterKeys() {
    return {
        KeyTable::tr("In the filter"),
        {{KeyTable::tr("Go on in the table"), keys({Qt::Key_Return, Qt::Key_Down})},
         {KeyTable::tr("Choose a suggestion"), keys({Qt::Key_Down, Qt::Key_Up})},
         {KeyTable::tr("Take the suggestion"), keys({Qt::Key_Tab, Qt::Key_Return})},
         {KeyTable::tr("Close the suggestions, then clear the filter"), keys({Qt::Key_Escape})}}};
}

KeyGroup tableKeys() {
    return {
        KeyTable::tr("In the table"),
        {{KeyTable::tr("Next and previous changeset"), keys({Qt::Key_Down, Qt::Key_Up})},
         {KeyTable::tr("Go to what starts with these letters"), KeyTable::tr("Letters")},
         {KeyTable::tr("Select several"), keys({Qt::SHIFT | Qt::Key_Down, Qt::SHIFT | Qt::Key_Up})},
         {KeyTable::tr("Select one more, or one less"), keys({Qt::CTRL | Qt::Key_Space})},
         {KeyTable::tr("Select all"), keys({QKeySequence::SelectAll})},
         {KeyTable::tr("What can be done with them"),
          keys({Qt::Key_Menu, Qt::SHIFT | Qt::Key_F10})},
         {KeyTable::tr("First and last"), keys({Qt::Key_Home, Qt::Key_End})}}};
}

KeyGroup paneKeys() {
    return {
        KeyTable::tr("Between panes"),
        {{KeyTable::tr("Next and previous field"), keys({Qt::Key_Tab, Qt::SHIFT | Qt::Key_Tab})},
         {KeyTable::tr("Next and previous tab of the commit"),
          keys({Qt::CTRL | Qt::Key_Tab, Qt::CTRL | Qt::SHIFT | Qt::Key_Tab})},
         {KeyTable::tr("Next and previous tab, in the row of tabs"),
          keys({Qt::Key_Right, Qt::Key_Left})},
         {KeyTable::tr("Unfold and fold a section"), keys({Qt::Key_Right, Qt::Key_Left})},
         {KeyTable::tr("A menu"), KeyTable::tr("Alt and the underlined letter")}}};
}

KeyGroup textKeys() {
    return {KeyTable::tr("In messages and diffs"),
            {{KeyTable::tr("Scroll"), keys({Qt::Key_Down, Qt::Key_Up, Qt::Key_PageDown,
                                            Qt::Key_PageUp, Qt::Key_Home, Qt::Key_End})},
             {KeyTable::tr("Next and previous link"), keys({Qt::Key_Tab, Qt::SHIFT | Qt::Key_Tab})},
             {KeyTable::tr("Follow the link"), keys({Qt::Key_Return})},
             {KeyTable::tr("Copy the selected text"), keys({QKeySequence::Copy})}}};
}

KeyGroup documentKeys() {
    return {KeyTable::tr("In a document"),
            {{KeyTable::tr("Next and previous link"), keys({Qt::Key_Tab, Qt::SHIFT | Qt::Key_Tab})},
             {KeyTable::tr("Follow the link; in a tab of its own"),
              keys({Qt::Key_Return, Qt::CTRL | Qt::Key_Return})},
             {KeyTable::tr("Find in the document"), keys({QKeySequence::Find})},
             {KeyTable::tr("Next and previous place found"),
              keys({Qt::Key_F3, Qt::SHIFT | Qt::Key_F3})},
             {KeyTable::tr("Leave the search in the document"), keys({Qt::Key_Escape})},
             {KeyTable::tr("Larger, smaller, usual size"),
              keys({Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Minus, Qt::CTRL | Qt::Key_0})}}};
}

KeyGroup dialogKeys() {
    return {
        KeyTable::tr("In notes and dialogs"),
        {{KeyTable::tr("Back to the table from a note"), keys({Qt::Key_Escape})},
         {KeyTable::tr("Tick a line of the draft, or not"), keys({Qt::Key_Space})},
         {KeyTable::tr("Move in a list while typing above it"), keys({Qt::Key_Down, Qt::Key_Up})},
         {KeyTable::tr("Accept, or leave as it was"), keys({Qt::Key_Return, Qt::Key_Escape})}}};
}

} // namespace

std::vector<KeyGroup> keyTable() {
    return {filterKeys(), tableKeys(), paneKeys(), textKeys(), documentKeys(), dialogKeys()};
}

} // namespace mw::ui
