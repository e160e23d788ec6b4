#pragma once

#include <string>
#include <string_view>

namespace mw::store {

/// Where the title of a merge says it came from, in the forms that git-fmt-merge-msg(1) and kernel
/// history know:
///     Merge tag 'x' of URL                 tree URL, tag x
///     Merge branch 'x' of URL              tree URL
///     Merge branches 'x', 'y' of URL       tree URL
///     Merge remote branch 'x' of URL       tree URL
///     Merge git://host/path                tree git://host/path (also host:path and /path)
///     Merge branch 'x' into y, others      neither
struct PullSource {
    std::string tree, tag;
};

PullSource parse_pull_title(std::string_view title);

/// "davem/net-next-2.6" or "tip/linux-2.6-tip x86-cpu-for-linus": the owner's folder, the tree, and
/// the branch or tag; the host and the way there are the same for most. The whole title where it
/// names no tree.
std::string pull_label(std::string_view title);

} // namespace mw::store
