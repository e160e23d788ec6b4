// What the index of identifiers finds after an import, compared with git log -G.

#include "code_text/verify.h"
#include "importer/code_import.h"
#include "importer/comparison.h"
#include "importer/import.h"
#include "store/read/code_reader.h"
#include "store/read/reader.h"
#include "store/sql/error.h"
#include "support/git.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>

namespace mw::test {
namespace {

class CodeSearch : public testing::Test {
protected:
    void import(bool lines = true) {
        repo_.write();
        auto request = request_for(file_, repo_.path(), "base", "master");
        request.lines = lines;
        importer::run_import(request, {}, {});
    }

    std::vector<std::string> find(const std::string& query) {
        store::Reader reader(file_);
        store::CommitQuery wanted;
        wanted.text = query;
        looked_ = code_text::look_into_clones(reader, wanted, {}, {});
        std::vector<std::string> subjects;
        for (const auto& row : reader.rows(reader.find(wanted)))
            subjects.push_back(row.subject);
        return subjects;
    }

    std::string refused(const std::string& query) {
        try {
            find(query);
        } catch (const store::QueryError& error) {
            return error.what();
        }
        return "";
    }

    void write_locks() {
        repo_.tag("base", repo_.commit("kernel/a.c", "int a(void)\n{\n\tlock_kernel();\n}\n"));
        repo_.commit("kernel/a.c", "int a(void)\n{\n\tmutex_lock(&a->lock);\n}\n")
            .message("a: no big lock\n");
        repo_.commit("kernel/b.c", "int b(void)\n{\n\tmutex_lock(&b->lock);\n}\n")
            .message("b: new\n");
        repo_.commit("kernel/b.c", "int b(void)\n{\n\tmutex_lock(&b->other);\n}\n")
            .message("b: other lock\n");
        repo_.commit("README", "mutex_lock_nested is no mutex_lock\n").message("doc: say so\n");
        import();
    }

    using Subjects = std::vector<std::string>;

    TempDir folder_;
    RepoBuilder repo_{folder_ / "repo"};
    std::filesystem::path file_ = folder_ / "code.db";
    code_text::Looked looked_;
};

TEST_F(CodeSearch, FindsWhatLinesHave) {
    write_locks();
    EXPECT_EQ(find("code:mutex_lock"),
              (Subjects{"a: no big lock", "b: new", "b: other lock", "doc: say so"}));
    EXPECT_EQ(find("code:lock_kernel"), Subjects{"a: no big lock"});
    EXPECT_EQ(find("removes:lock_kernel adds:mutex_lock"), Subjects{"a: no big lock"});
    EXPECT_EQ(find("adds:lock_kernel"), Subjects());
    EXPECT_EQ(find("removes:mutex_lock"), Subjects{"b: other lock"});
    EXPECT_EQ(find("code:mutex_lock_*"), Subjects{"doc: say so"});
    EXPECT_EQ(find("adds:mutex_* -path:kernel"), Subjects{"doc: say so"});
    EXPECT_EQ(find("code:lock_kernel OR adds:other"),
              (Subjects{"a: no big lock", "b: other lock"}));
    EXPECT_EQ(find("code:mutex_lock -adds:other -code:mutex_lock_nested"),
              (Subjects{"a: no big lock", "b: new"}));
    EXPECT_EQ(find("function:b"), (Subjects{"b: new", "b: other lock"}));
    EXPECT_EQ(find("code:Mutex_lock"), Subjects());
    EXPECT_EQ(find("code:mutex"), Subjects());
    EXPECT_EQ(store::Reader(file_).check(), Subjects());
}

TEST_F(CodeSearch, LooksForTextsInTheClone) {
    write_locks();
    EXPECT_EQ(find("code:\"mutex_lock(&b->lock)\""), (Subjects{"b: new", "b: other lock"}));
    EXPECT_TRUE(looked_.trouble.empty());
    EXPECT_EQ(find("adds:\"mutex_lock(&b->lock)\""), Subjects{"b: new"});
    EXPECT_EQ(find("removes:\"mutex_lock(&b->lock)\""), Subjects{"b: other lock"});
    EXPECT_EQ(find("code:\"mutex_lock(&b->\"*"), (Subjects{"b: new", "b: other lock"}));
    EXPECT_EQ(find("code:\"lock mutex_lock\""), Subjects());
    EXPECT_EQ(looked_.changesets, 3); // that have both names
    EXPECT_EQ(find("code:mutex_lock -code:\"&b->lock\""),
              (Subjects{"a: no big lock", "doc: say so"}));
    EXPECT_NE(refused("code:\"->\"").find("names"), std::string::npos);
    EXPECT_NE(refused("function:\"a b\"").find("function"), std::string::npos);

    std::filesystem::rename(repo_.path(), folder_ / "gone");
    EXPECT_EQ(find("adds:\"mutex_lock(&b->lock)\""), (Subjects{"b: new"}));
    EXPECT_EQ(looked_.unverified, 1);
    EXPECT_NE(looked_.trouble.english().find("could not be verified"), std::string::npos)
        << looked_.trouble.english();
}

TEST_F(CodeSearch, SaysThatThereIsNoCloneToLookInto) {
    write_locks();
    SQLite::Database(file_.string(), SQLite::OPEN_READWRITE)
        .exec("UPDATE release SET repository = ''");
    EXPECT_EQ(find("adds:\"mutex_lock(&b->lock)\""), Subjects{"b: new"});
    EXPECT_EQ(looked_.unverified, 1);
    EXPECT_NE(looked_.trouble.english().find("from no clone"), std::string::npos)
        << looked_.trouble.english();
}

TEST_F(CodeSearch, IsStoppedBetweenChangesets) {
    write_locks();
    store::Reader reader(file_);
    store::CommitQuery query;
    query.text = "code:\"mutex_lock(&b->lock)\"";
    std::stop_source stop;
    std::size_t steps = 0;
    const auto looked = code_text::look_into_clones(
        reader, query,
        [&](const code_text::Step& step) {
            EXPECT_EQ(step.done, steps++);
            EXPECT_EQ(step.text.text, "mutex_lock(&b->lock)");
            EXPECT_GT(step.candidates.size(), 1U);
            if (step.done == 1)
                stop.request_stop();
        },
        stop.get_token());
    EXPECT_EQ(looked.changesets, 1);
    EXPECT_EQ(reader.unknown_code_texts(query).size(), 1U);
}

TEST_F(CodeSearch, SaysWhatIsMissing) {
    repo_.tag("base", repo_.commit("a.c", "int a;\n"));
    repo_.commit("a.c", "int b;\n").message("a: b\n");
    import(false);
    EXPECT_NE(refused("code:b").find("without its lines"), std::string::npos) << refused("code:b");
    EXPECT_NE(refused("-code:b").find("without its lines"), std::string::npos);
    EXPECT_THROW(store::CodeReader(file_).most_used(1, true, 10), store::Error);
}

TEST_F(CodeSearch, IsMadeUpForAnOlderImport) {
    write_locks();
    const auto blocks = [this] {
        SQLite::Database database(file_.string());
        SQLite::Statement select(database, "SELECT hex(data) FROM identifier_block ORDER BY first");
        std::string all;
        while (select.executeStep())
            all += select.getColumn(0).getString() + "\n";
        return all;
    };
    const auto as_imported = blocks();
    ASSERT_FALSE(as_imported.empty());
    // As a migration leaves it.
    SQLite::Database(file_.string(), SQLite::OPEN_READWRITE)
        .exec("DELETE FROM identifier_block; UPDATE release SET code_state = 0");
    EXPECT_NE(refused("code:lock_kernel").find("index it first"), std::string::npos);
    std::stop_source stopped;
    stopped.request_stop();
    EXPECT_THROW(importer::index_code(file_, "test", {}, stopped.get_token()), importer::Cancelled);
    EXPECT_EQ(blocks(), "");
    importer::Progress seen;
    importer::ImportEvents events;
    events.progress = [&seen](const importer::Progress& progress) { seen = progress; };
    const auto before = store::Reader(file_).release("test");
    const auto release = importer::index_code(file_, "test", events, {});
    EXPECT_EQ(seen.stage, importer::Stage::lines);
    EXPECT_EQ(seen.done, release.changesets);
    EXPECT_EQ(seen.total, release.changesets);
    EXPECT_EQ(release.insertions, before->insertions);
    EXPECT_EQ(blocks(), as_imported);
    EXPECT_EQ(find("code:lock_kernel"), Subjects{"a: no big lock"});
    EXPECT_EQ(importer::index_code(file_, "test", {}, {}).id, release.id);
    EXPECT_THROW(importer::index_code(file_, "none", {}, {}), store::Error);
}

TEST_F(CodeSearch, CountsWhatCameAndWent) {
    write_locks();
    store::CodeReader code(file_);
    const auto release = store::Reader(file_).release("test")->id;
    const auto removed = code.most_used(release, false, 10);
    ASSERT_EQ(removed.size(), 1U);
    EXPECT_EQ(removed[0].name, "lock_kernel");
    EXPECT_EQ(removed[0].removed, 1);
    const auto added = code.most_used(release, true, 2);
    ASSERT_EQ(added.size(), 2U);
    EXPECT_EQ(added[0].name, "mutex_lock");
    EXPECT_EQ(added[0].added, 3);
    EXPECT_EQ(added[0].both, 1);
}

TEST_F(CodeSearch, CompletesNames) {
    write_locks();
    store::Reader reader(file_);
    const auto completion = reader.complete("adds:mutex_", 11);
    ASSERT_EQ(completion.suggestions.size(), 2U);
    EXPECT_EQ(completion.suggestions[0].text, "mutex_lock");
    EXPECT_EQ(completion.suggestions[0].note, "4 changesets");
    EXPECT_EQ(completion.suggestions[1].text, "mutex_lock_nested");
}

/// Random files of few words: many blocks, lines that move, files that come and go.
TEST_F(CodeSearch, FindsWhatGitFinds) {
    std::mt19937 random(17);
    const auto number = [&](unsigned below) { return random() % below; };
    const auto word = [&] {
        return number(3) == 0 ? fmt::format("rare_{}", number(3000))
                              : fmt::format("w{}", number(40));
    };
    repo_.tag("base", repo_.commit("f0", "start\n"));
    for (int i = 0; i < 150; ++i) {
        auto commit = repo_.commit();
        commit.message(fmt::format("change {}\n", i));
        for (unsigned file = 0; file <= number(3); ++file) {
            const auto path = fmt::format("f{}{}", number(5), number(2) == 0 ? ".c" : "");
            std::string text;
            for (unsigned line = number(60); line > 0; --line)
                text += fmt::format("{}-{}({}) {}\n", word(), word(), number(9), word());
            if (number(10) == 0)
                commit.remove(path);
            else
                commit.file(path, number(4) == 0 ? text + "no newline" : text);
        }
    }
    import();
    std::vector<std::string> words{"w", "rare_", "newline", "start"};
    for (int i = 0; i < 40; ++i)
        words.push_back(fmt::format("w{}", i));
    for (int i = 0; i < 60; ++i)
        words.push_back(fmt::format("rare_{}", number(3000)));
    for (const auto& name : words) {
        auto found = find("code:" + name);
        std::ranges::sort(found);
        std::istringstream lines(
            run_git(repo_.path(), {"log", "--no-merges", "--no-renames", "--format=%s",
                                   "-G\\b" + name + "\\b", "base..master"}));
        Subjects expected;
        for (std::string line; std::getline(lines, line);)
            expected.push_back(line);
        std::ranges::sort(expected);
        EXPECT_EQ(found, expected) << name;
    }
}

} // namespace
} // namespace mw::test
