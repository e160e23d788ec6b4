#pragma once

#include <QByteArray>
#include <QSplitter>

#include <array>

namespace mw::ui {

/// How the table and the reading pane share the window: a document wants more of it than a commit
/// does, and a person's own division is kept for each. GUI thread. Keeps a pointer to the splitter.
class Room {
public:
    explicit Room(QSplitter* splitter) : splitter_(splitter) {}

    void give(bool toDocument) {
        if (toDocument == forDocument_)
            return;
        sizes_[forDocument_] = splitter_->sizes();
        forDocument_ = toDocument;
        splitter_->setSizes(sizes_[forDocument_]);
    }

    QByteArray save() const {
        QByteArray text;
        for (const bool document : {false, true}) {
            const QList<int> sizes =
                document == forDocument_ ? splitter_->sizes() : sizes_[document];
            for (const int size : sizes)
                text += QByteArray::number(size) + ' ';
        }
        return text;
    }

    /// What save() gave; anything else changes nothing.
    void restore(const QByteArray& text) {
        const QList<QByteArray> words = text.simplified().split(' ');
        if (words.size() != 4)
            return;
        sizes_[0] = {words[0].toInt(), words[1].toInt()};
        sizes_[1] = {words[2].toInt(), words[3].toInt()};
        splitter_->setSizes(sizes_[forDocument_]);
    }

private:
    QSplitter* splitter_;
    std::array<QList<int>, 2> sizes_{QList<int>{420, 380}, QList<int>{220, 580}};
    bool forDocument_ = false;
};

} // namespace mw::ui
