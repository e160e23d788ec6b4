#pragma once

#include "completion/program.h"

#include <string>
#include <string_view>

/// The manual, of which there is one source for each program and language (resources/manual), in
/// Markdown: man(1) and the window show the same.
namespace mw::manual {

/// The source with what the option parser knows. The line "<!-- options -->" becomes the program's
/// options. Below "## Commands" each "### name" gets the command's synopsis in front of its words
/// and its options behind them; commands without such a heading come after the others, with the
/// words of the parser. Throws base::Error for a heading there that is no command.
std::string with_options(std::string_view markdown, const completion::Program& program);

/// What stands at a manual page's head and foot.
struct Page {
    std::string name;    ///< of the program; of a translation "mergewindow.de", as its source
    std::string day;     ///< "2026-11-29"
    std::string version; ///< of the project
};

/// The page in roff's man macros. The first heading, which is the title, is left out; "## Name"
/// must come next, with "name - what it is". Items of lists that start in bold or as code are taken
/// for terms, up to a colon. Throws document::Stopped, base::Error.
std::string man_page(std::string_view markdown, const Page& page);

/// The same as a piece of HTML for the window, with the title. Throws document::TooLarge.
std::string html_page(std::string_view markdown);

} // namespace mw::manual
