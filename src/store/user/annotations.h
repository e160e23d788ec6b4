#pragma once

#include "store/model/records.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mw::store {

/// What a person made of commits: their own section, bookmarks, notes, colours, read marks. It
/// hangs on the commit id, so it outlives every import and is there again when the commit is.
///
/// Owns a writing connection; one thread. A change waits up to a minute for an import that writes.
/// Throws store::Error.
class AnnotationStore {
public:
    explicit AnnotationStore(const std::filesystem::path& file);
    ~AnnotationStore();
    AnnotationStore(const AnnotationStore&) = delete;
    AnnotationStore& operator=(const AnnotationStore&) = delete;

    /// Lets edit() change what is known of each commit, all in one transaction. oids: hex, 40
    /// digits, or the 12 that the bundled release knows. A commit of which nothing is left is
    /// forgotten.
    void change(const std::vector<std::string>& oids, const std::function<void(Annotation&)>& edit);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::store
