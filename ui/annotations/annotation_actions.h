#pragma once

#include "core/row_marks.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QObject>

#include <array>

class QMainWindow;
class QMenuBar;

namespace mw::ui {

/// The menus 'Sections' and 'Marks' with their actions and shortcuts, and what of them the table's
/// context menu takes. Knows nothing of what they do. GUI thread.
class AnnotationActions : public QObject {
    Q_OBJECT

public:
    explicit AnnotationActions(QMainWindow& window);

    /// Both menus in front of that action of the menu bar.
    void insertMenus(QMenuBar& bar, QAction* before);
    void addTo(QMenu& contextMenu);
    /// What the actions are about: personal is that of the current commit. any: there is one.
    void showState(bool any, const std::optional<store::Annotation>& personal);

    QAction *put, *back, *why, *sortAnew, *editRules, *writeSectionOverrides, *readSectionOverrides;
    QAction *bookmark, *note, *read, *markRead, *marks;
    QAction *newHardware, *bookmarked, *noted, *unread;

signals:
    /// -1: none.
    void colourChosen(int colour);

private:
    QAction* add(const char* name, const QString& text, const char* shortcut = "");
    void fillColors();

    QMainWindow& window_;
    QMenu sections_, marksMenu_, colors_;
    QActionGroup colorGroup_;
    std::array<QAction*, markColours + 1> colorActions_{}; ///< none, then by index
};

} // namespace mw::ui
