#pragma once

#include <QStringList>

class QMainWindow;
class QWidget;

/// What must be true of whatever is on screen. Each gives one sentence for each fault that it
/// finds; an empty list is what is wanted.

/// A screen reader has something to say about every widget that takes the focus.
QStringList namelessWidgets(const QWidget& window);
/// Alt and a letter means one thing in a window, and in each menu that opens.
QStringList doubleMnemonics(const QWidget& window);
/// A shortcut means one thing, and no menu's letter.
QStringList ambiguousShortcuts(const QMainWindow& window);
/// Text that has less room than it needs, widgets over each other or over the edge.
QStringList cutOffWidgets(const QWidget& window);
/// Text and what it stands on, by the palette that a widget has: at least 4.5 to 1.
QStringList paleWidgets(const QWidget& window);
/// Commands that a text in Markdown names as "*Menu › Command*" and the window has not: a command's
/// name may go on. Also a fault: the text cannot be read, or names none.
QStringList unknownCommands(const QMainWindow& window, const QString& file);
