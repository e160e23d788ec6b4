#pragma once

#include <QWidget>

#include <memory>
#include <vector>

class QTextCursor;
class QTextEdit;

namespace Ui {
class FindBar;
}

namespace mw::ui {

/// Finds words in a text: counts the places, goes from one to the next and round at the end. GUI
/// thread. Keeps a pointer to the text, which must outlive it.
class FindBar : public QWidget {
    Q_OBJECT

public:
    explicit FindBar(QWidget* parent = nullptr);
    ~FindBar() override;

    void setText(QTextEdit* text);
    /// Shows the bar, with the selected words where there are some.
    void open();
    /// The text is another one than before.
    void refresh();

public slots:
    void findNext();
    void findPrevious();
    /// Hides the bar; what was found stays selected.
    void leave();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void count();
    void go(bool backwards);
    void show(int position, int length);
    void showCount(int place);

    std::unique_ptr<Ui::FindBar> ui_;
    QTextEdit* text_ = nullptr;
    std::vector<int> places_; ///< positions of what was found
};

} // namespace mw::ui
