#!/usr/bin/env python3
"""Makes a history of the size that the Linux kernel has today, to measure with where no clone of it
is at hand:

    tests/bench/large_history.py FOLDER [--commits 1300000] [--files 85000] [--range 21000]
                                 [--largest-pull 2800] [--seed 1]

FOLDER becomes a bare repository of git; it must not be there yet. What it holds is invented, from
the names of its people to the lines of its files, but has the shape of the kernel's history:

- a tree of --files files or up to a fifth more (with the default 103,178) in folders up to five
  deep, named as the kernel's are, a few with hundreds of files and most with a dozen; C, Makefile,
  Kconfig, device trees and documentation, MAINTAINERS with patterns over these folders, and
  .mailmap;
- some --commits commits (with the default 1,339,113), one in ten a merge: releases up to v6.7 with
  their -rc tags, each made of pulls of topic branches that begin at an older tag or go on where
  they ended, with branches of other maintainers and merges of the mainline in them, and of a few
  changesets on the mainline;
- a last release, v6.6..v6.7, of exactly --range changesets that are no merges, of which one pull,
  of a file system that is new, brings --largest-pull; the one before it has ten for each 21 of
  these, and the others a third more than that on average. The history begins as many releases
  earlier as that takes, with the default at v2.6.15.

Messages have a subject, paragraphs and trailers; "Fixes:" names changesets that are there. Before
the last two releases only small files change and paragraphs come from a stock, which makes the
history smaller without making it shorter.

The same options make the same commits. They go to `git fast-import` as they are made: the default
takes 18 minutes of processor time, nearly all of it git's, 1.5 GB of memory and 3 GB of
disk. A small one, --commits 5000 --files 800 --range 600 --largest-pull 80, takes five seconds.
At the end it prints what can be measured. It needs nothing but Python's standard library and git.
"""

import argparse
import array
import bisect
import gc
import itertools
import math
import os
import random
import subprocess
import sys
import time

# What is pulled: name, share of the files, share of the changesets, its tree on the server, and
# its folders. Both shares are relative. The first is changed on the mainline alone; the last is new
# in the last release.
AREAS = """
core 8 0 torvalds/linux init usr certs scripts samples LICENSES include/linux
net 38 150 netdev/net-next net/core net/ipv4 net/ipv6 net/sched net/netfilter include/net net/bridge
    net/mptcp net/tls drivers/net/ethernet drivers/net/phy drivers/net/dsa
wireless 22 60 wireless/wireless-next net/wireless net/mac80211 drivers/net/wireless
bpf 10 40 bpf/bpf-next kernel/bpf tools/lib/bpf tools/testing/selftests/bpf
bluetooth 2 8 bluetooth/bluetooth-next net/bluetooth drivers/bluetooth
drm 90 160 drm/drm drivers/gpu/drm/amd drivers/gpu/drm/i915 drivers/gpu/drm/nouveau
    drivers/gpu/drm/msm drivers/gpu/drm/panel drivers/gpu/drm include/drm drivers/gpu/host1x
sound 32 55 tiwai/sound sound/core sound/soc sound/pci sound/usb include/sound
media 30 45 mchehab/linux-media drivers/media include/media drivers/staging/media
staging 20 30 gregkh/staging drivers/staging
usb 14 35 gregkh/usb drivers/usb include/linux/usb
tty 4 18 gregkh/tty drivers/tty
char-misc 12 40 gregkh/char-misc drivers/char drivers/misc drivers/android drivers/hwtracing
    drivers/interconnect
driver-core 3 10 gregkh/driver-core drivers/base fs/sysfs fs/kernfs
iio 12 26 jic23/iio drivers/iio
scsi 16 32 mkp/scsi drivers/scsi drivers/target drivers/ufs
block 7 38 axboe/linux block drivers/block drivers/nvme include/linux/blk
io_uring 1 10 axboe/linux io_uring
md 3 14 device-mapper/linux-dm drivers/md
rdma 11 18 rdma/rdma drivers/infiniband include/rdma
mtd 6 14 mtd/linux drivers/mtd fs/jffs2 fs/ubifs
mmc 4 14 ulfh/mmc drivers/mmc drivers/memstick
soc 26 70 soc/soc arch/arm/mach-imx arch/arm/mach-omap2 drivers/soc include/soc arch/arm/configs
soc-dt 60 90 soc/soc arch/arm/boot/dts arch/arm64/boot/dts include/dt-bindings
devicetree 42 30 robh/linux Documentation/devicetree/bindings drivers/of
arm64 8 24 arm64/linux arch/arm64/kernel arch/arm64/mm arch/arm64/include
arm 16 6 arm/linux arch/arm/kernel arch/arm/mm arch/arm/include
x86 16 60 tip/tip arch/x86/kernel arch/x86/mm arch/x86/include arch/x86/boot arch/x86/entry
sched 2 14 tip/tip kernel/sched include/linux/sched
locking 1 8 tip/tip kernel/locking
perf 20 38 perf/perf-tools tools/perf kernel/events arch/x86/events
irq 4 16 tip/tip kernel/irq drivers/irqchip
timers 3 12 tip/tip kernel/time drivers/clocksource
rcu 1 12 paulmck/linux-rcu kernel/rcu tools/testing/selftests/rcutorture
kvm 6 40 virt/kvm/kvm virt/kvm arch/x86/kvm arch/arm64/kvm tools/testing/selftests/kvm
powerpc 16 26 powerpc/linux arch/powerpc
s390 10 26 s390/linux arch/s390 drivers/s390
riscv 5 24 riscv/linux arch/riscv
mips 14 10 mips/linux arch/mips
parisc 4 5 deller/parisc-linux arch/parisc
loongarch 3 10 chenhuacai/linux-loongson arch/loongarch
m68k 5 4 geert/linux-m68k arch/m68k
sh 5 2 glaubitz/sh-linux arch/sh
sparc 5 2 davem/sparc arch/sparc
alpha 2 1 mattst88/alpha arch/alpha
xtensa 2 3 jcmvbkbc/linux-xtensa arch/xtensa
um 2 3 uml/linux arch/um
arc 2 2 vgupta/arc arch/arc
openrisc 1 1 openrisc/linux arch/openrisc
mm 4 56 akpm/mm mm include/linux/mm tools/testing/selftests/mm
nonmm 4 22 akpm/mm lib ipc kernel/debug
vfs 4 24 vfs/vfs fs/iomap fs/proc fs/exportfs include/linux/fs
btrfs 3 22 kdave/linux fs/btrfs
xfs 4 20 xfs/xfs-linux fs/xfs
ext4 2 10 tytso/ext4 fs/ext4 fs/jbd2
f2fs 1 9 jaegeuk/f2fs fs/f2fs
nfs 3 10 trondmy/linux-nfs fs/nfs net/sunrpc
nfsd 2 11 cel/linux fs/nfsd fs/lockd
smb3 3 14 smfrench/smb3-kernel fs/smb/client fs/smb/server fs/smb/common
ceph 2 5 ceph/ceph-client fs/ceph net/ceph
fuse 1 4 mszeredi/fuse fs/fuse
overlayfs 1 4 overlayfs/vfs fs/overlayfs
gfs2 2 5 gfs2/linux-gfs2 fs/gfs2 fs/dlm
erofs 1 4 xiang/erofs fs/erofs
ocfs2 2 2 ocfs2/linux fs/ocfs2
ntfs3 1 3 ntfs3/ntfs fs/ntfs3
afs 1 2 dhowells/afs fs/afs
crypto 9 22 herbert/crypto-2.6 crypto drivers/crypto include/crypto
random 1 2 crng/random lib/crypto
security 3 6 pcmoore/lsm security/lsm security/keys
selinux 1 5 pcmoore/selinux security/selinux
apparmor 1 3 jj/linux-apparmor security/apparmor
integrity 1 3 zohar/linux-integrity security/integrity
audit 1 1 pcmoore/audit kernel/audit
tracing 3 20 trace/linux-trace kernel/trace tools/tracing
cgroup 1 5 tj/cgroup kernel/cgroup
wq 1 4 tj/wq kernel/workqueue
pm 5 30 rafael/linux-pm kernel/power drivers/cpufreq drivers/cpuidle drivers/opp drivers/devfreq
acpi 5 14 rafael/linux-pm drivers/acpi include/acpi
thermal 2 8 rafael/linux-pm drivers/thermal
pci 4 20 pci/pci drivers/pci
iommu 3 16 joro/iommu drivers/iommu
dmaengine 3 10 vkoul/dmaengine drivers/dma
phy 4 12 phy/linux-phy drivers/phy
clk 9 20 clk/linux drivers/clk
pinctrl 6 16 linusw/linux-pinctrl drivers/pinctrl
gpio 4 14 brgl/linux drivers/gpio
regulator 4 12 broonie/regulator drivers/regulator
regmap 1 2 broonie/regmap drivers/base/regmap
spi 3 14 broonie/spi drivers/spi
i2c 4 16 wsa/linux drivers/i2c drivers/i3c
input 6 12 dtor/input drivers/input
hid 4 14 hid/hid drivers/hid
hwmon 5 16 groeck/linux-staging drivers/hwmon Documentation/hwmon
leds 3 6 lee/leds drivers/leds
mfd 5 12 lee/mfd drivers/mfd include/linux/mfd
backlight 1 3 lee/backlight drivers/video/backlight
fbdev 5 10 deller/linux-fbdev drivers/video/fbdev
power-supply 3 8 sre/linux-power-supply drivers/power
pwm 2 7 thierry.reding/linux-pwm drivers/pwm
rtc 3 6 abelloni/linux drivers/rtc
watchdog 3 5 watchdog/linux-watchdog drivers/watchdog
remoteproc 2 5 remoteproc/linux drivers/remoteproc drivers/rpmsg drivers/hwspinlock
mailbox 1 3 jassibrar/mailbox drivers/mailbox
edac 2 4 ras/ras drivers/edac drivers/ras
efi 2 6 efi/efi drivers/firmware
platform-x86 4 20 pdx86/platform-drivers-x86 drivers/platform/x86 drivers/platform/surface
chrome-platform 1 4 chrome-platform/linux drivers/platform/chrome
libata 3 5 dlemoal/libata drivers/ata
virtio 2 7 mst/vhost drivers/virtio drivers/vhost
vfio 2 6 awilliam/linux-vfio drivers/vfio
xen 2 4 xen/tip drivers/xen arch/x86/xen
hyperv 2 4 hyperv/linux drivers/hv
cxl 2 6 cxl/cxl drivers/cxl
libnvdimm 2 2 nvdimm/nvdimm drivers/nvdimm drivers/dax
w1 1 2 krzk/linux-w1 drivers/w1
fpga 1 3 fpga/linux-fpga drivers/fpga
soundwire 1 3 vkoul/soundwire drivers/soundwire
nios2 1 1 dinguyen/linux arch/nios2
modules 1 4 mcgrof/linux kernel/module
livepatching 1 1 livepatching/livepatching kernel/livepatch
printk 1 4 printk/linux kernel/printk
rust 2 5 rust/linux rust
kbuild 3 8 masahiroy/linux-kbuild scripts/kconfig scripts/mod scripts/dtc
docs 40 24 docs/linux Documentation/admin-guide Documentation/translations Documentation/filesystems
    Documentation/driver-api Documentation/networking Documentation/userspace-api
kselftest 16 18 shuah/linux-kselftest tools/testing/selftests
kunit 1 4 shuah/linux-kselftest lib/kunit tools/testing/kunit
tools 6 8 tools/linux tools/include tools/power tools/virtio tools/objtool
uapi 8 6 arnd/asm-generic include/uapi include/asm-generic
bcachefs 0 0 bcachefs/bcachefs fs/bcachefs
"""

FOLDER_NAMES = """intel amd broadcom marvell mellanox realtek qcom mediatek rockchip samsung ti
freescale st renesas microchip xilinx nvidia cavium chelsio huawei ibm hisilicon allwinner amlogic
aspeed nuvoton tegra exynos imx sunxi bcm ath10k iwlwifi mt76 rtw89 brcm cirrus codecs core include
lib tests common hw fw legacy platform pci usb debug trace events ras dma display engine gem gt
power sensors adc dac light pressure proximity accel gyro magnetometer i2c tuners dvb rc common2
boards configs kernel mm boot vdso math net crypto sysfs virtual class gadget host serial phy
storage misc atm hsi ntb qat ccp caam octeon sparx5 lan966x stmicro synopsys cadence actions sprd
socionext apple google meson mvebu uniphier zynq keystone davinci omap pxa spear""".split()

FILE_NAMES = """main core init probe irq dma pm ring queue desc port phy mac regs hw fw ethtool
ioctl debugfs sysfs trace stats clock reset power sched alloc cache page inode super dir file xattr
acl namei journal log btree extent bitmap super_io tx rx mbox cmd event session auth key crypto
table list tree lock rwlock wait timer work task signal mmu tlb fault entry exit setup smp cpu
topology numa pci usb i2c spi gpio pinctrl regulator led sensor adc codec mixer pcm hdmi dp panel
plane crtc encoder connector bridge gem vm fence ctx engine guc huc dsi csi isp vdec venc dvb tuner
demod rc input touch keypad mouse hub xhci gadget otg typec charger battery fuel thermal fan hwmon
rtc wdt pwm counter iommu vfio virtio vhost blk nvme raid crypt verity snap thin ubi nand nor
spinand mmc sdhci host card""".split()

WORDS = """the to of and a in is for it that this be with on not by are when from as if an we so
will can use used only has which but or at have was also set all there no because does instead same
after then call called before function device driver memory code patch kernel case value register
error return buffer pointer page make should add remove fix new change support since data mode type
check struct lock interrupt clock read write bit address flag list user file node without some each
more than them into them being otherwise already where need needed now first one two size number
field page state time default current possible correct wrong leak race deadlock overflow underflow
bounds access invalid null free freed allocation allocate release reference count counter queue
packet frame link port bus controller host power suspend resume runtime probe bind firmware hardware
register bank platform board tree property binding compatible string index range region mapping
cache flush barrier atomic context thread task scheduler processor core idle load balance group
timer tick event source trace debug test build warning compiler config option symbol header include
module export interface callback handler operation request response message transfer channel stream
format pixel plane mode display panel audio codec mixer control volume block sector extent inode
directory entry mount superblock transaction journal recovery snapshot checksum key certificate
policy label rule filter chain table route socket connection session protocol offload checksum
segment descriptor ring doorbell completion poll timeout retry reset recover hang stall latency
throughput regression bisect report syzbot kasan lockdep cleanup simplify convert replace rename
move split merge drop ignore allow avoid prevent ensure handle report print dump parse validate
initialize register unregister enable disable start stop""".split()

VERBS = """Fix Add Remove Use Avoid Convert Simplify Drop Make Move Rename Handle Support Check
Return Switch Refactor Clean Correct Prevent Allow Introduce Replace Improve Update Do Enable
Disable Rework Split Mark Annotate Document Export Initialize Reset Skip""".split()

FIRST_NAMES = """Ada Alan Aiko Amir Ana Anders Andrei Anil Anna Arjun Bartek Ben Bo Carla Chen Chloe
Clara Daan Dan Daria David Deepa Dieter Dmitri Ella Emil Erik Esra Eva Fang Fatima Felix Finn Gita
Greta Guo Hana Hans Haruto Heidi Hugo Ines Ivan Jakub Jan Jia Jin Johan Jonas Jose Julia Kai Karin
Kenji Kim Lars Laura Lei Leon Lin Luca Lucia Luo Maja Marc Maria Mei Mika Milan Min Nadia Neha Nils
Nora Olga Omar Oscar Pavel Pedro Petra Priya Qiang Rafa Raj Remi Rosa Sanna Sara Sean Sofia Sven Tao
Tara Theo Tomas Uma Vera Viktor Wei Xin Yan Yuki Yusuf Zoe""".split()

LAST_NAMES = """Abara Acker Adler Ahlin Almeida Anand Arroyo Bakker Banerjee Bauer Becker Berg
Bianchi Blom Borg Brandt Castro Chaudhry Cho Conti Costa Dahl Das Demir Diaz Dolan Duarte Ekman
Engel Falk Farkas Fischer Fontana Frost Fujita Garg Gruber Haas Hansen Hayashi Holm Horvat Huang Ito
Iyer Jansson Jensen Jovic Kaplan Kato Keller Kovac Kraus Kumar Lam Lang Larsen Lehto Lindgren Liu
Lopez Madsen Mahler Mehta Meyer Mori Moreau Nair Nakano Nguyen Novak Okafor Olsen Ortiz Park Patel
Petrov Pohl Quist Rao Reyes Riedel Romano Roth Sato Schmid Silva Singh Soto Steiner Suzuki Svoboda
Tan Tanaka Torres Ueda Vargas Virtanen Vogel Wagner Wang Weber Wolff Wu Xu Yamada Yilmaz Zhang Zhou
Ziegler""".split()

DOMAINS = """silicon.example chips.example servers.example distribution.example phones.example
cloud.example search.example storage.example consultants.example university.example networks.example
boards.example graphics.example home.example mail.example""".split()

DAY = 86400
RELEASED = 1704672000  # the day of the last release, in January 2024
CYCLE = 69 * DAY  # a release comes so long after the one before on average
KEEPER = b"Lina Thorsen <lina@mainline.example>"
C, MAKEFILE, KCONFIG, TEXT, DEVICE_TREE = range(5)
TRAILERS = (b"Reviewed-by", b"Reviewed-by", b"Acked-by", b"Tested-by", b"Cc")
SMALL = 40  # pieces in a file that may change anywhere in the history
REFS = [b"refs/heads/topic%d" % depth for depth in range(3)]
MAINLINE = b"refs/heads/master"


class Stock:
    """The pieces that files and messages are made of. A file is a list of numbers of pieces."""

    def __init__(self, rng):
        self.rng = rng
        nouns = FILE_NAMES + [word for word in WORDS if len(word) > 4]
        self.names = list(dict.fromkeys(
            "_".join(rng.choice(nouns) for _ in range(rng.choice((1, 2, 2, 3))))
            for _ in range(24000)))
        self.pieces = []
        self.body = self._pieces(90000, self._body_line)
        self.heads = self._pieces(30000, self._function_head)
        self.tails = self._pieces(
            20, lambda: "\n\treturn %s;\n}\n\n" % rng.choice(("0", "ret", "err")))
        self.includes = self._pieces(
            3000, lambda: "#include <linux/%s.h>\n" % rng.choice(self.names))
        self.license = self._pieces(1, lambda: "// SPDX-License-Identifier: GPL-2.0\n")
        self.editable = {
            C: self.body,
            MAKEFILE: self._pieces(8000, self._makefile_line),
            KCONFIG: self._pieces(16000, self._option),
            TEXT: self._pieces(16000, lambda: self._words(rng.randint(6, 11)) + "\n"),
            DEVICE_TREE: self._pieces(16000, self._property)}
        # Functions one after the other, of which a file of C is a part.
        self.stream, self.starts = array.array("I"), []
        for head in range(*self.heads):
            self.starts.append(len(self.stream))
            self.stream.append(head)
            for _ in range(min(120, 3 + int(rng.expovariate(1 / 16)))):
                self.stream.append(rng.randrange(*self.body))
            self.stream.append(rng.randrange(*self.tails))
        # Words for messages: the common ones, then identifiers, each rarer than the one before.
        self.vocabulary = [word.encode() for word in dict.fromkeys(WORDS)]
        self.vocabulary += [name.encode() + b"()" * (number % 3 == 0)
                            for number, name in enumerate(self.names)]
        self.frequency = list(itertools.accumulate(
            1 / (rank + 12) for rank in range(len(self.vocabulary))))
        self.paragraphs = [self.paragraph() for _ in range(20000)]
        self.titles = [self.title() for _ in range(30000)]

    def _pieces(self, count, make):
        begin = len(self.pieces)
        self.pieces.extend(make().encode() for _ in range(count))
        return begin, begin + count

    def _words(self, count):
        return " ".join(self.rng.choice(WORDS) for _ in range(count))

    def _body_line(self):
        rng, names = self.rng, self.names
        return rng.choice((
            "\t{0}->{1} = {2};\n", "\tif (!{0})\n", "\t\treturn -EINVAL;\n",
            "\tret = {0}({2}, {1});\n", "\t{0}({2});\n", "\tspin_lock(&{2}->lock);\n",
            "\tif ({2}->{1} > {0})\n", "\t\tgoto out;\n", "\tstruct {0} *{2};\n",
            "\tdev_err({2}->dev, \"{0} {1}\\n\");\n", "\n", "\t/* {1} {2} */\n",
            "\twritel({2}, {1} + {3});\n", "\t{2} |= BIT({3});\n", "\tu32 {2} = {3};\n",
            "\tfor (i = 0; i < {3}; i++)\n", "\t\t{2}[i] = {1};\n")).format(
                rng.choice(names), rng.choice(FILE_NAMES), rng.choice(FILE_NAMES),
                rng.randrange(64))

    def _function_head(self):
        rng = self.rng
        return "static int %s_%s(struct %s *%s)\n{\n" % (
            rng.choice(self.names), rng.choice(FILE_NAMES), rng.choice(self.names),
            rng.choice(FILE_NAMES))

    def _makefile_line(self):
        name = self.rng.choice(self.names)
        return "obj-$(CONFIG_%s) += %s.o\n" % (name.upper(), name)

    def _option(self):
        name = self.rng.choice(self.names) + "_" + self.rng.choice(FILE_NAMES)
        return "config %s\n\ttristate \"%s\"\n\tdepends on %s\n\thelp\n\t  %s.\n\n" % (
            name.upper(), self._words(4), self.rng.choice(FILE_NAMES).upper(), self._words(9))

    def _property(self):
        return "\t%s = <%d>;\n" % (self.rng.choice(self.names).replace("_", "-"),
                                   self.rng.randrange(4096))

    def title(self):
        rng = self.rng
        return b"%s %s" % (rng.choice(VERBS).encode(), b" ".join(rng.choices(
            self.vocabulary, cum_weights=self.frequency, k=rng.randint(3, 7))))

    def paragraph(self):
        """One to six lines, with the line feed of the last."""
        words = self.rng.choices(self.vocabulary, cum_weights=self.frequency,
                                 k=self.rng.randint(6, 48))
        return b"%s.\n" % b"\n".join(
            b" ".join(words[at:at + 7]) for at in range(0, len(words), 7)).capitalize()

    def content(self, kind, count):
        """A new file of about that many lines."""
        rng = self.rng
        if kind != C:
            first, last = self.editable[kind]
            return array.array("I", [rng.randrange(first, last) for _ in range(count)])
        ids = array.array("I", [self.license[0]])
        ids.extend(rng.randrange(*self.includes) for _ in range(min(count // 10, 12)))
        first = rng.randrange(len(self.starts) - 300)
        last = bisect.bisect_left(self.starts, self.starts[first] + count, first + 1)
        last = min(last, len(self.starts) - 1)
        ids.extend(self.stream[self.starts[first]:self.starts[last]])
        return ids


class Area:
    """What one maintainer looks after, and sends to the mainline."""

    def __init__(self, line):
        self.name, files, commits, server, *self.roots = line.split()
        self.server = b"git://git.kernel.org/pub/scm/linux/kernel/git/" + server.encode()
        self.file_share, self.commit_share = int(files), int(commits)
        self.folders = []  # [folder, weight, prefix of a subject]
        self.weights = []
        self.files, self.small = [], []  # numbers of files; those that are gone go when met
        self.people, self.maintainers = [], []
        self.merged = -1  # how many steps the mainline had made when it took the last pull
        self.tip = None  # (mark, time) of the branch that it took


class Tree:
    """The files as they are now: of the mainline, and of the one branch that is being made of an
    area. Branches of two areas never meet in a file, and one of an area begins where the mainline
    has all that came of it before, so there is one state of each file at any time."""

    def __init__(self, rng, stock, areas, count):
        self.rng, self.stock, self.areas = rng, stock, areas
        self.path, self.kind, self.content, self.mark, self.prefix = [], [], [], [], []
        self.taken = set()
        self.folders = {root for area in areas for root in area.roots}
        self.alive = 0
        share = sum(area.file_share for area in areas)
        for area in areas:
            wanted = max(2 * len(area.roots), count * area.file_share // share)
            self._make_folders(area, max(len(area.roots), wanted // 28))
            before = len(self.path)
            if not area.file_share:
                continue
            for folder, _, prefix in area.folders:
                if folder.startswith(("Documentation", "include", "LICENSES")) or "/dts" in folder:
                    continue
                self.add(area, folder + "/Makefile", MAKEFILE, rng.randint(4, 20), prefix)
                if folder.startswith(("drivers", "arch", "fs", "net", "sound", "lib", "mm")) and \
                        rng.random() < 0.6:
                    self.add(area, folder + "/Kconfig", KCONFIG, rng.randint(1, 7), prefix)
            for _ in range(wanted - (len(self.path) - before)):
                self.add_somewhere(area)
            area.files.sort(key=self.path.__getitem__)
            area.small = [number for number in area.files if len(self.content[number]) <= SMALL]

    def _make_folders(self, area, count):
        rng = self.rng
        folders = list(area.roots)
        while len(folders) < count:
            parent = rng.choice(folders)
            if parent.count("/") >= 4:
                continue
            name = rng.choice(FOLDER_NAMES)
            if rng.random() < 0.25:
                name += str(rng.randrange(2, 90))
            folder = parent + "/" + name
            if folder not in self.folders:
                self.folders.add(folder)
                folders.append(folder)
        for folder in folders:
            leaf = folder.rsplit("/", 1)[-1]
            prefix = area.name if folder in area.roots else area.name + ": " + leaf
            area.folders.append([folder, min(rng.paretovariate(1.1), 30), prefix.encode()])
        area.weights = list(itertools.accumulate(weight for _, weight, _ in area.folders))

    def add(self, area, path, kind, count, prefix):
        """Returns the number of the new file."""
        number = len(self.path)
        self.path.append(path.encode())
        self.taken.add(path)
        self.kind.append(kind)
        self.content.append(self.stock.content(kind, count))
        self.mark.append(0)
        self.prefix.append(prefix)
        area.files.append(number)
        self.alive += 1
        return number

    def add_somewhere(self, area):
        rng = self.rng
        folder, _, prefix = rng.choices(area.folders, cum_weights=area.weights)[0]
        if folder.startswith("Documentation/devicetree"):
            kind, endings = DEVICE_TREE, (".yaml",)
        elif folder.startswith("Documentation"):
            kind, endings = TEXT, (".rst",)
        elif "/dts" in folder or "dt-bindings" in folder:
            kind, endings = DEVICE_TREE, (".dts", ".dts", ".dtsi")
        else:
            kind, endings = C, (".h",) if folder.startswith("include") else (".c", ".c", ".c", ".h")
        while True:
            name = rng.choice(FILE_NAMES)
            if rng.random() < 0.7:
                name = rng.choice(FOLDER_NAMES) + "_" + name
            if rng.random() < 0.3:
                name += str(rng.randrange(1000))
            path = "%s/%s%s" % (folder, name, rng.choice(endings))
            if path not in self.taken:
                break
        lines = int(min(2000, max(20, rng.lognormvariate(math.log(230), 0.85))))
        if kind in (TEXT, DEVICE_TREE):
            lines //= 2
        return self.add(area, path, kind, lines, prefix)

    def remove(self, number):
        self.content[number] = None
        self.alive -= 1

    def text(self, number):
        return b"".join(map(self.stock.pieces.__getitem__, self.content[number]))

    def edit(self, number, small):
        """Changes a few lines."""
        uniform = self.rng.random
        ids = self.content[number]
        first, last = self.stock.editable[self.kind[number]]
        for _ in range(1 if uniform() < 0.6 else 2 if uniform() < 0.7 else 4):
            at, end = int(uniform() * len(ids)), len(ids)
            while at < end and not first <= ids[at] < last:
                at += 1
            what = uniform()
            if at == end or (what < 0.3 and not (small and end > SMALL)):
                count = 1 + int(uniform() ** 3 * (4 if small else 25))
                new = [first + int(uniform() * (last - first)) for _ in range(count)]
                # Behind a line of a function, or in front of it: never between two functions.
                ids[at:at] = array.array("I", new) if at < end else array.array("I")
                if at == end:  # a file without such lines gets other ones at its end
                    ids.extend(self.stock.stream[self.stock.starts[0]:self.stock.starts[1]]
                               if first == self.stock.body[0] else new)
            elif what < 0.55 and end > 6 or small and end > SMALL:
                stop = at + 1
                limit = at + 1 + int(uniform() ** 3 * 12)
                while stop < min(limit, end) and first <= ids[stop] < last:
                    stop += 1
                del ids[at:stop]
            else:
                limit = at + 1 + int(uniform() * 4)
                while at < min(limit, end) and first <= ids[at] < last:
                    ids[at] = first + int(uniform() * (last - first))
                    at += 1


class History:
    def __init__(self, folder, options):
        self.options = options
        self.rng = rng = random.Random(options.seed)
        self.stock = Stock(rng)
        self.areas = [Area(line) for line in AREAS.replace("\n    ", " ").strip().split("\n")]
        self.tree = Tree(rng, self.stock, self.areas, options.files * 4 // 5)
        self._make_people()
        self.keeper = (KEEPER, b"-0800")
        self.git = subprocess.Popen(
            ["git", "-c", "pack.compression=1", "-C", folder, "fast-import", "--quiet", "--done",
             "--date-format=raw"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=1 << 20,
            # It compresses each object with memory of its own, which should not go back to the
            # kernel in between.
            env=dict(os.environ, MALLOC_TRIM_THRESHOLD_="1000000000", MALLOC_TOP_PAD_="16000000"))
        self.write = self.git.stdin.write
        self.last_mark = 0
        self.tips = {}  # the newest mark of each ref
        self.changesets = self.merges = 0
        self.steps = 0  # of the mainline
        self.points = []  # where branches begin: (steps, mark, time, name, tree)
        self.recent, self.fixable = [], []  # (mark, subject); (id, subject) of changesets
        self.wide = False  # every file may change, not the small ones alone
        self.place = 0.0  # near which of the small ones: git has fewer folders to read then
        self.adding = self.removing = 0.0

    def _make_people(self):
        rng = self.rng
        names = [first + " " + last for first in FIRST_NAMES for last in LAST_NAMES]
        rng.shuffle(names)
        zones = (b"+0000", b"+0100", b"+0200", b"-0400", b"-0700", b"-0800", b"+0530", b"+0800",
                 b"+0900")
        self.people = []  # (name and address, time zone)
        for name in names[:4000]:
            address = "%s@%s" % (name.lower().replace(" ", "."), rng.choice(DOMAINS))
            self.people.append((("%s <%s>" % (name, address)).encode(), rng.choice(zones)))
        for area in self.areas:
            area.people = rng.sample(self.people, 20 + 4 * min(80, area.commit_share))
            area.maintainers = area.people[:1 + min(6, area.commit_share // 12)]

    # What goes to git

    def blob(self, text):
        self.last_mark += 1
        self.write(b"blob\nmark :%d\ndata %d\n%s\n" % (self.last_mark, len(text), text))
        return self.last_mark

    def commit(self, ref, parent, author, authored, committer, committed, message, changes,
               merged=None, tree=None):
        """Changes: mark of each path, None where it is gone. They are made in the parent's tree, or
        in another one."""
        self.last_mark = mark = self.last_mark + 1
        self.write(b"commit %s\nmark :%d\nauthor %s %d %s\ncommitter %s %d %s\ndata %d\n%s\n" % (
            ref, mark, author[0], authored, author[1], committer[0], committed, committer[1],
            len(message), message))
        self.write(b"%s%s%s%s" % (
            # Naming the parent makes git forget the trees that it has, so only where it must be.
            b"" if self.tips.get(ref) == parent else b"from :%d\n" % parent,
            b"" if merged is None else b"merge :%d\n" % merged,
            b"" if tree is None else b"M 040000 %s \"\"\n" % tree,
            b"".join([b"D %s\n" % path if mark is None else b"M 100644 :%d %s\n" % (mark, path)
                      for path, mark in changes.items()])))
        self.tips[ref] = mark
        return mark

    def ask(self, questions):
        """The lines that git answers, one to each question."""
        self.write(b"".join(questions))
        self.git.stdin.flush()
        return [self.git.stdout.readline() for _ in questions]

    # Changesets

    def pick(self, pool, foreign):
        """The place in a pool of a file that no branch beside this one changed, or -1."""
        uniform, content, path = self.rng.random, self.tree.content, self.tree.path
        for _ in range(8):
            if not pool:
                break
            if self.wide:
                at = int(uniform() ** 1.5 * len(pool))
            else:
                at = int((self.place + uniform() ** 3 * 0.2) % 1 * len(pool))
            number = pool[at]
            if content[number] is None:
                pool[at] = pool[-1]
                pool.pop()
            elif not any(path[number] in other for other in foreign):
                return at
        return -1

    def change(self, area, touched, foreign):
        """Changes files of the area; returns the number of one of them."""
        tree, uniform = self.tree, self.rng.random
        wide = self.wide or not area.small
        pool = area.files if wide else area.small
        what = uniform()
        grown = area.file_share == 0 and len(pool) < 0.08 * self.options.largest_pull
        at = self.pick(pool, foreign)
        if at < 0 or what < self.adding or grown and uniform() < 0.3:
            number = tree.add_somewhere(area)
            if len(tree.content[number]) <= SMALL:
                area.small.append(number)
            tree.mark[number] = touched[tree.path[number]] = self.blob(tree.text(number))
            if at < 0 or uniform() < 0.5:
                return number
        if self.adding <= what < self.adding + self.removing and len(area.files) > 6:
            gone = self.pick(area.files, foreign)
            if gone < 0:
                return self.change(area, touched, foreign)
            return self.remove_or_rename(area, area.files[gone], touched)
        first = pool[at]
        many = uniform()
        if wide:
            count = 1 if many < 0.62 else 2 if many < 0.82 else 3 if many < 0.91 else \
                4 + int(uniform() * 5) if many < 0.985 else 12 + int(uniform() * 14)
        else:
            count = 1 if many < 0.7 else 2 if many < 0.9 else 3 if many < 0.997 else 20
        for place in range(at, min(at + count, len(pool))):
            number = pool[place]
            if tree.content[number] is None:
                continue
            path = tree.path[number]
            if place > at and foreign and any(path in other for other in foreign):
                continue
            tree.edit(number, not wide)
            tree.mark[number] = touched[path] = self.blob(tree.text(number))
        return first

    def remove_or_rename(self, area, number, touched):
        tree = self.tree
        touched[tree.path[number]] = None
        kind, ids = tree.kind[number], tree.content[number]
        tree.remove(number)
        if self.rng.random() < 0.7:
            return number
        new = tree.add_somewhere(area)
        tree.kind[new], tree.content[new] = kind, ids
        tree.edit(new, True)
        if len(ids) <= SMALL:
            area.small.append(new)
        tree.mark[new] = touched[tree.path[new]] = self.blob(tree.text(new))
        return new

    def message(self, prefix, author, committer, link):
        """Subject and message of a changeset."""
        rng, uniform, stock = self.rng, self.rng.random, self.stock
        if self.wide:
            title, paragraph = stock.title(), stock.paragraph
        else:
            title = stock.titles[int(uniform() * len(stock.titles))]
            paragraphs = stock.paragraphs
            paragraph = lambda: paragraphs[int(uniform() * len(paragraphs))]
        subject = b"%s: %s" % (prefix, title)
        parts = []
        fixed = self.fixable[int(uniform() * len(self.fixable))] if self.fixable else None
        chance = uniform()
        if fixed and chance < 0.006 and not fixed[1].startswith(b"Revert"):
            subject = b"Revert \"%s\"" % fixed[1]
            parts.append(b"This reverts commit %s.\n" % fixed[0])
        parts.append(paragraph())
        while uniform() < 0.45 and len(parts) < 4:
            parts.append(paragraph())
        if fixed and 0.95 < chance:
            parts.append(b"Commit %s (\"%s\") is why.\n" % (fixed[0][:12], fixed[1]))
        trailers = []
        if fixed and 0.2 < chance < 0.42:
            trailers.append(b"Fixes: %s (\"%s\")\n" % (fixed[0][:12], fixed[1]))
            if chance < 0.28:
                trailers.append(b"Cc: stable@vger.kernel.org\n")
            if chance > 0.37:
                trailers.append(b"Reported-by: %s\n" % rng.choice(self.people)[0])
        trailers.append(b"Signed-off-by: %s\n" % author[0])
        while uniform() < 0.4:
            trailers.append(b"%s: %s\n" % (
                TRAILERS[int(uniform() * len(TRAILERS))],
                self.people[int(uniform() ** 3 * len(self.people))][0]))
        if link:
            trailers.append(b"Link: https://lore.kernel.org/r/%s\n" % link)
        if committer is not author:
            trailers.append(b"Signed-off-by: %s\n" % committer[0])
        return subject, b"%s\n\n%s\n%s" % (subject, b"\n".join(parts), b"".join(trailers))

    def run(self, ref, parent, count, area, committer, begin, end, touched, foreign, subjects):
        """Count changesets, one after the other; returns the mark of the last."""
        uniform, tree = self.rng.random, self.tree
        step = (end - begin) / (count + 1)
        left = 0
        self.place = uniform()
        for number in range(count):
            if left == 0:
                author = area.people[int(uniform() ** 2 * len(area.people))]
                left = length = 1 if uniform() < 0.6 else 1 + int(uniform() ** 2 * 20)
                stamp = b"%d.%d" % (begin + step * number, int(uniform() * 1e6)) \
                    if uniform() < 0.6 else None
                host = author[0][author[0].index(b"<") + 1:-1]
            left -= 1
            changes = {}
            changed = self.change(area, changes, foreign)
            touched.update(changes)
            committed = int(begin + step * (number + 1))
            link = stamp and b"%s-%d-%s" % (stamp, length - left, host)
            subject, message = self.message(tree.prefix[changed], author, committer, link)
            authored = committed - int(uniform() ** 3 * 20 * DAY) - 60
            parent = self.commit(ref, parent, author, authored, committer, committed, message,
                                 changes)
            if uniform() < 0.05 or self.wide:
                self.recent.append((parent, subject))
            if len(subjects) < 24:
                subjects.append(subject)
        self.changesets += count
        return parent

    def grow(self, depth, parent, since, count, area, begin, end, touched, foreign, subjects):
        """A branch of that many changesets, with branches of other maintainers in it unless it has
        few; returns the mark of its end. Since: the steps that the mainline had made at its
        beginning."""
        rng, ref = self.rng, REFS[depth]
        committer = area.maintainers[0 if depth == 0 else rng.randrange(len(area.maintainers))]
        branches = 0
        if area.file_share and depth + 1 < len(REFS) and count >= 8:
            branches = int(count * 0.05 + rng.random())
        # The commits between branches, and those in them, in turns.
        shares = [rng.expovariate(1) * (2.5 if number % 2 else 1)
                  for number in range(2 * branches + 1)]
        bounds = [int(count * share / sum(shares) + 0.5) for share in itertools.accumulate(shares)]
        bounds[-1] = count
        mainline_merged = False
        at = 0
        for number, bound in enumerate(bounds):
            first = begin + (end - begin) * at / count
            last = begin + (end - begin) * bound / count
            if number % 2 == 0:
                base, own = parent, {}
                if bound > at:
                    parent = self.run(ref, parent, bound - at, area, committer, first, last, own,
                                      foreign, subjects)
                touched.update(own)
            elif bound > at:
                theirs = {}
                tip = self.grow(depth + 1, base, since, bound - at, area, first, last - 30, theirs,
                                foreign + (own,), subjects)
                touched.update(theirs)
                name = rng.choice(self.stock.names).encode()
                message = b"Merge branch '%s' of %s\n" % (name, area.server) \
                    if rng.random() < 0.5 else b"Merge branch '%s' into next\n" % name
                if rng.random() < 0.5:
                    message += b"\n%s says:\n\n%s" % (
                        rng.choice(area.people)[0].split(b" <")[0], self.stock.paragraph())
                parent = self.commit(ref, parent, committer, int(last), committer, int(last),
                                     message, theirs, merged=tip)
                self.merges += 1
            at = bound
            if depth == 0 and not mainline_merged and at > 20 and rng.random() < 0.1:
                met = [point for point in self.points
                       if point[0] > since and point[2] < last - 3600]
                if met:
                    _, mark, _, name, tree = met[-1]
                    message = b"Merge tag '%s' into next\n\nLinux %s\n" % (name, name[1:])
                    parent = self.commit(ref, parent, committer, int(last), committer, int(last),
                                         message, touched, merged=mark, tree=tree)
                    self.merges += 1
                    mainline_merged = True
        return parent

    # The mainline

    def pull(self, area, count, when, tag):
        rng = self.rng
        starts = [point for point in self.points
                  if point[0] >= area.merged and point[2] < when - 3600]
        if area.tip and (not starts or rng.random() < 0.3):
            parent, begin = area.tip
            since = area.merged
        else:
            since, parent, begin = rng.choice(starts[-7:])[:3]
        begin = max(begin, when - 70 * DAY)
        end = when - rng.uniform(0.5, 4) * DAY
        if end < begin + 3600:
            end = (begin + when) / 2
        touched, subjects = {}, []
        tip = self.grow(0, parent, since, count, area, begin, end, touched, (), subjects)
        maintainer = area.maintainers[0][0].split(b" <")[0]
        kind = b"fixes" if b"-rc" in tag else b"updates"
        summary = self.stock.paragraph()
        points = [b" - %s\n\n" % self.stock.paragraph().strip().replace(b"\n", b"\n   ")
                  for _ in range(min(8, 1 + count // 12))]
        message = b"Merge tag '%s' of %s\n\nPull %s %s from %s:\n\n%s\n%s\n" % (
            tag, area.server, area.name.encode(), kind, maintainer, summary, b"".join(points))
        message += b"* tag '%s' of %s:%s\n%s%s" % (
            tag, area.server, b" (%d commits)" % count if count > 1 else b"",
            b"".join([b"  %s\n" % subject for subject in subjects]),
            b"  ...\n" if count > len(subjects) else b"")
        self.commit(MAINLINE, self.tips[MAINLINE], self.keeper, when, self.keeper, when, message,
                    touched, merged=tip)
        self.merges += 1
        self.steps += 1
        area.merged, area.tip = self.steps, (tip, end)

    def on_mainline(self, when):
        core = self.areas[0]
        self.run(MAINLINE, self.tips[MAINLINE], 1, core, self.keeper, when - 60, when + 60, {}, (),
                 [])
        self.steps += 1

    def top_makefile(self, name):
        version, _, candidate = name.partition("-")
        numbers = version.split(".") + ["0"]
        return self.blob(("# SPDX-License-Identifier: GPL-2.0\nVERSION = %s\nPATCHLEVEL = %s\n"
                          "SUBLEVEL = %s\nEXTRAVERSION = %s\nNAME = Large Otter\n\n"
                          "PHONY := __all\n__all:\n\n"
                          "include $(srctree)/scripts/Kbuild.include\n" % (
                              *numbers[:3], "-" + candidate if candidate else "")).encode())

    def tag(self, name, when, changes=None):
        """The changeset that gives the mainline a new name, and the tag on it."""
        message = b"Linux %s\n" % name.encode()
        if changes is None:
            changes = {b"Makefile": self.top_makefile(name)}
            signed = b"%s\nSigned-off-by: %s\n" % (message, self.keeper[0])
        else:
            signed = b"%s\nEverything that was there before.\n" % message
        mark = self.commit(MAINLINE, self.tips.get(MAINLINE), self.keeper, when, self.keeper, when,
                           signed, changes)
        self.write(b"tag v%s\nfrom :%d\ntagger %s %d %s\ndata %d\n%s\n" % (
            name.encode(), mark, self.keeper[0], when, self.keeper[1], len(message), message))
        self.changesets += 1
        self.steps += 1
        chosen = self.rng.sample(self.recent, min(len(self.recent), 400 if self.wide else 60))
        self.recent = []
        answers = self.ask([b"ls :%d \"\"\n" % mark] +
                           [b"get-mark :%d\n" % one for one, _ in chosen])
        self.points.append((self.steps, mark, when, b"v" + name.encode(), answers[0].split()[2]))
        del self.points[:-20]
        self.fixable += [(answer.strip(), subject)
                         for answer, (_, subject) in zip(answers[1:], chosen)]
        del self.fixable[:-6000]

    def beginning(self, name, when):
        tree = self.tree
        changes = {b"MAINTAINERS": self.blob(self.maintainers_file()),
                   b".mailmap": self.blob(self.mailmap()), b"Makefile": self.top_makefile(name),
                   b"Kconfig": self.blob(b"mainmenu \"Linux\"\n\nsource \"init/Kconfig\"\n"),
                   b"README": self.blob(b"Linux kernel\n============\n"),
                   b".gitignore": self.blob(b"*.o\n*.ko\n")}
        for number, path in enumerate(tree.path):
            tree.mark[number] = changes[path] = self.blob(tree.text(number))
        self.tag(name, when, changes)

    def maintainers_file(self):
        rng = self.rng
        entries = []
        for area in self.areas:
            folders = area.folders
            wanted = [(area.name.upper() + " SUBSYSTEM", area.roots)]
            for folder, _, _ in rng.sample(folders, min(len(folders), 4)):
                leaf = "%s %s" % (area.name.upper(), " ".join(folder.split("/")[-2:]).upper())
                wanted.append((leaf + " DRIVERS", [folder]))
            for title, roots in wanted:
                lines = [title]
                lines += ["M:\t" + person[0].decode()
                          for person in rng.sample(area.people, rng.choice((1, 1, 2)))]
                lines.append("L:\tlinux-%s@vger.kernel.org" % area.name)
                lines.append("S:\t" + rng.choice(
                    ("Maintained", "Maintained", "Supported", "Odd Fixes")))
                lines.append("T:\tgit %s.git" % area.server.decode())
                lines += ["F:\t%s/" % root for root in roots]
                entries.append("\n".join(lines) + "\n")
        entries.sort()
        return ("List of maintainers\n===================\n\nMaintainers List\n----------------\n\n"
                + "\n".join(dict.fromkeys(entries))
                + "\nTHE REST\nM:\t%s\nL:\tlinux-kernel@vger.kernel.org\n"
                  "S:\tBuried alive in reporters\n"
                  "Q:\thttp://patchwork.kernel.org/project/LKML/list/\n"
                  "T:\tgit git://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git\n"
                  "F:\t*\nF:\t*/\n" % KEEPER.decode()).encode()

    def mailmap(self):
        lines = []
        for address, _ in self.people[:400]:
            name, at = address[:-1].split(b" <")
            lines.append(b"%s <%s@old.example> <%s>\n" % (name, at.split(b"@")[0], at))
        return b"".join(sorted(lines))

    def sizes(self, total, largest):
        """How many changesets each area sends when a release begins."""
        rng = self.rng
        areas = [area for area in self.areas if area.commit_share]
        raw = [area.commit_share * rng.lognormvariate(0, 0.5) for area in areas]
        counts = [min(largest, int(total * share / sum(raw))) for share in raw]
        while sum(counts) != total:
            step = 1 if sum(counts) < total else -1
            one = rng.choices(range(len(areas)), raw)[0]
            if 0 <= counts[one] + step <= largest:
                counts[one] += step
        return list(zip(areas, counts))

    def release(self, name, count, begin, end, largest):
        """From one release to the next; largest: what the new file system has, or 0."""
        rng = self.rng
        window = begin + 14 * DAY
        candidates = 8 if count > 15000 else 7
        week = (end - window) / candidates
        tags = [(int(window + week * number), "%s-rc%d" % (name, number + 1))
                for number in range(candidates)] + [(int(end), name)]
        direct = max(1, count // 250)
        pulled = count - len(tags) - direct
        opened = pulled * 4 // 5
        left = pulled - opened
        events = [(when, 2, tag) for when, tag in tags]
        events += [(int(rng.uniform(begin + DAY, end - 3600)), 1, None) for _ in range(direct)]

        def event(area, size, first, last, tag):
            events.append((int(rng.uniform(first, last)), 0, (area, size, tag.encode())))
        new = self.areas[-1]
        if largest:
            event(new, largest, begin + DAY, begin + 2 * DAY, "bcachefs-" + name)
        for area, size in self.sizes(opened - largest, max(3, (largest or count // 5) * 3 // 4)):
            tag = "%s-%s" % ("net-next" if area.name == "net" else area.name, name)
            if size > 60 and rng.random() < 0.3:
                later = int(size * rng.uniform(0.1, 0.4))
                event(area, later, begin + 8 * DAY, window - 7200, tag + "-2")
                size -= later
            if size:
                event(area, size, begin + 7200, begin + 7.5 * DAY, tag)
        areas = [area for area in self.areas if area.commit_share]
        shares = list(itertools.accumulate(area.commit_share for area in areas))
        while left:
            size = min(left, 1 + int(rng.expovariate(1 / 7)), max(1, largest or count // 5) - 1)
            area = rng.choices(areas, cum_weights=shares)[0] \
                if not largest or rng.random() >= 0.02 else new
            number = rng.randrange(1, len(tags))
            event(area, size, tags[number - 1][0] + 3600, tags[number][0] - 3600,
                  "%s-%s-rc%d" % (area.name, name, number + 1))
            left -= size
        events.sort(key=lambda one: one[:2])
        before = self.changesets
        for when, kind, what in events:
            if kind == 0:
                self.pull(what[0], what[1], when, what[2])
            elif kind == 1:
                self.on_mainline(when)
            else:
                self.tag(what, when)
        assert self.changesets - before == count

    def end(self):
        for ref in REFS:
            if ref in self.tips:
                self.write(b"reset %s\nfrom %s\n\n" % (ref, b"0" * 40))
        self.write(b"done\n")
        self.git.stdin.close()
        if self.git.wait() != 0:
            sys.exit("git fast-import failed.")


def release_names():
    """From the newest back."""
    series = [("6", 7), ("5", 19), ("4", 20), ("3", 19)]
    names = ["%s.%d" % (major, minor) for major, last in series for minor in range(last, -1, -1)]
    return names + ["2.6.%d" % minor for minor in range(39, 11, -1)]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__.split(":", 1)[0] + ".")
    parser.add_argument("folder", metavar="FOLDER")
    parser.add_argument("--commits", type=int, default=1300000)
    parser.add_argument("--files", type=int, default=85000)
    parser.add_argument("--range", type=int, default=21000)
    parser.add_argument("--largest-pull", type=int, default=2800)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    before = options.range * 10 // 21  # the release before the last
    older = options.commits * 93 // 100 - options.range - before - 1
    if options.range < 100 or options.largest_pull * 2 > options.range or older < before:
        parser.error("--range is at least 100, --largest-pull at the most half of it, and "
                     "--commits twice of it")
    if os.path.exists(options.folder):
        parser.error(options.folder + " is there already.")
    names = release_names()
    count = min(len(names) - 3, max(1, round(older / (1.3 * before))))
    names = names[:count + 3][::-1]  # the first is where the history begins
    # Older releases are smaller.
    bounds = [older * number // count * (2 * count + number) // (3 * count)
              for number in range(count + 1)]
    bounds[-1] = older
    sizes = [after - at for at, after in zip(bounds, bounds[1:])] + [before, options.range]

    gc.disable()  # nothing here refers to itself
    started = time.monotonic()
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=master", options.folder],
                   check=True)
    history = History(options.folder, options)
    begin = RELEASED - CYCLE * len(sizes)
    history.beginning(names[0], begin)
    for number, (name, size) in enumerate(zip(names[1:], sizes)):
        remaining = sum(sizes[number:])
        history.wide = remaining < 1.25 * (options.range + before)
        history.removing = 0.1 * options.files / options.commits
        history.adding = max(0.0, 0.7 * history.removing +
                             (options.files - history.tree.alive) / remaining)
        end = begin + CYCLE if number + 1 == len(sizes) else \
            begin + CYCLE + history.rng.randrange(-2, 3) * DAY
        end = min(end, RELEASED - CYCLE * (len(sizes) - number - 1) + 2 * DAY)
        history.release(name, size, begin, end,
                        options.largest_pull if number + 1 == len(sizes) else 0)
        begin = end
        print("v%s: %d commits, %.0f s" % (name, history.changesets + history.merges,
                                           time.monotonic() - started), file=sys.stderr, flush=True)
    history.end()
    print("%d commits, %d of them merges, %d files, in %.0f s" % (
        history.changesets + history.merges, history.merges, history.tree.alive,
        time.monotonic() - started))
    for number in (-1, -2):
        print("tests/bench/import.sh %s v%s v%s    # %d changesets" % (
            options.folder, names[number - 1], names[number], sizes[number]))


if __name__ == "__main__":
    main()
