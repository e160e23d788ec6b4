#include "annotations/personal_actions.h"

#include "widgets/mark_colours.h"

#include <QMainWindow>
#include <QMenuBar>

namespace mw::ui {

PersonalActions::PersonalActions(QMainWindow& window)
    : QObject(&window), window_(window), colourGroup_(this) {
    put = add("actionPut", tr("&Put into…"), "Ctrl+M");
    back = add("actionBackToRules", tr("&Back to the rules"), "Ctrl+Shift+M");
    why = add("actionWhy", tr("&Why here?"), "Ctrl+Shift+W");
    sortAnew = add("actionSortAnew", tr("&Sort anew by the rules"));
    editRules = add("actionEditRules", tr("&Edit own rules…"));
    writeChoices = add("actionWriteChoices", tr("E&xport my choices…"));
    readChoices = add("actionReadChoices", tr("&Import choices…"));
    bookmark = add("actionBookmark", tr("&Bookmark"), "Ctrl+D");
    bookmark->setCheckable(true);
    note = add("actionNote", tr("Write a &note"), "Ctrl+Shift+N");
    read = add("actionRead", tr("&Read"), "Ctrl+R");
    read->setCheckable(true);
    markRead = add("actionMarkRead", tr("&Keep track of what I have read"));
    markRead->setCheckable(true);
    markRead->setToolTip(tr("A commit that was shown for a moment counts as read; what is unread "
                            "is bold"));
    marks = add("actionMarks", tr("&My marks"), "Ctrl+Shift+D");
    marks->setCheckable(true);
    newHardware = add("actionNewHardware", tr("New &hardware"), "Ctrl+Shift+H");
    bookmarked = add("actionBookmarked", tr("B&ookmarked"));
    noted = add("actionNoted", tr("With a no&te"));
    unread = add("actionUnread", tr("&Unread"));
    fillColours();

    sections_.setTitle(tr("&Sections"));
    sections_.addActions({put, back, why});
    sections_.addSeparator();
    sections_.addActions({sortAnew, editRules});
    sections_.addSeparator();
    sections_.addActions({writeChoices, readChoices});
    marksMenu_.setTitle(tr("Mar&ks"));
    marksMenu_.addActions({bookmark, note});
    marksMenu_.addMenu(&colours_);
    marksMenu_.addAction(read);
    marksMenu_.addSeparator();
    marksMenu_.addActions({marks, markRead});
    marksMenu_.addSeparator();
    marksMenu_.addSection(tr("Show only"));
    marksMenu_.addActions({newHardware, bookmarked, noted, unread});
    showState(false, {});
}

QAction* PersonalActions::add(const char* name, const QString& text, const char* shortcut) {
    auto* const action = new QAction(text, &window_);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(QKeySequence(QLatin1String(shortcut)));
    return action;
}

void PersonalActions::fillColours() {
    colours_.setTitle(tr("&Colour"));
    for (int colour = -1; colour < markColours; ++colour) {
        // A number is a mnemonic in every language.
        const QString text = QStringLiteral("&%1  %2").arg(
            QString::number(colour + 1), colour < 0 ? tr("None") : markColourName(colour));
        QAction* const action =
            add(QStringLiteral("actionColour%1").arg(colour + 1).toLatin1().constData(), text);
        action->setCheckable(true);
        colours_.addAction(action);
        colourGroup_.addAction(action);
        colourActions_[static_cast<std::size_t>(colour + 1)] = action;
        connect(action, &QAction::triggered, this, [this, colour] { emit colourChosen(colour); });
    }
    // In the palette of the moment.
    connect(&colours_, &QMenu::aboutToShow, this, [this] {
        for (int colour = 0; colour < markColours; ++colour)
            colourActions_[static_cast<std::size_t>(colour + 1)]->setIcon(markColourIcon(colour));
    });
}

void PersonalActions::insertMenus(QMenuBar& bar, QAction* before) {
    bar.insertMenu(before, &sections_);
    bar.insertMenu(before, &marksMenu_);
}

void PersonalActions::addTo(QMenu& contextMenu) {
    contextMenu.addSeparator();
    contextMenu.addActions({put, back, why});
    contextMenu.addSeparator();
    contextMenu.addActions({bookmark, note});
    contextMenu.addMenu(&colours_);
    contextMenu.addAction(read);
}

void PersonalActions::showState(bool any, const std::optional<store::Personal>& personal) {
    for (QAction* const action : {put, back, why, bookmark, note, read})
        action->setEnabled(any);
    colours_.setEnabled(any);
    bookmark->setChecked(personal && personal->bookmarked);
    read->setChecked(personal && personal->read_at);
    const int colour = colourOf(personal);
    // A colour of a newer version is none of these.
    if (colour < markColours)
        colourActions_[static_cast<std::size_t>(colour + 1)]->setChecked(true);
}

} // namespace mw::ui
