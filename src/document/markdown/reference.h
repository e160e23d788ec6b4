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
    /// Of a commit whose address is that of no kernel's: what a browser opens, for whoever does not
    /// know the commit; empty otherwise.
    std::string page = {};
};

/// What the destination of a link is:
///   git.kernel.org/linus/<id>, git.kernel.org/<tree>/c/<id>, git.kernel.org/tip/<id>
///   a cgit page of kernel.org about a commit: …/commit/?id=<id>, also patch and diff
///   github.com/<owner>/<repository>/commit/<id>
///   another web address whose last part, or one value of whose query, is an id of 40 digits, as
///   GitLab, Gitea, Gerrit, cgit and gitweb have it
///   docs.kernel.org/<page>.html, www.kernel.org/doc/html/<version>/<page>.html,
///   Documentation/<page>.rst, also in a source browser's address of it
/// with or without http(s)://, ids of 7 to 40 digits. Else http and https alone; javascript:,
/// data:, file: and everything else is none.
Link link_of(std::string_view destination);

/// A part of a plain text that is a link.
struct TextLink {
    std::size_t start = 0, length = 0; ///< bytes
    Link link;
};

/// In the order of the text and not overlapping, whatever is no part of a longer word of:
///   ids of 12 to 40 hex digits, unless they are a plain number, a word of letters alone, or an
///   address of the kernel's (ffff…)
///   ids of 7 digits and more behind "commit", "Fixes:", "changeset" or "revert", before (" and a
///   title, and behind the "-g" that git-describe(1) writes
///   the addresses above without a scheme, those of lore.kernel.org, names of documentation files
///   CVE-2023-12345; manual pages, open(2), at man7.org
/// before: what stands before the text, on the line above it for example.
std::vector<TextLink> links_in_text(std::string_view text, std::string_view before = {});

} // namespace mw::document
