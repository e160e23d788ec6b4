#include "git/diff/line_count.h"

#include "git/objects/repository_impl.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>

namespace mw::git {

namespace {

bool is_binary(const DiffSettings& settings, std::string_view data) {
    return settings.text == TextRule::by_content && has_nul(data);
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

} // namespace

LineCount LineCounter::count(const TreeChange& change, const ChangeSettings& settings,
                             const TextVisitor& texts, const LineVisitor& lines) {
    if (settings.before.text == TextRule::binary || settings.after.text == TextRule::binary)
        return {0, 0, true, Unread::none, {}};
    const Side old_side(repository_, change.old_id, change.old_mode, largest_);
    const bool same = change.old_id == change.new_id;
    if (old_side.unread() != Unread::none)
        return same ? LineCount() : LineCount{0, 0, false, old_side.unread(), change.old_id};
    const Side new_side(repository_, change.new_id, change.new_mode, largest_);
    if (new_side.unread() != Unread::none)
        return {0, 0, false, new_side.unread(), change.new_id};
    const std::string_view old_text = old_side.data(), new_text = new_side.data();
    if (is_binary(settings.before, old_text) || is_binary(settings.after, new_text))
        return {0, 0, true, Unread::none, {}};
    if (same)
        return {};
    const bool plain = !is_submodule(change.old_mode) && !is_submodule(change.new_mode);
    if (texts && plain)
        texts(old_text, new_text);
    LineCount count;
    for (const auto& found : diff_.compare(old_text, new_text)) {
        count.insertions += found.insertions;
        count.deletions += found.deletions;
        if (!lines || !plain)
            continue;
        if (!found.removed.empty())
            lines(false, old_text, found.removed);
        if (!found.added.empty())
            lines(true, new_text, found.added);
    }
    return count;
}

} // namespace mw::git
