#include "git/objects/replacements.h"

#include "git/setup/environment_variable.h"
#include "git/setup/error.h"
#include "git/setup/handle.h"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>

namespace mw::git {

namespace {

constexpr int deepest_replacement = 5; // MAXREPLACEDEPTH of git's replace-object.c

std::string reference_folder() {
    const char* const moved = environment_variable("GIT_REPLACE_REF_BASE");
    std::string folder = moved != nullptr && *moved != '\0' ? moved : "refs/replace/";
    if (!folder.ends_with('/'))
        folder += '/';
    return folder;
}

bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

std::uint64_t mix(std::uint64_t hash, const ObjectId& id) {
    constexpr std::uint64_t prime = 1099511628211U; // FNV-1a
    for (const auto byte : id.bytes)
        hash = (hash ^ static_cast<std::uint64_t>(byte)) * prime;
    return hash;
}

} // namespace

Replacements::Replacements(git_repository* repository, const CloneFolders& clone, bool replace) {
    if (replace)
        read_references(repository);
    read_grafts(clone);
}

void Replacements::read_references(git_repository* repository) {
    ReferenceIteratorHandle iterator;
    const auto folder = reference_folder();
    int code = git_reference_iterator_glob_new(out(iterator), repository, (folder + "*").c_str());
    while (code == 0) {
        ReferenceHandle reference;
        code = git_reference_next(out(reference), iterator.get());
        if (code != 0)
            break;
        const std::string_view name = git_reference_name(reference.get());
        const auto original = ObjectId::from_hex(name.substr(name.rfind('/') + 1));
        const git_oid* const target = git_reference_target(reference.get());
        if (original && target != nullptr)
            replaced_.emplace(*original, from_git(*target));
    }
    if (code != GIT_ITEROVER) {
        const git_error* const error = git_error_last();
        throw Error("The replacements of {} (git replace) cannot be read: {}.",
                    git_repository_path(repository),
                    error != nullptr ? error->message : "unknown error");
    }
}

void Replacements::read_grafts(const CloneFolders& clone) {
    const char* const moved = environment_variable("GIT_GRAFT_FILE");
    std::ifstream file(moved != nullptr ? std::filesystem::path(moved)
                                        : clone.common / "info/grafts",
                       std::ios::binary);
    for (std::string line; std::getline(file, line);)
        add_graft(line);
}

/// "COMMIT PARENT PARENT…"; git passes over a line that is not like that, and of two lines for one
/// commit the first one counts.
void Replacements::add_graft(std::string_view line) {
    while (!line.empty() && is_blank(line.back()))
        line.remove_suffix(1);
    if (line.empty() || line.front() == '#')
        return;
    constexpr std::size_t length = 2 * ObjectId::size;
    std::vector<ObjectId> ids;
    for (;;) {
        const auto id = ObjectId::from_hex(line.substr(0, length));
        if (!id || line.size() < length)
            return;
        ids.push_back(*id);
        line.remove_prefix(length);
        if (line.empty())
            break;
        if (!is_blank(line.front()))
            return;
        line.remove_prefix(1);
    }
    grafts_.emplace(ids.front(), std::vector<ObjectId>(ids.begin() + 1, ids.end()));
}

std::optional<ObjectId> Replacements::content_of(const ObjectId& id) const {
    ObjectId current = id;
    for (int depth = 0; depth < deepest_replacement; ++depth) {
        const auto found = replaced_.find(current);
        if (found == replaced_.end())
            return current;
        current = found->second;
    }
    return std::nullopt;
}

std::optional<std::string> Replacements::grafted(const ObjectId& commit,
                                                 std::string_view bytes) const {
    const auto found = grafts_.find(commit);
    if (found == grafts_.end())
        return std::nullopt;
    // "tree ID", then the parents, then the rest of the header.
    const auto line_end = [&](std::size_t start) {
        const auto end = bytes.find('\n', start);
        return end == std::string_view::npos ? bytes.size() : end + 1;
    };
    std::size_t rest = line_end(0);
    std::string result(bytes.substr(0, rest));
    while (bytes.substr(rest).starts_with("parent "))
        rest = line_end(rest);
    for (const auto& parent : found->second)
        result += fmt::format("parent {}\n", parent.hex());
    return result.append(bytes.substr(rest));
}

std::uint64_t Replacements::fingerprint() const {
    std::uint64_t sum = 0; // of all, so that the order of the tables does not matter
    for (const auto& [original, content] : replaced_)
        sum += mix(mix(1469598103934665603U, original), content);
    for (const auto& [commit, parents] : grafts_) {
        std::uint64_t hash = mix(1469598103934665607U, commit);
        for (const auto& parent : parents)
            hash = mix(hash, parent);
        sum += hash;
    }
    return sum;
}

} // namespace mw::git
