#pragma once

#include "commands/palette_model.h"

#include <QFrame>
#include <QPointer>

#include <functional>

class QLabel;
class QLineEdit;
class QListView;

namespace mw::ui {

/// A line to type into and what it may mean below it, over the top of a window: Up and Down choose,
/// Enter takes, Escape and a click elsewhere close it. A child of the window; GUI thread.
class CommandPalette : public QFrame {
    Q_OBJECT

public:
    /// What there is to choose from, asked for when the palette opens.
    using Offer = std::function<Candidates()>;
    /// What a typed text itself may mean.
    using Meaning = std::function<Candidates(const QString& typed)>;
    /// Looks for more that the words are in; answered by setFound().
    using Search = std::function<void(const QString& typed)>;

    CommandPalette(QWidget* window, Offer offer, Meaning meaning, Search search);

    /// Ignored where something else is typed by now.
    void setFound(const QString& typed, Candidates found);

    void open();
    void dismiss();

    /// Ids of what was taken, latest first: to be kept between starts.
    const QStringList& recent() const { return recent_; }
    void setRecent(const QStringList& ids) { recent_ = ids; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setUp();
    void narrow();
    void rank();
    void place();
    bool handleKey(QKeyEvent* event);
    void take();

    const Offer offer_;
    const Meaning meaning_;
    const Search search_;
    PaletteModel model_;
    Candidates all_, found_;
    QStringList recent_;
    QPointer<QWidget> before_; ///< had the focus, and gets it again
    QLineEdit* edit_ = nullptr;
    QListView* list_ = nullptr;
    QLabel* hint_ = nullptr;
};

} // namespace mw::ui
