#pragma once

#include <QList>
#include <QObject>

class QAction;
class QToolBar;
class QToolButton;

namespace mw::ui {

/// Buttons of a tool bar for what a release can be looked at as: words beside signs, and signs
/// alone where there is too little room for the words. The actions belong to those who show the
/// pages. GUI thread. The bar outlives it.
class PageButtons : public QObject {
    Q_OBJECT

public:
    /// Stand before that action of the bar.
    PageButtons(QToolBar& bar, QAction* before);

    void add(QAction* action, const char* icon, const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void measure();
    void fit();
    void setWords(bool words);

    QToolBar& bar_;
    QAction* const before_;
    QList<QToolButton*> buttons_;
    int widthOfWords_ = 0; ///< what all buttons need more with words than without
    bool words_ = true;
};

} // namespace mw::ui
