#include "annotations/annotation_actions.h"

#include "painting/mark_colors.h"

#include <QMainWindow>
#include <QMenuBar>

#include <cstddef>

namespace mw::ui {

namespace {

/// Of the action for a colour; "none", which is -1, is the first.
std::size_t actionIndex(int colour) {
    const int index = colour + 1;
    return static_cast<std::size_t>(index);
}

} // namespace

AnnotationActions::AnnotationActions(QMainWindow& window)
    : QObject(&window), window_(window), colorGroup_(this) {
    put = add("actionPut", tr("&Put into…"), "Ctrl+M");
    back = add("actionBackToRules", tr("&Back to the rules"), "Ctrl+Shift+M");
    why = add("actionWhy", tr("&Why here?"), "Ctrl+Shift+W");
    sortAnew = add("actionSortAnew", tr("&Sort anew by the rules"));
    editRules = add("actionEditRules", tr("&Edit own rules…"));
    writeSectionOverrides = add("actionWriteChoices", tr("E&xport my choices…"));
    readSectionOverrides = add("actionReadChoices", tr("&Import choices…"));
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
    fillColors();

    sections_.setTitle(tr("&Sections"));
    sections_.addActions({put, back, why});
    sections_.addSeparator();
    sections_.addActions({sortAnew, editRules});
    sections_.addSeparator();
    sections_.addActions({writeSectionOverrides, readSectionOverrides});
    marksMenu_.setTitle(tr("Mar&ks"));
    marksMenu_.addActions({bookmark, note});
    marksMenu_.addMenu(&colors_);
    marksMenu_.addAction(read);
    marksMenu_.addSeparator();
    marksMenu_.addActions({marks, markRead});
    marksMenu_.addSeparator();
    marksMenu_.addSection(tr("Show only"));
    marksMenu_.addActions({newHardware, bookmarked, noted, unread});
    showState(false, {});
}

QAction* AnnotationActions::add(const char* name, const QString& text, const char* shortcut) {
    auto* const action = new QAction(text, &window_);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(QKeySequence(QLatin1String(shortcut)));
    return action;
}

void AnnotationActions::fillColors() {
    colors_.setTitle(tr("&Color"));
    for (int colour = -1; colour < markColours; ++colour) {
        // A number is a mnemonic in every language.
        const QString text = QStringLiteral("&%1  %2").arg(
            QString::number(colour + 1), colour < 0 ? tr("None") : markColorName(colour));
        QAction* const action =
            add(QStringLiteral("actionColour%1").arg(colour + 1).toLatin1().constData(), text);
        action->setCheckable(true);
        colors_.addAction(action);
        colorGroup_.addAction(action);
        colorActions_[actionIndex(colour)] = action;
        connect(action, &QAction::triggered, this, [this, colour] { emit colourChosen(colour); });
    }
    // In the palette of the moment.
    connect(&colors_, &QMenu::aboutToShow, this, [this] {
        for (int colour = 0; colour < markColours; ++colour)
            colorActions_[actionIndex(colour)]->setIcon(markColorIcon(colour));
    });
}

void AnnotationActions::insertMenus(QMenuBar& bar, QAction* before) {
    bar.insertMenu(before, &sections_);
    bar.insertMenu(before, &marksMenu_);
}

void AnnotationActions::addTo(QMenu& contextMenu) {
    contextMenu.addSeparator();
    contextMenu.addActions({put, back, why});
    contextMenu.addSeparator();
    contextMenu.addActions({bookmark, note});
    contextMenu.addMenu(&colors_);
    contextMenu.addAction(read);
}

void AnnotationActions::showState(bool any, const std::optional<store::Annotation>& personal) {
    for (QAction* const action : {put, back, why, bookmark, note, read})
        action->setEnabled(any);
    colors_.setEnabled(any);
    bookmark->setChecked(personal && personal->bookmarked);
    read->setChecked(personal && personal->read_at);
    const int colour = colorOf(personal);
    // A colour of a newer version is none of these.
    if (colour < markColours)
        colorActions_[actionIndex(colour)]->setChecked(true);
}

} // namespace mw::ui
