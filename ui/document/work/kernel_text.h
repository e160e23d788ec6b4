#pragma once

#include <string>
#include <string_view>

namespace mw::ui {

/// Markdown of a file of the kernel's documentation: headings of reStructuredText become headings,
/// everything else stays as it is written, in fixed width. Any thread.
std::string markdownOfKernelText(std::string_view text);

} // namespace mw::ui
