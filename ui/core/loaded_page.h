#pragma once

#include "core/file_state.h"
#include "document/markdown/markdown.h"

#include <QColor>
#include <QFont>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QTextDocument>

#include <memory>
#include <vector>

namespace mw::ui {

/// The colours and the font that a document is laid out with. They come from the widget's palette,
/// which only the GUI thread may ask.
struct PageTheme {
    QFont font;
    QColor text, link, dimmed, shade; ///< shade: behind code and table heads
    int width = 0; ///< of the column, so that lines are not laid out twice; 0: not known yet

    bool operator==(const PageTheme&) const = default;
};

/// A document, ready for a view: made by a DocumentEngine, handed to the GUI thread.
struct LoadedPage {
    QString address; ///< of page.h
    QString title;
    /// Belongs to the GUI thread; views share it.
    std::shared_ptr<QTextDocument> text;
    /// Words too long to be laid out, which links of the text stand for (long_word_links.h).
    QStringList longWords;
    std::vector<document::Heading> outline;
    std::vector<document::Reference> references;
    /// Only the start of a large document; the whole follows.
    bool preview = false;
    FileState file{}; ///< before it was read; of none where the page is no file
};

} // namespace mw::ui

Q_DECLARE_METATYPE(mw::ui::LoadedPage)
