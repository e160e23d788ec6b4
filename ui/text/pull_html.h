#pragma once

#include "ranking/pull_text.h"

#include <QColor>
#include <QString>

/// A pull's message as a page. Plain function; any thread.
namespace mw::ui {

/// Paragraphs, lists and titles as HTML that QTextBrowser shows; commit ids in it are links to
/// "commit:ID", web addresses to themselves. link: a colour that can be read on the page's base.
QString pullHtml(const std::vector<document::PullBlock>& blocks, const QColor& link);

} // namespace mw::ui
