#include "importer/end_tree_files.h"

#include "base/message.h"
#include "git/objects/lazy_fetch.h"
#include "importer/import.h"

#include <fmt/format.h>

namespace mw::importer {

EndTreeFiles::EndTreeFiles(const git::Repository& repository, const git::ObjectId& commit,
                           std::string revision, std::optional<git::FetchConsent> consent,
                           ProgressMeter& meter, std::stop_token stop)
    : repository_(repository), commit_(commit), revision_(std::move(revision)), consent_(consent),
      meter_(meter), stop_(std::move(stop)) {}

std::string EndTreeFiles::file(const std::string& path) {
    if (auto text = repository_.file_at(commit_, path))
        return std::move(*text);
    const auto blob = repository_.blob_at(commit_, path);
    if (!blob || !repository_.is_partial())
        return {};
    if (!remarks_.empty()) // where git could not bring one it need not try again
        return {};
    if (!consent_) {
        remark(path, base::Message("the network was not asked"));
        return {};
    }
    meter_.start(Stage::fetching, 0);
    const auto trouble = git::fetch_blob(repository_, *blob, *consent_, stop_);
    if (stop_.stop_requested())
        throw Cancelled();
    if (trouble.empty())
        return repository_.file_at(commit_, path).value_or("");
    remark(path, base::Message("git could not bring it ({})", trouble));
    return {};
}

void EndTreeFiles::remark(const std::string& path, const base::Message& why) {
    remarks_.push_back(base::Message(
        base::Advice::allow_fetch,
        "{0} of {1} is not in this partial clone, and {2}. Subsystems and corrected names may be "
        "missing until it is: 'git show {1}:{0}' run there brings it.",
        path, revision_, why));
}

} // namespace mw::importer
