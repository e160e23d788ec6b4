// What changed at the edges of a release: stored, read, searched, replaced with the release.

#include "store/read/interface_reader.h"
#include "store/sample_release.h"
#include "store/sql/error.h"

#include <gtest/gtest.h>

namespace mw::test {
namespace {

using interfaces::Change;
using interfaces::InterfaceChange;
using interfaces::Kind;
using store::InterfaceReader;
using store::InterfaceState;

class InterfaceChanges : public StoreTest {
protected:
    InterfaceChanges() {
        write("test", {commit('a', "adds"), commit('b', "removes"), commit('c', "other")});
        store::LineWriter writer(file_, "test");
        for (const auto& task : writer.tasks())
            writer.add(task.commit, {});
        writer.set_interfaces(changes_);
        stored_ = writer.commit({store::LineState::counted, 0});
    }

    static std::string hex(char digit) {
        std::string id;
        for (int i = 0; i < 20; ++i)
            id += digit == 'a' ? "61" : "62";
        return id;
    }

    const std::vector<InterfaceChange> changes_ = {
        {Kind::config, Change::added, "FUEL_GAUGE_MM8013", "Mitsumi MM8013\ntristate", "d/Kconfig",
         hex('a')},
        {Kind::config, Change::removed, "OLD", "", "d/Kconfig", hex('b')},
        {Kind::param, Change::changed, "print-fatal-signals", "x", "D/k.txt", hex('b')},
        {Kind::syscall, Change::added, "futex_wake", "454: x86_64", "t.tbl", ""}};
    store::Release stored_;
};

TEST_F(InterfaceChanges, ComeBackAsTheyWere) {
    EXPECT_EQ(stored_.interfaces, InterfaceState::read);
    InterfaceReader reader(file_);
    const auto rows = reader.changes(stored_.id);
    ASSERT_EQ(rows.size(), changes_.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        EXPECT_EQ(rows[i].change, changes_[i]);
    EXPECT_NE(rows[0].commit, 0);
    EXPECT_EQ(rows[3].commit, 0);
    EXPECT_EQ(reader.changes(stored_.id, Kind::param).size(), 1U);
    EXPECT_EQ(reader.changes_of(rows[1].commit).size(), 2U);
    const auto counts = reader.counts(stored_.id);
    ASSERT_EQ(counts.size(), 3U);
    EXPECT_EQ(counts[0].added, 1);
    EXPECT_EQ(counts[0].removed, 1);
}

TEST_F(InterfaceChanges, AreFoundByKindAndName) {
    using Subjects = std::vector<std::string>;
    EXPECT_EQ(find("new:config"), Subjects{"adds"});
    EXPECT_EQ(find("gone:config"), Subjects{"removes"});
    EXPECT_EQ(find("changed:param"), Subjects{"removes"});
    EXPECT_EQ(find("new:syscall"), Subjects{});
    EXPECT_EQ(find("config:fuel_gauge_mm8013"), Subjects{"adds"});
    EXPECT_EQ(find("config:CONFIG_FUEL*"), Subjects{"adds"});
    EXPECT_EQ(find("config:FUEL"), Subjects{});
    EXPECT_EQ(find("param:print_fatal_signals="), Subjects{"removes"});
    EXPECT_EQ(find("-new:config -gone:config"), Subjects{"other"});
    EXPECT_THROW(find("new:nothing"), store::QueryError);
    EXPECT_NO_THROW(find("config: enable it"));
}

/// What changes in release after release is offered once while it is typed.
TEST_F(InterfaceChanges, AreSuggestedOnce) {
    write("next", {commit('d', "brings it back")});
    store::LineWriter writer(file_, "next");
    writer.set_interfaces({{Kind::config, Change::added, "OLD", "", "d/Kconfig", ""}});
    writer.commit({store::LineState::counted, 0});
    const std::string typed = "config:";
    const auto suggested = store::Reader(file_).complete(typed, typed.size()).suggestions;
    ASSERT_EQ(suggested.size(), 2U);
    EXPECT_EQ(suggested[0].text, "FUEL_GAUGE_MM8013");
    EXPECT_EQ(suggested[0].note, "Mitsumi MM8013");
    EXPECT_EQ(suggested[1].text, "OLD");
}

TEST_F(InterfaceChanges, GoWithTheirRelease) {
    write("test", {commit('a', "adds")});
    const auto again = store::Reader(file_).release("test").value();
    EXPECT_EQ(again.interfaces, InterfaceState::unread);
    EXPECT_TRUE(InterfaceReader(file_).changes(again.id).empty());
}

TEST_F(InterfaceChanges, CannotBeHadWithoutContents) {
    write("test", {commit('a', "adds")});
    const auto release =
        store::LineWriter(file_, "test").commit({store::LineState::unavailable, 0});
    EXPECT_EQ(release.interfaces, InterfaceState::unavailable);
}

} // namespace
} // namespace mw::test
