#include "bundle/known_trees.h"

#include "base/utf8.h"
#include "git/objects/commit_links.h"
#include "git/objects/tree_compare.h"

namespace mw::bundle {

namespace {

std::unordered_set<std::string> files_at(const git::Repository& repository,
                                         const git::ObjectId& commit) {
    std::vector<git::TreeChange> all;
    git::compare_trees(repository, {}, git::tree_of(repository, commit), all);
    std::unordered_set<std::string> files;
    for (const auto& file : all)
        files.insert(git::path_text(file.path));
    return files;
}

} // namespace

KnownTrees::KnownTrees(const std::string& old_repository, const std::string& old_revision,
                       const std::string& new_repository, const std::string& new_revision)
    : old_(old_repository), new_(new_repository), old_commit_(old_.resolve_commit(old_revision)),
      new_commit_(new_.resolve_commit(new_revision)), old_files_(files_at(old_, old_commit_)),
      new_files_(files_at(new_, new_commit_)) {}

char KnownTrees::likely_status(const std::string& path) const {
    if (is_new(path))
        return 'A';
    return is_gone(path) ? 'D' : 'M';
}

bool KnownTrees::is_new(const std::string& path) const {
    return !old_files_.contains(path) && new_files_.contains(path);
}

bool KnownTrees::is_gone(const std::string& path) const {
    return old_files_.contains(path) && !new_files_.contains(path);
}

std::string KnownTrees::maintainers() const {
    return new_.file_at(new_commit_, "MAINTAINERS").value_or("");
}

importer::InterfaceComparison KnownTrees::interfaces() const {
    const importer::TreeEnd old_end{old_, old_commit_}, new_end{new_, new_commit_};
    return importer::compare_interfaces(old_end, new_end,
                                        importer::read_interface_trees(old_end, new_end), 0, {});
}

} // namespace mw::bundle
