// The tables of data/: fields, paths and times as they are written there.

#include "importer/data/table_file.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace mw::test {
namespace {

using importer::TableFile;
using importer::TablePath;

class Tables : public testing::Test {
protected:
    std::filesystem::path write(const std::string& text) {
        write_bytes(folder_ / "table.tsv", text);
        return folder_ / "table.tsv";
    }

    TempDir folder_;
};

TEST_F(Tables, PropertiesColumnsAndRows) {
    const TableFile table(write("# A comment, with 12: of them\n"
                                "# name: Linux 0.1\n"
                                "# remark: one\n# remark: two\n"
                                "a\tb\n1\t2\n\n\t\n# later\nx\\ny\\tz\\\\\t4\n"));
    EXPECT_EQ(table.property("name"), "Linux 0.1");
    EXPECT_EQ(table.property("none"), "");
    EXPECT_EQ(table.properties("remark"), (std::vector<std::string>{"one", "two"}));
    ASSERT_EQ(table.rows().size(), 3U);
    EXPECT_EQ(table.rows()[0]["a"], "1");
    EXPECT_EQ(table.rows()[0]["b"], "2");
    EXPECT_EQ(table.rows()[0]["c"], "");
    EXPECT_EQ(table.rows()[1]["a"], "");
    EXPECT_EQ(table.rows()[2]["a"], "x\ny\tz\\");
    EXPECT_EQ(table.rows()[2].line(), 10);
}

TEST_F(Tables, AFieldMayBeAStoredMessage) {
    const auto stored = base::Message("{} of {} files", 3, std::string("four")).stored();
    importer::TableWriter writer(folder_ / "table.tsv", "", {"a"});
    writer.add({stored});
    writer.finish();
    EXPECT_EQ(read_bytes(folder_ / "table.tsv"), "a\n\\<\\|{} of {} files\\|n3\\|sfour\\>\n");
    EXPECT_EQ(TableFile(folder_ / "table.tsv").rows().front()["a"], stored);
}

TEST_F(Tables, ARowOfAnotherLengthIsNamed) {
    try {
        const TableFile table(write("a\tb\n1\t2\n1\n"));
        FAIL() << "it was taken";
    } catch (const std::runtime_error& error) {
        EXPECT_NE(std::string(error.what()).find("table.tsv, line 3: 1 fields"), std::string::npos)
            << error.what();
    }
    EXPECT_THROW(TableFile(folder_ / "none.tsv"), std::runtime_error);
}

TEST_F(Tables, TheHashIsOfWhatIsNoComment) {
    const auto of = [&](const std::string& text) { return TableFile(write(text)).hash(); };
    EXPECT_EQ(of("a\n1\n"), of("# name: x\na\n1\n"));
    EXPECT_NE(of("a\n1\n"), of("a\n2\n"));
    EXPECT_NE(of("a\n1\n2\n"), of("a\n12\n"));
}

TEST_F(Tables, FieldsComeBack) {
    const std::vector<std::string> texts{"",
                                         "plain",
                                         "a\nb",
                                         "tab\there",
                                         "back\\slash\\n",
                                         "\\",
                                         "ü",
                                         "~1",
                                         "~",
                                         "a long field of words",
                                         "a long field of words"};
    importer::TableWriter writer(folder_ / "written.tsv", "# name: x\n", {"a", "b"});
    for (const auto& text : texts)
        writer.add({text, "end"});
    writer.finish();
    const TableFile table(folder_ / "written.tsv");
    EXPECT_EQ(table.property("name"), "x");
    ASSERT_EQ(table.rows().size(), texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        EXPECT_EQ(table.rows()[i]["a"], texts[i]);
        EXPECT_EQ(table.rows()[i]["b"], "end");
    }
}

TEST_F(Tables, AFieldIsThatOfARowAbove) {
    const TableFile table(write("a\tb\n1\t2\n3\t~1\n~2\t~1\n"));
    EXPECT_EQ(table.rows().at(2)["a"], "1");
    EXPECT_EQ(table.rows().at(2)["b"], "2");
    for (const char* odd : {"~1", "~", "~0", "~x", "~-1", "~1x"})
        EXPECT_THROW(TableFile(write(std::string("a\n") + odd + "\n")), std::runtime_error) << odd;
}

TEST_F(Tables, PathsShareTheFolderOfTheOneBefore) {
    const std::vector<TablePath> paths{{"MAINTAINERS", 'M'},   {"drivers/a/Kconfig", 'M'},
                                       {"drivers/a/x.c", '?'}, {"drivers/a/y.c", 'A'},
                                       {"drivers/b/y.c", 'D'}, {"Makefile", 'M'}};
    const auto field = importer::table_paths(paths);
    EXPECT_EQ(field, "MAINTAINERS;drivers/a/Kconfig;? /x.c;A /y.c;D drivers/b/y.c;Makefile");
    const auto back = importer::paths_of_table(field);
    ASSERT_EQ(back.size(), paths.size());
    for (std::size_t i = 0; i < paths.size(); ++i) {
        EXPECT_EQ(back[i].path, paths[i].path);
        EXPECT_EQ(back[i].status, paths[i].status);
    }
    EXPECT_TRUE(importer::paths_of_table("").empty());
}

/// As `date --date=... +%s` has them.
TEST_F(Tables, TimesKeepTheirZone) {
    const auto time = importer::zoned_time("2023-09-15T10:11:04+02:00");
    ASSERT_TRUE(time.has_value());
    EXPECT_EQ(time->seconds, 1'694'765'464);
    EXPECT_EQ(time->zone, 200);
    EXPECT_EQ(importer::zoned_time("2023-05-24T23:48:00+05:30")->zone, 530);
    EXPECT_EQ(importer::zoned_time("2023-05-24T23:48:00-00:30")->zone, -30);
    EXPECT_EQ(importer::zoned_time("2023-05-24T23:48:00+05:30")->seconds, 1'684'952'280);
    for (const char* odd : {"", "2023-09-15", "2023-09-15T10:11:04Z", "2023-09-15T10:11:04+02000",
                            "2023-13-15T10:11:04+02:00", "2023-09-15T10:11:04 02:00",
                            "2023-09-15T10:11:04+-5:30", "2023-09-15T10:11:04+05:-3"})
        EXPECT_FALSE(importer::zoned_time(odd).has_value()) << odd;
}

} // namespace
} // namespace mw::test
