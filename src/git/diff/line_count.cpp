#include "git/diff/line_count.h"

#include "base/common_bytes.h"
#include "git/objects/repository_impl.h"
#include "git/setup/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// The cases, cheapest first; each gives the figures that git's xdiff gives:
//   binary on either side                 no figures, for a change of mode as well
//   same blob (a mode change)             nothing
//   one side empty or absent              every line of the other
//   nothing left on one side, once the lines that both share at the start and the end are cut off
//                                         every line left on the other side
//   no line left on one side is left on the other as well
//                                         every line left, on both
//   else                                  xdiff, on the whole files: its shortcuts for lines that
//                                         occur often look at whole files, so cutting first would
//                                         give other figures in rare cases

namespace mw::git {

namespace {

bool is_binary(const DiffSettings& settings, std::string_view data) {
    return settings.text == TextRule::by_content && has_nul(data);
}

std::int64_t lines_in(std::string_view text) {
    const auto newlines = std::ranges::count(text, '\n');
    return newlines + (!text.empty() && text.back() != '\n' ? 1 : 0);
}

/// The content that git compares: a blob, or for a submodule its commit as a line of text.
class Side {
public:
    Side(const Repository& repository, const ObjectId& id, std::uint32_t mode,
         std::size_t largest) {
        if (id.is_null())
            return;
        if (is_submodule(mode)) {
            text_ = fmt::format("Subproject commit {}\n", id.hex());
            return;
        }
        id_ = id;
        packed_ = repository.impl().database->read_packed(id);
        if (!packed_ || packed_->type != PackedType::blob) {
            packed_.reset();
            unread_ = repository.unread(look_up(repository), id);
        }
        if (unread_ == Unread::none && data().size() > largest)
            unread_ = Unread::too_large;
    }

    /// As libgit2's own object: its diff of plain buffers first computes their ids. Null for what
    /// is no blob, and where it cannot be read any more.
    const git_blob* blob(const Repository& repository) {
        if (packed_ && !blob_)
            look_up(repository);
        return blob_.get();
    }

    Unread unread() const { return unread_; }

    std::string_view data() const {
        if (packed_)
            return packed_->data();
        if (!blob_)
            return text_;
        return {static_cast<const char*>(git_blob_rawcontent(blob_.get())),
                static_cast<std::size_t>(git_blob_rawsize(blob_.get()))};
    }

private:
    int look_up(const Repository& repository) {
        const git_oid oid = to_git(id_);
        return git_blob_lookup(out(blob_), repository.impl().repository.get(), &oid);
    }

    ObjectId id_;
    std::optional<PackedObject> packed_;
    BlobHandle blob_;
    std::string text_;
    Unread unread_ = Unread::none;
};

void cut_common_lines(std::string_view& a, std::string_view& b) {
    std::size_t start = base::common_start(a, b);
    if (start == a.size() && start == b.size()) {
        a = b = {};
        return;
    }
    while (start > 0 && a[start - 1] != '\n')
        --start;
    a.remove_prefix(start);
    b.remove_prefix(start);

    const std::size_t tail = base::common_end(a, b);
    // The shared tail starts where both sides start a line.
    std::size_t end = tail;
    const auto at_line_start = [](std::string_view text, std::size_t from_end) {
        return from_end == text.size() || text[text.size() - from_end - 1] == '\n';
    };
    while (end > 0 && !(at_line_start(a, end) && at_line_start(b, end)))
        --end;
    a.remove_suffix(end);
    b.remove_suffix(end);
}

template <typename Visit>
void for_each_line(std::string_view text, Visit visit) {
    while (!text.empty()) {
        const auto end = text.find('\n');
        const std::size_t length = end == std::string_view::npos ? text.size() : end + 1;
        if (!visit(text.substr(0, length)))
            return;
        text.remove_prefix(length);
    }
}

/// False only where no line of one text is a line of the other. A set of hashes without their
/// lines, in which at most one bit of 64 is set: where it errs, xdiff looks at both texts, and
/// finds that they share nothing.
bool may_share_a_line(std::string_view a, std::string_view b) {
    constexpr std::size_t word = 64;
    const auto lines = static_cast<std::size_t>(std::ranges::count(a, '\n')) + 1;
    std::vector<std::uint64_t> set(std::bit_ceil(lines));
    const auto place_of = [&set](std::string_view line) {
        const auto hash = std::hash<std::string_view>()(line);
        return std::pair(&set[hash / word & (set.size() - 1)], std::uint64_t{1} << hash % word);
    };
    for_each_line(a, [&](std::string_view line) {
        const auto [at, bit] = place_of(line);
        *at |= bit;
        return true;
    });
    bool shared = false;
    for_each_line(b, [&](std::string_view line) {
        const auto [at, bit] = place_of(line);
        shared = (*at & bit) != 0;
        return !shared;
    });
    return shared;
}

struct Counting {
    LineCount count;
    std::string_view old_text, new_text; ///< as they are compared
    const LineVisitor& lines;
};

int count_line(const git_diff_delta*, const git_diff_hunk*, const git_diff_line* line,
               void* payload) {
    auto& counting = *static_cast<Counting*>(payload);
    const bool added = line->origin == GIT_DIFF_LINE_ADDITION;
    if (!added && line->origin != GIT_DIFF_LINE_DELETION)
        return 0;
    ++(added ? counting.count.insertions : counting.count.deletions);
    if (!counting.lines)
        return 0;
    // xdiff hands out the texts' own bytes; a copy would be a text of its own.
    const std::string_view found(line->content, line->content_len);
    const auto& text = added ? counting.new_text : counting.old_text;
    const bool within = !std::less<>()(found.data(), text.data()) &&
                        !std::less<>()(text.data() + text.size(), found.data() + found.size());
    counting.lines(added, within ? text : found, found);
    return 0;
}

std::string_view content_of(const git_blob* blob) {
    return {static_cast<const char*>(git_blob_rawcontent(blob)),
            static_cast<std::size_t>(git_blob_rawsize(blob))};
}

LineCount diff(const Repository& repository, Side& old_side, Side& new_side,
               const LineVisitor& lines) {
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.context_lines = 0;
    options.flags = GIT_DIFF_FORCE_TEXT;
    int code = 0;
    const git_blob* const old_blob = old_side.blob(repository);
    const git_blob* const new_blob = new_side.blob(repository);
    Counting counting{{}, old_side.data(), new_side.data(), lines};
    if (old_blob != nullptr && new_blob != nullptr) {
        counting.old_text = content_of(old_blob);
        counting.new_text = content_of(new_blob);
        code = git_diff_blobs(old_blob, nullptr, new_blob, nullptr, &options, nullptr, nullptr,
                              nullptr, count_line, &counting);
    } else {
        code = git_diff_buffers(old_side.data().data(), old_side.data().size(), nullptr,
                                new_side.data().data(), new_side.data().size(), nullptr, &options,
                                nullptr, nullptr, nullptr, count_line, &counting);
    }
    if (code != 0)
        throw Error("Two versions of a file cannot be compared: {}.", last_error());
    return counting.count;
}

} // namespace

LineCount count_lines(const Repository& repository, const TreeChange& change,
                      const ChangeSettings& settings, std::size_t largest, const TextVisitor& texts,
                      const LineVisitor& lines) {
    if (settings.before.text == TextRule::binary || settings.after.text == TextRule::binary)
        return {0, 0, true, Unread::none, {}};
    Side old_side(repository, change.old_id, change.old_mode, largest);
    const bool same = change.old_id == change.new_id;
    if (old_side.unread() != Unread::none)
        return same ? LineCount() : LineCount{0, 0, false, old_side.unread(), change.old_id};
    Side new_side(repository, change.new_id, change.new_mode, largest);
    if (new_side.unread() != Unread::none)
        return {0, 0, false, new_side.unread(), change.new_id};
    std::string_view old_text = old_side.data(), new_text = new_side.data();
    if (is_binary(settings.before, old_text) || is_binary(settings.after, new_text))
        return {0, 0, true, Unread::none, {}};
    if (same)
        return {};
    const bool plain = !is_submodule(change.old_mode) && !is_submodule(change.new_mode);
    if (texts && plain)
        texts(old_text, new_text);
    cut_common_lines(old_text, new_text);
    if (!old_text.empty() && !new_text.empty() && may_share_a_line(old_text, new_text))
        return diff(repository, old_side, new_side, plain ? lines : LineVisitor());
    if (lines && plain && !old_text.empty())
        lines(false, old_side.data(), old_text);
    if (lines && plain && !new_text.empty())
        lines(true, new_side.data(), new_text);
    return {lines_in(new_text), lines_in(old_text), false, Unread::none, {}};
}

} // namespace mw::git
