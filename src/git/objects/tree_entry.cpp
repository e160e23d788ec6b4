#include "git/objects/tree_entry.h"

#include "base/common_bytes.h"
#include "git/setup/error.h"

namespace mw::git {

namespace {

/// canon_mode() of git's cache.h: early trees hold modes such as 100664, which git reads as 100644.
std::uint32_t canonical(std::uint32_t mode) {
    switch (mode & entry_type_mask) {
    case 0100000:
        return 0100644 | ((mode & 0100) != 0 ? 0111 : 0);
    case 0120000:
    case directory_type:
        return mode & entry_type_mask;
    default:
        return submodule_type;
    }
}

[[noreturn]] void throw_cut_off() {
    throw DamagedObject(
        "A tree object ends in the middle of an entry: the clone is damaged. 'git fsck' run "
        "there tells where.");
}

} // namespace

RawTreeEntry TreeCursor::entry() const {
    std::uint32_t mode = 0;
    std::size_t at = 0;
    while (at < rest_.size() && rest_[at] != ' ')
        mode = mode * 8 + static_cast<std::uint32_t>(rest_[at++] - '0');
    const std::size_t end = entry_end(0);
    const std::size_t name_end = end - ObjectId::size - 1;
    if (++at > name_end)
        throw_cut_off();
    return {canonical(mode), rest_.substr(at, name_end - at), rest_.data() + name_end + 1};
}

void TreeCursor::skip_equal(TreeCursor& a, TreeCursor& b) {
    const auto equal = base::common_start(a.rest_, b.rest_);
    std::size_t boundary = 0;
    while (boundary < equal) {
        const std::size_t end = a.entry_end(boundary);
        if (end > equal)
            break;
        boundary = end;
    }
    a.rest_.remove_prefix(boundary);
    b.rest_.remove_prefix(boundary);
}

std::size_t TreeCursor::entry_end(std::size_t start) const {
    const auto name_end = rest_.find('\0', start);
    if (name_end == std::string_view::npos || rest_.size() - name_end <= ObjectId::size)
        throw_cut_off();
    return name_end + 1 + ObjectId::size;
}

std::optional<TreeEntry> find_tree_entry(const Repository& repository, const ObjectId& tree,
                                         std::string_view path) {
    TreeEntry found{tree, directory_type};
    for (;;) {
        const auto slash = path.find('/');
        const auto name = path.substr(0, slash);
        const auto object = repository.read(found.id, ObjectType::tree);
        RawTreeEntry entry;
        for (TreeCursor cursor(object.data()); !cursor.at_end(); cursor.skip())
            if (entry = cursor.entry(); entry.name == name)
                break;
        if (name.empty() || entry.id == nullptr || entry.name != name)
            return std::nullopt;
        found = {ObjectId::from_bytes(entry.id), entry.mode};
        if (slash == std::string_view::npos)
            return found;
        if (!found.is_directory())
            return std::nullopt;
        path.remove_prefix(slash + 1);
    }
}

} // namespace mw::git
