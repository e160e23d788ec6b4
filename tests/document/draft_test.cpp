// Drafts, coverage, exports and citations of a small release.

#include "document/index/coverage.h"
#include "document/markdown/markdown.h"
#include "document/write/citation.h"
#include "document/write/draft.h"
#include "document/write/export.h"
#include "store/sample_release.h"
#include "store/user/annotations.h"
#include "store/user/cve_store.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

namespace mw::test {
namespace {

class Draft : public StoreTest {
protected:
    Draft() {
        auto device = changeset('1', "hid: add driver for Acme Frob", classify::Section::hardware,
                                classify::Subgroup::input);
        device.adds = classify::NewHardware{classify::NewHardware::Kind::driver, "Acme Frob"};
        device.pull = 2;
        auto feature = changeset('3', "mm: add \"a, b\" <support> | *x*", classify::Section::core);
        feature.paths = {{"mm/new.c", 'A', false, std::nullopt, std::nullopt}};
        feature.pull = 2;
        auto pull = changeset('2', "Merge tag 'hid-1' of git://host/hid",
                              classify::Section::hardware, classify::Subgroup::input);
        pull.kind = store::CommitKind::pull;
        pull.body = "Pull HID updates:\n\n - a driver for Frobs, needed since "
                    "feedfacefeedfacefeedfacefeedfacefeedface\n - <script>alert(1)</script>\n";
        release_ = write("r", {device, feature, pull});
    }

    static store::NewCommit changeset(char digit, const std::string& subject,
                                      classify::Section section,
                                      classify::Subgroup subgroup = classify::Subgroup::none) {
        auto made = commit(digit, subject);
        made.place = {section, subgroup};
        return made;
    }

    static std::string hex(char digit) {
        std::string all;
        for (int i = 0; i < 20; ++i)
            all.append("3").append(1, digit);
        return all;
    }

    std::string draft(const document::DraftOptions& options = {}) {
        store::Reader reader(file_);
        return document::write_draft(reader, release_, options);
    }

    std::string exported(document::ExportFormat format,
                         document::ExportOrder order = document::ExportOrder::by_section) {
        store::Reader reader(file_);
        std::ostringstream out;
        store::CommitQuery query;
        query.release = release_.id;
        document::export_commits(reader, query, {format, "The <release>", order}, out);
        return out.str();
    }

    static bool contains(const std::string& text, const std::string& part) {
        return text.find(part) != std::string::npos;
    }

    store::Release release_;
};

/// What took it out may have come later than the moment of which the draft is.
TEST_F(Draft, KnowsNothingOfARevertThatCameLater) {
    auto feature = changeset('3', "mm: add a thing", classify::Section::core);
    auto revert = changeset('4', "Revert \"mm: add a thing\"", classify::Section::core);
    revert.body = "This reverts commit " + hex('3') + ".";
    revert.landed_time = 2'000'000;
    release_ = write("r", {feature, revert});
    document::DraftOptions options;
    options.suggestions = 5;
    for (const auto moment : {std::optional<Seconds>(), std::optional<Seconds>(2'000'000)}) {
        options.as_of = moment;
        EXPECT_TRUE(contains(draft(options), "1 changeset was taken out again"));
        EXPECT_FALSE(contains(draft(options), "Perhaps worth a line"));
    }
    options.as_of = 1'999'999;
    EXPECT_FALSE(contains(draft(options), "taken out again"));
    EXPECT_TRUE(contains(draft(options), "Perhaps worth a line"));
    EXPECT_FALSE(contains(draft(options), "reverted since"));
}

TEST_F(Draft, ItsLinksResolveAndItsFiguresAreTheStores) {
    store::Reader reader(file_);
    const auto text = draft();
    const auto shown = document::render_markdown(text);
    EXPECT_GE(shown.references.size(), 4U);
    for (const auto& reference : shown.references)
        EXPECT_TRUE(reader.commit_by_oid(reference.id).has_value() ||
                    reference.id.starts_with("feedfacefeed")) // quoted, so it stays
            << reference.id;
    EXPECT_TRUE(contains(text, "2 non-merge changesets and 1 pull had landed between v1 and v2."));
    EXPECT_TRUE(contains(text, "| Core kernel | 1 | 0 |\n| Hardware support | 1 | 1 |\n"));
    EXPECT_TRUE(contains(text, "| all | 2 | 1 |"));
    EXPECT_TRUE(contains(text, "2 changesets, 100.0 % of all"));
}

TEST_F(Draft, HasDevicesQuotesAndBookmarks) {
    store::AnnotationStore(file_).change({hex('3')},
                                         [](store::Annotation& made) { made.bookmarked = true; });
    const auto text = draft();
    EXPECT_TRUE(contains(text, "**Input**\n\n- Acme Frob ([commit]"));
    EXPECT_TRUE(contains(text, "  > Pull HID updates:"));
    EXPECT_TRUE(contains(text, "feedfacefeed"));
    EXPECT_TRUE(contains(text, "### Bookmarked\n\n- mm: add"));
    const auto html = document::render_markdown(text).html;
    EXPECT_TRUE(contains(html, "mm: add &quot;a, b&quot; &lt;support&gt; | *x*"));
    EXPECT_TRUE(contains(html, "&lt;script&gt;"));
    const auto place = [&](const char* title) { return text.find(title); };
    EXPECT_LT(place("## Core kernel"), place("## Hardware support"));
    EXPECT_LT(place("## Hardware support"), place("## Releases"));
}

TEST_F(Draft, QuotesSayWhatTheMessageSaid) {
    auto pull = changeset('6', "Merge tag 'x' of git://host/x", classify::Section::core);
    pull.kind = store::CommitKind::pull;
    pull.body = "Pull <b>x</b> &amp; *y*, `z`, a_b_ and #1:\n\n"
                " - see (http://people.example/~ann/_x_.html)\n   or [1]\n\n"
                "   1. is no list\n\n"
                "Run:\n\n    $ make *.o\n      # twice\n\t<tab>\n\n"
                "# is no heading\n---\nis no line\n";
    release_ = write("r", {pull});
    document::DraftOptions options;
    options.place = [](const document::PullScore&) { return document::PullPlace::entry; };
    const auto text = draft(options);
    const auto html = document::render_markdown(text).html;
    for (const char* part :
         {"<p>Pull &lt;b&gt;x&lt;/b&gt; &amp;amp; *y*, `z`, a_b_ and #1:</p>",
          "see (<a class=\"web\" "
          "href=\"http://people.example/~ann/_x_.html\">http://people.example/~ann/_x_.html</a>) "
          "or [1]",
          "1. is no list", "<pre>$ make *.o\n  # twice\n"})
        EXPECT_TRUE(contains(html, part)) << part << "\n" << html;
    EXPECT_TRUE(contains(text, "  > ```\n  > $ make *.o\n  >   # twice\n")) << text;
}

TEST_F(Draft, ANoteKeepsItsLinesAndTheirBlanks) {
    store::AnnotationStore(file_).change({hex('3')}, [](store::Annotation& made) {
        made.note = "Ask *Ann*:\nwhy?\n  a |= b;\n\tc();\n\nhttps://x.example/_y_";
    });
    EXPECT_TRUE(contains(draft(), "  > Ask \\*Ann\\*:\\\n  > why?\n  > ```\n  >   a |= b;\n"
                                  "  > \tc();\n  > ```\n  >\n  > <https://x.example/_y_>\n"))
        << draft();
}

TEST_F(Draft, FiguresAreWrittenAsInArticles) {
    std::vector<store::NewCommit> many;
    for (int i = 0; i < 1'234; ++i) {
        many.push_back(changeset('1', "net: x", classify::Section::networking));
        many.back().oid = fmt::format("{:020}", i);
    }
    release_ = write("r", many);
    const auto text = draft();
    EXPECT_TRUE(contains(text, "1,234 non-merge changesets and 0 pulls")) << text;
    EXPECT_TRUE(contains(text, "| Networking | 1,234 | 0 |\n"));
    EXPECT_TRUE(contains(text, "\n1,234 changesets, 0 pulls.\n"));
    EXPECT_TRUE(contains(text, "- r: 1,234 changesets, from"));
}

TEST_F(Draft, AnExportThatIsStoppedEnds) {
    store::Reader reader(file_);
    std::ostringstream out;
    std::stop_source stop;
    stop.request_stop();
    store::CommitQuery query;
    query.release = release_.id;
    EXPECT_THROW(document::export_commits(reader, query, {}, out, stop.get_token()),
                 document::Stopped);
    EXPECT_THROW(document::export_rows(reader, reader.find(query), {}, out, stop.get_token()),
                 document::Stopped);
}

TEST_F(Draft, RowsAreExportedInTheirOrder) {
    store::Reader reader(file_);
    auto rows = reader.find({});
    for (int turn = 0; turn < 2; ++turn) {
        std::ostringstream out;
        document::ExportOptions options;
        options.order = document::ExportOrder::as_asked;
        document::export_rows(reader, rows, options, out);
        EXPECT_FALSE(contains(out.str(), "## "));
        std::size_t at = 0;
        for (const auto row : rows)
            at = out.str().find(reader.commit(row)->row.oid, at);
        EXPECT_NE(at, std::string::npos);
        std::ranges::reverse(rows);
    }
}

TEST_F(Draft, SaysWhatAChangesetSaysOfItself) {
    auto told = changeset('4', "mm: add telling", classify::Section::core);
    told.paths = {{"mm/tell.c", 'A', false, std::nullopt, std::nullopt}};
    told.body = "This says at some length what\nthe change is for, and *why*.\n\nMore of it.\n\n"
                "Signed-off-by: A <a@example.org>\n";
    auto leading = changeset('5', "mm: add leading", classify::Section::core);
    leading.paths = {{"mm/lead.c", 'A', false, std::nullopt, std::nullopt}};
    leading.body = "This is only the head of a list that comes below it:\n\n - one\n";
    release_ = write("r", {told, leading});
    const auto text = draft();
    EXPECT_TRUE(
        contains(text, "  > This says at some length what the change is for, and \\*why\\*.\n"));
    EXPECT_FALSE(contains(text, "More of it"));
    EXPECT_FALSE(contains(text, "only the head"));
    EXPECT_FALSE(contains(text, "Signed-off-by"));
}

TEST_F(Draft, DevicesWithoutANameAreToldByTheirTitle) {
    std::vector<store::NewCommit> commits;
    char digit = '1';
    for (const char* what : {"AR9271 chipset", "couple more", "LG", "SDIO implementation",
                             "module table for AR9300"}) {
        commits.push_back(changeset(digit, std::string("ath: title of ") + digit,
                                    classify::Section::hardware, classify::Subgroup::network));
        commits.back().adds = classify::NewHardware{classify::NewHardware::Kind::driver, what};
        ++digit;
    }
    release_ = write("r", commits);
    const auto text = draft();
    EXPECT_TRUE(contains(text, "- AR9271 chipset (["));
    for (const char* title : {"2", "3", "4", "5"})
        EXPECT_TRUE(contains(text, std::string("- ath: title of ") + title)) << title;
}

TEST_F(Draft, QuotesParagraphsAndListsAsSuch) {
    auto pull = changeset('6', "Merge tag 'x' of git://host/x", classify::Section::core);
    pull.kind = store::CommitKind::pull;
    pull.body = "Pull x updates:\n\nThese lines\nare one.\n\n - first of\n   two\n - second\n\n"
                "* tag 'x' of git://host/x: (1 commit)\n  mm: add a thing\n";
    auto brought = changeset('7', "mm: add a thing", classify::Section::core);
    brought.paths = {{"mm/thing.c", 'A', false, std::nullopt, std::nullopt}};
    brought.pull = 0;
    release_ = write("r", {pull, brought});
    document::DraftOptions options;
    options.place = [](const document::PullScore&) { return document::PullPlace::entry; };
    const auto text = draft(options);
    EXPECT_TRUE(contains(text, "  > These lines are one.\n  >\n  > - first of two\n  > - second\n"))
        << text;
    EXPECT_FALSE(contains(text, "1 commit)"));
}

TEST_F(Draft, PullsInPassingAreNoneOfTheListAboveThem) {
    auto entry = changeset('6', "Merge tag 'x' of git://host/x", classify::Section::core);
    auto passing = changeset('7', "Merge tag 'y' of git://host/y", classify::Section::core);
    for (auto* const pull : {&entry, &passing})
        pull->kind = store::CommitKind::pull;
    release_ = write("r", {entry, passing});
    document::DraftOptions options;
    options.place = [](const document::PullScore& score) {
        return score.pull.oid == hex('6') ? document::PullPlace::entry
                                          : document::PullPlace::in_passing;
    };
    const auto text = draft(options);
    const auto passed = text.find("1 more pull with few changesets");
    ASSERT_NE(passed, std::string::npos) << text;
    EXPECT_EQ(text.substr(passed - 2, 2), "\n\n") << text;
    EXPECT_LT(text.find("\n- "), passed) << text;
}

TEST_F(Draft, TellsOnlyWhatLandedSince) {
    auto early = changeset('8', "mm: add early things", classify::Section::core);
    auto late = changeset('9', "net: add late things", classify::Section::networking);
    early.landed_time = 1'000'000;
    late.landed_time = 2'000'000;
    release_ = write("r", {early, late});
    document::DraftOptions options;
    options.since = 1'000'000;
    const auto text = draft(options);
    EXPECT_TRUE(contains(text, "After 1970-01-12 13:46 UTC and as of ")) << text;
    EXPECT_TRUE(contains(text, " 1 non-merge changeset and 0 pulls had landed")) << text;
    EXPECT_FALSE(contains(text, "early"));
    EXPECT_FALSE(contains(text, "Core"));
    EXPECT_TRUE(contains(text, "| all | 1 | 0 |"));
}

TEST_F(Draft, TellsWhichFaultsAreFixed) {
    EXPECT_FALSE(contains(draft(), "## Security"));
    store::CveStore(file_).replace(
        {{"CVE-2024-1", 5.5, "MEDIUM", "", {{hex('1'), true}}},
         {"CVE-2024-2", 9.8, "CRITICAL", "", {{hex('3'), true}}},
         {"CVE-2024-3", {}, "", "", {{hex('3'), true}, {hex('1'), false}}}});
    const auto text = draft();
    const auto link = [](char digit) {
        return "([commit](<https://git.kernel.org/linus/" + hex(digit) + ">))\n";
    };
    EXPECT_TRUE(contains(text, "## Security\n\nThe kernel's CVE records name 2 changesets of this "
                               "release as the fix of 3 faults.\n\n- CVE-2024-2 (9.8, critical), "
                               "CVE-2024-3: mm: add \"a, b\" \\<support> "))
        << text;
    EXPECT_TRUE(
        contains(text, "- CVE-2024-1 (5.5, medium): hid: add driver for Acme Frob " + link('1')))
        << text;
    document::DraftOptions early;
    early.as_of = 1;
    EXPECT_FALSE(contains(draft(early), "## Security"));
}

/// With the rows that the database would find for the changesets of the small release.
std::vector<store::InterfaceRow> edges(store::Reader& reader, const std::string& adder) {
    using interfaces::Change;
    using interfaces::Kind;
    const auto row = reader.find_oid(adder).value_or(0);
    return {{{Kind::config, Change::added, "HIDDEN", "bool", "Kconfig", adder}, row},
            {{Kind::config, Change::added, "MM_NEW", "A <new> thing\nbool", "Kconfig", adder}, row},
            {{Kind::config, Change::removed, "OLD", "Old\nbool", "Kconfig", ""}, 0},
            {{Kind::syscall, Change::changed, "futex", "x86_64: – → 1", "a.tbl", adder}, row}};
}

TEST_F(Draft, TellsWhatChangedAtTheEdges) {
    document::DraftOptions options;
    store::Reader reader(file_);
    options.interfaces = edges(reader, hex('3'));
    const auto link = "([commit](<https://git.kernel.org/linus/" + hex('3') + ">))\n";
    const auto text = draft(options);
    EXPECT_TRUE(contains(text, "## Interface changes\n\n**Configuration symbols**\n\nNew (2):\n\n"
                               "- MM_NEW: A \\<new> thing " +
                                   link + "- HIDDEN " + link + "\nGone (1):\n\n- OLD: Old\n"))
        << text;
    EXPECT_TRUE(contains(text, "**System calls**\n\nChanged (1):\n\n- futex: ")) << text;
    options.interfaces_of_each = 1;
    EXPECT_TRUE(contains(draft(options), "- and 1 more\n"));
    // Only what the article is about.
    options.wanted = [](const store::CommitRow& row) { return row.oid != hex('3'); };
    EXPECT_FALSE(contains(draft(options), "Interface changes"));
    EXPECT_FALSE(contains(draft(), "Interface changes"));
}

TEST_F(Draft, ExportsTellThemToo) {
    store::Reader reader(file_);
    store::CommitQuery query;
    query.release = release_.id;
    const auto text = [&](document::ExportFormat format) {
        std::ostringstream out;
        document::ExportOptions options{format, "title"};
        options.interfaces = edges(reader, hex('3'));
        document::export_commits(reader, query, options, out);
        return out.str();
    };
    const auto json = nlohmann::json::parse(text(document::ExportFormat::json));
    for (const auto& commit : json) {
        const bool adds = commit["oid"] == hex('3');
        EXPECT_EQ(commit["interfaces"].size(), adds ? 3U : 0U);
        if (adds) {
            EXPECT_EQ(commit["interfaces"][1]["name"], "MM_NEW");
            EXPECT_EQ(commit["interfaces"][1]["detail"], "A <new> thing");
        }
    }
    EXPECT_TRUE(contains(text(document::ExportFormat::csv),
                         "\"New configuration symbol HIDDEN\nNew configuration symbol MM_NEW: "
                         "A <new> thing\nChanged system call"));
    EXPECT_TRUE(contains(text(document::ExportFormat::markdown), "\n## Interface changes\n"));
    const auto html = text(document::ExportFormat::html);
    EXPECT_TRUE(
        contains(html, "<small>New configuration symbol MM_NEW: A &lt;new&gt; thing</small>"));
    EXPECT_TRUE(contains(html, "<h2>Interface changes</h2>"));
}

TEST_F(Draft, LeavesOutWhatAPersonDoesNotWant) {
    document::DraftOptions options;
    options.wanted = [](const store::CommitRow& row) { return row.oid != hex('1'); };
    options.place = [](const document::PullScore&) { return document::PullPlace::left_out; };
    const auto text = draft(options);
    EXPECT_FALSE(contains(text, "Acme"));
    EXPECT_FALSE(contains(text, "### Pulls"));
    EXPECT_TRUE(contains(text, "mm: add"));
}

TEST_F(Draft, CoverageFindsWhatIsMissing) {
    store::Reader reader(file_);
    const auto shown =
        document::render_markdown("# T\n\n0123456789ab\n\n## core KERNEL\n\n- A thing (" +
                                  hex('3') + ")\n- no commit\n\n## Other\n\n- " + hex('2') + "\n");
    auto coverage = document::coverage_of(shown, reader, release_, {});
    EXPECT_EQ(coverage.unknown, (std::vector<std::string>{"0123456789ab"}));
    EXPECT_EQ(coverage.elsewhere, (std::vector<std::string>{hex('2')}));
    ASSERT_EQ(coverage.sections.size(), 1U); // the device is covered by its pull
    EXPECT_EQ(coverage.sections[0].cited, (std::vector<std::string>{hex('3')}));
    ASSERT_EQ(coverage.sections[0].undocumented.size(), 1U);
    EXPECT_EQ(coverage.sections[0].undocumented[0].row.oid, hex('3'));
    ASSERT_EQ(coverage.without_commit.size(), 1U);
    EXPECT_EQ(coverage.without_commit[0].words, "no commit");

    coverage = document::coverage_of(document::render_markdown("nothing"), reader, release_, {});
    ASSERT_EQ(coverage.sections.size(), 2U);
    EXPECT_EQ(coverage.sections[0].left_out.at(0).row.oid, hex('3'));
    EXPECT_EQ(coverage.sections[1].left_out.at(0).row.oid, hex('1'));
}

TEST_F(Draft, CsvIsRfc4180) {
    const auto csv = exported(document::ExportFormat::csv);
    EXPECT_TRUE(
        csv.starts_with("oid,subject,author,email,author_time,commit_time,landed_time,pull,"
                        "section,subgroup,subsystem,files,insertions,deletions,kind,"
                        "reason,cves,trees,corrects,corrected_by,picked_from,stable,starred\r\n"));
    EXPECT_TRUE(contains(csv, "\r\n" + hex('3') + ",\"mm: add \"\"a, b\"\" <support> | *x*\","));
    EXPECT_TRUE(contains(csv, "a test says so,,,,,,false,false\r\n"));
    EXPECT_EQ(std::ranges::count(csv, '\n'), 3);
}

TEST_F(Draft, JsonIsAnArrayWithReasons) {
    const auto rows = nlohmann::json::parse(exported(document::ExportFormat::json));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].at("oid"), hex('1'));
    EXPECT_EQ(rows[0].at("pull"), hex('2'));
    EXPECT_EQ(rows[1].at("reason"), "a test says so");
    EXPECT_TRUE(rows[1].at("subgroup").is_null());
}

TEST_F(Draft, HtmlStandsAloneAndFetchesNothing) {
    const auto html = exported(document::ExportFormat::html);
    EXPECT_TRUE(contains(html, "<title>The &lt;release&gt;</title>"));
    EXPECT_TRUE(contains(html, "mm: add &quot;a, b&quot; &lt;support&gt;"));
    EXPECT_TRUE(contains(html, "default-src 'none'"));
    EXPECT_TRUE(contains(html, "<tr data-section=\"core\">"));
    EXPECT_TRUE(contains(html, "<tr data-section=\"hardware\" data-group=\"input\">"));
    EXPECT_TRUE(contains(html, "<option value=\"hardware/input\">"));
    for (const char* part : {"src=", "@import", "url(", "<link", "fetch(", "XMLHttp"})
        EXPECT_FALSE(contains(html, part)) << part;
}

TEST_F(Draft, MarkdownExportReadsBack) {
    const auto shown = document::render_markdown(exported(document::ExportFormat::markdown));
    ASSERT_EQ(shown.references.size(), 2U);
    EXPECT_EQ(shown.outline.at(1).text, "Core kernel");
    EXPECT_EQ(shown.references[0].id, hex('3'));
    EXPECT_TRUE(contains(shown.entries[shown.references[0].entry].words, "a test says so"));
}

TEST_F(Draft, Citations) {
    store::CommitDetail commit;
    commit.row.oid = hex('1');
    commit.row.subject = "mm: add";
    EXPECT_EQ(document::citation(commit.row), "313131313131 (\"mm: add\")");
    EXPECT_EQ(document::fixes_line(commit.row), "Fixes: 313131313131 (\"mm: add\")");
    EXPECT_EQ(document::link_line(commit), "Link: https://git.kernel.org/linus/" + hex('1'));
    commit.trailers = {{"Link", "https://lore.kernel.org/r/x"}};
    EXPECT_EQ(document::link_line(commit), "Link: https://lore.kernel.org/r/x");
    EXPECT_EQ(document::citation({}), "");
}

} // namespace
} // namespace mw::test
