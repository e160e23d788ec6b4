#include "commit/diff/diff_options.h"

#include <QDataStream>
#include <QIODevice>
#include <QWidget>

#include <algorithm>
#include <array>
#include <utility>

namespace mw::ui {

namespace {

/// Lines around a change; the last one is more than a file of the kernel has.
constexpr std::array<std::uint32_t, 7> contextSteps{0, 1, 3, 8, 20, 60, 100'000};

} // namespace

DiffOptions::DiffOptions(QWidget* owner)
    : QObject(owner), owner_(owner),
      sideBySide_(add("actionSideBySide", tr("&Side by side"), QStringLiteral("Ctrl+Alt+S"))),
      tree_(add("actionFileTree", tr("Files in their &folders"), QStringLiteral("Ctrl+Alt+F"))),
      whitespace_(this) {
    sideBySide_->setCheckable(true);
    tree_->setCheckable(true);
    menu_.addSeparator();
    addWhitespace("actionWhitespaceAll", tr("Show &all changes of white space"),
                  git::Whitespace::all)
        ->setChecked(true);
    addWhitespace("actionWhitespaceAmount", tr("Leave out changed a&mounts of white space"),
                  git::Whitespace::not_amount);
    addWhitespace("actionWhitespaceNone", tr("Leave &out all changes of white space"),
                  git::Whitespace::not_at_all);
    showBlanks_ = add("actionShowBlanks", tr("Show &tabs and blanks as signs"), {});
    showBlanks_->setCheckable(true);
    menu_.addSeparator();
    more_ =
        add("actionMoreContext", tr("Mo&re lines around a change"), QStringLiteral("Ctrl+Alt++"));
    less_ =
        add("actionLessContext", tr("Fewer &lines around a change"), QStringLiteral("Ctrl+Alt+-"));
    connect(sideBySide_, &QAction::toggled, this, &DiffOptions::layoutChanged);
    connect(tree_, &QAction::toggled, this, &DiffOptions::treeChanged);
    connect(&whitespace_, &QActionGroup::triggered, this, &DiffOptions::patchChanged);
    menu_.addSeparator();
    for (const auto& [action, forward] :
         {std::pair(add("actionNextChange", tr("Next &change"), QStringLiteral("F7")), true),
          std::pair(add("actionPreviousChange", tr("&Previous change"), QStringLiteral("Shift+F7")),
                    false)})
        connect(action, &QAction::triggered, this, [this, way = forward] { emit stepWanted(way); });
    for (const auto& [action, forward] :
         {std::pair(add("actionNextMark", tr("Next &hit in the lines"), QStringLiteral("F3")),
                    true),
          std::pair(add("actionPreviousMark", tr("Pre&vious hit in the lines"),
                        QStringLiteral("Shift+F3")),
                    false)}) {
        // From the list too, in which one goes from commit to commit.
        action->setShortcutContext(Qt::WindowShortcut);
        connect(action, &QAction::triggered, this, [this, way = forward] { emit markWanted(way); });
    }
    connect(showBlanks_, &QAction::toggled, this, &DiffOptions::blanksChanged);
    connect(more_, &QAction::triggered, this, [this] { stepContext(1); });
    connect(less_, &QAction::triggered, this, [this] { stepContext(-1); });
}

QAction* DiffOptions::add(const char* name, const QString& text, const QString& keys) {
    auto* const action = new QAction(text, owner_);
    menu_.addAction(action);
    action->setObjectName(QLatin1String(name));
    if (!keys.isEmpty())
        action->setShortcut(QKeySequence(keys));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    owner_->addAction(action);
    return action;
}

QAction* DiffOptions::addWhitespace(const char* name, const QString& text, git::Whitespace what) {
    QAction* const action = add(name, text, {});
    action->setCheckable(true);
    action->setData(static_cast<int>(what));
    whitespace_.addAction(action);
    return action;
}

void DiffOptions::stepContext(int step) {
    context_ = std::clamp(context_ + step, 0, static_cast<int>(contextSteps.size()) - 1);
    more_->setEnabled(context_ + 1 < static_cast<int>(contextSteps.size()));
    less_->setEnabled(context_ > 0);
    if (step != 0)
        emit patchChanged();
}

git::PatchOptions DiffOptions::patch() const {
    return {static_cast<git::Whitespace>(whitespace_.checkedAction()->data().toInt()),
            contextSteps[static_cast<std::size_t>(context_)]};
}

QByteArray DiffOptions::saveState() const {
    QByteArray state;
    QDataStream(&state, QIODevice::WriteOnly)
        << sideBySide() << tree() << static_cast<int>(patch().whitespace) << context_
        << showsBlanks();
    return state;
}

void DiffOptions::restoreState(const QByteArray& state) {
    bool beside = false, folders = false;
    int whitespace = 0, context = 0;
    QDataStream stream(state);
    stream >> beside >> folders >> whitespace >> context;
    if (stream.status() != QDataStream::Ok)
        return;
    sideBySide_->setChecked(beside);
    tree_->setChecked(folders);
    for (QAction* const action : whitespace_.actions())
        if (action->data().toInt() == whitespace)
            action->setChecked(true);
    context_ = context;
    stepContext(0);
    bool blanks = false;
    stream >> blanks; // the newest of them: an older version did not write it
    showBlanks_->setChecked(blanks && stream.status() == QDataStream::Ok);
}

} // namespace mw::ui
