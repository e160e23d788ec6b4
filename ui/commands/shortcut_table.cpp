#include "commands/shortcut_table.h"

#include "painting/colors.h"
#include "painting/readable_placeholder.h"
#include "painting/tall_row_delegate.h"
#include "ui_shortcut_table.h"
#include "widgets/list_keys.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMainWindow>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QTextDocument>

#include <algorithm>

namespace mw::ui {

namespace {

enum TableColumn { WhatColumn, KeysColumn };

/// Calls it for every group that has a line on screen, and for those lines.
template <typename Group, typename Line>
void visit(const QTreeWidget& tree, Group group, Line line) {
    for (int i = 0; i < tree.topLevelItemCount(); ++i) {
        const QTreeWidgetItem* const parent = tree.topLevelItem(i);
        if (parent->isHidden())
            continue;
        group(parent->text(WhatColumn));
        for (int j = 0; j < parent->childCount(); ++j)
            if (!parent->child(j)->isHidden())
                line(parent->child(j)->text(WhatColumn), parent->child(j)->text(KeysColumn));
    }
}

} // namespace

ShortcutTable::ShortcutTable(QMainWindow& window)
    : QDialog(&window), ui_(std::make_unique<Ui::ShortcutTable>()) {
    ui_->setupUi(this);
    new ReadablePlaceholder(ui_->edit);
    ui_->keys->setItemDelegate(new TallRowDelegate(this));
    ui_->keys->header()->setSectionResizeMode(WhatColumn, QHeaderView::Stretch);
    ui_->keys->header()->setSectionResizeMode(KeysColumn, QHeaderView::ResizeToContents);
    ui_->nothing->hide();
    new ListKeys(ui_->edit, ui_->keys);
    fill(window);

    auto* const copy = ui_->buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copy"));
    auto* const print = ui_->buttons->addButton(tr("&Print…"), QDialogButtonBox::ActionRole);
    // Enter in the line above closes nothing.
    for (QPushButton* const button : {copy, print, ui_->buttons->button(QDialogButtonBox::Close)})
        button->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, &ShortcutTable::copy);
    connect(print, &QPushButton::clicked, this, &ShortcutTable::print);
    connect(ui_->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(ui_->edit, &QLineEdit::textChanged, this, &ShortcutTable::narrow);
}

ShortcutTable::~ShortcutTable() = default;

QTreeWidgetItem* ShortcutTable::group(const QString& title) {
    auto* const item = new QTreeWidgetItem(ui_->keys, {title});
    QFont bold = font();
    bold.setBold(true);
    item->setFont(WhatColumn, bold);
    item->setFlags(Qt::ItemIsEnabled);
    item->setFirstColumnSpanned(true);
    item->setExpanded(true);
    return item;
}

void ShortcutTable::addLine(QTreeWidgetItem* group, const QString& what, const QString& keys,
                            bool byMenu) {
    auto* const item = new QTreeWidgetItem(group, {what, keys});
    if (byMenu)
        item->setForeground(KeysColumn,
                            paletteColor(TextColor::Dimmed, palette(), QPalette::Active));
}

void ShortcutTable::fill(const QMainWindow& window) {
    QString title;
    QTreeWidgetItem* current = nullptr;
    for (const CatalogueEntry& entry : catalogueOf(window)) {
        const QString keys = entry.keys.isEmpty() ? entry.menuKeys : entry.keys;
        // What is listed in a menu for a while, as documents are, has no key of its own.
        if (keys.isEmpty())
            continue;
        const QString wanted = entry.path.isEmpty() ? tr("In the window") : entry.path.constFirst();
        if (!current || wanted != title) {
            title = wanted;
            current = group(title);
        }
        QString what = entry.text;
        if (entry.path.size() > 1)
            what = entry.path.mid(1).join(QStringLiteral(" › ")) + QStringLiteral(" › ") + what;
        addLine(current, what, keys, entry.keys.isEmpty());
    }
    for (const KeyGroup& keys : keyTable()) {
        QTreeWidgetItem* const parent = group(keys.title);
        for (const KeyLine& line : keys.lines)
            addLine(parent, line.what, line.keys, false);
    }
}

void ShortcutTable::narrow(const QString& text) {
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    bool any = false;
    for (int i = 0; i < ui_->keys->topLevelItemCount(); ++i) {
        QTreeWidgetItem* const parent = ui_->keys->topLevelItem(i);
        bool anyHere = false;
        for (int j = 0; j < parent->childCount(); ++j) {
            QTreeWidgetItem* const item = parent->child(j);
            const QString whole = parent->text(WhatColumn) + QLatin1Char(' ') +
                                  item->text(WhatColumn) + QLatin1Char(' ') +
                                  item->text(KeysColumn);
            const bool fits = std::ranges::all_of(words, [&](const QString& word) {
                return whole.contains(word, Qt::CaseInsensitive);
            });
            item->setHidden(!fits);
            anyHere = anyHere || fits;
        }
        parent->setHidden(!anyHere);
        any = any || anyHere;
    }
    ui_->keys->setVisible(any);
    ui_->nothing->setVisible(!any);
}

QString ShortcutTable::plainText() const {
    QString text;
    visit(
        *ui_->keys,
        [&](const QString& title) {
            if (!text.isEmpty())
                text += QLatin1Char('\n');
            text += title + QLatin1Char('\n');
        },
        [&](const QString& what, const QString& keys) {
            text += QLatin1String("  ") + keys + QLatin1Char('\t') + what + QLatin1Char('\n');
        });
    return text;
}

QString ShortcutTable::html() const {
    QString rows;
    visit(
        *ui_->keys,
        [&](const QString& title) {
            rows += QStringLiteral("<tr><td colspan=\"2\"><h3>%1</h3></td></tr>")
                        .arg(title.toHtmlEscaped());
        },
        [&](const QString& what, const QString& keys) {
            rows += QStringLiteral("<tr><td>%1</td><td>%2</td></tr>")
                        .arg(keys.toHtmlEscaped(), what.toHtmlEscaped());
        });
    return QStringLiteral("<h2>%1</h2><table cellpadding=\"3\">%2</table>")
        .arg(tr("Merge Window: keyboard shortcuts").toHtmlEscaped(), rows);
}

void ShortcutTable::copy() {
    QGuiApplication::clipboard()->setText(plainText());
}

void ShortcutTable::print() {
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(windowTitle());
    auto* const dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] {
        QTextDocument page; // two or three pages: nothing that takes time
        page.setHtml(html());
        page.print(printer.get());
    });
    dialog->open();
}

} // namespace mw::ui
