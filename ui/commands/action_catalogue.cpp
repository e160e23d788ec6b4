#include "commands/action_catalogue.h"

#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSet>

namespace mw::ui {

namespace {

QString keysOf(const QAction& action) {
    return QKeySequence::listToString(action.shortcuts(), QKeySequence::NativeText)
        .replace(QLatin1String("; "), QLatin1String(", "));
}

/// The letter behind the mark; null where there is none.
QChar mnemonicOf(const QString& label) {
    const QKeySequence keys = QKeySequence::mnemonic(label);
    return keys.isEmpty() ? QChar() : QChar(static_cast<char16_t>(keys[0].key()));
}

/// Walks menus down from the bar and remembers the way.
class Collector {
public:
    void addBar(const QMenuBar& bar) {
        for (QAction* const action : bar.actions())
            if (QMenu* const menu = QMenu::menuInAction(action)) {
                const QKeySequence keys = QKeySequence::mnemonic(action->text());
                addMenu(*menu, {withoutMnemonic(action->text())},
                        keys.toString(QKeySequence::NativeText), action->isEnabled());
            }
    }

    void addLoose(QAction* action) {
        if (seen_.contains(action) || QMenu::menuInAction(action) ||
            (action->shortcuts().isEmpty() && action->objectName().isEmpty()) ||
            action->objectName().startsWith(QLatin1String("_q_")))
            return;
        add(action, {}, {}, true);
    }

    std::vector<CatalogueEntry> take() { return std::move(entries_); }

private:
    void addMenu(QMenu& menu, const QStringList& path, const QString& keys, bool usable) {
        // Some fill themselves at this moment, or look at what is checked.
        emit menu.aboutToShow();
        for (QAction* const action : menu.actions()) {
            if (!action->isVisible())
                continue;
            const QChar letter = mnemonicOf(action->text());
            const QString way =
                keys.isEmpty() || letter.isNull() ? QString() : keys + QLatin1String(", ") + letter;
            if (QMenu* const below = QMenu::menuInAction(action))
                addMenu(*below, path + QStringList{withoutMnemonic(action->text())}, way,
                        usable && action->isEnabled());
            else
                add(action, path, way, usable);
        }
    }

    void add(QAction* action, const QStringList& path, const QString& way, bool usable) {
        const QString text = withoutMnemonic(action->text());
        if (action->isSeparator() || text.isEmpty() || seen_.contains(action))
            return;
        seen_.insert(action);
        const QString id = action->objectName().isEmpty()
                               ? (path + QStringList{text}).join(QLatin1Char('/'))
                               : action->objectName();
        entries_.push_back(
            {action, text, path, keysOf(*action), way, usable && action->isEnabled(), id});
    }

    std::vector<CatalogueEntry> entries_;
    QSet<const QAction*> seen_;
};

} // namespace

QString withoutMnemonic(const QString& label) {
    QString text;
    for (qsizetype place = 0; place < label.size(); ++place) {
        if (label[place] == QLatin1Char('&') && ++place >= label.size())
            break;
        text += label[place];
    }
    return text.section(QLatin1Char('\t'), 0, 0);
}

std::vector<CatalogueEntry> catalogueOf(const QMainWindow& window) {
    Collector collector;
    if (const auto* const bar = window.findChild<QMenuBar*>())
        collector.addBar(*bar);
    for (QAction* const action : window.findChildren<QAction*>())
        collector.addLoose(action);
    return collector.take();
}

} // namespace mw::ui
