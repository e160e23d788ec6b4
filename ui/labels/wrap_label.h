#pragma once

#include <QHash>
#include <QLabel>

namespace mw::ui {

/// A label that is as wide as there is room: a word without a place to break goes on in the next
/// line, and never widens the window as QLabel's does. Selectable; plain text or rich text of the
/// program's own. GUI thread.
class WrapLabel : public QLabel {
    Q_OBJECT

public:
    explicit WrapLabel(QWidget* parent = nullptr);

    // In place of QLabel's, which are not virtual.
    void setText(const QString& text);
    void clear() { setText({}); }

    /// A line: how many there are is known with the width alone, and QLabel guesses too many.
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void forgetLayout();
    void layOut() const;
    /// Whether the document has to be laid out anew for it.
    bool breakLongWords() const;

    mutable QHash<int, int>
        heights_; ///< by width, of what is shown now; layouts ask again and again
};

} // namespace mw::ui
