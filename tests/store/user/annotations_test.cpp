// What a person made of commits: where it is kept, what it changes, what it outlives.

#include "base/object_id.h"
#include "store/db/database_file.h"
#include "store/sample_release.h"
#include "store/sql/error.h"
#include "store/user/annotations.h"

namespace mw::test {
namespace {

using classify::Section;
using classify::SectionKey;
using classify::Subgroup;
using store::Annotation;
using store::AnnotationStore;
using store::Reader;

const SectionKey iio{Section::hardware, Subgroup::iio};
const SectionKey core{Section::core, Subgroup::none};

class SectionOverrides : public StoreTest {
protected:
    static std::string id(char digit) { return git::to_hex(raw_id(digit)); }

    void put(const std::string& oid, std::optional<SectionKey> place) {
        AnnotationStore(file_).change({oid}, [&](Annotation& own) { own.place = place; });
    }

    store::CommitDetail read(const std::string& oid) {
        return Reader(file_).commit_by_oid(oid).value();
    }

    std::vector<store::SectionCount> counts() {
        Reader reader(file_);
        return reader.sections(reader.releases().front().id);
    }

    void write_sample() {
        auto first = commit('a', "first");
        first.place = iio;
        auto second = commit('b', "second");
        second.place = iio;
        write("test", {first, second});
    }
};

TEST_F(SectionOverrides, APlaceOfOnesOwnWinsEverywhere) {
    write_sample();
    put(id('a'), core);
    const auto moved = read(id('a'));
    EXPECT_EQ(moved.row.place, core);
    EXPECT_EQ(moved.derived_place, iio);
    EXPECT_EQ(moved.row.personal.value().place, core);
    ASSERT_EQ(counts().size(), 2U);
    EXPECT_EQ(find("section:core"), std::vector<std::string>{"first"});
    EXPECT_EQ(store::reason_in_words(moved).english(),
              "Your own choice; the rules say hardware/iio: a test says so");
    EXPECT_FALSE(read(id('b')).row.personal);
    EXPECT_EQ(store::reason_in_words(read(id('b'))).english(), "a test says so");
    EXPECT_TRUE(Reader(file_).check().empty());
}

TEST_F(SectionOverrides, TakenBackTheRulesDecideAgain) {
    write_sample();
    put(id('a'), core);
    put(id('a'), std::nullopt);
    EXPECT_EQ(read(id('a')).row.place, iio);
    EXPECT_FALSE(read(id('a')).row.personal);
    EXPECT_TRUE(Reader(file_).personal().empty());
}

TEST_F(SectionOverrides, OutliveAnImportOfTheSameRelease) {
    write_sample();
    put(id('a'), core);
    AnnotationStore(file_).change({id('b')}, [](Annotation& own) { own.note = "look *here*"; });
    auto again = commit('a', "first");
    again.place = iio;
    write("test", {commit('c', "new"), again});
    EXPECT_EQ(read(id('a')).row.place, core);
    EXPECT_EQ(Reader(file_).personal().size(), 2U) << "the note of a commit that went away";
    write_sample();
    EXPECT_EQ(read(id('b')).row.personal.value().note, "look *here*");
}

TEST_F(SectionOverrides, HoldInEveryReleaseThatHasTheCommit) {
    write_sample();
    auto other = commit('a', "first");
    other.place = iio;
    write("other", {other});
    put(id('a'), core);
    EXPECT_EQ(find("section:core").size(), 2U);
}

/// The bundled release knows the first 12 digits; the real one brings the rest.
TEST_F(SectionOverrides, OfAShortIdHoldForTheFullOne) {
    auto known = commit('a', "known");
    known.oid.resize(6);
    known.place = iio;
    write("embedded", {known});
    put(id('a').substr(0, 12), core);
    write_sample();
    EXPECT_EQ(find("section:core").size(), 2U);
    EXPECT_EQ(Reader(file_).personal().front().oid, id('a'));
    put(id('a').substr(0, 12), std::nullopt);
    EXPECT_TRUE(find("section:core").empty());
    put(id('a'), core);
    EXPECT_EQ(find("section:core").size(), 2U);
    for (const auto& row : [&] {
             Reader reader(file_);
             return reader.rows(reader.find({}));
         }())
        EXPECT_EQ(row.personal.has_value(), row.oid.starts_with("61")) << row.oid;
}

TEST_F(SectionOverrides, ManyAtOnceAreOneTransaction) {
    write_sample();
    AnnotationStore personal(file_);
    EXPECT_THROW(
        personal.change({id('a'), "nonsense"}, [](Annotation& own) { own.bookmarked = true; }),
        store::Error);
    EXPECT_TRUE(Reader(file_).personal().empty());
    personal.change({id('a'), id('b')}, [](Annotation& own) {
        own.bookmarked = true;
        own.colour = 3;
        own.read_at = 12;
    });
    EXPECT_EQ(Reader(file_).personal().size(), 2U);
    EXPECT_EQ(Reader(file_).personal().front().colour, 3);
    personal.change({id('a')}, [](Annotation& own) { own = Annotation{}; });
    EXPECT_EQ(Reader(file_).personal().size(), 1U);
}

TEST_F(SectionOverrides, AFileIsBroughtUpToDateAndLeftAloneAfterwards) {
    store::bring_up_to_date(file_);
    const auto written = std::filesystem::last_write_time(file_);
    store::bring_up_to_date(file_);
    EXPECT_EQ(std::filesystem::last_write_time(file_), written);
    EXPECT_TRUE(Reader(file_).releases().empty());
}

} // namespace
} // namespace mw::test
