#include "git/diff/patch.h"

#include "base/utf8.h"
#include "git/diff/patch_impl.h"
#include "git/objects/repository_impl.h"
#include "git/objects/tree_compare.h"
#include "git/objects/tree_entry.h"
#include "git/setup/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

// The path is looked up in the commit's tree and in its first parent's; only these two entries are
// read. libgit2's diff of two trees would expand both of them first (libgit2 pull request 6863).
//
// Cases, by what the two trees have under the path (a folder counts as nothing: the files in it are
// paths of their own):
//   old nothing, new something      A: every line added; a root commit has no old side at all
//   old something, new nothing      D: every line removed
//   same kind on both sides         M: what differs; no hunk where the mode alone does
//   file, link, submodule swapped   T: every old line removed, then every new line added, as git
//                                   shows it; it never compares a link's target with a file's text
//   nothing on both sides           an error: the path is none that the commit changed

namespace mw::git {

namespace {

constexpr std::uint32_t entry_kind = 0170000;

char status_of(const PathEntry& old_entry, const PathEntry& new_entry) {
    if (!exists(old_entry))
        return 'A';
    if (!exists(new_entry))
        return 'D';
    return (old_entry.mode & entry_kind) == (new_entry.mode & entry_kind) ? 'M' : 'T';
}

/// A path is text already; but nobody must get bytes that are none.
std::string shown_path(std::string_view path) {
    return is_utf8(path) ? std::string(path) : path_text(path);
}

/// One side's bytes: a blob, or for a submodule its commit as a line of text, as git has it.
class PatchSide {
public:
    PatchSide() = default;

    PatchSide(const Repository& repository, std::string_view commit, const PathEntry& entry)
        : there_(exists(entry)) {
        if (!there_)
            return;
        if (is_submodule(entry.mode)) {
            text_ = fmt::format("Subproject commit {}\n", entry.id.hex());
            return;
        }
        blob_ = repository.read_if_present(entry.id, ObjectType::blob);
        if (!blob_)
            throw_missing(repository, commit, entry.id);
    }

    std::string_view bytes() const { return blob_ ? blob_->data() : std::string_view(text_); }

    /// Null, as libgit2 wants it, where the side does not exist: no file differs from an empty one.
    const char* data() const {
        if (!there_)
            return nullptr;
        return bytes().empty() ? "" : bytes().data();
    }

private:
    [[noreturn]] static void throw_missing(const Repository& repository, std::string_view commit,
                                           const ObjectId& id) {
        const auto where = repository.path().string();
        if (repository.is_partial())
            throw LeftOut(
                "The clone {0} was made without file contents, and this one (blob {1}) has not "
                "been fetched. 'git -C {0} show {2}', run once with a network, fetches what this "
                "commit needs.",
                where, id.hex(), commit);
        throw MissingObject("The blob {1} is missing from {0}: the clone is "
                            "incomplete. 'git fsck' run there tells what is missing, "
                            "'git fetch' may bring it.",
                            where, id.hex());
    }

    std::optional<RawObject> blob_;
    std::string text_;
    bool there_ = false;
};

/// NUL would end the text for others; its picture says that it is there.
std::string line_text(std::string_view bytes) {
    if (bytes.find('\0') == std::string_view::npos)
        return to_utf8(bytes);
    std::string text;
    for (const char c : bytes)
        text += c == '\0' ? "\xE2\x90\x80" : std::string(1, c);
    return to_utf8(text);
}

/// A head is cut at a byte, which may be in the middle of a character: of that nothing is shown.
std::string_view whole_characters(std::string_view head) {
    const auto byte = [head](std::size_t at) { return static_cast<unsigned char>(head[at]); };
    if (head.size() < HunkHeads::longest_head)
        return head;
    auto start = head.size() - 1;
    while (start > head.size() - 3 && (byte(start) & 0xC0U) == 0x80)
        --start;
    const std::size_t length = byte(start) >= 0xF0   ? 4
                               : byte(start) >= 0xE0 ? 3
                               : byte(start) >= 0xC0 ? 2
                                                     : 1;
    return start + length > head.size() ? head.substr(0, start) : head;
}

/// Collects what libgit2 reports of one comparison, up to a limit.
struct HunkCollector {
    FilePatch& patch;
    HunkHeadFinder heads;
    std::size_t lines_left;
    bool hunk_opened = false; ///< no line was kept of a hunk that is announced beyond the limit
    std::string header;

    static constexpr int stop = 1;

    static int on_hunk(const git_diff_delta*, const git_diff_hunk* hunk, void* payload) {
        auto& self = *static_cast<HunkCollector*>(payload);
        std::string_view header(hunk->header, hunk->header_len);
        header = header.substr(0, header.find("@@", 2) + 2);
        // Where a hunk has no old lines its start is the line above.
        const int above = hunk->old_start - (hunk->old_lines > 0 ? 1 : 0);
        const auto head = self.heads.before(static_cast<std::size_t>(std::max(0, above)));
        self.header = line_text(header);
        if (!head.empty())
            self.header += " " + line_text(whole_characters(head));
        self.hunk_opened = false;
        return 0;
    }

    static int on_line(const git_diff_delta*, const git_diff_hunk*, const git_diff_line* line,
                       void* payload) {
        auto& self = *static_cast<HunkCollector*>(payload);
        if (self.lines_left == 0) {
            self.patch.cut = true;
            return stop;
        }
        if (!self.hunk_opened)
            self.patch.hunks.push_back({self.header, {}});
        self.hunk_opened = true;
        --self.lines_left;
        self.patch.hunks.back().lines.push_back(read(*line));
        return 0;
    }

    static PatchLine read(const git_diff_line& line) {
        PatchLine result;
        std::string_view content(line.content, line.content_len);
        switch (line.origin) {
        case GIT_DIFF_LINE_CONTEXT_EOFNL:
        case GIT_DIFF_LINE_ADD_EOFNL:
        case GIT_DIFF_LINE_DEL_EOFNL:
            result.origin = '\\';
            result.text = " No newline at end of file";
            return result;
        default:
            result.origin = line.origin;
        }
        if (content.ends_with('\n'))
            content.remove_suffix(1);
        result.text = line_text(content);
        result.old_number = std::max(0, line.old_lineno);
        result.new_number = std::max(0, line.new_lineno);
        return result;
    }
};

std::uint32_t flag_of(Whitespace whitespace) {
    switch (whitespace) {
    case Whitespace::not_amount:
        return GIT_DIFF_IGNORE_WHITESPACE_CHANGE;
    case Whitespace::not_at_all:
        return GIT_DIFF_IGNORE_WHITESPACE;
    default:
        return 0;
    }
}

bool is_binary(const DiffSettings& settings, const PatchSide& side) {
    return settings.text == TextRule::by_content && has_nul(side.bytes());
}

void compare_sides(const PatchSide& old_side, const PatchSide& new_side, const PatchOptions& wanted,
                   HunkCollector& collector) {
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.flags = GIT_DIFF_FORCE_TEXT | GIT_DIFF_INDENT_HEURISTIC | flag_of(wanted.whitespace);
    options.context_lines = wanted.context;
    const int code =
        git_diff_buffers(old_side.data(), old_side.bytes().size(), nullptr, new_side.data(),
                         new_side.bytes().size(), nullptr, &options, nullptr, nullptr,
                         HunkCollector::on_hunk, HunkCollector::on_line, &collector);
    if (code != 0 && code != HunkCollector::stop)
        throw Error("The two versions of {} cannot be compared: {}.", collector.patch.path,
                    last_error());
}

} // namespace

CommitLinks PatchReader::Impl::links(const ObjectId& commit) const {
    const auto object = repository.read_if_present(commit, ObjectType::commit);
    if (!object)
        throw MissingObject("The commit {} is not in the clone {}. 'git fetch' run "
                            "there may bring it.",
                            commit.hex(), repository.path().string());
    return parse_commit_links(object->data());
}

PatchTrees PatchReader::Impl::trees(std::string_view hex, std::size_t parent) const {
    const auto id = ObjectId::from_hex(hex);
    if (!id)
        throw Error("'{}' is no full commit id.", hex);
    const auto changed = links(*id);
    return {parent < changed.parents.size() ? links(changed.parents[parent]).tree : ObjectId(),
            changed.tree};
}

DiffSettingsReader& PatchReader::Impl::settings(std::string_view wanted, std::string_view commit) {
    auto id = ObjectId::from_hex(wanted);
    if (!id || !repository.contains(*id))
        id = ObjectId::from_hex(commit);
    if (!id)
        throw Error("'{}' is no full commit id.", commit);
    if (!settings_ || settings_commit_ != *id) {
        settings_.reset();
        settings_.emplace(repository, *id);
        settings_commit_ = *id;
    }
    return *settings_;
}

PathEntry PatchReader::Impl::entry(const ObjectId& tree, std::string_view path) const {
    if (tree.is_null() || path.empty())
        return {};
    const auto found = find_tree_entry(repository, tree, path);
    return found && !found->is_directory() ? PathEntry{found->id, found->mode} : PathEntry();
}

PathEntry PatchReader::Impl::shown_entry(const ObjectId& tree, std::string_view path) const {
    // Databases of older versions have a backslash as it is.
    const PathEntry found = entry(tree, path_bytes(path));
    return exists(found) ? found : entry(tree, path);
}

PatchReader::PatchReader(const std::filesystem::path& repository)
    : impl_(std::make_unique<Impl>(repository)) {}
PatchReader::PatchReader(PatchReader&&) noexcept = default;
PatchReader& PatchReader::operator=(PatchReader&&) noexcept = default;
PatchReader::~PatchReader() = default;

FilePatch PatchReader::file(std::string_view commit, std::string_view path, std::size_t max_lines,
                            const PatchOptions& options) {
    const PatchTrees trees = impl_->trees(commit);
    const bool renamed = !options.old_path.empty() && options.old_path != path;
    const std::string_view old_path = renamed ? std::string_view(options.old_path) : path;
    const PathEntry old_entry = impl_->shown_entry(trees.old_tree, old_path);
    const PathEntry new_entry = impl_->shown_entry(trees.new_tree, path);
    if (!exists(old_entry) && !exists(new_entry))
        throw Error("Commit {} has no file {}, and neither has its parent.", commit,
                    shown_path(path));

    FilePatch patch;
    patch.path = shown_path(path);
    patch.old_path = shown_path(old_path);
    patch.status = status_of(old_entry, new_entry);
    if (renamed && patch.status == 'M')
        patch.status = 'R';
    patch.old_mode = old_entry.mode;
    patch.new_mode = new_entry.mode;
    if (old_entry.id == new_entry.id)
        return patch;
    auto& settings = impl_->settings(options.attributes, commit);
    const auto old_settings = settings.of(path_bytes(old_path), old_entry.mode);
    const auto new_settings = settings.of(path_bytes(path), new_entry.mode);
    // Nobody needs the contents then, and a partial clone may not have them.
    patch.binary = old_settings.text == TextRule::binary || new_settings.text == TextRule::binary;
    if (patch.binary)
        return patch;
    const PatchSide old_side(impl_->repository, commit, old_entry);
    const PatchSide new_side(impl_->repository, commit, new_entry);
    patch.binary = is_binary(old_settings, old_side) || is_binary(new_settings, new_side);
    if (patch.binary)
        return patch;
    HunkCollector collector{patch, {old_side.bytes(), *old_settings.heads}, max_lines, false, {}};
    if (patch.status == 'T') {
        compare_sides(old_side, PatchSide(), options, collector);
        if (!patch.cut)
            compare_sides(PatchSide(), new_side, options, collector);
    } else {
        compare_sides(old_side, new_side, options, collector);
    }
    return patch;
}

} // namespace mw::git
