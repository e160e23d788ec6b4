// What each of the other parsers finds in a small piece of what it reads.

#include "interfaces/parsed.h"
#include "support/cpu_clock.h"

#include <gtest/gtest.h>

#include <chrono>

namespace mw::test {
namespace {

using interfaces::Items;
using interfaces::Kind;
using Names = std::vector<std::string>;

TEST(ParameterDoc, EntriesAndTheirSentences) {
    const auto items = read("Documentation/admin-guide/kernel-parameters.txt",
                            "\tACPI\tACPI support is enabled.\n"
                            "\tIOSCHED\tMore than one I/O scheduler is enabled.\n"
                            "\tmodprobe usbcore blinkenlights=1\n"
                            "\n"
                            "\tia32_emulation=\t\t[X86-64]\n"
                            "\t\t\tFormat: <bool>\n"
                            "\t\t\tWhen true, allows loading 32-bit programs. More\n"
                            "\t\t\ttext.\n"
                            "\n"
                            "\tslub_debug[=options[,slabs]]\t[MM, SLUB]\n"
                            "\tdb9.dev[2|3]=\t[HW,JOY] Multisystem joystick\n"
                            "\tnoefi\t\tDisable EFI runtime services support.\n"
                            "\twatchdog timers\t[HW,WDT] For information\n"
                            "\trcu_nocbs[=cpu-list]\n"
                            "\t<module>.async_probe[=<bool>] [KNL]\n"
                            "\tfw_devlink.sync_state =\n");
    EXPECT_EQ(names_of(items, Kind::param),
              (Names{"ia32_emulation", "slub_debug", "db9.dev", "noefi", "rcu_nocbs",
                     "<module>.async_probe", "fw_devlink.sync_state"}));
    EXPECT_EQ(items[0].summary, "When true, allows loading 32-bit programs");
    EXPECT_EQ(values_of(items[0], "documented"), Names{"ia32_emulation= [X86-64]"});
}

/// Without '=' or a tag an abbreviation is told from a parameter by its capitals alone.
TEST(ParameterDoc, ABareNameMayHaveDigitsAndPoints) {
    EXPECT_EQ(names_in("Documentation/admin-guide/kernel-parameters.txt",
                       "\tX86-64\tx86 with 64 bits\n\tno387\t\tUse no coprocessor\n"
                       "\tno-hlt\n\tacpi.nodebug\n"),
              (Names{"no387", "no-hlt", "acpi.nodebug"}));
}

/// What a changeset says in a later paragraph is a change of the parameter.
TEST(ParameterDoc, AnEntryGoesOnBehindABlankLine) {
    const auto items = read("Documentation/admin-guide/kernel-parameters.txt",
                            "\tnohz=\t\t[KNL] Stop ticks\n\n\t\t\tDefault: on\n\n"
                            "\tquiet\t\t[KNL] Say less\n");
    EXPECT_EQ(names_of(items, Kind::param), (Names{"nohz", "quiet"}));
    EXPECT_EQ(items[0].summary, "Stop ticks");
    EXPECT_EQ(items[0].text, "Default: on");
}

TEST(ParameterDoc, HeadingsAreNoSysctls) {
    EXPECT_EQ(names_in("Documentation/admin-guide/kernel-parameters.txt",
                       "acct\n====\n\n\tquiet\t\t[KNL] Disable most log messages\n"),
              Names{"quiet"});
}

TEST(Code, AnArgumentIsAtMostAThousandBytes) {
    const auto names = [](std::size_t bytes) {
        return names_in("drivers/a/b.c", "module_param(x," + std::string(bytes, 't') + ", 0);\n");
    };
    EXPECT_EQ(names(999), Names{"x"});
    EXPECT_EQ(names(1000), Names{});
}

TEST(Code, WhatStandsBehindAPartIsNotRead) {
    const std::string_view whole = "module_param(x, int)";
    const auto read = [&](std::size_t bytes) {
        return interfaces::read_part(interfaces::Source::code, "drivers/a/b.c",
                                     whole.substr(0, bytes), whole)
            .size();
    };
    EXPECT_EQ(read(whole.size()), 1U);
    EXPECT_EQ(read(whole.size() - 1), 0U);
}

TEST(Code, ParametersAndFileSystems) {
    const auto items =
        read("drivers/a/b.c",
             "__setup(\"quiet2=\", f);\n"
             "early_param(\"early\", f);\n"
             "/* early_param(\"not\", f); */\n"
             "#define X(n) module_param(n, int, 0)\n"
             "core_param(top, v, int, 0);\n"
             "module_param_named(debug, d, int, 0);\n"
             "MODULE_PARM_DESC(debug, \"Be \" \"loud\");\n"
             "module_param(\n\tsplit,\n\tint, 0);\n"
             "early_param_on_off(\"gbpages\", \"nogbpages\", v, CONFIG_X);\n"
             "snd_pcm_hw_param(x, y);\n"
             "static struct file_system_type t = {\n\t.owner = O,\n\t.name = \"ext9\",\n};\n"
             "struct file_system_type *p = &t;\n");
    EXPECT_EQ(names_of(items, Kind::param),
              (Names{"quiet2", "early", "top", "debug", "split", "nogbpages", "gbpages"}));
    EXPECT_EQ(names_of(items, Kind::filesystem), Names{"ext9"});
    EXPECT_EQ(items[3].scope, "drivers/a/b.c");
    EXPECT_EQ(items[3].summary, "Be loud");
    EXPECT_EQ(items[2].scope, "");
}

/// As locktorture.stutter, for whoever writes it on the command line of the kernel.
TEST(Code, TortureParametersAreOfTheirModule) {
    const std::string line = "torture_param(int, stutter, 5, \"Number of seconds\");\n";
    const auto items = read("kernel/locking/locktorture.c", line);
    ASSERT_EQ(names_of(items, Kind::param), Names{"stutter"});
    EXPECT_EQ(items[0].scope, "kernel/locking/locktorture.c");
    EXPECT_EQ(names_in("kernel/x.c", "#define MODULE_PARAM_PREFIX \"rcutorture.\"\n" + line),
              Names{"rcutorture.stutter"});
}

TEST(Code, PrefixOfTheFile) {
    const auto items = read("kernel/rcu/update.c", "#undef MODULE_PARAM_PREFIX\n"
                                                   "#define MODULE_PARAM_PREFIX \"rcupdate.\"\n"
                                                   "module_param(rcu_normal, int, 0444);\n");
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0].name, "rcupdate.rcu_normal");
    EXPECT_EQ(items[0].scope, "");
}

TEST(Sysctl, HeadingsOldTextsAndNetworking) {
    EXPECT_EQ(names_in("Documentation/admin-guide/sysctl/kernel.rst",
                       "Currently, these files\n\n"
                       "acct\n====\n\ntext\n\n"
                       "bootloader_type (x86 only)\n==========================\n\n"
                       "msgmax, msgmnb, and msgmni\n==========================\n\n"
                       "Some words of prose here\n========================\n"),
              (Names{"kernel.acct", "kernel.bootloader_type", "kernel.msgmax", "kernel.msgmnb",
                     "kernel.msgmni"}));
    EXPECT_EQ(names_in("Documentation/sysctl/vm.txt",
                       "==============================================================\n\n"
                       "swappiness\n\nThis control is used.\n\n"
                       "==============================================================\n\n"
                       "min_free_kbytes:\n\nThis is used.\n"),
              (Names{"vm.swappiness", "vm.min_free_kbytes"}));
    EXPECT_EQ(names_in("Documentation/networking/ip-sysctl.rst",
                       "/proc/sys/net/ipv4/* Variables\n==============================\n\n"
                       "ip_forward - BOOLEAN\n\t- 0 - disabled (default)\n\n"
                       "/proc/sys/net/ipv6/* Variables\n==============================\n\n"
                       "bindv6only - BOOLEAN\n\tDefault value\n"),
              (Names{"net.ipv4.ip_forward", "net.ipv6.bindv6only"}));
}

TEST(Sysctl, ThreeCharactersUnderlineAHeading) {
    const auto names = [](const std::string& rule) {
        return names_in("Documentation/admin-guide/sysctl/kernel.rst",
                        "Text\n\nacct\n" + rule + "\n\ntext\n");
    };
    EXPECT_EQ(names("==="), Names{"kernel.acct"});
    EXPECT_EQ(names("=="), Names{});
}

TEST(Sysctl, TheFirstLineIsNoName) {
    EXPECT_EQ(names_in("Documentation/sysctl/vm.txt",
                       "introduction\n\nText.\n\n"
                       "==============================================================\n\n"
                       "swappiness\n\nThis control is used.\n"),
              Names{"vm.swappiness"});
}

TEST(Abi, EveryPathOfAnEntry) {
    const std::string text = "What:\t\t/sys/a\n\t\t/sys/b\nWhat:\t\t/sys/c\nDate:\t\tMay 2023\n"
                             "Description:\tThe first. And more\n\t\ttext.\n\n"
                             "What:\t\t/sys/d\nDescription:\n\t\tAnother.\n";
    const auto items = read("Documentation/ABI/testing/sysfs-x", text);
    EXPECT_EQ(names_of(items, Kind::abi), (Names{"/sys/a", "/sys/b", "/sys/c", "/sys/d"}));
    EXPECT_EQ(items[1].summary, "The first");
    EXPECT_EQ(items[3].summary, "Another");
    EXPECT_EQ(values_of(items[0], "state"), Names{"testing"});
    EXPECT_TRUE(read("Documentation/ABI/removed/sysfs-x", text).empty());
}

TEST(Abi, ANameIsAtMostThreeHundredBytes) {
    for (const std::size_t bytes : {300U, 301U}) {
        const auto name = "/sys/" + std::string(bytes - 5, 'x');
        EXPECT_EQ(names_in("Documentation/ABI/testing/sysfs-x", "What:\t\t" + name + '\n'),
                  bytes == interfaces::longest_name ? Names{name} : Names{});
    }
}

TEST(Syscalls, Tables) {
    const auto items = read("arch/x86/entry/syscalls/syscall_64.tbl",
                            "# comment\n0\tcommon\tread\t\t\tsys_read\n"
                            "212\tcommon\tlookup_dcookie\n177\t64\treserved177 sys_x\n");
    EXPECT_EQ(names_of(items, Kind::syscall), (Names{"read", "lookup_dcookie"}));
    EXPECT_EQ(values_of(items[0], "x86_64"), Names{"0"});
    EXPECT_EQ(values_of(items[1], "x86_64"), Names{"212 (sys_ni_syscall)"});
}

TEST(Syscalls, OldHeaders) {
    const auto items = read("arch/mips/include/asm/unistd.h",
                            "#define __NR_Linux\t4000\n#define __NR_exit\t(__NR_Linux +   1)\n"
                            "#define __NR_Linux_syscalls 335\n# define\t__NR_preadv 328\n"
                            "#define __NR3264_fcntl 25\n#define __NR_syscalls 3\n"
                            "#define NR_syscalls 3\n#define __X32_SYSCALL_BIT 0x40000000\n");
    EXPECT_EQ(names_of(items, Kind::syscall), (Names{"exit", "preadv", "fcntl"}));
    EXPECT_EQ(values_of(items[0], "mips"), Names{"1"});
}

/// A call that was taken away keeps its number, and only its entry point tells.
TEST(Syscalls, OldHeadersSayWhichDoNothing) {
    const auto items = read("include/uapi/asm-generic/unistd.h",
                            "#define __NR_nfsservctl 42\n"
                            "__SYSCALL(__NR_nfsservctl, sys_ni_syscall)\n"
                            "#define __NR_getdents 61\n__SYSCALL(__NR_getdents, sys_getdents)\n"
                            "#define __NR_lseek 62\n__SYSCALL(__NR_other, sys_ni_syscall)\n");
    ASSERT_EQ(names_of(items, Kind::syscall), (Names{"nfsservctl", "getdents", "lseek"}));
    EXPECT_EQ(values_of(items[0], "generic"), Names{"42 (sys_ni_syscall)"});
    EXPECT_EQ(values_of(items[1], "generic"), Names{"61"});
    EXPECT_EQ(values_of(items[2], "generic"), Names{"62"});
}

TEST(Uapi, NamesOfAHeader) {
    const auto items =
        read("include/uapi/linux/x.h",
             "#ifndef _X_H\n#define _X_H\n"
             "#define X_GET _IOR('x', 1, struct x_arg) /* get */\n"
             "#define X_FLAG (1 << 0)\n"
             "#ifdef __KERNEL__\n#define X_HIDDEN 1\nstruct hidden { int a; };\n#endif\n"
             "struct x_arg {\n\t__u32 a;\n\tunion { __u64 b; __u8 c[8]; };\n};\n"
             "enum x_kind { X_ONE, X_TWO = 2, __X_MAX };\n#endif\n");
    EXPECT_EQ(names_of(items, Kind::uapi), (Names{"X_GET", "X_FLAG", "struct x_arg", "enum x_kind",
                                                  "X_ONE", "X_TWO", "__X_MAX"}));
    EXPECT_EQ(values_of(items[0], "ioctl"), Names{"_IOR('x', 1, struct x_arg)"});
    EXPECT_EQ(values_of(items[2], "member"), (Names{"__u32 a", "__u64 b", "__u8 c[8]"}));
}

TEST(Uapi, ACommentOverTwoLinesEndsNoDefinition) {
    const auto items = read("include/uapi/linux/x.h",
                            "#define X_GET /* what\n * there is */ _IOR('x', 1, int)\n"
                            "#define X_SET _IOW('x', 2, int) /* what\n there shall be */\n"
                            "/* and\n more */\n#define X_END _IO('x', 3) /* no end");
    EXPECT_EQ(names_of(items, Kind::uapi), (Names{"X_GET", "X_SET", "X_END"}));
    EXPECT_EQ(values_of(items[0], "ioctl"), Names{"_IOR('x', 1, int)"});
    EXPECT_EQ(values_of(items[1], "ioctl"), Names{"_IOW('x', 2, int)"});
    EXPECT_EQ(values_of(items[2], "ioctl"), Names{"_IO('x', 3)"});
}

TEST(Uapi, ACommentToTheEndOfALineIsNoPartOfAValue) {
    const auto items = read("include/uapi/linux/x.h",
                            "#define X_GET _IOR('x', 1, int) // what there is\n"
                            "#define X_SET _IOW('x', 2, int) //\n#define X_END _IO('x', 3) // end");
    EXPECT_EQ(names_of(items, Kind::uapi), (Names{"X_GET", "X_SET", "X_END"}));
    EXPECT_EQ(values_of(items[0], "ioctl"), Names{"_IOR('x', 1, int)"});
    EXPECT_EQ(values_of(items[1], "ioctl"), Names{"_IOW('x', 2, int)"});
    EXPECT_EQ(values_of(items[2], "ioctl"), Names{"_IO('x', 3)"});
}

TEST(Bindings, YamlAndText) {
    const auto yaml = read("Documentation/devicetree/bindings/power/supply/mitsumi,mm8013.yaml",
                           "title: Mitsumi MM8013 fuel gauge\n\nproperties:\n  compatible:\n"
                           "    oneOf:\n      - const: mitsumi,mm8013\n      - enum:\n"
                           "          - a,one # first\n          - a,two\n"
                           "      - enum: [ b,x, b,y ]\n  reg:\n    const: 1\n"
                           "examples:\n  - |\n    compatible = \"c,d\";\n");
    EXPECT_EQ(names_of(yaml, Kind::device_tree), (Names{"mitsumi,mm8013", "a,one", "a,two", "b,x",
                                                        "b,y", "power/supply/mitsumi,mm8013"}));
    EXPECT_EQ(yaml[0].summary, "Mitsumi MM8013 fuel gauge");
    const auto text = read("Documentation/devicetree/bindings/x.txt",
                           "* A device\n- compatible : should be \"v,one\" or \"v,two\"\n"
                           "Example:\n compatible = \"w,no\";\n");
    EXPECT_EQ(names_of(text, Kind::device_tree), (Names{"v,one", "v,two", "x"}));
}

TEST(Bindings, AListGoesOnBehindBlankLinesAndComments) {
    const std::string path = "Documentation/devicetree/bindings/x.yaml";
    EXPECT_EQ(names_in(path, "properties:\n  compatible:\n    enum:\n      - a,one\n\n"
                             "      # - a,never\n# of later boards\n      - a,two\n"),
              (Names{"a,one", "a,two", "x"}));
}

TEST(Toolchain, TableListAndScript) {
    const auto table = read("Documentation/process/changes.rst",
                            "=====  =====  =====\nProgram  Minimal version  Command\n"
                            "=====  =====  =====\nGNU C   5.1   gcc --version\n"
                            "Rust (optional)        1.73.0           rustc --version\n"
                            "=====  =====  =====\nProse   with   columns\n");
    ASSERT_EQ(names_of(table, Kind::toolchain), (Names{"GNU C", "Rust"}));
    EXPECT_EQ(values_of(table[1], "version"), Names{"1.73.0"});
    const auto list = read("Documentation/Changes", "o  Gnu C                  3.2    # gcc\n");
    EXPECT_EQ(values_of(list.at(0), "version"), Names{"3.2"});
    const auto script =
        read("scripts/min-tool-version.sh",
             "case \"$1\" in\ngcc)\n\tif [ \"$ARCH\" = parisc64 ]; then\n\t\techo 12.0.0\n"
             "\telse\n\t\techo 5.1.0\n\tfi\n\t;;\nrustc)\n\techo 1.73.0\n\t;;\n*)\n");
    EXPECT_EQ(names_of(script, Kind::toolchain), (Names{"gcc", "rustc"}));
    EXPECT_EQ(values_of(script[0], "version"), (Names{"12.0.0 (parisc64)", "5.1.0"}));
    EXPECT_EQ(interfaces::identity(table[1]), interfaces::identity(script[1]));
}

TEST(Maintainers, Entries) {
    const auto items = read("MAINTAINERS", "Maintainers List\n\tM: explained\n\n"
                                           "3C59X NETWORK DRIVER\nM:\tA <a@b>\nS:\tOrphan\n"
                                           "F:\tdrivers/net/3c59x.c\n\nTHE REST\nS:\tBuried\n");
    EXPECT_EQ(names_of(items, Kind::maintainer), (Names{"3C59X NETWORK DRIVER", "THE REST"}));
    EXPECT_EQ(values_of(items[0], "status"), Names{"Orphan"});
    // As 2.6.34 has it.
    EXPECT_EQ(names_in("MAINTAINERS", "TLG2300 DRIVER\nM \tH <a@b>\nM\tK <c@d>\nS:\tSupported\n"),
              Names{"TLG2300 DRIVER"});
}

TEST(Maintainers, LinesOfOtherLettersAreLeftOut) {
    const auto items = read("MAINTAINERS", "X DRIVER\nM:\tA <a@b>\nW:\thttp://a.b\nK:\tx_\\w+\n"
                                           "S:\tMaintained\n");
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0].facts.size(), 2U);
}

TEST(Maintainers, AnEntryHasAtMostAThousandFacts) {
    for (const std::size_t files : {999U, 1000U, 1001U}) {
        std::string text = "X DRIVER\n";
        for (std::size_t i = 0; i < files; ++i)
            text += "F:\td/" + std::to_string(i) + '\n';
        const auto items = read("MAINTAINERS", text);
        ASSERT_EQ(items.size(), 1U);
        EXPECT_EQ(items[0].facts.size(), std::min(files, interfaces::most_facts));
    }
}

TEST(Kbuild, TargetsAndTheirObjects) {
    const auto items =
        read("drivers/x/Makefile", "obj-y += core.o\nobj-$(CONFIG_I915) += i915.o other.o sub/\n"
                                   "gt-y += \\\n\tgt/engine.o\ni915-y += main.o $(gt-y)\n"
                                   "i915-$(CONFIG_PERF) += perf.o\n");
    EXPECT_EQ(names_of(items, Kind::module), (Names{"i915", "other"}));
    EXPECT_EQ(items[0].parts, (Names{"main.o", "$(gt-y)", "perf.o", "gt/engine.o"}));
}

TEST(Parsers, AnyBytesInLinearTime) {
    constexpr std::size_t size = 1 << 20;
    const std::vector<std::string> paths = {"Documentation/kernel-parameters.txt",
                                            "a/b.c",
                                            "Documentation/sysctl/vm.txt",
                                            "Documentation/ABI/testing/x",
                                            "arch/arm/tools/syscall.tbl",
                                            "arch/arm/include/asm/unistd.h",
                                            "include/uapi/linux/x.h",
                                            "Documentation/devicetree/bindings/x.yaml",
                                            "Documentation/devicetree/bindings/x.txt",
                                            "Documentation/process/changes.rst",
                                            "scripts/min-tool-version.sh",
                                            "MAINTAINERS",
                                            "a/Makefile"};
    for (const std::string unit : {"What: x\nDate: y\n",
                                   "struct a {",
                                   "enum a { b,\n",
                                   "/*",
                                   "\"",
                                   "#define A \\\n",
                                   "module_param(",
                                   "module_param(a, int, 0);\nMODULE_PARM_DESC(a, \"",
                                   "\tname=\n\t\tx\n",
                                   "compatible:\n - a,b\n",
                                   "obj-$(CONFIG_A) += a.o\na-y += $(b-y)\n",
                                   "===\n",
                                   "#if\n",
                                   "{",
                                   "}",
                                   "\xff\n",
                                   "T\nS: x\n",
                                   "file_system_type a = {",
                                   "a)\necho 1\n",
                                   "#ifdef __KERNEL__\n",
                                   "name, \n====\n",
                                   "0 a b\n"}) {
        std::string text;
        while (text.size() < size)
            text += unit;
        for (const auto& path : paths) {
            const auto started = test::CpuClock::now();
            read(path, text);
            EXPECT_LT(test::CpuClock::now() - started, std::chrono::seconds(10))
                << path << ": " << unit;
        }
    }
}

} // namespace
} // namespace mw::test
