#pragma once

#include <QHash>
#include <QLabel>

#include <vector>

namespace mw::ui {

/// Text of a commit in a form: selectable, wrapped, some of it links. Nothing is cut off: an id or
/// an address that is longer than a line goes on in the next. What it is given is plain text and
/// shown as that, whatever it looks like. GUI thread.
class FactLabel : public QLabel {
    Q_OBJECT

public:
    struct Piece {
        QString text;
        QString target; ///< empty: no link
        QString toolTip;
        bool dimmed = false;
    };

    explicit FactLabel(QWidget* parent = nullptr);

    /// Links of a list of links need no line under each.
    void setUnderlined(bool underlined) { underlined_ = underlined; }
    void showText(const QString& text);
    void showPieces(const std::vector<Piece>& pieces);

    /// A line: how many there are is known with the width alone, and QLabel guesses too many.
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

signals:
    void followed(const QString& target);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void render();
    void forgetLayout();
    int layOut(int width) const;
    void breakLongWords() const;

    std::vector<Piece> pieces_;
    bool underlined_ = true;
    mutable QHash<int, int>
        heights_; ///< by width, of what is shown now; layouts ask again and again
};

} // namespace mw::ui
