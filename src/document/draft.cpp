#include "document/draft.h"

#include "document/citation.h"
#include "document/markdown_text.h"
#include "document/pull_text.h"
#include "document/reference.h"
#include "document/worth.h"
#include "store/time_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

namespace mw::document {

namespace {

std::string counted(std::int64_t count, const char* one, const char* many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string day_of(store::Seconds time) {
    return store::format_time(time).substr(0, 16) + " UTC";
}

class Draft {
public:
    Draft(store::Reader& reader, const store::Release& release, const DraftOptions& options,
          std::stop_token stop)
        : reader_(reader), release_(release), options_(options) {
        RankOptions rank;
        rank.per_section = std::max<std::size_t>(options.suggestions, 1);
        rank.as_of = options.as_of;
        for (auto& section : rank_release(reader, release, rank, std::move(stop)))
            ranked_.emplace(section.section, std::move(section.changesets));
        prose_ = pull_prose(reader, release.id);
        for (auto& pull : reader.pulls(release.id))
            if (!options.as_of || pull.landed_time <= *options.as_of)
                pulls_.push_back(std::move(pull));
        for (const auto& count : reader.sections(release.id, options.as_of)) {
            counts_[count.place.section] += count.changesets;
            total_ += count.changesets;
        }
        find_changesets();
    }

    std::string run() {
        line("# {}", markdown_text(release_.name));
        line("");
        opening();
        figures();
        for (const auto section : classify::all_sections())
            if (counts_.contains(section) || has_pulls(section))
                write_section(section);
        releases();
        return std::move(text_);
    }

private:
    template <typename... Values>
    void line(fmt::format_string<Values...> format, Values&&... values) {
        fmt::format_to(std::back_inserter(text_), format, std::forward<Values>(values)...);
        text_ += '\n';
    }

    bool is_wanted(const std::string& oid) const {
        return !options_.wanted || options_.wanted(oid);
    }

    bool has_pulls(classify::Section section) const {
        return std::ranges::any_of(
            pulls_, [&](const store::Pull& pull) { return pull.place.section == section; });
    }

    void find_changesets();
    void opening();
    void figures();
    void write_section(classify::Section section);
    void write_pulls(classify::Section section);
    void write_devices();
    void write_changesets(classify::Section section);
    void write_changeset(const store::CommitRow& row);
    void quote(const std::string& prose);
    void releases();
    std::string quotable(std::string_view text);

    store::Reader& reader_;
    const store::Release& release_;
    const DraftOptions& options_;
    std::map<classify::Section, std::vector<Worth>> ranked_;
    std::unordered_map<std::string, std::string> prose_;
    std::vector<store::Pull> pulls_;
    std::map<classify::Section, std::int64_t> counts_;
    std::int64_t total_ = 0;
    std::map<classify::Section, std::vector<store::CommitRow>> bookmarked_;
    std::map<classify::Subgroup, std::vector<store::CommitRow>> devices_;
    std::string text_;
};

void Draft::find_changesets() {
    store::CommitQuery query;
    query.release = release_.id;
    query.as_of = options_.as_of;
    reader_.for_each(query, [&](const store::CommitRow& row) {
        if (!is_wanted(row.oid))
            return true;
        if (row.personal && row.personal->bookmarked)
            bookmarked_[row.place.section].push_back(row);
        if (row.adds && row.place.section == classify::Section::hardware)
            devices_[row.place.subgroup].push_back(row);
        return true;
    });
}

/// Text of other people as Markdown, without ids that lead nowhere.
std::string Draft::quotable(std::string_view text) {
    std::string quoted;
    std::size_t done = 0;
    for (const auto& found : links_in_text(text)) {
        bool known = found.link.kind != LinkKind::commit;
        if (!known) {
            try {
                known = reader_.find_oid(found.link.commit).has_value();
            } catch (const store::Error&) {
                known = false; // the start of several ids
            }
        }
        if (known)
            continue;
        const auto id = text.substr(found.start, found.length).find(found.link.commit);
        const auto digits = found.start + (id == std::string_view::npos ? 0 : id);
        quoted.append(text.substr(done, digits - done)).append(text.substr(digits, 6));
        done = found.start + found.length;
    }
    quoted.append(text.substr(done));
    return markdown_text(quoted);
}

void Draft::opening() {
    const auto as_of = options_.as_of ? options_.as_of : release_.last_landing;
    line("As of {}, {} and {} had landed between {} and {}.",
         as_of ? day_of(*as_of) : "an unknown time",
         counted(total_, "non-merge changeset", "non-merge changesets"),
         counted(static_cast<std::int64_t>(pulls_.size()), "pull", "pulls"),
         markdown_text(release_.from_rev), markdown_text(release_.to_rev));
    if (release_.window_end) {
        store::CommitQuery query;
        query.release = release_.id;
        query.as_of = std::min(options_.as_of.value_or(*release_.window_end), *release_.window_end);
        line("The merge window ended with {} on {}; {} had landed by then.", release_.window_tag,
             day_of(*release_.window_end),
             counted(static_cast<std::int64_t>(reader_.find(query).size()), "changeset",
                     "changesets"));
    }
    const auto largest = std::ranges::max_element(pulls_, {}, &store::Pull::changesets);
    if (largest != pulls_.end() && total_ > 0)
        line("The largest pull brought {}, {:.1f} % of all: {}.",
             counted(largest->changesets, "changeset", "changesets"),
             100.0 * static_cast<double>(largest->changesets) / static_cast<double>(total_),
             markdown_link(quotable(largest->title), commit_address(largest->oid)));
    line("");
}

void Draft::figures() {
    std::map<classify::Section, std::int64_t> pulls;
    for (const auto& pull : pulls_)
        ++pulls[pull.place.section];
    line("| section | changesets | pulls |\n|---|---|---|");
    for (const auto section : classify::all_sections())
        if (counts_.contains(section) || pulls.contains(section))
            line("| {} | {} | {} |", classify::title(section), counts_[section], pulls[section]);
    line("| all | {} | {} |\n", total_, pulls_.size());
}

void Draft::write_changeset(const store::CommitRow& row) {
    line("- {} ({})", quotable(row.subject.empty() ? row.about : row.subject),
         row.oid.empty() ? "no id is known" : markdown_link("commit", commit_address(row.oid)));
}

void Draft::quote(const std::string& prose) {
    for (std::size_t at = 0; at < prose.size();) {
        const auto end = std::min(prose.find('\n', at), prose.size());
        const auto words = std::string_view(prose).substr(at, end - at);
        const auto start = std::min(words.find_first_not_of(" \t"), words.size());
        const bool last = end + 1 >= prose.size() || prose[end + 1] == '\n';
        const auto shown = quotable(words.substr(start));
        line("  >{}{}{}", shown.empty() ? "" : " ", shown, shown.empty() || last ? "" : "\\");
        at = end + 1;
    }
}

void Draft::write_pulls(classify::Section section) {
    bool any = false;
    for (const auto& pull : pulls_) {
        if (pull.place.section != section || !is_wanted(pull.oid))
            continue;
        if (!any)
            line("### Pulls\n");
        any = true;
        line("- {} ({})", markdown_link(quotable(pull.title), commit_address(pull.oid)),
             counted(pull.changesets, "changeset", "changesets"));
        const auto prose = prose_.find(pull.oid);
        if (options_.quote_pulls && prose != prose_.end()) {
            line("");
            quote(prose->second);
            line("");
        }
    }
    if (any)
        line("");
}

void Draft::write_devices() {
    for (const auto& [subgroup, rows] : devices_) {
        line("**{}**\n",
             subgroup == classify::Subgroup::none ? "Other" : classify::title(subgroup));
        for (const auto& row : rows)
            line("- {} ({})", quotable(row.adds->what),
                 markdown_link("commit", commit_address(row.oid)));
        line("");
    }
}

void Draft::write_changesets(classify::Section section) {
    const auto& chosen = bookmarked_[section];
    if (!chosen.empty()) {
        line("### Bookmarked\n");
        for (const auto& row : chosen)
            write_changeset(row);
        line("");
    }
    const auto& ranked = ranked_[section];
    const auto is_new = [&](const Worth& worth) {
        return is_wanted(worth.row.oid) &&
               std::ranges::find(chosen, worth.row.id, &store::CommitRow::id) == chosen.end();
    };
    if (options_.suggestions == 0 || std::ranges::none_of(ranked, is_new))
        return;
    line("### Perhaps worth a line\n");
    for (const auto& worth : ranked)
        if (is_new(worth))
            write_changeset(worth.row);
    line("");
}

void Draft::write_section(classify::Section section) {
    line("## {}\n", classify::title(section));
    line("{}.\n", counted(counts_[section], "changeset", "changesets"));
    if (section == classify::Section::hardware)
        write_devices();
    write_changesets(section);
    write_pulls(section);
}

void Draft::releases() {
    line("## Releases\n");
    for (const auto& release : reader_.releases())
        line("- {}: {}, from {} to {}", markdown_text(release.name),
             counted(release.changesets, "changeset", "changesets"),
             markdown_text(release.from_rev), markdown_text(release.to_rev));
}

} // namespace

std::string write_draft(store::Reader& reader, const store::Release& release,
                        const DraftOptions& options, std::stop_token stop) {
    return Draft(reader, release, options, std::move(stop)).run();
}

} // namespace mw::document
