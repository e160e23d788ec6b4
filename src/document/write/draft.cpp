#include "document/write/draft.h"

#include "base/characters.h"
#include "base/utc_time.h"
#include "document/write/citation.h"
#include "document/write/interface_section.h"
#include "document/write/markdown_text.h"
#include "document/write/numbers.h"
#include "document/write/quotation.h"
#include "document/write/security_section.h"
#include "ranking/pull_text.h"
#include "store/rows/pull_title.h"
#include "store/sql/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace mw::document {

namespace {

std::string counted(std::int64_t count, const char* one, const char* many) {
    return fmt::format("{} {}", grouped(count), count == 1 ? one : many);
}

std::string day_of(Seconds time) {
    const auto text = format_time(time);
    return text.substr(0, text.rfind(':')) + " UTC"; // without its seconds
}

/// "AR9271 chipset" does; "couple more", "module table for X" and "SDIO implementation" do not;
/// "LG" may be anything.
bool names_hardware(std::string_view what) {
    constexpr std::size_t shortest = 4;
    const auto second = std::min(what.find(' '), what.size());
    const auto start = what.substr(0, std::min(what.find(' ', second + 1), what.size()));
    return what.size() >= shortest && !what.ends_with(" implementation") &&
           std::ranges::any_of(start, [](char c) { return is_digit(c) || (c >= 'A' && c <= 'Z'); });
}

class Draft {
public:
    Draft(store::Reader& reader, const store::Release& release, const DraftOptions& options,
          std::stop_token stop)
        : reader_(reader), release_(release), options_(options) {
        RankOptions rank;
        // Devices, which stand in a list of their own, leave few of the first ones.
        rank.per_section = options.since ? 5000 : 500;
        rank.all_pulls = true;
        rank.as_of = options.as_of;
        for (auto& section : rank_release(reader, release, rank, std::move(stop))) {
            std::erase_if(section.pulls, [this](const PullScore& worth) {
                return !is_recent(worth.pull.landed_time);
            });
            std::erase_if(section.changesets,
                          [this](const Score& worth) { return !is_recent(worth.row.landed_time); });
            for (const auto& worth : section.pulls)
                largest_ = std::max(largest_, worth.pull, [](const auto& left, const auto& right) {
                    return left.changesets < right.changesets;
                });
            pulls_ += section.pulls.size();
            if (!section.pulls.empty() || !section.changesets.empty())
                ranked_.emplace(section.section, std::move(section));
        }
        prose_ = pull_prose(reader, release.id);
        count_sections();
        find_annotation();
        find_devices();
        find_corrections();
    }

    std::string run() {
        line("# {}\n", markdown_text(release_.name));
        line("*A skeleton, to be edited: figures and lists from the database, and what others "
             "wrote, "
             "quoted.*\n");
        opening();
        figures();
        for (const auto section : classify::all_sections())
            if (counts_.contains(section) || ranked_.contains(section))
                write_section(section);
        interface_changes();
        security();
        outline();
        releases();
        return std::move(text_);
    }

private:
    template <typename... Values>
    void line(fmt::format_string<Values...> format, Values&&... values) {
        fmt::format_to(std::back_inserter(text_), format, std::forward<Values>(values)...);
        text_ += '\n';
    }

    bool is_wanted(const store::CommitRow& row) const {
        return is_recent(row.landed_time) && (!options_.wanted || options_.wanted(row));
    }

    /// Whether it landed in the time that the article is about.
    bool is_recent(const std::optional<Seconds>& landed) const {
        return !options_.since || (landed && *landed > *options_.since);
    }

    void count_sections();

    /// Null where the person did nothing with it.
    const store::CommitRow* personal(const std::string& oid) const {
        const auto found = personal_.find(oid);
        return found == personal_.end() ? nullptr : &found->second;
    }

    void find_annotation();
    void find_devices();
    void find_corrections();
    void for_each_row(const std::string& text,
                      const std::function<void(const store::CommitRow& row)>& action);
    bool is_reverted_by_then(const store::CommitRow& row);
    void opening();
    void figures();
    void write_section(classify::Section section);
    PullPlace place_of(const PullScore& pull) const;
    void write_pulls(classify::Section section);
    void write_pull(const PullScore& pull);
    void write_in_passing(const std::vector<const PullScore*>& pulls);
    void write_devices();
    void write_bookmarked(classify::Section section);
    void write_suggestions(classify::Section section);
    void write_changeset(const store::CommitRow& row, const char* indent = "");
    void write_note(const store::CommitRow& row);
    void quote_first_words(const store::CommitRow& row);
    void interface_changes();
    void security();
    void outline();
    void releases();

    store::Reader& reader_;
    const store::Release& release_;
    const DraftOptions& options_;
    std::map<classify::Section, SectionScores> ranked_;
    std::size_t pulls_ = 0;
    store::Pull largest_;
    std::unordered_map<std::string, std::string> prose_;
    std::map<classify::Section, std::int64_t> counts_;
    std::int64_t total_ = 0;
    /// Bookmarked or noted, merges too; by id.
    std::unordered_map<std::string, store::CommitRow> personal_;
    std::map<classify::Section, std::vector<store::CommitRow>> bookmarked_;
    std::map<classify::Subgroup, std::vector<store::CommitRow>> devices_;
    std::set<std::string> reverted_; ///< ids of changesets that something took out again
    std::int64_t follow_ups_ = 0;    ///< changesets that correct what landed in the same release
    std::set<std::string> written_;  ///< ids of changesets that have a line of their own already
    std::string text_;
};

void Draft::count_sections() {
    if (!options_.since) {
        for (const auto& count : reader_.sections(release_.id, options_.as_of)) {
            counts_[count.place.section] += count.changesets;
            total_ += count.changesets;
        }
        return;
    }
    store::CommitQuery query;
    query.release = release_.id;
    query.as_of = options_.as_of;
    reader_.for_each(query, [this](const store::CommitRow& row) {
        if (row.kind == store::CommitKind::changeset && is_recent(row.landed_time)) {
            ++counts_[row.place.section];
            ++total_;
        }
        return true;
    });
}

void Draft::for_each_row(const std::string& text,
                         const std::function<void(const store::CommitRow& row)>& action) {
    store::CommitQuery query;
    query.release = release_.id;
    query.as_of = options_.as_of;
    query.text = text;
    reader_.for_each(query, [&](const store::CommitRow& row) {
        if (is_wanted(row))
            action(row);
        return true;
    });
}

void Draft::find_annotation() {
    for_each_row("is:bookmarked OR is:noted", [this](const store::CommitRow& row) {
        personal_.emplace(row.oid, row);
        // Pulls have a place of their own.
        if (row.personal && row.personal->bookmarked && row.kind != store::CommitKind::pull)
            bookmarked_[row.place.section].push_back(row);
    });
}

void Draft::find_devices() {
    for_each_row("is:new-hardware", [this](const store::CommitRow& row) {
        if (row.place.section == classify::Section::hardware)
            devices_[row.place.subgroup].push_back(row);
    });
}

/// Of what something of any release takes out: as of a moment only what had landed counts.
bool Draft::is_reverted_by_then(const store::CommitRow& row) {
    if (!options_.as_of)
        return true;
    const auto detail = reader_.commit(row.id);
    return detail && std::ranges::any_of(detail->corrections, [&](const auto& correction) {
               if (correction.kind != store::ReferenceKind::reverts)
                   return false;
               const auto by = reader_.commit(correction.commit);
               return by && by->row.landed_time && *by->row.landed_time <= *options_.as_of;
           });
}

void Draft::find_corrections() {
    for_each_row("is:reverted", [this](const store::CommitRow& row) {
        if (is_reverted_by_then(row))
            reverted_.insert(row.oid);
    });
    for_each_row("is:follow-up", [this](const store::CommitRow&) { ++follow_ups_; });
}

void Draft::opening() {
    const auto as_of = options_.as_of ? options_.as_of : release_.last_landing;
    line("{} of {}, {} and {} had landed between {} and {}.",
         options_.since ? fmt::format("After {} and as", day_of(*options_.since)) : "As",
         as_of ? day_of(*as_of) : "an unknown time",
         counted(total_, "non-merge changeset", "non-merge changesets"),
         counted(static_cast<std::int64_t>(pulls_), "pull", "pulls"),
         markdown_text(release_.from_rev), markdown_text(release_.to_rev));
    if (release_.window_end && options_.as_of && *options_.as_of < *release_.window_end) {
        line("The merge window was still open.");
    } else if (release_.window_end && !options_.since) {
        store::CommitQuery query;
        query.release = release_.id;
        query.as_of = release_.window_end;
        line("The merge window ended with {} on {}; {} had landed by then.",
             markdown_text(release_.window_tag), day_of(*release_.window_end),
             counted(static_cast<std::int64_t>(reader_.find(query).size()), "changeset",
                     "changesets"));
    }
    if (follow_ups_ > 0)
        line("{} what landed in the same release{}.",
             counted(follow_ups_, "changeset fixes or reverts", "changesets fix or revert"),
             reverted_.empty()
                 ? std::string()
                 : fmt::format("; {} taken out again",
                               counted(std::ssize(reverted_), "changeset was", "changesets were")));
    if (largest_.changesets > 0 && total_ > 0)
        line("The largest pull brought {}, {:.1f} % of all: {}.",
             counted(largest_.changesets, "changeset", "changesets"),
             100.0 * static_cast<double>(largest_.changesets) / static_cast<double>(total_),
             commit_link(markdown_words(largest_.title), largest_.oid, options_.project));
    line("");
}

void Draft::figures() {
    line("| section | changesets | pulls |\n|---|--:|--:|");
    for (const auto section : classify::all_sections())
        if (counts_.contains(section) || ranked_.contains(section))
            line("| {} | {} | {} |", options_.project.title(section), grouped(counts_[section]),
                 grouped(std::ssize(ranked_[section].pulls)));
    line("| all | {} | {} |\n", grouped(total_), grouped(static_cast<std::int64_t>(pulls_)));
}

void Draft::write_changeset(const store::CommitRow& row, const char* indent) {
    line("{}- {} ({}{})", indent, markdown_text(row.subject.empty() ? row.about : row.subject),
         row.oid.empty() ? "no id is known" : commit_link("commit", row.oid, options_.project),
         reverted_.contains(row.oid) ? ", reverted since" : "");
}

/// What the person noted, below the entry that it belongs to.
void Draft::write_note(const store::CommitRow& row) {
    if (!row.personal || row.personal->note.empty())
        return;
    line("\n  Your note:\n");
    quote_lines(text_, row.personal->note);
    line("");
}

/// What a changeset says of itself, so that the person need not look it up: its first paragraph,
/// unless that only leads to something, in whole sentences.
void Draft::quote_first_words(const store::CommitRow& row) {
    constexpr std::size_t shortest = 40, longest = 400;
    const auto commit = reader_.commit(row.id);
    if (!commit)
        return;
    const auto blocks = blocks_of(prose_of(commit->body));
    if (blocks.empty() || blocks.front().kind != PullBlock::Kind::paragraph)
        return;
    auto words = std::string_view(blocks.front().text);
    if (words.size() > longest) {
        const auto end = words.substr(0, longest).rfind(". ");
        words = end == std::string_view::npos ? std::string_view() : words.substr(0, end + 1);
    }
    if (words.size() >= shortest && !words.ends_with(':'))
        line("\n  > {}", markdown_text(words));
}

PullPlace Draft::place_of(const PullScore& pull) const {
    if (personal(pull.pull.oid) != nullptr)
        return PullPlace::entry;
    if (options_.place)
        return options_.place(pull);
    return pull.minor ? PullPlace::in_passing : PullPlace::entry;
}

void Draft::write_pull(const PullScore& worth) {
    const auto& pull = worth.pull;
    const auto prose = prose_.find(pull.oid);
    const bool quoted = options_.quote_pulls && prose != prose_.end();
    std::vector<const Score*> news; // what does not stand above already
    for (const auto& best : worth.best)
        if (!written_.contains(best.row.oid))
            news.push_back(&best);
    line("- {} ({}{}){}",
         commit_link(markdown_words(store::pull_label(pull.title)), pull.oid, options_.project),
         counted(pull.changesets, "changeset", "changesets"),
         pull.landed_time ? ", landed " + day_of(*pull.landed_time).substr(0, 10) : std::string(),
         quoted || news.empty() ? "" : ", with:");
    if (quoted) {
        line("");
        quote_prose(text_, prose->second);
        line("");
    } else {
        for (const auto* const best : news)
            write_changeset(best->row, "  ");
    }
    if (const auto* const row = personal(pull.oid))
        write_note(*row);
}

void Draft::write_in_passing(const std::vector<const PullScore*>& pulls) {
    if (pulls.empty())
        return;
    std::int64_t changesets = 0;
    // Those of one tree stand side by side, named once.
    std::vector<std::pair<std::string, std::vector<std::string>>> trees;
    for (const auto* const worth : pulls) {
        changesets += worth->pull.changesets;
        const auto label = store::pull_label(worth->pull.title);
        auto tree = std::ranges::find(trees, label, [](const auto& known) { return known.first; });
        if (tree == trees.end())
            tree = trees.insert(tree, {label, {}});
        tree->second.push_back(worth->pull.oid);
    }
    std::string names;
    for (const auto& [label, pulls_of_tree] : trees)
        for (const auto& oid : pulls_of_tree)
            names.append(names.empty() ? "" : ", ")
                .append(
                    commit_link(&oid == &pulls_of_tree.front() ? markdown_words(label) : "again",
                                oid, options_.project));
    line("{} with few changesets, or with fixes alone, brought {}{}: {}.\n",
         counted(std::ssize(pulls), "more pull", "more pulls"),
         counted(changesets, "changeset", "changesets"), pulls.size() == 1 ? "" : " together",
         names);
}

void Draft::write_pulls(classify::Section section) {
    std::vector<const PullScore*> entries, in_passing;
    for (const auto& pull : ranked_[section].pulls)
        if (const auto place = place_of(pull); place != PullPlace::left_out)
            (place == PullPlace::entry ? entries : in_passing).push_back(&pull);
    if (entries.empty() && in_passing.empty())
        return;
    line("### Pulls\n");
    for (const auto* const pull : entries)
        write_pull(*pull);
    if (!entries.empty())
        line("");
    write_in_passing(in_passing);
}

void Draft::write_devices() {
    for (const auto& [subgroup, rows] : devices_) {
        line("**{}**\n",
             subgroup == classify::Subgroup::none ? "Other" : options_.project.title(subgroup));
        for (const auto& row : rows) {
            // What is no name by itself is told by the title.
            const auto& what = row.adds->what;
            line("- {} ({}{})", markdown_text(names_hardware(what) ? what : row.subject),
                 commit_link("commit", row.oid, options_.project),
                 reverted_.contains(row.oid) ? ", reverted since" : "");
            written_.insert(row.oid);
        }
        line("");
    }
}

void Draft::write_bookmarked(classify::Section section) {
    const auto& chosen = bookmarked_[section];
    if (chosen.empty())
        return;
    line("### Bookmarked\n");
    for (const auto& row : chosen) {
        write_changeset(row);
        written_.insert(row.oid);
        write_note(row);
    }
    line("");
}

void Draft::write_suggestions(classify::Section section) {
    const auto is_new = [&](const Score& worth) {
        const auto* const made = personal(worth.row.oid);
        const bool stands_above = made != nullptr && made->personal->bookmarked;
        const bool is_device = section == classify::Section::hardware && worth.row.adds;
        return !stands_above && !is_device && is_wanted(worth.row) &&
               !reverted_.contains(worth.row.oid);
    };
    std::vector<const Score*> suggested;
    for (const auto& worth : ranked_[section].changesets)
        if (suggested.size() < options_.suggestions && is_new(worth))
            suggested.push_back(&worth);
    if (suggested.empty())
        return;
    line("### Perhaps worth a line\n");
    for (const auto* const worth : suggested) {
        write_changeset(worth->row);
        written_.insert(worth->row.oid);
        quote_first_words(worth->row);
        write_note(worth->row);
    }
    line("");
}

void Draft::write_section(classify::Section section) {
    line("## {}\n", options_.project.title(section));
    line("{}, {}.\n", counted(counts_[section], "changeset", "changesets"),
         counted(std::ssize(ranked_[section].pulls), "pull", "pulls"));
    if (section == classify::Section::hardware)
        write_devices();
    write_bookmarked(section);
    write_suggestions(section);
    write_pulls(section);
}

void Draft::interface_changes() {
    auto rows = options_.interfaces;
    if (rows.empty())
        return;
    std::set<store::RowId> landed;
    for_each_row("", [&landed](const store::CommitRow& row) { landed.insert(row.id); });
    const bool all = !options_.as_of && !options_.since && !options_.wanted;
    std::erase_if(rows, [&](const store::InterfaceRow& row) {
        return row.commit == 0 ? !all : !landed.contains(row.commit);
    });
    text_ += interface_section(rows, options_.interfaces_of_each, options_.project);
}

void Draft::security() {
    store::CommitQuery query;
    query.release = release_.id;
    query.as_of = options_.as_of;
    query.text = "is:cve-fix";
    std::vector<store::CommitDetail> commits;
    reader_.for_each_detail(query, [&](const store::CommitDetail& commit) {
        if (is_wanted(commit.row))
            commits.push_back(commit);
        return true;
    });
    text_ += security_section(commits, options_.project);
}

void Draft::outline() {
    if (!options_.outline)
        return;
    const auto part = part_of_outline(*options_.outline, [this](const store::OutlineNode& node) {
        return is_recent(node.landed) &&
               (!options_.as_of || (node.landed && *node.landed <= *options_.as_of));
    });
    line("## Outline\n");
    text_ +=
        outline_section(part, options_.outline_message, options_.outline_depth, options_.project);
    line("");
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
