#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a document points at: commits, files of the kernel's documentation, and the web. The two
/// first get a scheme of their own, "commit:<id>" and "kerneldoc:<path>", which the window opens
/// itself. Pure functions, for any thread.
namespace mw::document {

enum class LinkKind {
    none, ///< nothing that may be opened: to be shown as text
    web,  ///< http or https
    commit,
    kernel_doc,
};

struct Link {
    LinkKind kind = LinkKind::none;
    /// What the link opens, safe for an attribute once escaped for HTML; empty for none.
    std::string target;
    /// Lower-case digits of the commit's id; empty for other kinds.
    std::string commit;
};

/// What the destination of a link is:
///   git.kernel.org/linus/<id>, git.kernel.org/<tree>/c/<id>, git.kernel.org/tip/<id>
///   a cgit page of kernel.org about a commit: …/commit/?id=<id>, also patch and diff
///   github.com/<owner>/<repository>/commit/<id>
///   docs.kernel.org/<page>.html, www.kernel.org/doc/html/<version>/<page>.html,
///   Documentation/<page>.rst
/// with or without http(s)://, ids of 7 to 40 digits. Else http and https alone; javascript:,
/// data:, file: and everything else is none.
Link link_of(std::string_view destination);

/// A part of a plain text that is a link.
struct TextLink {
    std::size_t start = 0, length = 0; ///< bytes
    Link link;
};

/// Ids of 12 to 40 hex digits that are not inside a longer word, the addresses above without a
/// scheme, and names of documentation files, in the order of the text and not overlapping.
std::vector<TextLink> links_in_text(std::string_view text);

} // namespace mw::document
