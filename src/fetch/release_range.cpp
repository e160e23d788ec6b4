#include "fetch/release_range.h"

#include "git/setup/error.h"

#include <climits>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>
#include <utility>

namespace mw::fetch {

namespace {

struct NamedRelease {
    ReleaseName name;
    std::string tag;
};

/// Candidates come before their release, updates after it.
auto order_of(const ReleaseName& name) {
    return std::tuple(name.release, name.candidate == 0 ? INT_MAX : name.candidate, name.update);
}

std::optional<int> take_number(std::string_view& text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || number < 0 || text.front() == '-')
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

/// Whether one can come right before the other, which is later: a candidate starts after a
/// candidate of its own release or after a mainline release, an update after its own release.
bool precedes(const ReleaseName& earlier, const ReleaseName& later) {
    if (earlier.release == later.release)
        return (later.candidate != 0) == (earlier.candidate != 0) &&
               (later.candidate != 0 || later.update != 0);
    return later.update == 0 && earlier.candidate == 0 && earlier.update == 0;
}

/// The latest that precedes it.
const NamedRelease* before(const ReleaseName& name, const std::vector<NamedRelease>& releases) {
    const NamedRelease* found = nullptr;
    for (const auto& other : releases)
        if (order_of(other.name) < order_of(name) && precedes(other.name, name) &&
            (found == nullptr || order_of(found->name) < order_of(other.name)))
            found = &other;
    return found;
}

base::Message newest_of(const std::vector<NamedRelease>& releases) {
    if (releases.empty())
        return base::Message("it has no tags of kernel releases at all");
    return base::Message("its newest is {}",
                         std::ranges::max_element(releases, {}, [](const NamedRelease& release) {
                             return order_of(release.name);
                         })->tag);
}

} // namespace

std::optional<ReleaseName> release_name(std::string_view tag) {
    if (!tag.starts_with('v'))
        return std::nullopt;
    tag.remove_prefix(1);
    constexpr std::size_t most_numbers = 4;
    std::vector<int> numbers;
    do {
        if (!numbers.empty())
            tag.remove_prefix(1); // the dot
        const auto number = take_number(tag);
        if (!number)
            return std::nullopt;
        numbers.push_back(*number);
    } while (tag.starts_with('.') && numbers.size() < most_numbers);
    ReleaseName name;
    if (constexpr std::string_view mark = "-rc"; tag.starts_with(mark)) {
        tag.remove_prefix(mark.size());
        const auto candidate = take_number(tag);
        if (!candidate || *candidate == 0)
            return std::nullopt;
        name.candidate = *candidate;
    }
    const std::size_t length = numbers.front() >= 3 ? 2 : 3;
    if (!tag.empty() || numbers.size() < length || numbers.size() > length + 1)
        return std::nullopt;
    if (numbers.size() > length) {
        name.update = numbers.back();
        numbers.pop_back();
        if (name.update == 0 || name.candidate != 0)
            return std::nullopt;
    }
    name.release = std::move(numbers);
    return name;
}

ReleaseRange range_of(const std::string& tag, const std::vector<std::string>& tags) {
    std::vector<NamedRelease> releases;
    for (const auto& other : tags)
        if (auto name = release_name(other))
            releases.push_back({std::move(*name), other});
    const auto wanted = release_name(tag);
    if (!wanted)
        throw git::Error("'{}' is no tag of a kernel release. Write it as v6.7, "
                         "v6.7-rc3 or v6.7.3.",
                         tag);
    if (std::ranges::find(tags, tag) == tags.end())
        throw git::Error("The repository has no tag {}: {}.", tag, newest_of(releases));
    const auto* const from = before(*wanted, releases);
    if (from == nullptr)
        throw git::Error("{} is the first release that the repository has a tag for, "
                         "so that nobody can say where it starts.",
                         tag);
    ReleaseRange range{from->tag, tag, {}, {}};
    if (const auto* const earlier = before(from->name, releases))
        range.before_from = earlier->tag;
    std::ranges::sort(releases, {},
                      [](const NamedRelease& release) { return order_of(release.name); });
    if (wanted->update == 0)
        for (const auto& release : releases)
            if (release.name.release == wanted->release && release.name.candidate != 0 &&
                order_of(from->name) < order_of(release.name) &&
                order_of(release.name) < order_of(*wanted))
                range.candidates.push_back(release.tag);
    return range;
}

} // namespace mw::fetch
