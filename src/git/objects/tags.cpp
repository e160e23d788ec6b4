#include "git/objects/tags.h"

#include "base/utf8.h"
#include "git/objects/repository_impl.h"
#include "git/setup/error.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>

namespace mw::git {

namespace {

constexpr int final_release = 1 << 20; ///< sorts above every -rcN

/// The numbers of "v2.6.35-rc3" as {2, 6, 35, 3}; a final release ends in final_release.
std::optional<std::vector<int>> version_numbers(std::string_view name) {
    if (!name.starts_with('v'))
        return std::nullopt;
    name.remove_prefix(1);
    std::vector<int> numbers;
    bool candidate = false;
    while (!name.empty()) {
        int number = 0;
        const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
        if (error != std::errc() || candidate)
            return std::nullopt;
        name.remove_prefix(static_cast<std::size_t>(end - name.data()));
        if (name.starts_with("-rc")) {
            numbers.push_back(number);
            name.remove_prefix(3);
            int rc = 0;
            const auto [rc_end, rc_error] =
                std::from_chars(name.data(), name.data() + name.size(), rc);
            if (rc_error != std::errc() || rc_end != name.data() + name.size())
                return std::nullopt;
            numbers.push_back(rc);
            return numbers;
        }
        numbers.push_back(number);
        if (name.starts_with('.'))
            name.remove_prefix(1);
        else if (!name.empty())
            return std::nullopt;
    }
    numbers.push_back(final_release);
    return numbers;
}

/// Mainline releases have two numbers since 3.0 and three, "2.6.x", before.
bool is_mainline_release(const std::vector<int>& numbers) {
    if (numbers.back() != final_release)
        return false;
    const std::size_t count = numbers.size() - 1;
    return numbers.front() >= 3 ? count == 2 : count == 3 && numbers[0] == 2 && numbers[1] == 6;
}

std::optional<Tag> read_tag(git_repository* repository, const git_reference* reference) {
    ObjectHandle commit;
    if (git_reference_peel(out(commit), reference, GIT_OBJECT_COMMIT) != 0)
        return std::nullopt; // a tag of a tree or a blob, as v2.6.11-tree is, or of what is missing
    Tag tag;
    tag.name = to_utf8(std::string_view(git_reference_name(reference)).substr(10));
    tag.commit = from_git(*git_object_id(commit.get())).hex();
    CommitHandle handle;
    if (git_commit_lookup(out(handle), repository, git_object_id(commit.get())) == 0)
        tag.time = git_commit_time(handle.get());
    return tag;
}

/// unreadable: said where the references cannot be gone through.
void for_each_reference(const Repository& repository, const std::string& glob,
                        const std::function<base::Message(const std::string& why)>& unreadable,
                        const std::function<void(const git_reference* reference)>& action) {
    const auto fail = [&] { throw Error(unreadable(last_error())); };
    ReferenceIteratorHandle iterator;
    if (git_reference_iterator_glob_new(out(iterator), repository.impl().repository.get(),
                                        glob.c_str()) != 0)
        fail();
    for (;;) {
        ReferenceHandle reference;
        const int code = git_reference_next(out(reference), iterator.get());
        if (code == GIT_ITEROVER)
            return;
        if (code != 0)
            fail();
        action(reference.get());
    }
}

} // namespace

std::vector<Tag> list_tags(const std::filesystem::path& path, const std::string& pattern) {
    const Repository repository(path);
    std::vector<Tag> tags;
    for_each_reference(
        repository, "refs/tags/" + pattern,
        [&](const std::string& why) {
            return base::Message("The tags of {} cannot be read: {}.", path, why);
        },
        [&](const git_reference* reference) {
            if (auto tag = read_tag(repository.impl().repository.get(), reference))
                tags.push_back(std::move(*tag));
        });
    std::ranges::sort(tags, [](const Tag& a, const Tag& b) {
        if (a.time != b.time)
            return a.time > b.time;
        const auto left = version_numbers(a.name), right = version_numbers(b.name);
        return left != right ? left > right : a.name > b.name;
    });
    return tags;
}

std::vector<std::string> list_branches(const std::filesystem::path& path) {
    const Repository repository(path);
    std::vector<std::string> branches;
    for (const std::string front : {"refs/heads/", "refs/remotes/"}) {
        const auto first = branches.size();
        for_each_reference(
            repository, front + "*",
            [&](const std::string& why) {
                return base::Message("The branches of {} cannot be read: {}.", path, why);
            },
            [&](const git_reference* reference) {
                const auto name =
                    to_utf8(std::string_view(git_reference_name(reference)).substr(front.size()));
                // Another name of a branch that is listed itself.
                if (front != "refs/remotes/" || !name.ends_with("/HEAD"))
                    branches.push_back(name);
            });
        std::ranges::sort(branches.begin() + static_cast<std::ptrdiff_t>(first), branches.end());
    }
    return branches;
}

SuggestedRange suggest_range(const std::vector<Tag>& tags) {
    std::vector<std::pair<std::vector<int>, std::string>> releases;
    for (const auto& tag : tags)
        if (const auto numbers = version_numbers(tag.name);
            numbers && is_mainline_release(*numbers))
            releases.emplace_back(*numbers, tag.name);
    if (releases.size() < 2)
        return {};
    std::ranges::sort(releases, std::greater<>());
    return {releases[1].second, releases[0].second};
}

} // namespace mw::git
