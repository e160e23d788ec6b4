// What a failing disk and a lost power leave of a database.

#include "store/db/database_file.h"
#include "store/db/faulty_disk.h"
#include "store/db/schema.h"
#include "store/sample_release.h"
#include "store/sql/error.h"
#include "store/user/annotations.h"
#include "store/user/saved_searches.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <optional>

namespace mw::test {
namespace {

namespace fs = std::filesystem;

class OnADisk : public StoreTest {
protected:
    /// Two releases of one name differ in every changeset.
    void write_release(const std::string& what) {
        std::vector<store::NewCommit> commits;
        for (char id = 'a'; id < 'k'; ++id) {
            auto made = commit(id, fmt::format("{}: change {}", what, id));
            // More than one page of the file each, so that there are writes to fail.
            made.body = what + std::string(3000, id);
            made.paths.push_back(changed_file(what + "/" + id));
            commits.push_back(std::move(made));
        }
        write("r", commits);
    }

    void note(const std::string& text) {
        store::AnnotationStore(file_).change(
            {std::string(40, '6').replace(1, 1, "1")},
            [&](store::Annotation& annotation) { annotation.note = text; });
    }

    /// "old", "new" or what is wrong.
    static std::string state_of(const fs::path& file) {
        try {
            store::Reader reader(file);
            if (const auto faults = reader.check(); !faults.empty())
                return faults.front();
            const auto rows = reader.rows(reader.find({}));
            if (rows.empty())
                return "none";
            const auto first = rows.front().subject.substr(0, 3);
            for (const auto& row : rows)
                if (!row.subject.starts_with(first))
                    return "mixed";
            return rows.size() == 10 ? first : fmt::format("{} changesets", rows.size());
        } catch (const std::exception& error) {
            return error.what();
        }
    }

    static std::string note_in(const fs::path& file) {
        SQLite::Database database(file.string());
        SQLite::Statement select(database, "SELECT note FROM personal");
        return select.executeStep() ? select.getColumn(0).getString() : "";
    }
};

// What was acknowledged as saved is on the disk.

TEST_F(OnADisk, ANoteThatWasSavedOutlivesThePower) {
    FaultyDisk disk;
    write_release("old");
    for (std::uint32_t round = 0; round < 12; ++round) {
        note(fmt::format("note {}", round));
        write_content(disk.after_power_loss(folder_.path(), round), folder_ / "after");
        EXPECT_EQ(note_in(folder_ / "after/test.db"), fmt::format("note {}", round));
        EXPECT_EQ(state_of(folder_ / "after/test.db"), "old");
    }
}

TEST_F(OnADisk, ASavedSearchOutlivesThePower) {
    FaultyDisk disk;
    write_release("old");
    store::SavedSearches searches(file_); // open all the while, as in the window
    for (std::uint32_t round = 0; round < 8; ++round) {
        searches.put({fmt::format("search {}", round), "is:noted", ""});
        write_content(disk.after_power_loss(folder_.path(), round), folder_ / "after");
        EXPECT_EQ(store::SavedSearches(folder_ / "after/test.db").all().size(), round + 1);
    }
}

TEST_F(OnADisk, AnImportIsThereWholeOrNotAtAll) {
    FaultyDisk disk;
    write_release("old");
    note("mine");
    std::vector<DiskContent> moments;
    disk.on_change([&] {
        const auto number = static_cast<std::uint32_t>(disk.changes());
        moments.push_back(disk.after_power_loss(folder_.path(), number % 2 == 0 ? 0 : number));
    });
    write_release("new");
    disk.on_change({});
    ASSERT_GT(moments.size(), 20U);
    std::map<std::string, int> states;
    for (const auto& moment : moments) {
        write_content(moment, folder_ / "after");
        const auto state = state_of(folder_ / "after/test.db");
        EXPECT_TRUE(state == "old" || state == "new") << state;
        EXPECT_EQ(note_in(folder_ / "after/test.db"), "mine");
        ++states[state];
    }
    EXPECT_GT(states["old"], 0);
    write_content(disk.after_power_loss(folder_.path(), 0), folder_ / "after");
    EXPECT_EQ(state_of(folder_ / "after/test.db"), "new");
}

/// Which is written without a log.
TEST_F(OnADisk, AFirstReleaseIsThereWholeOrNotAtAll) {
    FaultyDisk disk;
    store::bring_up_to_date(file_);
    note("mine");
    std::vector<DiskContent> moments;
    disk.on_change([&] {
        const auto number = static_cast<std::uint32_t>(disk.changes());
        moments.push_back(disk.after_power_loss(folder_.path(), number % 2 == 0 ? 0 : number));
    });
    write_release("new");
    disk.on_change({});
    ASSERT_GT(moments.size(), 20U);
    std::map<std::string, int> states;
    for (const auto& moment : moments) {
        write_content(moment, folder_ / "after");
        // What was begun is taken back by whoever may write first.
        store::bring_up_to_date(folder_ / "after/test.db");
        const auto state = state_of(folder_ / "after/test.db");
        EXPECT_TRUE(state == "none" || state == "new") << state;
        EXPECT_EQ(note_in(folder_ / "after/test.db"), "mine");
        ++states[state];
    }
    EXPECT_GT(states["none"], 0);
    EXPECT_GT(states["new"], 0);
}

TEST_F(OnADisk, AMigrationIsThereWholeOrNotAtAll) {
    FaultyDisk disk;
    {
        SQLite::Database older(file_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        older.exec("PRAGMA journal_mode = WAL");
        store::schema_steps()[0](older);
        older.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = 1; INSERT INTO "
                               "personal (oid, note, changed_at) VALUES "
                               "(x'6161616161616161616161616161616161616161', 'mine', 1)",
                               store::application_id));
    }
    std::vector<DiskContent> moments;
    disk.on_change([&] { moments.push_back(disk.after_power_loss(folder_.path(), 0)); });
    store::bring_up_to_date(file_);
    disk.on_change({});
    ASSERT_GT(moments.size(), 10U);
    for (const auto& moment : moments) {
        write_content(moment, folder_ / "after");
        store::bring_up_to_date(folder_ / "after/test.db");
        EXPECT_EQ(note_in(folder_ / "after/test.db"), "mine");
        EXPECT_TRUE(store::Reader(folder_ / "after/test.db").check().empty());
    }
}

/// The first tables of a file are made with a rollback journal. What a program that was ended then
/// leaves must be taken back before it is read, which a reader alone may not do.
TEST_F(OnADisk, AJournalThatWasLeftIsTakenBack) {
    write_release("old");
    const auto left = folder_ / "left.db";
    {
        SQLite::Database open(file_.string(), SQLite::OPEN_READWRITE);
        open.exec("PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; PRAGMA synchronous = OFF;"
                  "BEGIN; UPDATE commits SET subject = 'half: ' || subject; UPDATE body_block SET "
                  "data = x'00'");
        fs::copy_file(file_, left);
        fs::copy_file(file_.string() + "-journal", left.string() + "-journal");
    }
    EXPECT_EQ(state_of(left), "old");
    store::bring_up_to_date(left);
    EXPECT_EQ(state_of(left), "old");
}

// A disk that fails.

struct Failure {
    const char* name;
    int result, times;
};

constexpr int for_good = 1'000'000;
constexpr Failure failures[] = {{"write", SQLITE_IOERR_WRITE, for_good},
                                {"write once", SQLITE_IOERR_WRITE, 1},
                                {"sync once", SQLITE_IOERR_FSYNC, 1},
                                {"full", SQLITE_FULL, for_good},
                                {"full once", SQLITE_FULL, 1}};

class FailingDisk : public OnADisk, public testing::WithParamInterface<Failure> {
protected:
    /// Lets `work` run with the disk failing at its changes in turn (at `most` of them, evenly, the
    /// last among them), each time from the same files, and `look` at what is there after.
    void at_every_change(const std::function<void()>& work,
                         const std::function<void(const std::optional<std::string>&)>& look) {
        const auto saved = folder_ / "saved";
        fs::create_directory(saved);
        fs::copy_file(file_, saved / "test.db");
        int failed = 0, changes = 0;
        constexpr int most = 40;
        // The first time nothing fails: so many changes there are.
        for (int at = 0; at <= changes; at += std::max(1, changes / most)) {
            for (const auto& entry : fs::directory_iterator(folder_.path()))
                if (entry.is_regular_file())
                    fs::remove(entry);
            fs::copy_file(saved / "test.db", file_);
            std::optional<std::string> sentence;
            {
                FaultyDisk disk;
                if (at > 0)
                    disk.fail(at, GetParam().result, GetParam().times);
                try {
                    work();
                } catch (const store::Error& error) {
                    sentence = error.what();
                }
                if (at == 0)
                    changes = disk.changes();
            }
            look(sentence);
            if (HasFailure())
                FAIL() << "at change " << at << ": " << sentence.value_or("no error");
            if (sentence) {
                ++failed;
                EXPECT_NE(sentence->find("test.db"), std::string::npos) << *sentence;
            }
        }
        EXPECT_GT(failed, 0);
    }
};

TEST_P(FailingDisk, LeavesTheOldReleaseOrTheNewOne) {
    write_release("old");
    note("mine");
    at_every_change([&] { write_release("new"); },
                    [&](const std::optional<std::string>& sentence) {
                        const auto state = state_of(file_);
                        // A commit whose last sync failed may be there nevertheless.
                        EXPECT_TRUE(state == "new" || (sentence && state == "old")) << state;
                        EXPECT_EQ(note_in(file_), "mine");
                        write_release("new");
                        EXPECT_EQ(state_of(file_), "new");
                    });
}

TEST_P(FailingDisk, LeavesNoReleaseOrTheFirstOne) {
    store::bring_up_to_date(file_);
    note("mine");
    at_every_change([&] { write_release("new"); },
                    [&](const std::optional<std::string>& sentence) {
                        const auto state = state_of(file_);
                        EXPECT_TRUE(state == "new" || (sentence && state == "none")) << state;
                        EXPECT_EQ(note_in(file_), "mine");
                        write_release("new");
                        EXPECT_EQ(state_of(file_), "new");
                    });
}

TEST_P(FailingDisk, LeavesTheOldNoteOrTheNewOne) {
    write_release("old");
    note("first");
    at_every_change([&] { note("second"); },
                    [&](const std::optional<std::string>& sentence) {
                        const auto found = note_in(file_);
                        EXPECT_TRUE(found == "second" || (sentence && found == "first")) << found;
                        EXPECT_EQ(state_of(file_), "old");
                    });
}

TEST_P(FailingDisk, LeavesAnOlderFileAsItWasOrUpToDate) {
    {
        SQLite::Database older(file_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        older.exec("PRAGMA journal_mode = WAL");
        store::schema_steps()[0](older);
        older.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = 1; INSERT INTO "
                               "personal (oid, note, changed_at) VALUES "
                               "(x'6161616161616161616161616161616161616161', 'mine', 1)",
                               store::application_id));
    }
    at_every_change([&] { store::bring_up_to_date(file_); },
                    [&](const std::optional<std::string>&) {
                        EXPECT_EQ(note_in(file_), "mine");
                        store::bring_up_to_date(file_);
                        EXPECT_TRUE(store::Reader(file_).check().empty());
                        for (const auto& entry : fs::directory_iterator(folder_.path()))
                            EXPECT_FALSE(entry.path().string().ends_with(".part")) << entry.path();
                    });
}

INSTANTIATE_TEST_SUITE_P(Of, FailingDisk, testing::ValuesIn(failures), [](const auto& of) {
    std::string name = of.param.name;
    std::erase(name, ' ');
    return name;
});

} // namespace
} // namespace mw::test
