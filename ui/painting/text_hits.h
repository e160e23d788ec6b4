#pragma once

#include "painting/hits.h"

#include <QTextEdit>
#include <QTimer>

namespace mw::ui {

/// Marks hits in a long text, beside whatever else is marked there: of what is on screen, and again
/// when that is something else. Belongs to the text. GUI thread.
class TextHits : public QObject {
    Q_OBJECT

public:
    /// The one of that text, made where there is none yet.
    static TextHits& of(QTextEdit* text);

    /// Null: none. Also to be called when the text is another one.
    void setHits(SharedHits hits);

private:
    explicit TextHits(QTextEdit* text);
    void mark();

    QTextEdit* const text_;
    SharedHits hits_;
    QTimer later_;
};

} // namespace mw::ui
