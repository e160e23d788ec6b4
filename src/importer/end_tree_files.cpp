#include "importer/end_tree_files.h"

#include "git/lazy_fetch.h"
#include "importer/import.h"

#include <fmt/format.h>

namespace mw::importer {

EndTreeFiles::EndTreeFiles(const git::Repository& repository, const git::ObjectId& commit,
                           std::string revision, ProgressMeter& meter, std::stop_token stop)
    : repository_(repository), commit_(commit), revision_(std::move(revision)), meter_(meter),
      stop_(std::move(stop)) {}

std::string EndTreeFiles::file(const std::string& path) {
    if (auto text = repository_.file_at(commit_, path))
        return std::move(*text);
    const auto blob = repository_.blob_at(commit_, path);
    if (!blob || !repository_.is_partial())
        return {};
    if (!remarks_.empty()) // where git could not bring one it need not try again
        return {};
    meter_.start(Stage::fetching, 0);
    const auto trouble = git::fetch_blob(repository_, *blob, stop_);
    if (stop_.stop_requested())
        throw Cancelled();
    if (trouble.empty())
        return repository_.file_at(commit_, path).value_or("");
    remarks_.push_back(fmt::format(
        "{0} of {1} is not in this partial clone, and git could not bring it ({2}). Subsystems and "
        "corrected names may be missing. With a network, 'git show {1}:{0}' run there brings it; "
        "then import again.",
        path, revision_, trouble));
    return {};
}

} // namespace mw::importer
