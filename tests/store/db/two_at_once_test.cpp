// An import, a person who writes notes and several who read, on one file at once.

#include "store/db/schema.h"
#include "store/sample_release.h"
#include "store/sql/error.h"
#include "store/user/annotations.h"
#include "store/user/saved_searches.h"
#include "store/write/section_writer.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <atomic>
#include <set>
#include <thread>

namespace mw::test {
namespace {

class TwoAtOnce : public StoreTest {
protected:
    static constexpr int changesets = 300;

    static std::string hex_id(int number) { return fmt::format("{:040x}", 0xabcdef00 + number); }

    /// Every subject of one import begins with the same word.
    void import(int round) {
        std::vector<store::NewCommit> commits;
        for (int i = 0; i < changesets; ++i) {
            auto made = commit('a', fmt::format("round{}: change {}", round, i));
            made.oid.clear();
            const auto hex = hex_id(i);
            for (std::size_t at = 0; at < hex.size(); at += 2)
                made.oid += static_cast<char>(std::stoi(hex.substr(at, 2), nullptr, 16));
            commits.push_back(std::move(made));
        }
        write("r", commits);
    }

    /// What is wrong with a list that is read in one go; empty where nothing is.
    static std::string fault_of(store::Reader& reader) {
        std::set<std::string> imports;
        int count = 0;
        reader.for_each({}, [&](const store::CommitRow& row) {
            imports.insert(row.subject.substr(0, row.subject.find(':')));
            ++count;
            return true;
        });
        return count == changesets && imports.size() == 1
                   ? ""
                   : fmt::format("{} changesets of {} imports", count, imports.size());
    }
};

TEST_F(TwoAtOnce, ReadersSeeOneImportAndNotesStay) {
    import(0);
    std::atomic<bool> done = false;
    std::atomic<int> reads = 0;
    std::vector<std::string> faults(4);
    std::vector<std::thread> threads;
    for (std::size_t number = 0; number < 2; ++number)
        threads.emplace_back([&, number] {
            try {
                store::Reader reader(file_);
                while (!done && faults[number].empty()) {
                    faults[number] = fault_of(reader);
                    ++reads;
                }
            } catch (const std::exception& error) {
                faults[number] = error.what();
            }
        });
    constexpr int notes = 40;
    threads.emplace_back([&] {
        try {
            store::AnnotationStore store(file_);
            for (int i = 0; i < notes; ++i)
                store.change({hex_id(i)}, [&](store::Annotation& annotation) {
                    annotation.note = fmt::format("note {}", i);
                    annotation.bookmarked = true;
                });
        } catch (const std::exception& error) {
            faults[2] = error.what();
        }
    });
    threads.emplace_back([&] {
        try {
            store::SavedSearches searches(file_);
            for (int i = 0; i < notes; ++i)
                searches.put({fmt::format("search {}", i % 10), fmt::format("query{}", i), ""});
        } catch (const std::exception& error) {
            faults[3] = error.what();
        }
    });
    for (int round = 1; round <= 8; ++round)
        import(round);
    for (auto thread = threads.begin() + 2; thread != threads.end(); ++thread)
        thread->join();
    done = true;
    threads[0].join();
    threads[1].join();
    EXPECT_EQ(faults, std::vector<std::string>(4));
    EXPECT_GT(reads, 0);
    EXPECT_EQ(find("is:noted").size(), notes);
    EXPECT_EQ(find("is:bookmarked").size(), notes);
    EXPECT_EQ(find("round8").size(), changesets);
    EXPECT_EQ(find("round7"), std::vector<std::string>{});
    EXPECT_EQ(store::SavedSearches(file_).all().size(), 10U);
    for (const auto& fault : store::Reader(file_).check())
        ADD_FAILURE() << fault;
}

TEST_F(TwoAtOnce, TwoImportsTakeTurns) {
    std::vector<std::string> faults(2);
    std::vector<std::thread> threads;
    for (const std::size_t number : {0U, 1U})
        threads.emplace_back([&, number] {
            try {
                for (int round = 0; round < 4; ++round)
                    write(number == 0 ? "one" : "two",
                          {commit(static_cast<char>('a' + number), fmt::format("x{}", round))});
            } catch (const std::exception& error) {
                faults[number] = error.what();
            }
        });
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(faults, std::vector<std::string>(2));
    EXPECT_EQ(find("x3").size(), 2U);
    EXPECT_EQ(find("").size(), 2U);
    for (const auto& fault : store::Reader(file_).check())
        ADD_FAILURE() << fault;
}

/// The row ids that a sorting read may be another release's by the time that it writes.
TEST_F(TwoAtOnce, WhatIsImportedWhileItIsSortedIsNotSorted) {
    write("r", {commit('a', "one"), commit('b', "two")});
    store::SectionWriter sorting(file_, "r");
    std::vector<store::StoredVerdict> verdicts;
    sorting.for_each([&](const store::StoredSubject& subject) {
        verdicts.push_back({subject.commit,
                            {classify::Section::security, classify::Subgroup::none},
                            "X",
                            "sorted",
                            {}});
    });
    write("r", {commit('c', "three"), commit('d', "four"), commit('e', "five")});
    try {
        sorting.write(verdicts);
        ADD_FAILURE() << "was written";
    } catch (const store::Error& error) {
        EXPECT_STREQ(error.what(), "The release was changed by another program while it was "
                                   "sorted. Sort it again.");
    }
    EXPECT_EQ(find("section:security"), std::vector<std::string>{});
    store::SectionWriter again(file_, "r");
    verdicts.clear();
    again.for_each([&](const store::StoredSubject& subject) {
        verdicts.push_back({subject.commit,
                            {classify::Section::security, classify::Subgroup::none},
                            "X",
                            "sorted",
                            {}});
    });
    again.write(verdicts);
    EXPECT_EQ(find("section:security").size(), 3U);
}

/// A program that goes on writing while a newer one migrates the file would write what the newer
/// one takes for something else.
TEST_F(TwoAtOnce, AnOlderProgramWritesNothingIntoANewerLayout) {
    write("r", {commit('a', "one")});
    store::AnnotationStore older(file_);
    SQLite::Database(file_.string(), SQLite::OPEN_READWRITE)
        .exec(fmt::format("PRAGMA user_version = {}", store::schema_version() + 1));
    const auto id = std::string("61616161616161616161") + "61616161616161616161";
    try {
        older.change({id}, [](store::Annotation& own) { own.note = "mine"; });
        ADD_FAILURE() << "was written";
    } catch (const store::Error& error) {
        EXPECT_NE(std::string(error.what()).find("by a newer version of this program"),
                  std::string::npos)
            << error.what();
    }
    SQLite::Database database(file_.string());
    EXPECT_EQ(database.execAndGet("SELECT count(*) FROM personal").getInt(), 0);
}

} // namespace
} // namespace mw::test
