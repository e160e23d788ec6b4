// What is in the file before, during and after a write.

#include "base/object_id.h"
#include "code/changed_words.h"
#include "store/sample_release.h"
#include "store/sql/error.h"

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <random>
#include <thread>

namespace mw::test {
namespace {

using store::Reader;
using store::ReleaseWriter;

class Writer : public StoreTest {
protected:
    static store::Release meta(const std::string& name) {
        store::Release release;
        release.name = name;
        return release;
    }
};

TEST_F(Writer, EverythingComesBack) {
    auto first = commit('a', "subject");
    first.body = "body\n\nAcked-by: X <x@x>";
    first.parents = raw_id('x') + raw_id('y');
    first.author_zone = 530;
    first.commit_zone = -130;
    first.place = {classify::Section::hardware, classify::Subgroup::iio};
    first.subsystem = "IIO";
    first.about = "words";
    first.paths = {{"b", 'M', false, {}, {}}, {"a", 'A', true, {}, {}}};
    first.trailers = {{"Acked-by", "X <x@x>"}, {"Link", "https://host/"}, {"Link", ""}};
    write("test", {first});

    Reader reader(file_);
    const auto found = reader.commit_by_oid("61616161").value();
    EXPECT_EQ(found.row.oid, "6161616161616161616161616161616161616161");
    EXPECT_EQ(found.row.subject, "subject");
    EXPECT_EQ(found.body, first.body);
    EXPECT_EQ(found.row.author, "Ann Author");
    EXPECT_EQ(found.committer, "Carl Committer");
    EXPECT_EQ(found.committer_email, "carl@example.org");
    EXPECT_EQ(found.row.author_zone, 530);
    EXPECT_EQ(found.commit_zone, -130);
    EXPECT_EQ(found.row.place, first.place);
    EXPECT_EQ(found.row.subsystem, "IIO");
    EXPECT_EQ(found.row.about, "words");
    EXPECT_EQ(found.reason.english(), first.reason);
    EXPECT_EQ(found.row.files, 2);
    EXPECT_EQ(found.row.insertions, std::nullopt);
    ASSERT_EQ(found.parents.size(), 2U);
    ASSERT_EQ(found.paths.size(), 2U);
    EXPECT_EQ(found.paths[0].path, "a");
    EXPECT_EQ(found.paths[0].status, 'A');
    ASSERT_EQ(found.trailers.size(), 3U);
    EXPECT_EQ(found.trailers[0].value, "X <x@x>");
    EXPECT_EQ(found.trailers[2].key, "Link");
    EXPECT_TRUE(reader.check().empty());
    EXPECT_EQ(store::release_fingerprint(file_, "test"), "fingerprint of test");
    EXPECT_EQ(store::release_fingerprint(file_, "none"), "");
}

TEST_F(Writer, ThatIsGivenUpLeavesTheOldRelease) {
    write("test", {commit('a', "old")});
    {
        ReleaseWriter writer(file_, meta("test"), "new");
        writer.add(0, commit('b', "new"));
    }
    EXPECT_EQ(find(""), std::vector<std::string>{"old"});
    EXPECT_EQ(store::release_fingerprint(file_, "test"), "fingerprint of test");
    EXPECT_TRUE(Reader(file_).check().empty());
}

TEST_F(Writer, ReadersSeeTheOldReleaseUntilTheNewOneIsComplete) {
    write("test", {commit('a', "old")});
    Reader reader(file_);
    ReleaseWriter writer(file_, meta("test"), "new");
    writer.add(0, commit('b', "new"));
    EXPECT_EQ(reader.release("test")->changesets, 1);
    EXPECT_EQ(find(""), std::vector<std::string>{"old"});
    writer.commit(0);
    EXPECT_EQ(find(""), std::vector<std::string>{"new"});
    EXPECT_EQ(reader.commit_by_oid("61616161"), std::nullopt);
}

TEST_F(Writer, PositionsMayComeInAnyOrder) {
    ReleaseWriter writer(file_, meta("test"), "x");
    writer.add(2, commit('c', "third"));
    writer.add(0, commit('a', "first"));
    writer.add(1, commit('b', "second"));
    writer.commit(0);
    EXPECT_EQ(find(""), (std::vector<std::string>{"first", "second", "third"}));
}

TEST_F(Writer, MayWriteBeforeAllIsAdded) {
    write("test", {commit('x', "old")});
    const classify::SectionKey later{classify::Section::networking, classify::Subgroup::none};
    const auto add_half = [&](ReleaseWriter& writer) {
        auto merge = commit('d', "merge");
        merge.kind = store::CommitKind::pull;
        writer.add(1, commit('b', "second"));
        writer.start_writing();
        writer.add(3, merge); // waits for those before it
        writer.add(0, commit('a', "first"));
        writer.add(2, commit('c', "third"));
    };
    {
        ReleaseWriter given_up(file_, meta("test"), "x");
        add_half(given_up);
        EXPECT_EQ(find(""), std::vector<std::string>{"old"});
    }
    EXPECT_EQ(find(""), std::vector<std::string>{"old"});
    ReleaseWriter writer(file_, meta("test"), "x");
    add_half(writer);
    writer.add(4, commit('e', "last"));
    writer.set_place(3, later, "what it brought");
    std::size_t written = 0;
    writer.commit(0, [&](std::size_t count) { written = count; });
    EXPECT_EQ(written, 0U) << "all were written before";
    EXPECT_EQ(find(""), (std::vector<std::string>{"first", "second", "third", "last"}));
    Reader reader(file_);
    const auto merge = reader.commit_by_oid("64646464").value();
    EXPECT_EQ(merge.row.place, later);
    EXPECT_EQ(merge.reason.english(), "what it brought");
    EXPECT_TRUE(reader.check().empty());
}

TEST_F(Writer, LinesAreFilledInLater) {
    auto changed = commit('a', "subject");
    changed.paths = {{"b", 'M', false, {}, {}}, {"a", 'M', false, {}, {}}};
    write("test", {changed});
    {
        store::LineWriter given_up(file_, "test");
        given_up.add(given_up.tasks().at(0).commit, {{1, 1, false}, {1, 1, false}});
    }
    EXPECT_EQ(Reader(file_).release("test")->lines, store::LineState::pending);

    store::LineWriter writer(file_, "test");
    const auto tasks = writer.tasks();
    ASSERT_EQ(tasks.size(), 1U);
    EXPECT_EQ(tasks[0].oid, raw_id('a'));
    writer.add(tasks[0].commit, {{0, 0, true}, {3, 2, false}});
    const auto release = writer.commit({store::LineState::counted, 1});
    EXPECT_EQ(release.insertions, 3);
    EXPECT_EQ(release.deletions, 2);
    const auto found = Reader(file_).commit_by_oid("6161").value();
    EXPECT_EQ(found.row.insertions, 3);
    EXPECT_TRUE(found.paths[0].binary);
    EXPECT_EQ(found.paths[1].insertions, 3);
    EXPECT_TRUE(Reader(file_).check().empty());
}

TEST_F(Writer, CodeThatIsPackedBesideIsAsTheFileIsWhenItIsWritten) {
    for (const bool meddled : {false, true}) {
        const std::string name = meddled ? "meddled" : "left alone";
        write(name, {commit('a', "first"), commit('b', "second")});
        const auto index = [&](std::size_t task, const std::string& word, auto meanwhile) {
            store::LineWriter writer(file_, name);
            const auto id = writer.tasks().at(task).commit;
            writer.add(id, {});
            writer.add_code(id, static_cast<char>(code::in_added) + word + '\0');
            writer.pack_code();
            meanwhile();
            writer.commit({store::LineState::counted, 1});
        };
        index(0, "alpha", [] {});
        index(0, "beta", [&] {
            if (!meddled)
                return;
            // By now it is packed, or will be packed from what is there then.
            static_cast<void>(Reader(file_).check());
            SQLite::Database other(file_.string(), SQLite::OPEN_READWRITE);
            other.exec("DELETE FROM identifier_block WHERE release_id = (SELECT id FROM release "
                       "WHERE name = 'meddled')");
        });
        Reader reader(file_);
        const auto found = [&](const std::string& text) {
            store::CommitQuery query;
            query.text = text + " release:\"" + name + '"';
            return reader.find(query).size();
        };
        EXPECT_EQ(found("code:alpha"), meddled ? 0U : 1U) << name;
        EXPECT_EQ(found("code:beta"), 1U) << name;
        EXPECT_EQ(found("code:alpha OR code:beta"), meddled ? 1U : 2U) << name;
    }
}

TEST_F(Writer, PeopleAndPathsAreSharedByReleases) {
    auto one = commit('a', "one");
    one.paths = {{"shared", 'M', false, {}, {}}};
    write("first", {one});
    write("second", {one});
    Reader reader(file_);
    EXPECT_EQ(reader.releases().size(), 2U);
    EXPECT_TRUE(reader.commit_by_oid("6161").has_value());
    EXPECT_EQ(find("path:shared").size(), 2U);
    EXPECT_EQ(find("path:shared release:first").size(), 1U);
    EXPECT_TRUE(reader.check().empty());
}

TEST_F(Writer, TwoWritersTakeTurns) {
    write("test", {commit('a', "old")});
    std::thread other;
    {
        ReleaseWriter writer(file_, meta("one"), "x");
        writer.add(0, commit('b', "one"));
        other = std::thread([this] { write("two", {commit('c', "two")}); });
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        writer.commit(0);
    }
    other.join();
    EXPECT_EQ(Reader(file_).releases().size(), 3U);
    EXPECT_TRUE(Reader(file_).check().empty());
}

TEST_F(Writer, StartsOfIdsMustBeClear) {
    auto one = commit('a', "one"), two = commit('a', "two");
    two.oid.back() = 'b';
    write("test", {one, two});
    Reader reader(file_);
    EXPECT_THROW(reader.commit_by_oid("61616161"), store::Error);
    EXPECT_EQ(reader.commit_by_oid("6161616161616161616161616161616161616162")->row.subject, "two");
    EXPECT_EQ(reader.commit_by_oid("0000"), std::nullopt);
    EXPECT_TRUE(reader.has_oid("61616161")); // of two: one of them is enough
    EXPECT_TRUE(reader.has_oid("6161616161616161616161616161616161616162"));
    EXPECT_FALSE(reader.has_oid("6161616161616161616161616161616161616163"));
    EXPECT_FALSE(reader.has_oid("616161611"));
    EXPECT_FALSE(reader.has_oid("0000"));
    EXPECT_FALSE(reader.has_oid("616"));
    EXPECT_FALSE(reader.has_oid("no id"));
    for (const char* id : {"61616161", "616161611", "0000", "616", "no id", "6161616",
                           "6161616161616161616161616161616161616162"})
        EXPECT_EQ(reader.oids().has(id), reader.has_oid(id)) << id;
}

TEST_F(Writer, StoredStartsOfIdsAreFound) {
    // Some are known in full, some by their start, and those stand between others.
    std::vector<store::NewCommit> commits;
    const std::vector<std::string> stored = {
        "ab",     "abcdef", std::string("abcd\0\0", 6), "abd", "b" + std::string(19, 'c'),
        "bcccdd", "zz",     "abcdefghijklmnopqrst"};
    for (const auto& oid : stored) {
        commits.push_back(commit('a', "one"));
        commits.back().oid = oid;
    }
    write("test", commits);
    Reader reader(file_);
    const store::ObjectIdSet all = reader.oids();
    std::mt19937 random(1); // NOLINT(cert-msc51-cpp)
    int known = 0;
    for (int i = 0; i < 2'000; ++i) {
        std::string id = stored[random() % stored.size()].substr(0, 1 + random() % 20);
        while (id.size() < 20)
            id += static_cast<char>("abcdz"[random() % 5]);
        const bool wanted = std::ranges::any_of(
            stored, [&](const auto& oid) { return id.starts_with(oid) || oid.starts_with(id); });
        EXPECT_EQ(reader.has_oid(git::to_hex(id)), wanted) << git::to_hex(id);
        EXPECT_EQ(all.has(git::to_hex(id)), wanted) << git::to_hex(id);
        known += wanted ? 1 : 0;
    }
    EXPECT_GT(known, 100);
    EXPECT_LT(known, 1'900);
    EXPECT_TRUE(reader.has_oid(git::to_hex("bccc"))); // starts a full one and a short one
    EXPECT_FALSE(reader.has_oid(git::to_hex("bccd")));
}

TEST_F(Writer, SearchesCanBeInterruptedFromAnotherThread) {
    std::vector<store::NewCommit> commits(200, commit('a', "some words to look for"));
    write("test", commits);
    Reader reader(file_);
    std::atomic<bool> interrupted = false;
    std::thread searching([&] {
        // A query that is new each time, so that there is always something to interrupt.
        for (int i = 0; !interrupted; ++i) {
            store::CommitQuery query;
            query.text = "ord OR path:p" + std::to_string(i);
            try {
                EXPECT_EQ(reader.find(query).size(), commits.size());
            } catch (const store::Interrupted&) {
                interrupted = true;
            }
        }
    });
    while (!interrupted)
        reader.interrupt();
    searching.join();
    store::CommitQuery query;
    query.text = "ord";
    EXPECT_EQ(reader.find(query).size(), commits.size());
}

TEST_F(Writer, CallsCanBeInterrupted) {
    write("test", {commit('a', "one")});
    Reader reader(file_);
    reader.interrupt(); // between calls: nothing happens
    EXPECT_EQ(reader.releases().size(), 1U);
}

} // namespace
} // namespace mw::test
