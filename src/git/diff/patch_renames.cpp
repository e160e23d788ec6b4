#include "git/diff/diff_settings.h"
#include "git/diff/patch.h"
#include "git/diff/patch_impl.h"
#include "git/objects/repository_impl.h"
#include "git/setup/error.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

// The way of git's diffcore-rename.c, so that a person sees what `git show -M` shows. Cases:
//   same id, same kind of file          a rename, whatever the name; one with the same name first,
//                                       each old file once
//   a name that one old and one new     a rename when they are similar to three quarters; the
//       file have, and no other         others are not asked
//   every other pair of plain files     by how much of the larger one is made of lines of the
//                                       other; the most similar pair first, from one half on, the
//                                       same name before another
//   links and submodules                by id alone
// How similar two files are is counted in bytes of pieces that both have: a piece is a line, or 64
// bytes of a longer one, known by a hash, as in git's diffcore-delta.c.

namespace mw::git {

namespace {

constexpr std::uint64_t most_score = 60'000, least_score = most_score / 2;
constexpr std::uint64_t least_score_of_same_name = least_score + (most_score - least_score) / 2;
constexpr std::uint32_t hash_base = 107'927;
constexpr int longest_piece = 64;
constexpr std::size_t kept_for_each = 4; ///< candidates of one new file, as git keeps

struct Piece {
    std::uint32_t hash = 0;
    std::uint64_t bytes = 0;
};

/// The pieces of a file by hash, each hash once.
std::vector<Piece> pieces_of(std::string_view text) {
    const bool binary = has_nul(text);
    std::vector<Piece> all;
    std::uint32_t one = 0, two = 0;
    int length = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (!binary && c == '\r' && at + 1 < text.size() && text[at + 1] == '\n')
            continue;
        const std::uint32_t before = one;
        one = (one << 7) ^ (two >> 25);
        two = (two << 7) ^ (before >> 25);
        one += c;
        if (++length < longest_piece && c != '\n')
            continue;
        all.push_back({(one + two * 0x61) % hash_base, static_cast<std::uint64_t>(length)});
        length = 0;
        one = two = 0;
    }
    std::ranges::sort(all, {}, &Piece::hash);
    std::vector<Piece> merged;
    for (const Piece& piece : all)
        if (merged.empty() || merged.back().hash != piece.hash)
            merged.push_back(piece);
        else
            merged.back().bytes += piece.bytes;
    return merged;
}

std::uint64_t bytes_in_both(const std::vector<Piece>& one, const std::vector<Piece>& other) {
    std::uint64_t bytes = 0;
    for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
        if (a->hash == b->hash)
            bytes += std::min((a++)->bytes, (b++)->bytes);
        else if (a->hash < b->hash)
            ++a;
        else
            ++b;
    }
    return bytes;
}

std::string_view name_of(std::string_view path) {
    return path.substr(path.rfind('/') + 1); // npos + 1 is 0
}

struct RenameFile {
    std::string_view path;
    PathEntry entry;
    std::uint64_t size = 0;
    std::optional<std::vector<Piece>> pieces; ///< empty until asked for
    bool used = false;

    bool is_plain() const { return is_plain_file(entry.mode); }
};

bool is_used(const RenameFile& file) {
    return file.used;
}

struct PaletteItem {
    std::size_t old_file = 0, new_file = 0;
    std::uint64_t score = 0;
    bool same_name = false;
};

class RenameSearch {
public:
    RenameSearch(const PatchReader::Impl& impl, const RenameLimits& limits,
                 const std::stop_token& stop)
        : impl_(impl), limits_(limits), stop_(stop) {}

    Renames find(std::string_view commit, std::span<const std::string> deleted,
                 std::span<const std::string> added) {
        const PatchTrees trees = impl_.trees(commit, limits_.parent);
        old_ = read(trees.old_tree, deleted);
        new_ = read(trees.new_tree, added);
        match_ids();
        if (!stop_.stop_requested() && leave_plain_files() && measure()) {
            match_names();
            renames_.limited = old_.size() * new_.size() > limits_.pairs;
            if (!renames_.limited)
                match_all();
        }
        std::ranges::sort(renames_.found, {}, &Rename::new_path);
        return std::move(renames_);
    }

private:
    std::vector<RenameFile> read(const ObjectId& tree, std::span<const std::string> paths) {
        std::vector<RenameFile> files;
        for (const std::string& path : paths) {
            if (stop_.stop_requested())
                break;
            if (const PathEntry entry = impl_.shown_entry(tree, path); exists(entry))
                files.push_back({path, entry, 0, {}, false});
        }
        return files;
    }

    void take(RenameFile& from, RenameFile& to, std::uint64_t score) {
        from.used = to.used = true;
        renames_.found.push_back({std::string(from.path), std::string(to.path),
                                  static_cast<int>(score * 100 / most_score)});
    }

    /// Old files with one id and of one kind, in their order.
    struct SameFiles {
        /// Hands out each file once, the first that is still free.
        struct Queue {
            std::vector<RenameFile*> files;
            std::size_t next = 0;

            RenameFile* first_free() {
                while (next < files.size() && files[next]->used)
                    ++next;
                return next < files.size() ? files[next] : nullptr;
            }
        };

        Queue all;
        std::unordered_map<std::string_view, Queue> by_name;
    };

    static std::string same_key(const RenameFile& file) {
        return file.entry.id.hex() + (file.is_plain() ? "" : std::to_string(file.entry.mode));
    }

    /// A thousand files that are all the same take a thousand steps, not a million.
    void match_ids() {
        std::unordered_map<std::string, SameFiles> by_id;
        for (RenameFile& file : old_) {
            auto& same = by_id[same_key(file)];
            same.all.files.push_back(&file);
            same.by_name[name_of(file.path)].files.push_back(&file);
        }
        for (RenameFile& to : new_) {
            const auto same = by_id.find(same_key(to));
            if (same == by_id.end())
                continue;
            const auto named = same->second.by_name.find(name_of(to.path));
            RenameFile* from =
                named == same->second.by_name.end() ? nullptr : named->second.first_free();
            if (from == nullptr)
                from = same->second.all.first_free();
            if (from != nullptr)
                take(*from, to, most_score);
        }
    }

    /// False where nothing is left that could be compared.
    bool leave_plain_files() {
        const auto other = [](const RenameFile& file) { return file.used || !file.is_plain(); };
        std::erase_if(old_, other);
        std::erase_if(new_, other);
        return !old_.empty() && !new_.empty();
    }

    /// Sizes of all, read from their headers; false where the limits forbid to go on.
    bool measure() {
        std::uint64_t bytes = 0;
        for (auto* const files : {&old_, &new_}) {
            for (RenameFile& file : *files) {
                std::size_t size = 0;
                git_object_t type = GIT_OBJECT_INVALID;
                const git_oid oid = to_git(file.entry.id);
                if (stop_.stop_requested())
                    return false;
                if (const int code =
                        git_odb_read_header(&size, &type, impl_.repository.impl().odb.get(), &oid);
                    code != 0)
                    pass_over(file, impl_.repository.unread(code, file.entry.id));
                file.size = size;
                bytes += size;
            }
            std::erase_if(*files, is_used);
        }
        renames_.limited = bytes > limits_.bytes;
        return !renames_.limited;
    }

    const std::vector<Piece>& pieces(RenameFile& file) {
        if (!file.pieces) {
            file.pieces.emplace();
            try {
                const auto blob = impl_.repository.read(file.entry.id, ObjectType::blob);
                file.pieces = pieces_of(blob.data());
            } catch (const LeftOut&) {
                ++renames_.unread[Unread::left_out];
            } catch (const MissingObject&) {
                ++renames_.unread[Unread::missing];
            } catch (const TooLargeObject&) {
                ++renames_.unread[Unread::too_large];
            } catch (const DamagedObject&) {
                ++renames_.unread[Unread::damaged];
            }
        }
        return *file.pieces;
    }

    void pass_over(RenameFile& file, Unread why) {
        file.used = true;
        ++renames_.unread[why];
    }

    std::uint64_t score(RenameFile& from, RenameFile& to, std::uint64_t least) {
        const std::uint64_t larger = std::max(from.size, to.size);
        const std::uint64_t apart = larger - std::min(from.size, to.size);
        if (larger * (most_score - least) < apart * most_score || larger == 0)
            return 0;
        return bytes_in_both(pieces(from), pieces(to)) * most_score / larger;
    }

    void match_names() {
        std::unordered_map<std::string_view, std::vector<RenameFile*>> old_names, new_names;
        for (RenameFile& file : old_)
            old_names[name_of(file.path)].push_back(&file);
        for (RenameFile& file : new_)
            new_names[name_of(file.path)].push_back(&file);
        for (const auto& [name, to] : new_names) {
            const auto from = old_names.find(name);
            if (to.size() != 1 || from == old_names.end() || from->second.size() != 1 ||
                stop_.stop_requested())
                continue;
            const auto similar =
                score(*from->second.front(), *to.front(), least_score_of_same_name);
            if (similar >= least_score_of_same_name)
                take(*from->second.front(), *to.front(), similar);
        }
        std::erase_if(old_, is_used);
        std::erase_if(new_, is_used);
    }

    void match_all() {
        const auto better = [](const PaletteItem& one, const PaletteItem& other) {
            return std::pair(one.score, one.same_name) > std::pair(other.score, other.same_name);
        };
        std::vector<PaletteItem> all;
        for (std::size_t to = 0; to < new_.size(); ++to) {
            std::vector<PaletteItem> candidates;
            for (std::size_t from = 0; from < old_.size(); ++from) {
                if (stop_.stop_requested())
                    return;
                const auto similar = score(old_[from], new_[to], least_score);
                if (similar >= least_score)
                    candidates.push_back(
                        {from, to, similar, name_of(old_[from].path) == name_of(new_[to].path)});
            }
            std::ranges::stable_sort(candidates, better);
            candidates.resize(std::min(candidates.size(), kept_for_each));
            all.insert(all.end(), candidates.begin(), candidates.end());
        }
        std::ranges::stable_sort(all, better);
        for (const PaletteItem& candidate : all)
            if (!old_[candidate.old_file].used && !new_[candidate.new_file].used)
                take(old_[candidate.old_file], new_[candidate.new_file], candidate.score);
    }

    const PatchReader::Impl& impl_;
    const RenameLimits& limits_;
    const std::stop_token& stop_;
    std::vector<RenameFile> old_, new_;
    Renames renames_;
};

} // namespace

Renames PatchReader::renames(std::string_view commit, std::span<const std::string> deleted,
                             std::span<const std::string> added, const RenameLimits& limits,
                             const std::stop_token& stop) {
    return RenameSearch(*impl_, limits, stop).find(commit, deleted, added);
}

} // namespace mw::git
