#include "importer/import_parts.h"

#include "base/system/paths.h"
#include "base/utf8.h"
#include "git/objects/tags.h"
#include "importer/end_tree_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <optional>

namespace mw::importer {

namespace {

/// Raised when the derived data of an import changes, so that a stopped import is not taken up
/// again on data that an older program wrote.
constexpr int derivation = 2;

void add_warnings(const classify::Maintainers& maintainers, store::Release& meta) {
    constexpr std::size_t most_remarks = 5;
    const auto& warnings = maintainers.warnings();
    const auto shown = std::min(warnings.size(), most_remarks);
    for (std::size_t i = 0; i < shown; ++i)
        meta.remarks.push_back(base::Message::from_stored(git::to_utf8(warnings[i].stored())));
    if (warnings.size() > shown)
        meta.remarks.push_back(base::Message("MAINTAINERS has {} more lines that cannot be read.",
                                             warnings.size() - shown));
}

std::shared_ptr<const classify::Maintainers> parse_maintainers(const std::string& text,
                                                               store::Release& meta) {
    auto maintainers = text.empty() ? nullptr : classify::Maintainers::parse(text);
    if (maintainers && maintainers->has_patterns()) {
        add_warnings(*maintainers, meta);
        return maintainers;
    }
    meta.remarks.push_back(
        text.empty()
            ? base::Message(
                  "There is no MAINTAINERS file at the end of this range: subsystems are unknown.")
            : base::Message("MAINTAINERS names no files at the end of this range (kernels before "
                            "2.6.31): subsystems are unknown."));
    return nullptr;
}

} // namespace

std::string fingerprint_of(const git::Repository& repository, const Range& range,
                           const RulesFiles& rules) {
    return fmt::format("{} {} {} {:x} {:x} {}", derivation, range.from.hex(), range.to.hex(),
                       rules.hash(), repository.replacement_fingerprint(),
                       base::whole_path(repository.path()).string());
}

void find_window_end(const git::Repository& repository,
                     const std::function<bool(const git::ObjectId&)>& is_mainline,
                     store::Release& meta) {
    std::optional<git::Tag> found;
    for (const auto& tag : git::list_tags(repository.path(), "*-rc1")) {
        const auto id = git::ObjectId::from_hex(tag.commit);
        if (!id || !is_mainline(*id))
            continue;
        if (found)
            return;
        found = tag;
    }
    if (!found)
        return;
    meta.window_end = found->time;
    meta.window_tag = found->name;
}

store::Release describe(const ImportRequest& request, const git::Repository& repository,
                        const Range& range) {
    store::Release meta;
    meta.name = request.name.empty() ? request.to : request.name;
    meta.repository = base::whole_path(repository.path()).string();
    meta.from_rev = request.from;
    meta.to_rev = request.to;
    meta.from_oid = range.from.hex();
    meta.to_oid = range.to.hex();
    meta.imported_at = std::time(nullptr);
    meta.interfaces =
        request.lines ? store::InterfaceState::unread : store::InterfaceState::not_wanted;
    meta.lines = request.lines ? store::LineState::pending : store::LineState::not_wanted;
    return meta;
}

ReleaseSources read_sources(const ImportRequest& request, const git::Repository& repository,
                            const Range& range, std::shared_ptr<const classify::Rules> rules,
                            ProgressMeter& meter, const std::stop_token& stop,
                            store::Release& meta) {
    ReleaseSources sources;
    const auto consent =
        request.fetch ? git::FetchConsent::given() : git::FetchConsent::remembered(repository);
    EndTreeFiles end(repository, range.to, request.to, consent, meter, stop);
    sources.maintainers_text = end.file("MAINTAINERS");
    // One sentence is enough about a file that is there and cannot be had.
    if (end.remarks().empty())
        sources.maintainers = parse_maintainers(sources.maintainers_text, meta);
    if (auto mailmap = end.file(".mailmap"); end.remarks().empty())
        sources.mailmap = std::move(mailmap);
    meta.remarks.insert(meta.remarks.end(), end.remarks().begin(), end.remarks().end());
    sources.rules = std::move(rules);
    return sources;
}

} // namespace mw::importer
