#pragma once

#include "core/loaded_page.h"

namespace mw::ui {

/// A page's text, styled as the theme says; laid out by the view that shows it. The HTML is what
/// document::render_markdown() makes. Any thread; the text belongs to the one that asks.
std::shared_ptr<QTextDocument> pageText(const QString& html, const PageTheme& theme);

} // namespace mw::ui
