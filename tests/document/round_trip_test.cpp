// A draft, shown again: its links lead somewhere, and its figures are those of the store. On a
// history made for it, and on a person's database:
// MERGEWINDOW_TEST_DB=file.db tests/run.sh -R RoundTrip

#include "document/markdown/markdown.h"
#include "document/markdown/reference.h"
#include "document/write/draft.h"
#include "document/write/numbers.h"
#include "importer/import.h"
#include "store/read/reader.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <regex>
#include <set>

namespace mw::test {
namespace {

/// "9,842" as a number.
std::int64_t number_in(std::string digits) {
    std::erase(digits, ',');
    return std::stoll(digits);
}

/// Rows of the table of figures: changesets and pulls by the first cell.
std::map<std::string, std::pair<std::int64_t, std::int64_t>> figures_of(const std::string& draft) {
    static const std::regex row(R"(\| ([^|\n]+) \| ([\d,]+) \| ([\d,]+) \|\n)");
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> figures;
    for (std::sregex_iterator at(draft.begin(), draft.end(), row), end; at != end; ++at)
        figures[(*at)[1]] = {number_in((*at)[2]), number_in((*at)[3])};
    return figures;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

void check_figures(const std::string& draft, store::Reader& reader, const store::Release& release,
                   std::optional<Seconds> as_of) {
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> wanted;
    for (const auto& section : reader.sections(release.id, as_of)) {
        wanted[std::string(classify::title(section.place.section))].first += section.changesets;
        wanted["all"].first += section.changesets;
    }
    const auto sections = draft.substr(draft.find("| all |"));
    store::Pull largest;
    for (const auto& pull : reader.pulls(release.id)) {
        if (as_of && pull.landed_time > *as_of)
            continue;
        ++wanted[std::string(classify::title(pull.place.section))].second;
        ++wanted["all"].second;
        if (pull.changesets > largest.changesets)
            largest = pull;
        const auto address = "https://git.kernel.org/linus/" + pull.oid + ">)";
        EXPECT_EQ(count(sections, address), 1U) << pull.title;
        const auto entry =
            fmt::format("{} ({} changeset{}, landed", address, document::grouped(pull.changesets),
                        pull.changesets == 1 ? "" : "s");
        // An entry of its own, or a name among others.
        EXPECT_TRUE(count(sections, entry) == 1 || count(sections, address + ",") == 1 ||
                    count(sections, address + ".\n") == 1)
            << pull.title;
    }
    EXPECT_EQ(figures_of(draft), wanted);
    const auto first_sentence =
        fmt::format("The largest pull brought {} changeset", document::grouped(largest.changesets));
    EXPECT_EQ(count(draft, first_sentence), largest.changesets > 0 ? 1U : 0U);
}

/// Ids in the messages of a release.
std::set<std::string> ids_in_messages(store::Reader& reader, const store::Release& release) {
    std::set<std::string> ids;
    for (const char* const query : {"", "is:merge"}) {
        store::CommitQuery wanted;
        wanted.release = release.id;
        wanted.text = query;
        reader.for_each_detail(wanted, [&ids](const store::CommitDetail& commit) {
            for (const auto& found :
                 document::links_in_text(commit.row.subject + "\n" + commit.body))
                if (found.link.kind == document::LinkKind::commit)
                    ids.insert(found.link.commit);
            return true;
        });
    }
    return ids;
}

void check_round_trip(store::Reader& reader, const store::Release& release,
                      std::optional<Seconds> as_of) {
    document::DraftOptions options;
    options.as_of = as_of;
    const auto draft = document::write_draft(reader, release, options);
    check_figures(draft, reader, release, as_of);
    document::RenderOptions render;
    std::set<std::string> unknown;
    const auto quoted = ids_in_messages(reader, release);
    render.known = [&](const std::string& oid) {
        const bool known = reader.find_oid(oid).has_value();
        if (!known)
            unknown.insert(oid);
        return known;
    };
    const auto shown = document::render_markdown(draft, render);
    EXPECT_GT(shown.references.size(), 0U);
    // What others wrote stays as they wrote it, what it leads to as well.
    for (const auto& oid : unknown)
        EXPECT_TRUE(quoted.contains(oid)) << oid;
    for (const auto& reference : shown.references) {
        const auto row = reader.find_oid(reference.id, release.id);
        if (!row || !as_of)
            continue;
        const auto rows = reader.rows(std::span(&*row, 1));
        EXPECT_LE(rows.at(0).landed_time, *as_of) << reference.id;
    }
}

TEST(RoundTrip, ADraftOfAHistory) {
    TempDir folder;
    RepoBuilder repo(folder / "repo");
    const auto base = repo.commit("Makefile", "0\n");
    repo.tag("v1", base);
    const auto bring = [&](const std::string& name, const std::string& path, int commits,
                           const std::string& title, const std::string& message) {
        repo.branch(name, base);
        for (int i = 0; i < commits; ++i)
            repo.commit(path + std::to_string(i) + ".c", "text\n")
                .message(fmt::format(fmt::runtime(title), i) + "\n\nFixes: feedfacefeed (\"x\")\n");
        const auto tip = repo.tip();
        repo.checkout("master");
        repo.merge({tip}).message(message);
    };
    bring("net", "net/core/new", 9, "net: add thing {}",
          "Merge tag 'net-1' of git://host/people/net\n\nPull networking from Ann:\n\n - things, "
          "since feedfacefeedfacefeedfacefeedfacefeedface\n - [a](javascript:b) <b>c</b> *d*\n");
    bring("fs", "fs/ext4/a", 2, "ext4: fix crash {}", "Merge branch 'fs' of git://host/tytso/ext4");
    bring("mm", "mm/b", 5, "mm: fix leak {}", "Merge branch 'fixes' of git://host/mm");
    repo.commit("kernel/direct.c", "text\n").message("sched: add a direct thing");
    repo.tag("v2", repo.tip());
    repo.write();
    importer::ImportRequest request;
    request.database = folder / "test.db";
    request.repository = repo.path();
    request.from = "v1";
    request.to = "v2";
    importer::run_import(request, {}, {});
    store::Reader reader(folder / "test.db");
    const auto release = reader.releases().at(0);
    EXPECT_EQ(release.pulls, 3);
    check_round_trip(reader, release, {});
    check_round_trip(reader, release, reader.pulls(release.id).at(0).landed_time);
}

TEST(RoundTrip, DraftsOfAPersonsDatabase) {
    const char* const file = std::getenv("MERGEWINDOW_TEST_DB"); // NOLINT(concurrency-mt-unsafe)
    if (file == nullptr)
        GTEST_SKIP() << "MERGEWINDOW_TEST_DB names no database";
    store::Reader reader(file);
    for (const auto& release : reader.releases()) {
        if (release.bundled)
            continue;
        SCOPED_TRACE(release.name);
        check_round_trip(reader, release, {});
        if (release.window_end)
            check_round_trip(reader, release, release.window_end);
    }
}

} // namespace
} // namespace mw::test
