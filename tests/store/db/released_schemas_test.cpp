// A file of each schema version that was released, as schemas/ keeps it: brought up to date with
// all that a person made.

#include "store/db/database_file.h"
#include "store/db/schema.h"
#include "store/db/version.h"
#include "store/sample_release.h"
#include "store/sql/error.h"
#include "store/user/employer_store.h"
#include "store/user/project_store.h"
#include "store/user/saved_searches.h"
#include "store/write/release_removal.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

namespace mw::test {
namespace {

namespace fs = std::filesystem;

/// The parameter is the version.
class ReleasedSchema : public StoreTest, public testing::WithParamInterface<int> {
protected:
    ReleasedSchema() {
        SQLite::Database made(file_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        made.exec(read_bytes(fmt::format("{}/version-{}.sql", MW_SCHEMAS, GetParam())));
    }

    static std::string text(SQLite::Database& database, const std::string& sql) {
        SQLite::Statement select(database, sql);
        std::string rows;
        while (select.executeStep()) {
            for (int column = 0; column < select.getColumnCount(); ++column)
                rows += select.getColumn(column).getString() + '|';
            rows += '\n';
        }
        return rows;
    }

    static std::string own_data(const fs::path& file) {
        SQLite::Database database(file.string());
        return text(database, "SELECT hex(oid), section, subgroup, bookmarked, read_at, colour, "
                              "note, changed_at FROM personal ORDER BY oid") +
               text(database, "SELECT * FROM document") + text(database, "SELECT * FROM mention") +
               text(database, "SELECT * FROM saved_search");
    }
};

/// Those that are not the present one.
class OlderSchema : public ReleasedSchema {
protected:
    fs::path backup() const {
        return file_.string() + fmt::format(".schema-{}.backup", GetParam());
    }
};

TEST_P(ReleasedSchema, IsBroughtUpToDateWithAllThatAPersonMade) {
    const auto before = own_data(file_);
    EXPECT_NE(before.find("A note of mine."), std::string::npos);
    store::bring_up_to_date(file_);
    EXPECT_EQ(store::schema_of(file_), store::schema_version());
    EXPECT_EQ(own_data(file_), before);
    for (const auto& fault : store::Reader(file_).check())
        ADD_FAILURE() << fault;
    EXPECT_EQ(find("is:noted"), std::vector<std::string>{"net: mend the reader"});
    EXPECT_EQ(find("is:bookmarked"), std::vector<std::string>{"net: mend the reader"});
    EXPECT_EQ(find("is:mentioned"), std::vector<std::string>{"net: mend the reader"});
    EXPECT_EQ(find("section:core"), std::vector<std::string>{"ext4: größe of a file"});
    EXPECT_EQ(store::SavedSearches(file_).all().size(), 1U);
}

TEST_P(ReleasedSchema, KeepsItsRelease) {
    store::bring_up_to_date(file_);
    EXPECT_EQ(find("author:ann"), std::vector<std::string>{"net: mend the reader"});
    EXPECT_EQ(find("author:börje"), std::vector<std::string>{"ext4: größe of a file"});
    EXPECT_EQ(find("path:drivers/net"), std::vector<std::string>{"net: mend the reader"});
    EXPECT_EQ(find("größe"), std::vector<std::string>{"ext4: größe of a file"});
    const auto row = store::Reader(file_).commit_by_oid("6161").value().row;
    EXPECT_EQ(row.author_zone, 530);
    EXPECT_EQ(row.insertions, 2);
    const auto releases = store::Reader(file_).releases();
    ASSERT_EQ(releases.size(), 1U);
    EXPECT_EQ(releases.front().name, "v2.6.40");
    EXPECT_EQ(releases.front().changesets, 2);
    if (GetParam() >= 3) {
        EXPECT_EQ(find("cve:CVE-2011-0001"), std::vector<std::string>{"net: mend the reader"});
    }
    if (GetParam() >= 4) {
        EXPECT_EQ(find("in:stable"), std::vector<std::string>{"net: mend the reader"});
        EXPECT_EQ(find("is:built"), std::vector<std::string>{"net: mend the reader"});
    }
    if (GetParam() >= 7) {
        EXPECT_EQ(find("is:unseen"), std::vector<std::string>{"ext4: größe of a file"});
        EXPECT_EQ(store::ProjectStore(file_, store::Access::read).of("v2.6.40").origin_page,
                  "https://host/origin/%1");
    }
    if (GetParam() >= 6) {
        EXPECT_EQ(find("is:mine"), std::vector<std::string>{"net: mend the reader"});
        EXPECT_TRUE(store::EmployerStore(file_).map());
    }
}

/// Texts of two releases do not share a row: one is removed, the other stays.
class TwoReleases : public ReleasedSchema {};

TEST_P(TwoReleases, AreRemovedOneByOne) {
    SQLite::Database(file_.string(), SQLite::OPEN_READWRITE)
        .exec(
            "INSERT INTO release (id, name, from_rev, to_rev, imported_at, line_state, "
            "changesets, merges, pulls, files) VALUES (2, 'other', 'a', 'b', 0, 2, 1, 0, 0, 0);"
            "INSERT INTO commits (id, release_id, position, kind, oid, subject, landed_time, "
            "place_id, derived_place_id) SELECT 4, 2, 0, 0, "
            "x'7777777777777777777777777777777777777777', 'of another', 5, id, id FROM place "
            "WHERE section = 'core';"
            "INSERT INTO commit_text VALUES (4, 'Its words.', '', 'a reason', x'');"
            "INSERT INTO search_text (rowid, subject, body) VALUES (4, 'of another', 'Its words.' "
            "|| char(10));"
            "INSERT INTO search_words VALUES (2, char(10), char(10) || 'another B' || char(10) || "
            "'its C' || char(10) || 'of B' || char(10) || 'words C' || char(10))");
    store::bring_up_to_date(file_);
    store::remove_release(file_, "v2.6.40");
    EXPECT_EQ(store::Reader(file_).commit_by_oid("7777").value().body, "Its words.");
    EXPECT_EQ(store::Reader(file_).commit_by_oid("7777").value().reason.english(), "a reason");
    EXPECT_EQ(find("words"), std::vector<std::string>{"of another"});
}

/// Rows of identifiers that are not packed, as they were before version 8.
class PlainIdentifiers : public ReleasedSchema {};

TEST_P(PlainIdentifiers, AreFoundAsBefore) {
    SQLite::Database(file_.string(), SQLite::OPEN_READWRITE)
        .exec("INSERT INTO code_block (release_id, first, data) VALUES (1, 'abc', "
              "x'00036162630101' || x'03016401' || x'09'); UPDATE release SET code_state = 1");
    store::bring_up_to_date(file_);
    EXPECT_EQ(find("code:abc"), std::vector<std::string>{"net: mend the reader"});
    EXPECT_EQ(find("code:abcd"), std::vector<std::string>{"ext4: größe of a file"});
}

TEST_P(ReleasedSchema, IsImportedOver) {
    store::bring_up_to_date(file_);
    write("v2.6.40", {commit('a', "net: mend the reader"), commit('b', "another")});
    for (const auto& fault : store::Reader(file_).check())
        ADD_FAILURE() << fault;
    EXPECT_EQ(find("is:noted"), std::vector<std::string>{"net: mend the reader"});
    EXPECT_EQ(find("größe"), std::vector<std::string>{});
}

TEST_P(OlderSchema, LeavesACopyThatIsWhatItWas) {
    const auto before = own_data(file_);
    store::bring_up_to_date(file_);
    EXPECT_EQ(store::schema_of(backup()), GetParam());
    EXPECT_EQ(own_data(backup()), before);
    SQLite::Database copy(backup().string());
    EXPECT_EQ(text(copy, "PRAGMA integrity_check"), "ok|\n");
    // It takes the place of the file, and goes the same way.
    fs::remove(file_.string() + "-wal");
    fs::remove(file_.string() + "-shm");
    fs::rename(backup(), file_);
    store::bring_up_to_date(file_);
    EXPECT_EQ(own_data(file_), before);
}

TEST_P(ReleasedSchema, BecomesWhatANewFileIs) {
    store::bring_up_to_date(file_);
    store::bring_up_to_date(folder_ / "new.db");
    const auto layout = [](const fs::path& file) {
        SQLite::Database database(file.string());
        return text(database,
                    "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name");
    };
    EXPECT_EQ(layout(file_), layout(folder_ / "new.db"));
}

/// A reader changes nothing, so it cannot bring a file up to date: it says how.
TEST_P(OlderSchema, IsNotReadBefore) {
    const auto before = read_bytes(file_);
    try {
        const store::Reader reader(file_);
        ADD_FAILURE() << "was read";
    } catch (const store::Error& error) {
        EXPECT_NE(std::string(error.what()).find("older version"), std::string::npos);
    }
    EXPECT_EQ(read_bytes(file_), before);
}

INSTANTIATE_TEST_SUITE_P(Version, ReleasedSchema, testing::Range(1, store::schema_version() + 1),
                         testing::PrintToStringParamName());
INSTANTIATE_TEST_SUITE_P(Version, TwoReleases, testing::Range(1, 8),
                         testing::PrintToStringParamName());
INSTANTIATE_TEST_SUITE_P(Version, PlainIdentifiers, testing::Range(5, 8),
                         testing::PrintToStringParamName());
INSTANTIATE_TEST_SUITE_P(Version, OlderSchema, testing::Range(1, store::schema_version()),
                         testing::PrintToStringParamName());

/// A version that this program does not know yet, which a newer one left.
TEST_F(StoreTest, ANewerSchemaIsRefusedAndNotTouched) {
    write("r", {commit('a', "one")});
    {
        SQLite::Database newer(file_.string(), SQLite::OPEN_READWRITE);
        newer.exec(fmt::format("PRAGMA journal_mode = DELETE; PRAGMA user_version = {}",
                               store::schema_version() + 1));
    }
    const auto before = read_bytes(file_);
    const std::vector<std::function<void()>> openings = {
        [&] { const store::Reader reader(file_); },
        [&] { store::bring_up_to_date(file_); },
        [&] { write("r", {commit('b', "two")}); },
    };
    for (const auto& open : openings) {
        try {
            open();
            ADD_FAILURE() << "was opened";
        } catch (const store::Error& error) {
            EXPECT_NE(std::string(error.what()).find("newer version"), std::string::npos)
                << error.what();
        }
        EXPECT_EQ(read_bytes(file_), before);
    }
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), {}), 1);
}

} // namespace
} // namespace mw::test
