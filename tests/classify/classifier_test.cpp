#include "classify/classifier.h"
#include "classify/maintainers/maintainers.h"
#include "classify/rules.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace mw::classify {
namespace {

constexpr auto none = Subgroup::none;

std::shared_ptr<const Rules> shipped() {
    static const auto rules = Rules::load(std::filesystem::path(MW_DATA_DIR) / "sections.toml");
    return rules;
}

Verdict classify(std::string_view title, const std::vector<std::string_view>& paths,
                 std::string_view pull = {}, const std::string& maintainers = {}) {
    Subject subject;
    subject.title = title;
    subject.paths = paths;
    subject.statuses.assign(paths.size(), 'M');
    subject.pull_title = pull;
    return Classifier(shipped(), Maintainers::parse(maintainers)).classify(subject);
}

struct OnePath {
    const char* path;
    SectionKey place;
};

/// Directories from 2.6.31 to 6.14, each by itself, without a title.
TEST(Classifier, KnowsTheTreesOfAllYears) {
    const OnePath cases[] = {
        {"drivers/net/ethernet/intel/ice/ice_main.c", {Section::hardware, Subgroup::network}},
        {"drivers/net/tg3.c", {Section::hardware, Subgroup::network}},
        {"drivers/net/phy/marvell.c", {Section::hardware, Subgroup::network}},
        {"drivers/net/wireguard/device.c", {Section::networking, none}},
        {"drivers/infiniband/hw/mlx5/main.c", {Section::hardware, Subgroup::network}},
        {"drivers/infiniband/core/cma.c", {Section::networking, none}},
        {"drivers/accel/ivpu/ivpu_drv.c", {Section::hardware, Subgroup::misc}},
        {"drivers/gpu/drm/xe/xe_device.c", {Section::hardware, Subgroup::graphics}},
        {"drivers/iommu/iommufd/device.c", {Section::virtualization, none}},
        {"drivers/iommu/intel/iommu.c", {Section::hardware, Subgroup::misc}},
        {"drivers/ufs/core/ufshcd.c", {Section::hardware, Subgroup::mtd_storage}},
        {"drivers/nvme/host/pci.c", {Section::hardware, Subgroup::mtd_storage}},
        {"drivers/nvme/host/core.c", {Section::filesystems, none}},
        {"drivers/ide/piix.c", {Section::hardware, Subgroup::mtd_storage}},
        {"drivers/soundwire/bus.c", {Section::hardware, Subgroup::sound}},
        {"drivers/interconnect/qcom/sm8550.c", {Section::hardware, Subgroup::misc}},
        {"drivers/hwtracing/coresight/coresight-core.c", {Section::hardware, Subgroup::misc}},
        {"drivers/phy/qualcomm/phy-qcom-qmp.c", {Section::hardware, Subgroup::phy}},
        {"drivers/clk/qcom/gcc-sm4450.c", {Section::hardware, Subgroup::clock}},
        {"drivers/pinctrl/core.c", {Section::hardware, Subgroup::pinctrl_gpio}},
        {"drivers/media/usb/uvc/uvc_driver.c", {Section::hardware, Subgroup::media}},
        {"drivers/iio/adc/ad7192.c", {Section::hardware, Subgroup::iio}},
        {"drivers/staging/iio/adc/max1363.c", {Section::hardware, Subgroup::iio}},
        {"Documentation/devicetree/bindings/iio/adc/x.yaml", {Section::hardware, Subgroup::iio}},
        {"arch/arm64/boot/dts/qcom/sm8550.dtsi", {Section::hardware, Subgroup::board}},
        {"arch/arm/mach-omap2/board-n8x0.c", {Section::hardware, Subgroup::board}},
        {"arch/arm/plat-s3c/init.c", {Section::hardware, Subgroup::board}},
        {"arch/arm/kernel/setup.c", {Section::architecture, none}},
        {"arch/riscv/mm/init.c", {Section::architecture, none}},
        {"arch/loongarch/kernel/smp.c", {Section::architecture, none}},
        {"arch/ppc/kernel/head.S", {Section::architecture, none}},
        {"arch/x86/kvm/mmu/mmu.c", {Section::virtualization, none}},
        {"arch/mips/kvm/mips.c", {Section::virtualization, none}},
        {"arch/x86/net/bpf_jit_comp.c", {Section::architecture, none}},
        {"kernel/bpf/verifier.c", {Section::core, none}},
        {"kernel/trace/trace.c", {Section::core, none}},
        {"kernel/dma/direct.c", {Section::core, none}},
        {"kernel/livepatch/core.c", {Section::core, none}},
        {"io_uring/rw.c", {Section::core, none}},
        {"mm/damon/core.c", {Section::core, none}},
        {"mm/kasan/report.c", {Section::core, none}},
        {"rust/kernel/sync/arc.rs", {Section::core, none}},
        {"rust/kernel/lib.rs", {Section::internal, none}},
        {"fs/bcachefs/btree.c", {Section::filesystems, none}},
        {"fs/smb/client/connect.c", {Section::filesystems, none}},
        {"fs/netfs/main.c", {Section::filesystems, none}},
        {"net/sunrpc/xprt.c", {Section::networking, none}},
        {"security/landlock/fs.c", {Section::security, none}},
        {"security/ipe/ipe.c", {Section::security, none}},
        {"crypto/aead.c", {Section::security, none}},
        {"kernel/user_namespace.c", {Section::virtualization, none}},
        {"lib/maple_tree.c", {Section::internal, none}},
        {"tools/perf/builtin-stat.c", {Section::internal, none}},
        {"tools/power/cpupower/lib/cpufreq.c", {Section::internal, none}},
        {"tools/testing/selftests/mm/gup_test.c", {Section::internal, none}},
        {"scripts/checkpatch.pl", {Section::internal, none}},
        {"Documentation/admin-guide/mm/index.rst", {Section::misc, none}},
        {"MAINTAINERS", {Section::misc, none}},
        {"samples/bpf/test.c", {Section::misc, none}},
    };
    for (const auto& [path, place] : cases) {
        const auto verdict = classify("", {path});
        EXPECT_EQ(verdict.place, place) << path << ": " << verdict.reason.english();
        EXPECT_FALSE(verdict.by_default) << path;
    }
}

TEST(Classifier, DocumentationBesideCodeSaysLittle) {
    const auto verdict = classify(
        "", {"Documentation/a.rst", "Documentation/b.rst", "Documentation/c.rst", "mm/a.c"});
    EXPECT_EQ(verdict.place.section, Section::core) << verdict.reason.english();
}

TEST(Classifier, DocumentationAloneIsMiscEvenOfADriver) {
    EXPECT_EQ(classify("drm: fix typos", {"Documentation/DocBook/drm.tmpl"}).place.section,
              Section::misc);
}

TEST(Classifier, MixedChangesetGoesWhereMostOfItsFilesAre) {
    EXPECT_EQ(
        classify("x", {"net/core/dev.c", "net/ipv4/tcp.c", "drivers/net/tg3.c"}).place.section,
        Section::networking);
    EXPECT_EQ(classify("x", {"net/core/dev.c", "drivers/net/a.c", "drivers/net/b.c"}).place,
              (SectionKey{Section::hardware, Subgroup::network}));
}

TEST(Classifier, TitleDecidesBetweenEquals) {
    const std::vector<std::string_view> files = {"kernel/sched.c", "arch/x86/kernel/process.c"};
    EXPECT_EQ(classify("sched: Fix it", files).place.section, Section::core);
    EXPECT_EQ(classify("x86: Fix it", files).place.section, Section::architecture);
}

TEST(Classifier, TitleDecidesWhereTheOnlyFilesSayLittle) {
    // A header that nobody claims, one that everybody uses, the configuration of all architectures.
    EXPECT_EQ(classify("genirq/msi: Provide a map", {"include/linux/msi_api.h"}).place,
              (SectionKey{Section::core, none}));
    EXPECT_EQ(classify("genirq/msi: Provide data", {"include/linux/msi.h"}).place,
              (SectionKey{Section::core, none}));
    EXPECT_EQ(classify("PCI/MSI: Provide data", {"include/linux/msi.h"}).place,
              (SectionKey{Section::hardware, Subgroup::pci}));
    EXPECT_EQ(classify("Input: mark stubs inline", {"include/linux/i8042.h"}).place,
              (SectionKey{Section::hardware, Subgroup::input}));
}

TEST(Classifier, ASystemCallIsNotAboutTheTablesOfAllArchitectures) {
    EXPECT_EQ(
        classify("fs: introduce two system calls",
                 {"fs/ioctl.c", "arch/alpha/kernel/syscalls/syscall.tbl",
                  "arch/arm/tools/syscall.tbl", "arch/m68k/kernel/syscalls/syscall.tbl",
                  "arch/mips/kernel/syscalls/syscall_n32.tbl",
                  "arch/s390/kernel/syscalls/syscall.tbl", "arch/sh/kernel/syscalls/syscall.tbl",
                  "arch/x86/entry/syscalls/syscall_64.tbl", "include/linux/syscalls.h"})
            .place,
        (SectionKey{Section::filesystems, none}));
    EXPECT_EQ(classify("sparc: wire up two system calls", {"arch/sparc/kernel/syscalls/syscall.tbl",
                                                           "arch/sparc/include/uapi/asm/unistd.h"})
                  .place,
              (SectionKey{Section::architecture, none}));
}

struct OneFile {
    const char* title;
    const char* path;
    SectionKey place;
};

void expect_places(std::initializer_list<OneFile> cases) {
    for (const auto& [title, path, place] : cases) {
        const auto verdict = classify(title, {path});
        EXPECT_EQ(verdict.place, place) << title << ": " << verdict.reason.english();
    }
}

TEST(Classifier, OneDriverInAStorageCoresFolderIsHardware) {
    const SectionKey storage{Section::hardware, Subgroup::mtd_storage};
    const SectionKey core{Section::filesystems, none};
    expect_places({
        {"scsi: scsi_debug: Inject errors", "drivers/scsi/scsi_debug.c", storage},
        {"scsi: rdac: Retry on a busy path", "drivers/scsi/device_handler/scsi_dh_rdac.c", storage},
        {"nvme-pci: Add a quirk", "drivers/nvme/host/pci.c", storage},
        {"block: n64cart: Use bvec helpers", "drivers/block/n64cart.c", storage},
        {"scsi: target: cxgbit: Free skbs", "drivers/target/iscsi/cxgbit/cxgbit_cm.c", storage},
        {"scsi: alua: Add a delay", "drivers/scsi/device_handler/scsi_dh_alua.c", core},
        {"scsi: core: Count retries", "drivers/scsi/scsi_error.c", core},
        {"nvme-tcp: Enable TLS", "drivers/nvme/host/tcp.c", core},
        {"scsi: target: Report sense", "drivers/target/target_core_spc.c", core},
    });
}

TEST(Classifier, OneArchitecturesCodeIsThatWhereverItsFilesAre) {
    const SectionKey architecture{Section::architecture, none};
    expect_places({
        {"x86/efi: Map less", "drivers/firmware/efi/libstub/x86-stub.c", architecture},
        {"x86/static-call: Fix the 32-bit build", "include/linux/static_call.h", architecture},
        {"m68k/scsi: a3000 - Use a constant",
         "drivers/scsi/a3000.c",
         {Section::hardware, Subgroup::mtd_storage}},
        {"s390/cio: Cache an attribute", "drivers/s390/cio/chp.c", architecture},
        {"sh: intc: Fix a leak", "drivers/sh/intc/core.c", architecture},
        {"ACPI/IORT: Read a flag", "drivers/acpi/arm64/iort.c", architecture},
    });
}

TEST(Classifier, BuildScriptsAreOfWhatTheTitleNames) {
    const auto place = [](std::string_view title) {
        return classify(title, {"init/Makefile", "scripts/Makefile.vmlinux"}).place.section;
    };
    EXPECT_EQ(place("x86/retpoline: Look for thunks left"), Section::architecture);
    EXPECT_EQ(place("arm64: Let the linker relax"), Section::architecture);
    EXPECT_EQ(place("kbuild: Say less"), Section::internal);
    EXPECT_EQ(place("Say less while building"), Section::internal);
    EXPECT_EQ(classify("lockdep: Raise a limit", {"lib/Kconfig.debug"}).place.section,
              Section::core);
}

TEST(Classifier, VirtualizationInsideAnArchitecture) {
    const SectionKey virtualization{Section::virtualization, none};
    expect_places({
        {"x86/pvh: Use C earlier", "arch/x86/platform/pvh/head.S", virtualization},
        {"x86/xen: Reserve less", "arch/x86/include/asm/xen/hypercall.h", virtualization},
        {"LoongArch: Add paravirt steal time", "arch/loongarch/kernel/paravirt.c", virtualization},
        {"s390/uv: Retry an export", "arch/s390/kernel/uv.c", virtualization},
        {"s390/vfio-ap: Share no queue", "drivers/s390/crypto/vfio_ap_ops.c", virtualization},
        {"KVM: PPC: Save a register", "arch/powerpc/kernel/process.c", virtualization},
        // The protected guests of one architecture are that architecture's.
        {"x86/tdx: Mark the TSC reliable",
         "arch/x86/coco/tdx/tdx.c",
         {Section::architecture, none}},
        {"x86/sev: Make a page static", "arch/x86/kernel/sev.c", {Section::architecture, none}},
    });
}

/// Each header alone, under a title that no rule knows.
TEST(Classifier, HeadersGoWhereTheirContentsBelong) {
    expect_places({
        {"Fix a typo", "include/net/net_namespace.h", {Section::networking, none}},
        {"Fix a typo", "include/net/dsa.h", {Section::networking, none}},
        {"Fix a typo", "include/linux/pruss_driver.h", {Section::hardware, Subgroup::board}},
        {"Fix a typo", "include/linux/scmi_protocol.h", {Section::hardware, Subgroup::misc}},
        {"Fix a typo", "include/linux/typecheck.h", {Section::internal, none}},
        {"Fix a typo", "include/linux/reciprocal_div.h", {Section::internal, none}},
        {"Fix a typo", "include/linux/kfifo.h", {Section::internal, none}},
        {"Fix a typo", "include/linux/uio.h", {Section::internal, none}},
        {"Fix a typo", "include/linux/poll.h", {Section::filesystems, none}},
        {"Fix a typo", "include/linux/shrinker.h", {Section::core, none}},
        {"Fix a typo", "include/linux/cc_platform.h", {Section::architecture, none}},
        {"Fix a typo", "include/linux/i8042.h", {Section::hardware, Subgroup::input}},
        {"Fix a typo", "include/uapi/linux/prctl.h", {Section::core, none}},
        {"Fix a typo", "include/uapi/linux/fsi.h", {Section::hardware, Subgroup::misc}},
        {"Fix a typo", "include/uapi/linux/sev-guest.h", {Section::virtualization, none}},
        {"Fix a typo", "include/trace/events/v4l2.h", {Section::hardware, Subgroup::media}},
        {"Fix a typo", "include/trace/events/scsi.h", {Section::filesystems, none}},
        {"Fix a typo", "include/trace/events/sched.h", {Section::core, none}},
    });
}

TEST(Classifier, TestsAreInternalWhateverTheyTest) {
    const SectionKey internal{Section::internal, none};
    expect_places({
        {"selftests/landlock: Fix a message", "tools/testing/selftests/landlock/fs_test.c",
         internal},
        {"selftests/bpf: Use more loops", "tools/testing/selftests/bpf/progs/loop1.c", internal},
        {"selftests: mptcp: close a socket", "tools/testing/selftests/net/mptcp/diag.sh", internal},
        {"kselftest/arm64: Print a reason", "tools/testing/selftests/arm64/fp/fp-stress.c",
         internal},
        {"selftests/iommu: Unmap", "tools/testing/selftests/iommu/iommufd.c", internal},
    });
}

TEST(Classifier, ConfigurationsOfAMachineAndOfAnArchitecture) {
    const SectionKey board{Section::hardware, Subgroup::board};
    const SectionKey architecture{Section::architecture, none};
    expect_places({
        {"ARM: exynos_defconfig: add a driver", "arch/arm/configs/exynos_defconfig", board},
        {"MIPS: MTX-1: Update defconfig", "arch/mips/configs/mtx1_defconfig", board},
        {"ARM: multi_v7_defconfig: add a driver", "arch/arm/configs/multi_v7_defconfig",
         architecture},
        {"arm64: defconfig: Enable a clock", "arch/arm64/configs/defconfig", architecture},
        {"x86/defconfig: Enable checks", "arch/x86/configs/x86_64_defconfig", architecture},
        {"powerpc/configs: More debugging", "arch/powerpc/configs/debug.config", architecture},
        {"hardening: More options", "kernel/configs/hardening.config", {Section::security, none}},
    });
}

TEST(Classifier, SmallBusesAndDeviceClassesStayOutOfANeighboursSubgroup) {
    const SectionKey misc{Section::hardware, Subgroup::misc};
    expect_places({
        {"cxl/region: Undo less", "drivers/cxl/core/region.c", misc},
        {"ntb: Use 64 bits", "drivers/ntb/ntb_transport.c", misc},
        {"cdx: Lock a field", "drivers/cdx/cdx.c", misc},
        {"counter: stm32: Check a clock", "drivers/counter/stm32-timer-cnt.c", misc},
        {"pps: Count references", "drivers/pps/pps.c", misc},
        {"extcon: Remove a notifier", "drivers/extcon/extcon.c", misc},
        {"slimbus: Match a version", "drivers/slimbus/qcom-ngd-ctrl.c", misc},
        {"spmi: Use devm", "drivers/spmi/spmi.c", misc},
        {"bus: mhi: host: Lock", "drivers/bus/mhi/host/main.c", misc},
        {"speakup: Free a synth", "drivers/accessibility/speakup/synth.c", misc},
        {"i3c: master: Retry", "drivers/i3c/master.c", {Section::hardware, Subgroup::spi_i2c}},
        {"soundwire: stream: Check",
         "drivers/soundwire/stream.c",
         {Section::hardware, Subgroup::sound}},
    });
}

TEST(Classifier, ATmpfsChangeIsOneOfAFileSystem) {
    EXPECT_EQ(classify("tmpfs: support user extended attributes", {"mm/shmem.c"}).place,
              (SectionKey{Section::filesystems, none}));
    EXPECT_EQ(classify("mm: shmem: count pages", {"mm/shmem.c"}).place,
              (SectionKey{Section::core, none}));
}

TEST(Classifier, PullDecidesWhereNothingElseDoes) {
    const std::vector<std::string_view> files = {"net/core/dev.c", "fs/inode.c"};
    const auto verdict = classify(
        "something", files,
        "Merge branch 'for_linus' of git://git.kernel.org/pub/scm/linux/kernel/git/tytso/ext4");
    EXPECT_EQ(verdict.place.section, Section::filesystems) << verdict.reason.english();
}

TEST(Classifier, MechanicalChangeOverTheTreeIsInternal) {
    const std::vector<std::string_view> files = {
        "drivers/net/a.c", "drivers/net/b.c", "drivers/usb/c.c",   "drivers/usb/d.c",
        "sound/pci/e.c",   "drivers/gpu/f.c", "drivers/input/g.c", "drivers/i2c/h.c",
        "drivers/mtd/i.c", "fs/ext4/j.c",     "arch/x86/k.c",      "arch/arm/kernel/l.c"};
    const auto verdict = classify("Convert all users to the new function", files);
    EXPECT_EQ(verdict.place.section, Section::internal);
    EXPECT_NE(verdict.reason.english().find("12 files in"), std::string::npos)
        << verdict.reason.english();
}

TEST(Classifier, TheSameOverOneKindOfDriverIsThatKind) {
    const std::vector<std::string_view> files = {
        "drivers/net/a.c", "drivers/net/b.c", "drivers/net/c.c", "drivers/net/d.c",
        "drivers/net/e.c", "drivers/net/f.c", "drivers/net/g.c", "drivers/net/h.c"};
    EXPECT_EQ(classify("Convert all users to the new function", files).place,
              (SectionKey{Section::hardware, Subgroup::network}));
}

TEST(Classifier, MaintainersKnowsAHeaderByTheEntrysOtherFiles) {
    const std::string text =
        "ICE DRIVER\nF:\tdrivers/net/ethernet/intel/\nF:\tinclude/linux/ice*\n";
    const auto verdict = classify("x", {"include/linux/ice_abc.h"}, {}, text);
    EXPECT_EQ(verdict.place, (SectionKey{Section::hardware, Subgroup::network}));
    EXPECT_EQ(verdict.subsystem, "ICE DRIVER");
    EXPECT_NE(verdict.reason.english().find("'ICE DRIVER'"), std::string::npos)
        << verdict.reason.english();
}

TEST(Classifier, NothingKnownIsMiscByDefaultAndSaysSo) {
    const auto verdict = classify("Something else", {"nowhere/at/all.c"});
    EXPECT_EQ(verdict.place, SectionKey{});
    EXPECT_TRUE(verdict.by_default);
    EXPECT_EQ(verdict.reason.english(), "no rule, MAINTAINERS entry or pull speaks for a section");
}

TEST(Classifier, EmptyChangesetHasAReason) {
    EXPECT_FALSE(classify("", {}).reason.empty());
}

TEST(Classifier, ReasonCountsFilesAndNamesTheRule) {
    const auto verdict = classify("x", {"drivers/net/a.c", "drivers/net/b.c", "net/core/dev.c"});
    EXPECT_EQ(verdict.reason.english(), "2 of 3 files under drivers/net/; rule hardware.network");
}

TEST(Classifier, CopyAnswersAsTheOriginal) {
    Classifier first(shipped(), nullptr);
    Subject subject;
    subject.title = "net: Fix it";
    subject.paths = {"net/core/dev.c"};
    subject.statuses = {'M'};
    const auto verdict = first.classify(subject);
    Classifier second(first);
    EXPECT_EQ(second.classify(subject).place, verdict.place);
    EXPECT_EQ(second.classify(subject).reason, verdict.reason);
}

TEST(ClassifyMerge, BelongsWhereMostOfWhatItBroughtBelongs) {
    const SectionKey network{Section::hardware, Subgroup::network};
    const SectionKey net{Section::networking, none};
    const auto verdict = classify_merge("Merge net-next", {network, net, net});
    EXPECT_EQ(verdict.place, net);
    EXPECT_EQ(verdict.reason.english(), "2 of the 3 changesets it brought are networking");
    EXPECT_EQ(classify_merge("x", {network, network, net}).place, network);
}

TEST(ClassifyMerge, ThatBroughtNothingIsJudgedByItsTitle) {
    const auto verdict = classify_merge(
        *shipped(), "Merge tag 'kvm-6.7-1' of git://git.kernel.org/virt/kvm/kvm", {});
    EXPECT_EQ(verdict.place.section, Section::virtualization);
    EXPECT_FALSE(verdict.by_default);
    EXPECT_TRUE(classify_merge(*shipped(), "Merge branch 'topic'", {}).by_default);
}

} // namespace
} // namespace mw::classify
