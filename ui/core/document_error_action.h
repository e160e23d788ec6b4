#pragma once

namespace mw::ui {

/// What helps where a page or a commit cannot be shown.
enum class DocumentErrorAction { None, Import, Locate, Fetch };

} // namespace mw::ui
