#pragma once

#include <QAction>
#include <QPointer>
#include <QStringList>

#include <vector>

class QMainWindow;

/// What a window can do, read from the window itself. Plain functions; GUI thread.
namespace mw::ui {

/// One action of a window, and where a person finds it.
struct CatalogueEntry {
    QPointer<QAction> action;
    QString text;        ///< as a person reads it, without the mark of its mnemonic
    QStringList path;    ///< the menus that lead to it; empty where none does
    QString keys;        ///< its shortcuts, in the desktop's words; empty where it has none
    QString menuKeys;    ///< the keys that lead to it through the menus: "Alt+F, R"; or empty
    bool usable = false; ///< it and the menus that lead to it are enabled
    /// The same in every language and session.
    QString id;
};

/// The actions of the menu bar in its order, menus that fill themselves when they open included;
/// then what has an object name or a shortcut and stands in no menu.
std::vector<CatalogueEntry> catalogueOf(const QMainWindow& window);

/// A label without the mark of its mnemonic.
QString withoutMnemonic(const QString& label);

} // namespace mw::ui
