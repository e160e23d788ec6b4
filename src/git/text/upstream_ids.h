#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mw::git {

/// The commits that a message says it was taken from, as git and the trees that carry backports
/// write it: 7 to 40 lower-case hex digits, each once, in the order of the message.
///
///     (cherry picked from commit 0123…)              git cherry-pick -x; "backported from" as well
///     commit 0123… upstream.                         stable (its stable-kernel-rules.rst)
///     [ Upstream commit 0123… ]                      stable
///     commit 0123…, with "Author:" on the next line  Red Hat and what is built of it
///     Git-commit: 0123…, Upstream-commit: 0123…      SUSE and others
///     mainline inclusion ... commit 0123…            openEuler and its like
///
/// A line that says so begins a paragraph or follows such a line: prose that merely names a commit
/// ("This reverts commit A which is / commit B upstream.") is none.
std::vector<std::string> upstream_ids(std::string_view body);

} // namespace mw::git
