#include "git/diff/changed_lines.h"

#include "git/objects/repository_impl.h"
#include "git/setup/error.h"

namespace mw::git {

namespace {

int add_hunk(const git_diff_delta*, const git_diff_hunk* hunk, void* payload) {
    auto& changes = *static_cast<std::vector<ChangedLines>*>(payload);
    // Of no lines xdiff names the one above.
    changes.push_back({hunk->old_start + (hunk->old_lines == 0 ? 1 : 0), hunk->old_lines,
                       hunk->new_start + (hunk->new_lines == 0 ? 1 : 0), hunk->new_lines});
    return 0;
}

} // namespace

std::vector<ChangedLines> changed_lines(const Repository& repository, const ObjectId& old_blob,
                                        const ObjectId& new_blob) {
    std::vector<ChangedLines> changes;
    if (old_blob == new_blob)
        return changes;
    const RawObject old_text = repository.read(old_blob, ObjectType::blob);
    const RawObject new_text = repository.read(new_blob, ObjectType::blob);
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.context_lines = 0;
    options.flags = GIT_DIFF_FORCE_TEXT | GIT_DIFF_INDENT_HEURISTIC;
    const auto data = [](const RawObject& text) {
        return text.data().empty() ? "" : text.data().data();
    };
    const int code = git_diff_buffers(data(old_text), old_text.data().size(), nullptr,
                                      data(new_text), new_text.data().size(), nullptr, &options,
                                      nullptr, nullptr, add_hunk, nullptr, &changes);
    if (code != 0)
        throw Error("Two versions of a file cannot be compared: {}.", last_error());
    return changes;
}

} // namespace mw::git
