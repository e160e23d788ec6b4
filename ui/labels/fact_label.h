#pragma once

#include "core/limits.h"
#include "labels/wrap_label.h"

#include <vector>

namespace mw::ui {

/// Text of a commit in a form: selectable, wrapped, some of it links. An id or an address that is
/// longer than a line goes on in the next; what is very long is cut, and a link behind it opens the
/// whole in a window. What it is given is plain text and shown as that, whatever it looks like. GUI
/// thread.
class FactLabel : public WrapLabel {
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
    /// Letters of a piece that are shown of it.
    void setLimit(qsizetype letters) { limit_ = letters; }
    void showText(const QString& text);
    void showPieces(const std::vector<Piece>& pieces);

signals:
    void followed(const QString& target);

protected:
    void changeEvent(QEvent* event) override;

private:
    QString htmlOf(std::size_t piece) const;
    bool isPlain() const;
    void render();
    void follow(const QString& link);

    std::vector<Piece> pieces_;
    bool underlined_ = true;
    qsizetype limit_ = lineLetters;
};

} // namespace mw::ui
