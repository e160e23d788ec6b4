#include "bundle/facts.h"

#include "base/message.h"
#include "base/object_id.h"
#include "bundle/known_trees.h"
#include "classify/maintainers/maintainers.h"
#include "classify/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

namespace mw::bundle {

namespace {

using importer::TableFile;

std::string sha_of(const TableFile& table, const TableFile::Row& row) {
    const auto& sha = row["sha"];
    constexpr std::size_t start = 12, whole = 40;
    if ((sha.size() != start && sha.size() != whole) || !git::from_hex(sha))
        table.mistake(row, base::Message("'{}' is no commit id of 12 or 40 digits.", sha));
    return sha;
}

Fact changeset_of(const TableFile& table, const TableFile::Row& row) {
    Fact fact;
    fact.kind = "changeset";
    fact.sha = sha_of(table, row);
    fact.title = row["title"];
    fact.author = row["author"];
    fact.author_time = row["author_time"];
    fact.commit_time = row["commit_time"];
    fact.proof = row["proof"];
    for (const auto* time : {&fact.author_time, &fact.commit_time})
        if (!time->empty() && !importer::zoned_time(*time))
            table.mistake(row, base::Message("'{}' is no time.", *time));
    fact.paths = importer::paths_of_table(row["paths"]);
    std::ranges::sort(fact.paths, {}, &importer::TablePath::path);
    return fact;
}

/// git's own title for a merge of a signed tag (its fmt-merge-msg); that of a branch is not known.
Fact pull_of(const TableFile& table, const TableFile::Row& row) {
    Fact fact;
    fact.kind = "pull";
    fact.sha = sha_of(table, row);
    const auto& pulled = row["pulled"];
    const auto blank = pulled.find(' ');
    auto address = pulled.substr(0, blank);
    auto ref = blank == std::string::npos ? std::string() : pulled.substr(blank + 1);
    if (address.ends_with(".git"))
        address.resize(address.size() - std::string_view(".git").size());
    if (ref.starts_with("tags/")) {
        ref.erase(0, std::string_view("tags/").size());
        fact.title = fmt::format("Merge tag '{}' of {}", ref, address);
    }
    if (fact.title.empty())
        fact.about = fmt::format("{} was pulled from {}; a notice of {} says so", ref, address,
                                 row["noticed"].substr(0, 10));
    fact.proof = "notice";
    return fact;
}

std::string words_of(const std::optional<classify::NewHardware>& adds) {
    return adds ? fmt::format("{}: {}", classify::key(adds->kind), adds->what) : std::string();
}

} // namespace

std::vector<Fact> read_facts(const std::filesystem::path& changesets,
                             const std::filesystem::path& pulls) {
    std::vector<Fact> facts;
    std::set<std::string> starts;
    const TableFile pull_table(pulls), changeset_table(changesets);
    const auto add = [&](const TableFile& table, const TableFile::Row& row, Fact fact) {
        if (!starts.insert(fact.sha.substr(0, 12)).second)
            table.mistake(row, base::Message("{} is there twice.", fact.sha));
        facts.push_back(std::move(fact));
    };
    for (const auto& row : pull_table.rows())
        add(pull_table, row, pull_of(pull_table, row));
    const auto first_changeset = static_cast<std::ptrdiff_t>(facts.size());
    for (const auto& row : changeset_table.rows())
        add(changeset_table, row, changeset_of(changeset_table, row));
    std::ranges::sort(facts.begin() + first_changeset, facts.end(), {}, [](const Fact& fact) {
        const auto time = importer::zoned_time(fact.author_time);
        return std::tuple(!time, time ? time->seconds : 0, fact.sha);
    });
    return facts;
}

void classify_facts(std::vector<Fact>& facts, const KnownTrees& trees,
                    const std::filesystem::path& rules) {
    const auto loaded = classify::Rules::load(rules);
    classify::Classifier classifier(loaded, classify::Maintainers::parse(trees.maintainers()));
    for (auto& fact : facts) {
        if (fact.kind == "pull") {
            const auto title = fact.title.empty() ? fact.about : fact.title;
            fact.verdict = classify::classify_merge(*loaded, title, {});
            continue;
        }
        classify::Subject subject;
        subject.title = fact.title;
        for (auto& path : fact.paths) {
            const char likely = trees.likely_status(path.path);
            subject.paths.emplace_back(path.path);
            subject.statuses.push_back(likely);
            path.status = likely == 'M' ? 'M' : '?';
        }
        fact.verdict = classifier.classify(subject);
    }
}

void write_facts(const std::vector<Fact>& facts, const std::string& head,
                 const std::filesystem::path& file) {
    importer::TableWriter table(file, head,
                                {"kind", "sha", "title", "author", "author_time", "commit_time",
                                 "section", "subgroup", "subsystem", "reason", "adds", "proof",
                                 "about", "paths"});
    for (const auto& fact : facts) {
        const auto& verdict = fact.verdict;
        table.add({fact.kind, fact.sha, fact.title, fact.author, fact.author_time, fact.commit_time,
                   std::string(classify::key(verdict.place.section)),
                   std::string(classify::key(verdict.place.subgroup)), verdict.subsystem,
                   verdict.reason.stored(), words_of(verdict.adds), fact.proof, fact.about,
                   importer::table_paths(fact.paths)});
    }
    table.finish();
}

} // namespace mw::bundle
