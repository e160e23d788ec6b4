#pragma once

#include "widgets/collapsible_section.h"

#include <QDataStream>
#include <QIODevice>
#include <QSplitter>

namespace mw::ui {

/// The window's left side: the ways into a release at its top, pages that fold below. GUI thread.
class Sidebar : public QSplitter {
    Q_OBJECT

public:
    explicit Sidebar(QWidget* parent = nullptr) : QSplitter(Qt::Vertical, parent) {
        setChildrenCollapsible(false);
    }

    /// Takes the content over; it is folded away until a person opens it.
    CollapsibleSection* addCollapsibleSection(const QString& title, QWidget* content) {
        auto* const fold = new CollapsibleSection(title, content);
        addWidget(fold);
        setStretchFactor(0, 1);
        connect(fold, &CollapsibleSection::toggled, this, [this, fold](bool open) {
            if (open)
                giveRoom(indexOf(fold));
            for (int page = 1; page < count(); ++page)
                handle(page)->update();
        });
        return fold;
    }

    /// Which pages are open, and how high each is.
    QByteArray save() const {
        QByteArray state;
        QDataStream stream(&state, QIODevice::WriteOnly);
        stream << saveState();
        for (int page = 0; page < count(); ++page)
            stream << isOpen(page);
        return state;
    }

    /// What save() gave; anything else changes nothing.
    void restore(const QByteArray& state) {
        QDataStream stream(state);
        QByteArray heights;
        stream >> heights;
        bool open = false;
        for (int page = 0; page < count() && !stream.atEnd(); ++page) {
            stream >> open;
            if (auto* const fold = qobject_cast<CollapsibleSection*>(widget(page)))
                fold->setOpen(open);
        }
        restoreState(heights);
    }

protected:
    QSplitterHandle* createHandle() override { return new Handle(this); }

private:
    /// Grips are drawn where there is something to drag: not among pages that are folded away.
    class Handle : public QSplitterHandle {
    public:
        explicit Handle(Sidebar* sidebar)
            : QSplitterHandle(Qt::Vertical, sidebar), sidebar_(sidebar) {}

    protected:
        void paintEvent(QPaintEvent* event) override {
            for (int page = sidebar_->indexOf(this); page < sidebar_->count(); ++page)
                if (sidebar_->isOpen(page)) {
                    QSplitterHandle::paintEvent(event);
                    return;
                }
        }

    private:
        const Sidebar* sidebar_;
    };

    bool isOpen(int page) const {
        const auto* const fold = qobject_cast<CollapsibleSection*>(widget(page));
        return fold && fold->isOpen();
    }

    /// A page that opens takes what it needs to be read from the ways at the top.
    void giveRoom(int page) {
        QList<int> heights = sizes();
        const int wanted = height() / 4 - heights[page];
        if (wanted <= 0)
            return;
        heights[page] += wanted;
        heights[0] -= wanted;
        setSizes(heights);
    }
};

} // namespace mw::ui
