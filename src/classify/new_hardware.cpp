#include "classify/new_hardware.h"

#include "classify/classifier.h"
#include "classify/device_name.h"
#include "classify/title.h"
#include "classify/words.h"

#include <algorithm>
#include <span>

namespace mw::classify {

namespace {

using std::string_view;

/// One of these anywhere: the title does not speak of something new.
const WordSet& old_things() {
    static const WordSet words(
        "fix fixes fixed fixing fixup fixups remove removes removed removing removal "
        "delete drop drops dropped cleanup cleanups clean convert converted conversion "
        "rename move moved moving revert split refactor rework simplify correct corrects "
        "disable unused duplicate duplicated warning warnings leak leaks crash oops typo "
        "typos documentation comment comments error errors bug bugs broken replace switch "
        "update updates updated quirk quirks workaround instead avoid prevent handle check "
        "checks don't not without sparse checkpatch coding style maintainer "
        "maintainers defconfig rewrite consolidate reorganize back blacklist sort reorder "
        "allow gadget readme build compile kconfig makefile dummy stub stubs license "
        "copyright export annotate annotations __init __devinit const unify");
    return words;
}

/// What a driver can do, or what code is made of: "add NAPI support", "add helper functions".
const WordSet& features() {
    static const WordSet words(
        "debugfs sysfs procfs debug debugging pm suspend resume suspend/resume hibernation "
        "runtime dma irq irqs interrupt interrupts msi msi-x napi gro lro tso ethtool vlan "
        "vlans wol netpoll multicast ioctl ioctls hotplug sr-iov sriov rss callback "
        "callbacks function functions helper helpers api hook hooks interface interfaces "
        "macro macros attribute attributes property properties node nodes parameter "
        "parameters option options module statistics stats counters feature features mode "
        "modes framework infrastructure layer subsystem trace tracing tracepoint "
        "tracepoints locking mutex lock timeout clock clocks register registers flag flags "
        "field fields struct structure structures definition definitions define defines "
        "constants firmware control controls mixer alias aliases entry entries variable "
        "variables message messages printk test tests ability possibility code file files "
        "header headers bits bit offload checksum poll polling scan scanning rate rates "
        "command commands event events queue queues path buffer buffers list table tables "
        "routine routines method methods op ops operations data version versions multiple "
        "devicetree of handler handling validation calibration selection detection "
        "configuration config initialization init reset state states status limit limits "
        "policy capability capabilities hwmon workqueue thread timer timers backlight "
        "rfkill led leds gpiolib cpufreq kexec kgdb ftrace smp sysrq encryption ht ap mesh "
        "ps tx rx tlv jack regulators supply supplies magic-sysrq readahead protocol "
        "protocols decoder decoders details autoload devices spec device-specific generic "
        "delay before print name tristate indication that");
    return words;
}

/// What a title of something new begins with.
const WordSet& additions() {
    static const WordSet words(
        "add adds added adding introduce new initial support document recognise recognize "
        "import implement implements implemented");
    return words;
}

bool holds_any(const Words& words, const WordSet& set) {
    return std::ranges::any_of(words, [&](const Word& word) { return set.contains(word.lower); });
}

bool holds(const Words& words, std::initializer_list<string_view> list) {
    return std::ranges::any_of(words,
                               [&](const Word& word) { return is_one_of(word.lower, list); });
}

/// What the files say.
struct Files {
    bool any = false;
    bool adds_code = false;
    bool adds_board = false;
    /// A device tree of its own says by itself that a board is new.
    bool adds_tree = false;
    bool touches_kconfig = false;
    /// hid-ids.h, pci_ids.h: lists of devices by name.
    bool touches_ids = false;
    bool bindings_only = true;
};

bool is_board_file(string_view path) {
    if (path.find("/boot/dts/") != string_view::npos)
        return path.ends_with(".dts");
    if (!path.starts_with("arch/") || !path.ends_with(".c"))
        return false;
    const auto name = path.substr(path.rfind('/') + 1);
    return name.starts_with("board-") || name.starts_with("mach-") ||
           path.find("/boards/") != string_view::npos ||
           path.find("/platforms/") != string_view::npos ||
           path.find("/mach-") != string_view::npos;
}

Files look_at(const Subject& changeset) {
    Files files;
    for (std::size_t i = 0; i < changeset.paths.size(); ++i) {
        const auto path = changeset.paths[i];
        const bool added = i < changeset.statuses.size() && changeset.statuses[i] == 'A';
        files.any = true;
        const auto name = path.substr(path.rfind('/') + 1);
        files.touches_kconfig |= name.starts_with("Kconfig");
        files.touches_ids |= name.ends_with("ids.h");
        files.bindings_only &= path.starts_with("Documentation/devicetree/") ||
                               path.starts_with("include/dt-bindings/");
        if (!added)
            continue;
        files.adds_board |= is_board_file(path);
        files.adds_tree |= path.ends_with(".dts");
        const bool code = path.ends_with(".c") || path.ends_with(".rs");
        files.adds_code |= code && !path.starts_with("arch/");
    }
    return files;
}

/// A prompt without what is said around the device: "Support for Foo (EXPERIMENTAL)" is "Foo".
std::string name_in_prompt(string_view prompt) {
    const auto words = split_words(prompt);
    std::size_t front = 0;
    while (front + 1 < words.size() &&
           is_one_of(words[front].lower, {"enable", "support", "driver", "for", "the", "a"}))
        ++front;
    if (front > 0)
        prompt.remove_prefix(words[front].start);
    for (const string_view back : {" (EXPERIMENTAL)", " (NEW)", " (DEVELOPMENT)"})
        if (prompt.ends_with(back))
            prompt.remove_suffix(back.size());
    return without_closers(prompt);
}

/// What symbols call a driver.
struct Prompts {
    std::string only;    ///< of those that make modules, or of all where none does; one alone
    bool module = false; ///< one of them makes a module of its own
};

Prompts look_at(std::span<const NewSymbol> symbols) {
    Prompts prompts;
    for (const auto& symbol : symbols)
        prompts.module |= symbol.makes_module && !symbol.prompt.empty();
    bool several = false;
    for (const auto& symbol : symbols) {
        if (symbol.prompt.empty() || (prompts.module && !symbol.makes_module))
            continue;
        several |= !prompts.only.empty();
        prompts.only = name_in_prompt(symbol.prompt);
    }
    if (several)
        prompts.only.clear();
    return prompts;
}

/// True for "... driver", "driver for ..." and "... driver support", but not "driver data".
bool speaks_of_driver(const Words& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        // "... to the radeon driver" speaks of one that is there.
        if (i > 0 && is_one_of(words[i].lower, {"to", "in", "into"}))
            return false;
        if (!is_one_of(words[i].lower, {"driver", "drivers"}))
            continue;
        if (i + 1 == words.size() || is_one_of(words[i + 1].lower, {"for", "support"}))
            return true;
    }
    return false;
}

/// "device id", "new ids", "add IDs", "PID", but not "stream ID".
bool speaks_of_ids(const Words& words) {
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (is_one_of(words[i].lower, {"pid", "vid/pid", "pci-id", "pci-ids", "compatible",
                                       "compatibles", "pciid", "pciids"}))
            return true;
        if (is_one_of(words[i].lower, {"id", "ids", "id's"}) &&
            is_one_of(words[i - 1].lower,
                      {"device", "usb", "pci", "pcmcia", "product", "vendor", "hardware", "card",
                       "model", "codec", "new", "more", "another", "additional", "add", "adds"}))
            return true;
    }
    return false;
}

/// A chip or device by its model, and short: "add RTL8105E", "support for the LXT973 phy", but not
/// "add RTL8105E flow tables for ..." or "support for setting ...".
bool names_device(const Words& words, string_view what) {
    const auto thing = split_words(what);
    if (thing.empty() || thing.size() > 6 || thing.front().lower.ends_with("ing") ||
        !std::ranges::any_of(thing, [](const Word& word) { return is_model(word.lower); }) ||
        std::ranges::any_of(thing, [](const Word& word) {
            return word.lower.find('_') != string_view::npos || word.lower == "for" ||
                   word.lower == "of" || word.lower.ends_with("-core");
        }))
        return false;
    // "add DVB support for the xc5000" is a feature.
    const auto support = std::ranges::find(words, "support", &Word::lower);
    return support == words.end() || support + 1 == words.end() ||
           std::all_of(words.begin(), support,
                       [](const Word& word) { return is_opener(word.lower); });
}

/// "platform" of "add platform driver" says nothing, and a file is no device.
bool is_a_name(string_view what) {
    const auto words = split_words(what);
    static const WordSet empty("platform generic pci usb i2c spi of core new hardware native this "
                               "controller cpu codec chip");
    if (words.empty() || (words.size() == 1 && empty.contains(words.front().lower)))
        return false;
    return !words.back().lower.ends_with(".c") && !words.back().lower.ends_with(".h");
}

std::optional<NewHardware::Kind> kind_of_board(const Words& words, const Files& files, bool adds,
                                               bool model) {
    const bool board = holds(words, {"board", "boards", "machine", "soc", "socs", "evm", "phone",
                                     "tablet", "router", "laptop", "dts", "kit", "computer"});
    // "add keypad device to the board": the board is there.
    if (!adds || holds_any(words, features()) || holds(words, {"device", "to"}))
        return std::nullopt;
    const bool named = files.any ? files.adds_board && (board || model || files.adds_tree) : board;
    return named ? std::optional(NewHardware::Kind::board) : std::nullopt;
}

/// A module of its own whose symbol has a prompt is a driver, unless the title speaks of what one
/// can do and the prompt names no model: "add PTP support".
bool is_driver_by_symbols(const Words& words, const Prompts& prompts) {
    if (!prompts.module)
        return false;
    return speaks_of_driver(words) || !holds_any(words, features()) ||
           std::ranges::any_of(split_words(prompts.only),
                               [](const Word& word) { return is_model(word.lower); });
}

std::optional<NewHardware::Kind> kind_of(const Words& words, string_view what, const Files& files,
                                         const SectionKey& place, bool bindings) {
    using Kind = NewHardware::Kind;
    const bool adds = additions().contains(words.front().lower);
    const bool feature = holds_any(words, features());
    if (bindings)
        return adds && !feature ? std::optional(Kind::device_id) : std::nullopt;
    if (place.subgroup == Subgroup::board)
        return kind_of_board(words, files, adds, names_device(words, what));
    if (speaks_of_driver(words) && (!files.any || files.adds_code)) {
        const bool new_driver = adds || files.touches_kconfig || (!files.any && words.size() > 2);
        return new_driver ? std::optional(Kind::driver) : std::nullopt;
    }
    if (!adds)
        return std::nullopt;
    if (speaks_of_ids(words))
        return Kind::device_id;
    if (feature || std::ranges::any_of(words, [](const Word& word) {
            return word.lower == "core" || word.lower.ends_with("-core");
        }))
        return std::nullopt;
    if (files.adds_code && files.touches_kconfig)
        return Kind::driver;
    const bool device = names_device(words, what) ||
                        (files.touches_ids && holds(words, {"support"}) && !holds(words, {"id"}));
    return device ? std::optional(Kind::device_id) : std::nullopt;
}

} // namespace

string_view key(NewHardware::Kind kind) {
    static constexpr string_view keys[] = {"driver", "device_id", "board"};
    return keys[static_cast<std::size_t>(kind)];
}

/// Cases, first that holds; none has a title with a word of repair, and all but the first need one
/// that says "add", "new", "support" or the like:
///   0. A symbol with a prompt came and with it a module of its own, not in the subgroup board:
///      driver, named by the prompt.
///   1. Bindings of a device: device_id.
///   2. In the subgroup board: an added device tree or board file, and a title that names it:
///   board.
///   3. A title that names a driver, with code added (and Kconfig, where it only says "foo
///   driver"):
///      driver.
///   4. A title that names ids or a compatible: device_id.
///   5. Code and Kconfig added, no feature named: driver.
///   6. A model is named ("add RTL8105E"), no feature: device_id.
std::optional<NewHardware> detect_new_hardware(const Subject& changeset, const SectionKey& place) {
    if (place.section != Section::hardware)
        return std::nullopt;
    const auto statement = statement_of(changeset.title);
    const auto words = split_words(statement);
    if (words.empty() || holds_any(words, old_things()))
        return std::nullopt;
    const auto files = look_at(changeset);
    const bool bindings =
        files.any ? files.bindings_only : changeset.title.starts_with("dt-bindings:");
    auto what = device_name(statement);
    auto prompts = look_at(changeset.new_symbols);
    const bool by_symbols =
        place.subgroup != Subgroup::board && is_driver_by_symbols(words, prompts);
    const auto kind = by_symbols ? std::optional(NewHardware::Kind::driver)
                                 : kind_of(words, what, files, place, bindings);
    if (!kind)
        return std::nullopt;
    NewHardware found{*kind, {}};
    if (*kind == NewHardware::Kind::driver)
        found.what = std::move(prompts.only);
    if (found.what.empty())
        found.what = std::move(what);
    if (!is_a_name(found.what))
        return std::nullopt;
    return found;
}

} // namespace mw::classify
