// Differences of two small trees, and which changeset made each.

#include "interfaces/compare/attribution.h"
#include "interfaces/compare/events.h"
#include "interfaces/compare/tree_comparison.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace mw::test {
namespace {

using interfaces::Attribution;
using interfaces::Change;
using interfaces::InterfaceChange;
using interfaces::TreeComparison;

using Tree = std::map<std::string, std::string>; ///< texts by path
using Rows = std::vector<std::string>;

std::vector<interfaces::Difference> compare(const Tree& before, const Tree& after) {
    const auto files = [](const Tree& tree) {
        std::vector<interfaces::TreeFile> list;
        for (const auto& [path, text] : tree)
            list.push_back({path, text});
        return list;
    };
    const auto exported = [](const Tree& tree) {
        interfaces::ExportedHeaders headers;
        for (const auto& [path, text] : tree)
            if (interfaces::ExportedHeaders::is_list(path))
                headers.add(path, text);
        return headers;
    };
    TreeComparison comparison({files(before), exported(before)}, {files(after), exported(after)});
    for (const auto& task : comparison.tasks())
        comparison.add(task, interfaces::read_items(task.source, task.path, task.id));
    return comparison.finish();
}

/// "added config A one": with the changeset where one is known.
Rows rows_of(const std::vector<InterfaceChange>& changes) {
    Rows rows;
    for (const auto& change : changes) {
        auto row = std::string(interfaces::key(change.change)) + ' ' +
                   std::string(interfaces::key(change.kind)) + ' ' + change.name;
        rows.push_back(change.oid.empty() ? row : row + " by " + change.oid);
    }
    return rows;
}

Rows differences(const Tree& before, const Tree& after) {
    return rows_of(Attribution().attribute(compare(before, after)));
}

/// A history in landing order: each tree is what one changeset, named by its letter, left.
Rows history(const std::vector<std::pair<std::string, Tree>>& trees) {
    Attribution attribution;
    interfaces::ExportedHeaders exported;
    for (const auto& [oid, tree] : trees)
        for (const auto& [path, text] : tree)
            if (interfaces::ExportedHeaders::is_list(path))
                exported.add(path, text);
    for (std::size_t at = 1; at < trees.size(); ++at) {
        const auto &before = trees[at - 1].second, &after = trees[at].second;
        std::map<std::string, std::pair<std::string, std::string>> files;
        for (const auto& [path, text] : before)
            files[path].first = text;
        for (const auto& [path, text] : after)
            files[path].second = text;
        std::vector<interfaces::Event> events;
        for (const auto& [path, texts] : files) {
            auto more = interfaces::find_events(interfaces::source_of(path, exported), path,
                                                texts.first, texts.second);
            events.insert(events.end(), more.begin(), more.end());
        }
        attribution.add(at, trees[at].first, std::move(events));
    }
    return rows_of(attribution.attribute(compare(trees.front().second, trees.back().second)));
}

const std::string a = "config A\n\tbool \"First\"\n\tdefault n\n\n";
const std::string b = "config B\n\ttristate \"Second\"\n\n";

TEST(Comparison, AddedRemovedAndMoved) {
    EXPECT_EQ(differences({{"x/Kconfig", a}}, {{"x/Kconfig", a + b}}), Rows{"added config B"});
    EXPECT_EQ(differences({{"x/Kconfig", a + b}}, {{"x/Kconfig", b}}), Rows{"removed config A"});
    EXPECT_EQ(differences({{"x/Kconfig", a + b}}, {{"x/Kconfig", b}, {"y/Kconfig", a}}), Rows{});
    // Another definition stands in a file that is the same in both.
    EXPECT_EQ(differences({{"x/Kconfig", a}, {"y/Kconfig", a}}, {{"x/Kconfig", a}}), Rows{});
}

TEST(Comparison, ChangedDefaultsAndPrompts) {
    const std::string other = "config A\n\tbool \"Other\"\n\tdefault y\n\n";
    const auto found = Attribution().attribute(compare({{"x/Kconfig", a}}, {{"x/Kconfig", other}}));
    ASSERT_EQ(rows_of(found), Rows{"changed config A"});
    EXPECT_TRUE(found[0].detail.starts_with("default: n → y\nprompt: \"First\" → \"Other\"\n\n"))
        << found[0].detail;
    EXPECT_EQ(differences({{"x/Kconfig", a + "\thelp\n\t  x\n"}}, {{"x/Kconfig", a}}), Rows{});
}

TEST(Comparison, SystemCallsOverAllTables) {
    const std::string read = "0 common read sys_read\n";
    const Tree before = {{"arch/x86/entry/syscalls/syscall_64.tbl", read},
                         {"arch/arm/tools/syscall.tbl", "3 common read sys_read\n"}};
    Tree after = before;
    after["arch/x86/entry/syscalls/syscall_64.tbl"] += "454 common futex_wake sys_futex_wake\n";
    const auto found = Attribution().attribute(compare(before, after));
    ASSERT_EQ(rows_of(found), Rows{"added syscall futex_wake"});
    EXPECT_EQ(found[0].detail, "454: x86_64");
    Tree both = after;
    both["arch/arm/tools/syscall.tbl"] += "454 common futex_wake sys_futex_wake\n";
    EXPECT_EQ(differences(after, both), Rows{"changed syscall futex_wake"});
    // What went stands before what came, and each with its table.
    Tree elsewhere = before;
    elsewhere["arch/arm/tools/syscall.tbl"] += "454 common futex_wake sys_futex_wake\n";
    const auto moved = Attribution().attribute(compare(elsewhere, after));
    ASSERT_EQ(rows_of(moved), Rows{"changed syscall futex_wake"});
    EXPECT_EQ(moved[0].detail, "arm: 454 → –\nx86_64: – → 454");
    // A new architecture is one thing, not hundreds of changed calls.
    Tree more = before;
    more["arch/csky/kernel/syscalls/syscall.tbl"] = read;
    EXPECT_EQ(differences(before, more), Rows{});
}

TEST(Comparison, NumbersOfIoctlsAndMembersOfStructures) {
    const std::string path = "include/uapi/linux/x.h", member = "struct x {\n\t__u32 a;\n};\n";
    const auto changed = [&path](const std::string& before, const std::string& after) {
        return differences({{path, before}}, {{path, after}});
    };
    EXPECT_EQ(changed("#define X_GET _IOR('x', 1, int)\n", "#define X_GET _IOR('x', 2, int)\n"),
              Rows{"changed uapi X_GET"});
    EXPECT_EQ(changed(member, "struct x {\n\t__u64 a;\n};\n"), Rows{"changed uapi struct x"});
    EXPECT_EQ(changed("#define X_SIZE 1\n", "#define X_SIZE 2\n"), Rows{}) << "a mere value";
}

TEST(Comparison, ModulesAndTheirParameters) {
    const Tree before = {
        {"drivers/x/Kconfig", "config X\n\ttristate \"A device\"\nconfig Y\n\tbool\n"},
        {"drivers/x/Makefile", "obj-$(CONFIG_Y) += y.o\n"}};
    Tree after = before;
    after["drivers/x/Makefile"] =
        "obj-$(CONFIG_Y) += y.o z.o\nobj-$(CONFIG_X) += x-dev.o\nx-dev-y := main.o\n";
    after["drivers/x/main.c"] = "module_param(debug, int, 0);\n";
    const auto found = Attribution().attribute(compare(before, after));
    ASSERT_EQ(rows_of(found), (Rows{"added param x_dev.debug", "added module x-dev"}));
    EXPECT_EQ(found[1].detail, "A device\nCONFIG_X");
}

TEST(Comparison, RenamedEntriesAndConvertedBindings) {
    EXPECT_EQ(differences({{"MAINTAINERS", "OLD NAME\nS:\tMaintained\nF:\tdrivers/x/\n"}},
                          {{"MAINTAINERS", "NEW NAME\nS:\tMaintained\nF:\tdrivers/x/\n"}}),
              Rows{"changed maintainer NEW NAME"});
    EXPECT_EQ(differences({{"Documentation/devicetree/bindings/x/a.txt", "compatible: \"v,d\"\n"}},
                          {{"Documentation/devicetree/bindings/x/v,d.yaml",
                            "properties:\n  compatible:\n    const: v,d\n"}}),
              Rows{"changed device-tree x/v,d"});
}

TEST(Comparison, ARenamedEntryIsLookedForAmongSixteenThatShareAFile) {
    const auto renamed = [](int others) {
        Tree after;
        for (int i = 0; i < others; ++i)
            after["MAINTAINERS"] += "A" + std::to_string(100 + i) +
                                    "\nS:\tMaintained\nF:\tdrivers/x/\nF:\ta/\nF:\tb/\n\n";
        after["MAINTAINERS"] += "NEW NAME\nS:\tMaintained\nF:\tdrivers/x/\n";
        const auto rows =
            differences({{"MAINTAINERS", "OLD NAME\nS:\tMaintained\nF:\tdrivers/x/\n"}}, after);
        return std::ranges::count(rows, "changed maintainer NEW NAME") == 1;
    };
    EXPECT_TRUE(renamed(15));
    EXPECT_FALSE(renamed(16));
}

TEST(Comparison, ArchitecturesByTheirKconfig) {
    EXPECT_EQ(differences({{"arch/ia64/Kconfig", ""}}, {}), Rows{"removed arch ia64"});
}

TEST(Attribution, TheChangesetThatMadeIt) {
    EXPECT_EQ(history({{"", {{"x/Kconfig", a}}}, {"c1", {{"x/Kconfig", a + b}}}}),
              Rows{"added config B by c1"});
    EXPECT_EQ(history({{"", {{"x/Kconfig", a + b}}}, {"c1", {{"x/Kconfig", b}}}}),
              Rows{"removed config A by c1"});
}

TEST(Attribution, MovedLaterIsNotAdded) {
    EXPECT_EQ(history({{"", {{"x/Kconfig", a}}},
                       {"c1", {{"x/Kconfig", a + b}}},
                       {"c2", {{"x/Kconfig", a}, {"y/Kconfig", b}}}}),
              Rows{"added config B by c1"});
    EXPECT_EQ(history({{"", {{"x/Kconfig", a + b}}},
                       {"c1", {{"x/Kconfig", a}, {"y/Kconfig", b}}},
                       {"c2", {{"x/Kconfig", a}}}}),
              Rows{"removed config B by c2"});
}

TEST(Attribution, CameAndWentInside) {
    EXPECT_EQ(
        history(
            {{"", {{"x/Kconfig", a}}}, {"c1", {{"x/Kconfig", a + b}}}, {"c2", {{"x/Kconfig", a}}}}),
        Rows{});
    EXPECT_EQ(history({{"", {{"x/Kconfig", a}}},
                       {"c1", {{"x/Kconfig", a + b}}},
                       {"c2", {{"x/Kconfig", a}}},
                       {"c3", {{"x/Kconfig", a + b}}}}),
              Rows{"added config B by c3"});
}

/// Config A went from two files, or from one: which changeset is meant, given those that did
/// something to it. A history that is no line can end at another count than the trees have.
std::string removal(std::size_t old_places, const std::vector<interfaces::Event::Step>& steps) {
    Attribution attribution;
    for (std::size_t at = 0; at < steps.size(); ++at)
        attribution.add(at, "c" + std::to_string(at + 1),
                        {{interfaces::Kind::config, steps[at], "A", {}}});
    interfaces::Difference difference;
    difference.change.kind = interfaces::Kind::config;
    difference.change.change = Change::removed;
    difference.identities = {"A"};
    difference.old_places = old_places;
    return attribution.attribute({difference}).at(0).oid;
}

TEST(Attribution, RemovedByWhatTookTheLastOfIt) {
    using Step = interfaces::Event::Step;
    EXPECT_EQ(removal(2, {Step::went, Step::went}), "c2");
    EXPECT_EQ(removal(1, {Step::went, Step::came, Step::went}), "c3");
    // The same patch landed on another branch, too: it was gone by then.
    EXPECT_EQ(removal(1, {Step::went, Step::went}), "c1");
    // A merge took the other one: what only changed it did not take it.
    EXPECT_EQ(removal(2, {Step::went, Step::changed}), "c1");
}

TEST(Attribution, EachChangedFactByItsChangeset) {
    const std::string prompt = "config A\n\tbool \"Other\"\n\tdefault n\n\n",
                      all = "config A\n\tbool \"Other\"\n\tdefault y\n\n";
    EXPECT_EQ(history({{"", {{"x/Kconfig", a}}},
                       {"c1", {{"x/Kconfig", prompt}}},
                       {"c2", {{"x/Kconfig", all}}}}),
              (Rows{"changed config A by c2", "changed config A by c1"}));
}

TEST(Attribution, ParameterOfARenamedFile) {
    const std::string code = "module_param(debug, int, 0);\n";
    const std::string one = "obj-$(CONFIG_A) += dev.o\ndev-y := a.o\n",
                      two = "obj-$(CONFIG_A) += dev.o\ndev-y := b.o\n";
    EXPECT_EQ(history({{"", {{"d/Makefile", one}, {"d/a.c", "x;\n"}}},
                       {"c1", {{"d/Makefile", one}, {"d/a.c", "x;\n" + code}}},
                       {"c2", {{"d/Makefile", two}, {"d/b.c", "x;\n" + code}}}}),
              Rows{"added param dev.debug by c1"});
}

/// A file that was renamed has had one declaration all the time, however many names it goes by.
TEST(Attribution, ParameterOfTwoFilesOfWhichOneWasRenamed) {
    const std::string code = "module_param(debug, int, 0);\n", none = "int x;\n";
    const std::string make = "obj-m += dev.o\ndev-y := b.o ";
    const Tree before = {{"d/Makefile", make + "a.o\n"}, {"d/a.c", code}, {"d/b.c", code}};
    const auto left = [&](const std::string& second, const std::string& third) {
        return Tree{{"d/Makefile", make + "c.o\n"}, {"d/b.c", second}, {"d/c.c", third}};
    };
    EXPECT_EQ(history({{"", before},
                       {"c1", left(code, code)},
                       {"c2", left(none, code)},
                       {"c3", left(none, none)}}),
              Rows{"removed param dev.debug by c3"});
}

TEST(Attribution, ParameterOfAFileThatBecameAnotherModule) {
    const std::string code = "module_param(link_quirk, int, 0);\n";
    EXPECT_EQ(history({{"", {{"d/Makefile", "obj-m += ahci.o\n"}, {"d/ahci.c", code}}},
                       {"c1", {{"d/Makefile", "obj-m += libahci.o\n"}, {"d/libahci.c", code}}}}),
              (Rows{"added param libahci.link_quirk by c1", "removed param ahci.link_quirk by c1",
                    "added module libahci by c1", "removed module ahci by c1"}));
}

TEST(Comparison, WhatBecameAModuleIsNotNew) {
    const Tree before = {{"d/Makefile", "obj-$(CONFIG_A) += dev.o\n"},
                         {"d/Kconfig", "config A\n\tbool \"A device\"\n"}};
    auto after = before;
    after["d/Makefile"] += "obj-$(CONFIG_A) += two.o\n";
    after["d/Kconfig"] = "config A\n\ttristate \"A device\"\n";
    EXPECT_EQ(differences(before, after), (Rows{"changed config A", "added module two"}));
}

TEST(Comparison, DocumentedLaterThanDeclared) {
    const std::string code = "__setup(\"nopat\", f);\n";
    const std::string doc = "\tnopat\t[X86] Disable PAT\n";
    const std::string path = "Documentation/kernel-parameters.txt";
    const Tree before = {{"a.c", code}};
    const Tree after = {{"a.c", code + "int a;\n"}, {path, doc}};
    const auto found = Attribution().attribute(compare(before, after));
    ASSERT_EQ(rows_of(found), Rows{"added param nopat"});
    EXPECT_TRUE(found[0].detail.ends_with("\nbefore, without documentation: a.c"))
        << found[0].detail;
    EXPECT_EQ(differences(after, before), Rows{"removed param nopat"});
    // What was documented already is not new where more code declares it.
    EXPECT_EQ(differences({{path, doc}}, {{path, doc}, {"b.c", code}}), Rows{});
    EXPECT_EQ(history({{"", before},
                       {"c1", {{"a.c", code}, {path, doc}}},
                       {"c2", {{"a.c", code + "int a;\n"}, {path, doc}, {"b.c", code}}}}),
              Rows{"added param nopat by c1"});
}

TEST(Comparison, AParameterIsSaidWithEveryFileThatHasIt) {
    const Tree after = {{"a.c", "__setup(\"nopat\", f);\n"},
                        {"Documentation/kernel-parameters.txt", "\tnopat\t[X86] Disable PAT\n"}};
    const auto found = Attribution().attribute(compare({}, after));
    ASSERT_EQ(rows_of(found), Rows{"added param nopat"});
    for (const auto& [path, text] : after)
        EXPECT_NE((found[0].path + '\n' + found[0].detail).find(path), std::string::npos)
            << path << ": " << found[0].detail;
}

TEST(Comparison, HeadersThatKbuildExports) {
    const std::string list = "header-y += kvm.h # one\nunifdef-y += audit.h \\\n  poll.h\n";
    Tree before = {{"include/linux/Kbuild", list},
                   {"include/linux/kvm.h", "#define KVM_A 1\n"},
                   {"include/linux/poll.h", "#define POLL_A 1\n"},
                   {"include/linux/inside.h", "#define INSIDE_A 1\n"}};
    auto after = before;
    after["include/linux/kvm.h"] += "#define KVM_B 2\n";
    after["include/linux/poll.h"] += "#ifdef __KERNEL__\n#define POLL_B 2\n#endif\n";
    after["include/linux/inside.h"] += "#define INSIDE_B 2\n";
    EXPECT_EQ(history({{"", before}, {"c1", after}}), Rows{"added uapi KVM_B by c1"});
    // All its names come with the line that exports a header.
    auto more = after;
    more["include/linux/Kbuild"] += "header-y += inside.h\n";
    EXPECT_EQ(history({{"", after}, {"c1", more}}),
              (Rows{"added uapi INSIDE_A by c1", "added uapi INSIDE_B by c1"}));
    // 3.7 moved them; what stayed behind is the kernel's own.
    const Tree moved = {{"include/uapi/linux/kvm.h", "#define KVM_A 1\n"},
                        {"include/linux/kvm.h", "#define KVM_KERNEL 1\n"},
                        {"include/uapi/linux/poll.h", "#define POLL_A 1\n"}};
    EXPECT_EQ(differences(before, moved), Rows{});
    // What is there is exported by its place: a list that names it brings nothing.
    EXPECT_TRUE(interfaces::find_events(interfaces::Source::kbuild, "include/uapi/linux/Kbuild", "",
                                        "header-y += kvm.h\n")
                    .empty());
    // An architecture's list takes the one for all.
    const Tree arch = {{"include/asm-generic/Kbuild.asm", "unifdef-y += errno.h\n"},
                       {"arch/x86/include/asm/Kbuild", "include include/asm-generic/Kbuild.asm\n"}};
    auto newer = arch;
    newer["arch/x86/include/asm/errno.h"] = "#define EX86 1\n";
    newer["arch/arm/include/asm/errno.h"] = "#define EARM 1\n";
    EXPECT_EQ(differences(arch, newer), Rows{"added uapi EX86"});
}

TEST(Attribution, PartsOfLargeFilesGiveWhatTheWholeGives) {
    std::string maintainers, help;
    for (int i = 0; i < 300; ++i) {
        maintainers +=
            "ENTRY " + std::to_string(i) + "\nS:\tMaintained\nF:\tx" + std::to_string(i) + "\n\n";
        help += "config S" + std::to_string(i) + "\n\tbool\n\thelp\n\t  config no\n\n";
    }
    auto orphaned = maintainers;
    orphaned.replace(orphaned.find("Maintained", orphaned.find("ENTRY 150")), 10, "Orphan");
    EXPECT_EQ(history({{"", {{"MAINTAINERS", maintainers}}}, {"c1", {{"MAINTAINERS", orphaned}}}}),
              Rows{"changed maintainer ENTRY 150 by c1"});
    auto more = help;
    more.insert(more.find("config S100\n"), "config NEW\n\tbool\n");
    EXPECT_EQ(history({{"", {{"x/Kconfig", help}}}, {"c1", {{"x/Kconfig", more}}}}),
              Rows{"added config NEW by c1"});
}

} // namespace
} // namespace mw::test
