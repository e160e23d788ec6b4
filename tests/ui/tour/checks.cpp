#include "tour/checks.h"

#include "painting/contrast.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QGroupBox>
#include <QHash>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QShortcut>
#include <QSpinBox>
#include <QTabBar>
#include <QTextDocument>

#include <algorithm>

namespace {

constexpr qreal leastContrast = 4.5;
/// Styles round, and a label may be a pixel narrower than its text.
constexpr int tolerance = 2;

QString nameOf(const QWidget& widget) {
    QString name = QLatin1String(widget.metaObject()->className());
    for (const QWidget* at = &widget; at; at = at->parentWidget())
        if (!at->objectName().isEmpty()) {
            name += QLatin1Char(' ') + at->objectName();
            break;
        }
    return name;
}

/// Inside what Qt itself made of others' widgets: buttons of a tab bar, the line of a combo box.
bool isPart(const QWidget& widget) {
    return widget.objectName().startsWith(QLatin1String("qt_")) ||
           qobject_cast<const QComboBox*>(widget.parentWidget()) ||
           qobject_cast<const QAbstractSpinBox*>(widget.parentWidget()) ||
           qobject_cast<const QLineEdit*>(widget.parentWidget()) ||
           qobject_cast<const QTabBar*>(widget.parentWidget()) ||
           qobject_cast<const QMenuBar*>(widget.parentWidget());
}

template <typename Visit>
void visitVisible(const QWidget& window, Visit visit) {
    for (const QWidget* const widget : window.findChildren<QWidget*>())
        if (widget->isVisibleTo(&window) && widget->window() == &window && !isPart(*widget))
            visit(*widget);
}

QChar letterOf(const QString& text) {
    const QKeySequence keys = QKeySequence::mnemonic(text);
    return keys.isEmpty() ? QChar() : QChar(static_cast<char16_t>(keys[0].key()));
}

/// Notes who has a letter, and complains about the second.
class Letters {
public:
    Letters(QString where, QStringList& faults) : where_(std::move(where)), faults_(faults) {}

    void take(const QString& text) {
        const QChar letter = letterOf(text);
        if (letter.isNull())
            return;
        if (taken_.contains(letter))
            faults_ << QStringLiteral("%1: “%2” and “%3” both have %4")
                           .arg(where_, taken_.value(letter), text, letter);
        taken_.insert(letter, text);
    }

private:
    const QString where_;
    QStringList& faults_;
    QHash<QChar, QString> taken_;
};

void checkMenu(QMenu& menu, const QString& title, QStringList& faults) {
    emit menu.aboutToShow();
    Letters letters(title, faults);
    for (const QAction* const action : menu.actions()) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        letters.take(action->text());
        if (letterOf(action->text()).isNull() && !action->objectName().isEmpty())
            faults << QStringLiteral("%1: “%2” has no letter").arg(title, action->text());
        if (QMenu* const below = QMenu::menuInAction(action))
            checkMenu(*below, title + QLatin1Char('/') + action->text(), faults);
    }
}

bool needsRoom(const QLabel& label) {
    return !label.text().isEmpty() && label.textFormat() != Qt::RichText;
}

void checkLabel(const QLabel& label, QStringList& faults) {
    if (!needsRoom(label))
        return;
    const QSize wanted = label.sizeHint();
    if (!label.wordWrap() && label.width() + tolerance < wanted.width())
        faults << QStringLiteral("%1 “%2” is %3 wide, its text %4")
                      .arg(nameOf(label), label.text())
                      .arg(label.width())
                      .arg(wanted.width());
    const int height = label.wordWrap() ? label.heightForWidth(label.width()) : wanted.height();
    if (label.height() + tolerance < height)
        faults << QStringLiteral("%1 “%2” is %3 high, its text %4")
                      .arg(nameOf(label), label.text())
                      .arg(label.height())
                      .arg(height);
}

void checkSiblings(const QWidget& widget, QStringList& faults) {
    if (!widget.layout())
        return;
    QList<QWidget*> inside;
    for (int i = 0; i < widget.layout()->count(); ++i)
        if (QWidget* const item = widget.layout()->itemAt(i)->widget(); item && item->isVisible())
            inside << item;
    for (qsizetype i = 0; i < inside.size(); ++i) {
        // A stack lays its pages on each other and hides all but one.
        for (qsizetype j = i + 1; j < inside.size(); ++j)
            if (inside[i]->geometry().intersects(inside[j]->geometry()))
                faults << QStringLiteral("%1 and %2 overlap")
                              .arg(nameOf(*inside[i]), nameOf(*inside[j]));
        if (!widget.rect()
                 .adjusted(-tolerance, -tolerance, tolerance, tolerance)
                 .contains(inside[i]->geometry()))
            faults << QStringLiteral("%1 goes over the edge of %2")
                          .arg(nameOf(*inside[i]), nameOf(widget));
    }
}

/// A column whose title is a sign or nothing says in words what it holds.
void checkTitles(const QHeaderView& header, QStringList& faults) {
    const auto text = [&header](int column, int role) {
        return header.model()->headerData(column, header.orientation(), role).toString().trimmed();
    };
    for (int column = 0; column < header.count(); ++column)
        if (!header.isSectionHidden(column) && text(column, Qt::AccessibleTextRole).isEmpty() &&
            text(column, Qt::DisplayRole).isEmpty())
            faults << QStringLiteral("column %1 of %2 has no title")
                          .arg(column)
                          .arg(nameOf(*header.parentWidget()));
}

} // namespace

QStringList namelessWidgets(const QWidget& window) {
    QStringList faults;
    visitVisible(window, [&](const QWidget& widget) {
        if (const auto* const header = qobject_cast<const QHeaderView*>(&widget))
            checkTitles(*header, faults);
        if (!(widget.focusPolicy() & Qt::TabFocus) || !widget.isEnabled() || widget.focusProxy())
            return;
        auto* const reader = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(&widget));
        const QString name = reader ? reader->text(QAccessible::Name) : QString();
        if (name.trimmed().isEmpty())
            faults << nameOf(widget) + QStringLiteral(" takes the focus and has no name");
    });
    return faults;
}

QStringList doubleMnemonics(const QWidget& window) {
    QStringList faults;
    Letters letters(QLatin1String(window.metaObject()->className()), faults);
    visitVisible(window, [&](const QWidget& widget) {
        if (const auto* const label = qobject_cast<const QLabel*>(&widget)) {
            if (label->buddy())
                letters.take(label->text());
        } else if (const auto* const button = qobject_cast<const QAbstractButton*>(&widget)) {
            letters.take(button->text());
        } else if (const auto* const box = qobject_cast<const QGroupBox*>(&widget)) {
            letters.take(box->title());
        } else if (const auto* const tabs = qobject_cast<const QTabBar*>(&widget)) {
            for (int tab = 0; tab < tabs->count(); ++tab)
                if (tabs->isTabVisible(tab))
                    letters.take(tabs->tabText(tab));
        } else if (const auto* const bar = qobject_cast<const QMenuBar*>(&widget)) {
            for (const QAction* const action : bar->actions()) {
                letters.take(action->text());
                if (QMenu* const menu = QMenu::menuInAction(action))
                    checkMenu(*menu, action->text(), faults);
            }
        }
    });
    return faults;
}

QStringList ambiguousShortcuts(const QMainWindow& window) {
    QStringList faults;
    QHash<QKeySequence, QString> taken;
    const auto take = [&](const QKeySequence& keys, const QString& who) {
        if (keys.isEmpty())
            return;
        if (taken.contains(keys))
            faults
                << QStringLiteral("%1: “%2” and “%3”").arg(keys.toString(), taken.value(keys), who);
        taken.insert(keys, who);
    };
    if (const auto* const bar = window.findChild<QMenuBar*>())
        for (const QAction* const action : bar->actions())
            take(QKeySequence::mnemonic(action->text()), action->text());
    for (const QAction* const action : window.findChildren<QAction*>()) {
        // What a widget has for itself alone, beside others of its kind, means what has the focus.
        if (action->shortcutContext() == Qt::WidgetShortcut ||
            action->shortcutContext() == Qt::WidgetWithChildrenShortcut)
            continue;
        for (const QKeySequence& keys : action->shortcuts())
            take(keys, action->text());
    }
    for (const QShortcut* const shortcut : window.findChildren<QShortcut*>())
        if (shortcut->context() == Qt::WindowShortcut ||
            shortcut->context() == Qt::ApplicationShortcut)
            take(shortcut->key(), nameOf(*qobject_cast<QWidget*>(shortcut->parent())));
    // Beside a key of the window neither is taken.
    for (const QAction* const action : window.findChildren<QAction*>())
        if (action->shortcutContext() == Qt::WidgetWithChildrenShortcut)
            for (const QKeySequence& keys : action->shortcuts())
                if (!keys.isEmpty() && taken.contains(keys))
                    faults << QStringLiteral("%1: “%2” and “%3”")
                                  .arg(keys.toString(), taken.value(keys), action->text());
    return faults;
}

QStringList cutOffWidgets(const QWidget& window) {
    QStringList faults;
    visitVisible(window, [&](const QWidget& widget) {
        if (const auto* const label = qobject_cast<const QLabel*>(&widget)) {
            checkLabel(*label, faults);
        } else if (const auto* const button = qobject_cast<const QAbstractButton*>(&widget)) {
            const QSize wanted = button->minimumSizeHint();
            if (button->width() + tolerance < wanted.width() ||
                button->height() + tolerance < wanted.height())
                faults
                    << QStringLiteral("%1 “%2” is too small").arg(nameOf(widget), button->text());
        } else if (const auto* const edit = qobject_cast<const QLineEdit*>(&widget)) {
            const int text = edit->fontMetrics().horizontalAdvance(edit->placeholderText());
            // The line itself cuts it with dots; a third of it says enough.
            if (edit->text().isEmpty() && edit->width() < text / 3)
                faults << QStringLiteral("%1 has no room for “%2”")
                              .arg(nameOf(widget), edit->placeholderText());
        }
        checkSiblings(widget, faults);
    });
    return faults;
}

QStringList paleWidgets(const QWidget& window) {
    QStringList faults;
    const auto check = [&](const QWidget& widget, QPalette::ColorRole text,
                           QPalette::ColorRole base, const char* what) {
        const QPalette& palette = widget.palette();
        const qreal ratio = mw::ui::contrast(palette.color(QPalette::Active, text),
                                             palette.color(QPalette::Active, base));
        if (ratio < leastContrast)
            faults << QStringLiteral("%1 of %2 has a contrast of %3")
                          .arg(QLatin1String(what), nameOf(widget))
                          .arg(ratio, 0, 'f', 2);
    };
    visitVisible(window, [&](const QWidget& widget) {
        if (!widget.isEnabled())
            return;
        if (const auto* const edit = qobject_cast<const QLineEdit*>(&widget)) {
            if (!edit->placeholderText().isEmpty())
                check(widget, QPalette::PlaceholderText, QPalette::Base, "The placeholder");
        } else if (const auto* const text = qobject_cast<const QPlainTextEdit*>(&widget)) {
            if (!text->placeholderText().isEmpty())
                check(widget, QPalette::PlaceholderText, QPalette::Base, "The placeholder");
        }
        if (qobject_cast<const QLabel*>(&widget) || qobject_cast<const QAbstractButton*>(&widget))
            check(widget, widget.foregroundRole(), widget.backgroundRole(), "The text");
        if (qobject_cast<const QAbstractScrollArea*>(&widget))
            check(widget, QPalette::Text, QPalette::Base, "The text");
    });
    return faults;
}

QStringList unknownCommands(const QMainWindow& window, const QString& file) {
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly))
        return {file + QLatin1String(" cannot be read.")};
    const QString text = QString::fromUtf8(input.readAll()).simplified();
    QStringList commands;
    for (const QAction* const menu : window.findChild<QMenuBar*>()->actions())
        for (const QAction* const command : menu->menu()->actions())
            if (!command->isSeparator())
                commands << QString(menu->text() + QStringLiteral(" › ") + command->text())
                                .remove(QLatin1Char('&'));
    static const QRegularExpression named(QStringLiteral("\\*([^*]+ › [^*]+)\\*"));
    auto names = named.globalMatch(text);
    if (!names.hasNext())
        return {file + QLatin1String(" names no command.")};
    QStringList faults;
    while (names.hasNext()) {
        const QString name = names.next().captured(1);
        if (std::ranges::none_of(commands, [&](const QString& is) { return is.startsWith(name); }))
            faults << name + QLatin1String(" is none of: ") + commands.join(QLatin1String(", "));
    }
    return faults;
}
