// What a configuration builds, by the Kbuild files of small trees. tests/deep/kbuild.sh compares a
// whole tree with make.

#include "kbuild/build_map.h"
#include "kbuild/includes.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace mw::kbuild {
namespace {

using Tree = std::map<std::string, std::string>;

class Maps : public testing::Test {
protected:
    /// The state of a source in the tree.
    Built of(const std::string& path) {
        const BuildMap map(config_, "x86", files_);
        return map.of_source(path);
    }

    Tree tree_ = {
        {"Kbuild", "obj-y += d/\nobj-y += arch/$(SRCARCH)/\n"},
        {"Makefile", "libs-y := lib/\n"},
        {"lib/Makefile", "lib-y := l.o\n"},
        {"arch/x86/Kbuild", "obj-y += mm/\nobj-$(CONFIG_OFF) += kvm/\n"},
        {"arch/x86/Makefile", "boot := arch/x86/boot\ndrivers-$(CONFIG_ON) += arch/x86/pci/\n"},
        {"arch/x86/pci/Makefile", "obj-y += i.o\n"}};
    ConfigFile config_{
        "CONFIG_X86=y\nCONFIG_MODULES=y\nCONFIG_ON=y\nCONFIG_MOD=m\n# CONFIG_OFF is not set\n"};
    FileReader files_ = [this](const std::string& path) {
        const auto found = tree_.find(path);
        return found == tree_.end() ? std::nullopt : std::optional(found->second);
    };
};

TEST_F(Maps, ObjectsAndFolders) {
    tree_["d/Makefile"] = "obj-y := a.o\nobj-$(CONFIG_MOD) += b.o e/\nobj-$(CONFIG_OFF) += c.o\n"
                          "obj-$(CONFIG_ON) += f/ \\\n\tg.o # a comment\n";
    tree_["d/e/Makefile"] = "obj-y += y.o\nobj-m += m.o\n";
    tree_["d/f/Kbuild"] = "obj-y += k.o\n";
    tree_["d/f/Makefile"] = "obj-y += never.o\n";
    EXPECT_EQ(of("d/a.c"), Built::built_in);
    EXPECT_EQ(of("d/b.c"), Built::module);
    EXPECT_EQ(of("d/c.c"), Built::no);
    EXPECT_EQ(of("d/g.S"), Built::built_in);
    EXPECT_EQ(of("d/e/y.c"), Built::no); // nothing that is linked enters the folder
    EXPECT_EQ(of("d/e/m.c"), Built::module);
    EXPECT_EQ(of("d/f/k.c"), Built::built_in);
    EXPECT_EQ(of("d/f/never.c"), Built::no);
    EXPECT_EQ(of("lib/l.c"), Built::built_in);
    EXPECT_EQ(of("arch/x86/pci/i.c"), Built::built_in);
    EXPECT_EQ(of("arch/x86/kvm/x.c"), Built::no);
    EXPECT_EQ(of("arch/x86/boot/a20.c"), Built::cannot_tell);
    EXPECT_EQ(of("arch/arm/mm/x.c"), Built::no);
    EXPECT_EQ(of("tools/x.c"), Built::no);
}

TEST_F(Maps, Composites) {
    tree_["d/Makefile"] = "obj-$(CONFIG_MOD) += one.o\none-y := a.o sub/b.o\n"
                          "one-$(CONFIG_ON) += c.o\none-$(CONFIG_OFF) += d.o\none-m += e.o\n"
                          "obj-y += two.o\ntwo-objs = f.o $(two-more)\ntwo-more = g.o\n"
                          "obj-$(CONFIG_OFF) += off.o\noff-y := h.o\n";
    for (const auto* path : {"d/a.c", "d/sub/b.c", "d/c.c", "d/e.c"})
        EXPECT_EQ(of(path), Built::module) << path;
    for (const auto* path : {"d/one.c", "d/d.c", "d/two.c", "d/h.c", "d/off.c"})
        EXPECT_EQ(of(path), Built::no) << path;
    EXPECT_EQ(of("d/f.c"), Built::built_in);
    EXPECT_EQ(of("d/g.c"), Built::built_in);
}

TEST_F(Maps, ConditionsAndFunctions) {
    tree_["d/Makefile"] = "ifdef CONFIG_ON\nobj-y += a.o\nelse\nobj-y += b.o\nendif\n"
                          "ifeq ($(CONFIG_OFF),y)\nobj-y += c.o\nelse ifneq ($(CONFIG_MOD),)\n"
                          "obj-y += d.o\nelse\nobj-y += e.o\nendif\n"
                          "names := f g\nobj-y += $(addsuffix .o,$(names))\n"
                          "obj-y += $(patsubst %,x-%.o,$(filter f,$(names)))\n"
                          "obj-$(subst m,y,$(CONFIG_MOD)) += h.o\n"
                          "obj-$(if $(CONFIG_OFF),y) += i.o\n"
                          "include d/more.mk\n";
    tree_["d/more.mk"] = "obj-y += j.o\n";
    for (const auto* name : {"a", "d", "f", "g", "x-f", "h", "j"})
        EXPECT_EQ(of(std::string("d/") + name + ".c"), Built::built_in) << name;
    for (const auto* name : {"b", "c", "e", "i", "x-g"})
        EXPECT_EQ(of(std::string("d/") + name + ".c"), Built::no) << name;
}

TEST_F(Maps, WordsByTheirPlace) {
    tree_["d/Makefile"] = "names := a b c\nobj-y += $(word 2,$(names)).o\n"
                          "obj-m += $(firstword $(names)).o $(lastword $(names)).o\n"
                          "obj-y += $(firstword $(none))$(lastword $(none))$(word 1,$(none))e.o\n"
                          "obj-y += $(word 4,$(names))f.o $(word 0,$(names))g.o\n";
    for (const auto* path : {"d/b.c", "d/e.c", "d/f.c", "d/g.c"})
        EXPECT_EQ(of(path), Built::built_in) << path;
    for (const auto* path : {"d/a.c", "d/c.c"})
        EXPECT_EQ(of(path), Built::module) << path;
}

TEST_F(Maps, FoldersAmongALibrarysObjectsAreNotEntered) {
    tree_["d/Makefile"] = "lib-y := l.o s/\nextra-y := t/\nobj-y := u/\n";
    for (const auto* folder : {"s", "t", "u"})
        tree_[fmt::format("d/{}/Makefile", folder)] = "obj-m := x.o\n";
    EXPECT_EQ(of("d/l.c"), Built::built_in);
    EXPECT_EQ(of("d/s/x.c"), Built::no);
    EXPECT_EQ(of("d/t/x.c"), Built::no);
    EXPECT_EQ(of("d/u/x.c"), Built::module);
}

TEST_F(Maps, ACompositeWithoutPartsIsAFileOfItsOwn) {
    tree_["d/Makefile"] = "obj-y += one.o\none-y :=\nobj-m += two.o\ntwo-objs :=\n";
    EXPECT_EQ(of("d/one.c"), Built::built_in);
    EXPECT_EQ(of("d/two.c"), Built::module);
}

TEST_F(Maps, PatternsLeaveOutWhatDoesNotFit) {
    tree_["d/Makefile"] = "obj-y += $(filter k%,kx.o lx.o)\n"
                          "obj-y += $(patsubst m%.o,n%.o,my.o oz.o)\n";
    for (const auto* path : {"d/kx.c", "d/ny.c", "d/oz.c"})
        EXPECT_EQ(of(path), Built::built_in) << path;
    for (const auto* path : {"d/lx.c", "d/my.c", "d/n.c"})
        EXPECT_EQ(of(path), Built::no) << path;
}

TEST_F(Maps, AVariableIsFollowedOverSixtySteps) {
    const auto built = [this](int variables) {
        std::string text = "v0 = a.o\n";
        for (int i = 1; i <= variables; ++i)
            text += fmt::format("v{} = $(v{})\n", i, i - 1);
        tree_["d/Makefile"] = text + fmt::format("obj-y += $(v{})\n", variables);
        return of("d/a.c");
    };
    EXPECT_EQ(built(58), Built::built_in);
    EXPECT_EQ(built(59), Built::cannot_tell);
}

/// No file has such a name: what the list really has is not known then.
TEST_F(Maps, AWordIsTakenUpToTheLongestNameOfAFile) {
    for (const bool too_long : {false, true}) {
        const std::string stem((too_long ? 4097 : 4096) - 2, 'a');
        tree_["d/Makefile"] = "obj-y += " + stem + ".o\n";
        EXPECT_EQ(of("d/" + stem + ".c"), too_long ? Built::cannot_tell : Built::built_in);
        EXPECT_EQ(of("d/b.c"), too_long ? Built::cannot_tell : Built::no);
    }
}

TEST_F(Maps, WhatCannotBeTold) {
    tree_["d/Makefile"] =
        "ifeq ($(shell date),x)\nobj-y += a.o\nendif\nobj-y += b.o\n"
        "vobjs-y := c.o\n$(obj)/image: $(addprefix $(obj)/,$(vobjs-y)) e.o FORCE\n"
        "\tobj-y += recipe.o\nhostprogs := tool\ntool-objs := t.o\n";
    EXPECT_EQ(of("d/a.c"), Built::cannot_tell);
    EXPECT_EQ(of("d/b.c"), Built::built_in);
    EXPECT_EQ(of("d/c.c"), Built::cannot_tell);
    EXPECT_EQ(of("d/e.c"), Built::cannot_tell);
    EXPECT_EQ(of("d/recipe.c"), Built::no);
    EXPECT_EQ(of("d/tool.c"), Built::no);
    EXPECT_EQ(of("d/t.c"), Built::no);
    EXPECT_EQ(of("d/other.c"), Built::no);
    tree_["d/Makefile"] = "obj-y += $(shell ls)\n";
    EXPECT_EQ(of("d/other.c"), Built::cannot_tell);
}

TEST_F(Maps, FilesThatAreIncluded) {
    tree_["d/Makefile"] =
        "obj-y := a.o\nobj-$(CONFIG_MOD) += b.o\nccflags-y := -I$(srctree)/d/inc\n";
    tree_["d/a.c"] = "#include <linux/x.h>\n#include \"part.c\"\n # include \"../d/y.h\"\n";
    tree_["d/b.c"] = "#include \"own.h\"\n#include <asm/z.h>\n#include <generated/none.h>\n";
    tree_["d/c.c"] = "#include \"unused.h\"\n";
    for (const auto* path : {"include/linux/x.h", "d/part.c", "d/y.h", "d/inc/own.h", "d/unused.h",
                             "include/asm-generic/z.h"})
        tree_[path];
    const BuildMap map(config_, "x86", files_);
    const std::vector<std::string> sources = {"d/a.c", "d/b.c", "d/c.c", "d/part.c"};
    const IncludeMap includes(map, "x86", sources, files_,
                              [this](const std::string& path) { return tree_.contains(path); }, {});
    EXPECT_EQ(includes.of("include/linux/x.h"), Built::built_in);
    EXPECT_EQ(includes.of("d/part.c"), Built::built_in);
    EXPECT_EQ(includes.of("d/y.h"), Built::built_in);
    EXPECT_EQ(includes.of("d/inc/own.h"), Built::module);
    EXPECT_EQ(includes.of("include/asm-generic/z.h"), Built::module);
    EXPECT_EQ(includes.of("d/unused.h"), Built::no);
}

TEST_F(Maps, AnOptionAndItsFolderMayBeTwoWords) {
    tree_["d/Makefile"] = "obj-y := a.o\nccflags-y := -I $(srctree)/d/inc -I\n";
    tree_["d/a.c"] = "#include <own.h>\n";
    tree_["d/inc/own.h"];
    const BuildMap map(config_, "x86", files_);
    const std::vector<std::string> sources = {"d/a.c"};
    const IncludeMap includes(map, "x86", sources, files_,
                              [this](const std::string& path) { return tree_.contains(path); }, {});
    EXPECT_EQ(includes.of("d/inc/own.h"), Built::built_in);
    EXPECT_EQ(map.include_folders().at("d"), std::set<std::string>{"d/inc"});
}

TEST_F(Maps, TextsThatGrowWithoutEndAreRefused) {
    // Each line makes it twice as long, or takes twice as long to find that nothing is there.
    std::string doubled = "x0 := aaaaaaaaaaaaaaaa\n", empty;
    for (int i = 0; i < 58; ++i) {
        doubled += fmt::format("x{} := $(x{})$(x{})\n", i + 1, i, i);
        empty += fmt::format("e{} = $(e{})$(e{})\n", i, i + 1, i + 1);
    }
    std::string nested = "a";
    for (int i = 0; i < 40; ++i)
        nested = "$(subst a,aaaaaaaa," + nested + ")";
    for (const auto& text : {doubled, empty + "obj-y += $(e0)\n", "obj-y += " + nested + '\n',
                             std::string("include d/Makefile\n") + doubled}) {
        tree_["d/Makefile"] = text;
        EXPECT_THROW(of("d/a.c"), std::runtime_error);
    }
}

TEST_F(Maps, FoldersThatLeadOnAndOn) {
    constexpr int many = 20'000;
    for (int i = 0; i < many; ++i)
        tree_[fmt::format("d{}/Makefile", i)] =
            fmt::format("obj-y += a.o ../d{}/ ./ ../d{}/\n", i + 1, i);
    tree_["d/Makefile"] = "obj-y += ../d0/\n";
    EXPECT_EQ(of(fmt::format("d{}/a.c", many - 1)), Built::built_in);
}

TEST_F(Maps, TheWordsOfALoop) {
    tree_["d/Makefile"] = "n := c\nobj-y += $(foreach n,a b,$(n).o) $(n).o\n";
    for (const auto* path : {"d/a.c", "d/b.c", "d/c.c"})
        EXPECT_EQ(of(path), Built::built_in) << path;
}

TEST_F(Maps, AHashBehindABackslashIsNoComment) {
    tree_["d/Makefile"] = "obj-y += x\\#y.o a.o # b.o\n";
    EXPECT_EQ(of("d/a.c"), Built::built_in);
    EXPECT_EQ(of("d/b.c"), Built::no);
}

TEST_F(Maps, ARuleWithAnEqualsSignHasARecipe) {
    tree_["d/Makefile"] = "$(obj)/image: $(obj)/e.o ; A=b cp $< $@\n\tobj-y += recipe.o\n"
                          "obj-y += a.o\n";
    EXPECT_EQ(of("d/a.c"), Built::built_in);
    EXPECT_EQ(of("d/recipe.c"), Built::no);
}

TEST_F(Maps, AMakefileThatIncludesItself) {
    tree_["d/Makefile"] = "obj-y += a.o\ninclude d/Makefile\n";
    EXPECT_EQ(of("d/a.c"), Built::built_in);
}

/// The top of 2.6.x to 5.x, in which the lists are what is linked of the folders.
const char* const older_top =
    "init-y := init/\ndrivers-y := drivers/\nnet-y := net/\nlibs-y := lib/\ncore-y := usr/\n"
    "srctree := $(if $(KBUILD_SRC),$(KBUILD_SRC),$(CURDIR))\n"
    "include $(srctree)/arch/$(SRCARCH)/Makefile\n"
    "ifeq ($(KBUILD_EXTMOD),)\ncore-y += kernel/ mm/ fs/\n"
    "init-y := $(patsubst %/, %/built-in.o, $(init-y))\n"
    "core-y := $(patsubst %/, %/built-in.o, $(core-y))\n"
    "drivers-y := $(patsubst %/, %/built-in.a, $(drivers-y))\n"
    "libs-y1 := $(patsubst %/, %/lib.a, $(libs-y))\n"
    "libs-y2 := $(patsubst %/, %/built-in.o, $(libs-y))\nlibs-y := $(libs-y1) $(libs-y2)\nendif\n";

TEST_F(Maps, OlderTopMakefiles) {
    tree_ = {{"Kbuild", "always := include/generated/bounds.h\n"},
             {"Makefile", older_top},
             {"arch/x86/Makefile", "BITS := 64\nhead-y := arch/x86/kernel/head_$(BITS).o\n"
                                   "include $(srctree)/arch/x86/Makefile_64\n"
                                   "core-y += arch/x86/\ndrivers-$(CONFIG_OFF) += arch/x86/pci/\n"},
             {"arch/x86/Makefile_64", "boot := arch/x86/boot\n"},
             {"arch/x86/Kbuild", "obj-y += kernel/\n"},
             {"arch/x86/kernel/Makefile", "obj-y := k.o\n"},
             {"init/Makefile", "obj-y := main.o\n"},
             {"kernel/Makefile", "obj-y = sched.o\nobj-$(CONFIG_OFF) += off.o\n"},
             {"mm/Makefile", "obj-y := slub.o\n"},
             {"fs/Makefile", "obj-$(CONFIG_MOD) += ext/\n"},
             {"fs/ext/Makefile", "obj-$(CONFIG_MOD) += ext.o\next-objs := inode.o\n"},
             {"drivers/Makefile", "obj-y += d.o\n"},
             {"lib/Makefile", "lib-y := l.o\nobj-y := o.o\n"}};
    for (const auto* path : {"arch/x86/kernel/head_64.S", "arch/x86/kernel/k.c", "init/main.c",
                             "kernel/sched.c", "mm/slub.c", "drivers/d.c", "lib/l.c", "lib/o.c"})
        EXPECT_EQ(of(path), Built::built_in) << path;
    EXPECT_EQ(of("fs/ext/inode.c"), Built::module);
    EXPECT_EQ(of("kernel/off.c"), Built::no);
    EXPECT_EQ(of("arch/x86/boot/a20.c"), Built::cannot_tell);
    EXPECT_EQ(of("arch/arm/mm/x.c"), Built::no);
}

TEST_F(Maps, ThePCBeforeItHadOneFolder) {
    tree_ = {{"Makefile", "core-y := kernel/\ninclude $(srctree)/arch/$(ARCH)/Makefile\n"},
             {"kernel/Makefile", "obj-y := k.o\n"},
             {"arch/i386/Makefile", "core-y += arch/i386/kernel/\n"},
             {"arch/i386/kernel/Makefile", "obj-y := one.o time.o\n"},
             {"arch/x86_64/Makefile", "CFLAGS += -Iinclude/asm-x86_64/mach\n"
                                      "core-y += arch/x86_64/kernel/\n"},
             {"arch/x86_64/kernel/Makefile", "obj-y := head_$(BITS).o ../../i386/kernel/time.o\n"},
             {"arch/i386/kernel/time.c", "#include <asm/x.h>\n#include <mach_y.h>\n"}};
    for (const auto* path : {"include/asm-x86_64/x.h", "include/asm-x86_64/mach/mach_y.h"})
        tree_[path];
    EXPECT_EQ(of("arch/i386/kernel/one.c"), Built::built_in);
    EXPECT_EQ(of("arch/x86_64/kernel/head_32.S"), Built::no);
    config_ = ConfigFile("CONFIG_X86_64=y\n");
    const BuildMap map(config_, "x86", files_);
    EXPECT_EQ(map.architecture(), "x86_64");
    EXPECT_EQ(map.of_source("arch/x86_64/kernel/head_64.S"), Built::built_in);
    EXPECT_EQ(map.of_source("arch/i386/kernel/time.c"), Built::built_in);
    EXPECT_EQ(map.of_source("arch/i386/kernel/one.c"), Built::no);
    const std::vector<std::string> sources = {"arch/i386/kernel/time.c"};
    const IncludeMap includes(map, map.architecture(), sources, files_,
                              [this](const std::string& path) { return tree_.contains(path); }, {});
    EXPECT_EQ(includes.of("include/asm-x86_64/x.h"), Built::built_in);
    EXPECT_EQ(includes.of("include/asm-x86_64/mach/mach_y.h"), Built::built_in);
}

TEST_F(Maps, ALayoutThatIsNotFollowedCannotBeTold) {
    tree_["Makefile"] = "SUBDIRS := kernel mm\nCORE_FILES := kernel/kernel.o\n";
    tree_["kernel/Makefile"] = "obj-y := sched.o\n";
    tree_["d/Makefile"] = "obj-y := a.o\n";
    EXPECT_EQ(of("kernel/sched.c"), Built::cannot_tell);
    EXPECT_EQ(of("fs/inode.c"), Built::cannot_tell);
    EXPECT_EQ(of("d/a.c"), Built::built_in);
}

TEST(ConfigFiles, WrittenByHand) {
    EXPECT_TRUE(ConfigFile("CONFIG_A=m\n").has_modules());
    EXPECT_FALSE(ConfigFile("CONFIG_A=y\n").has_modules());
    EXPECT_FALSE(ConfigFile("CONFIG_A=m\n# CONFIG_MODULES is not set\n").has_modules());
    EXPECT_EQ(architecture_of(ConfigFile("CONFIG_X86_64=y\n")), "x86");
}

TEST(ConfigFiles, AreRead) {
    const ConfigFile config("# a comment\nCONFIG_A=y\nCONFIG_B=m\r\nCONFIG_C=\"text\"\n"
                            "# CONFIG_D is not set\nCONFIG_X86=y\nCONFIG_E=12\n");
    EXPECT_EQ(config.value("A"), "y");
    EXPECT_EQ(config.value("B"), "m");
    EXPECT_EQ(config.value("C"), "text");
    EXPECT_EQ(config.value("D"), "");
    EXPECT_EQ(config.value("E"), "12");
    EXPECT_TRUE(config.answers("D"));
    EXPECT_FALSE(config.answers("F"));
    EXPECT_EQ(config.size(), 6U);
    EXPECT_EQ(architecture_of(config), "x86");
    EXPECT_EQ(architecture_of(ConfigFile("text\n")), "");
}

} // namespace
} // namespace mw::kbuild
