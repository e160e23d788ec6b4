#pragma once

#include "store/help/search_help.h"

#include <QLineEdit>
#include <QTreeWidget>

namespace mw::ui {

/// Suggestions below a line of query language, while somebody types in it. Down and Up choose, Tab
/// takes the chosen or else the first, Enter the chosen; Escape and a click elsewhere close it. The
/// line keeps the focus. A child of the line's window; GUI thread.
class CompletionPopup : public QTreeWidget {
    Q_OBJECT

public:
    explicit CompletionPopup(QLineEdit* edit);

    /// Suggestions for the line's text as it is now; the characters from begin to end are what one
    /// of them replaces. None closes the popup.
    void suggest(int begin, int end, const std::vector<store::Suggestion>& suggestions);

signals:
    /// Something was typed, and what could be meant is to be suggested.
    void wanted(const QString& text, int cursor);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool handleKey(int key);
    void move(int step);
    void take(QTreeWidgetItem* item);
    void place();

    QLineEdit* const edit_;
    int begin_ = 0, end_ = 0;
};

} // namespace mw::ui
