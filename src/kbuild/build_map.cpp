#include "kbuild/build_map.h"

#include "kbuild/words.h"

#include <algorithm>
#include <array>
#include <cctype>

// As scripts/Makefile.build and scripts/Makefile.lib of the kernel do it:
//   obj-y, lib-y, extra-y     built in; "folder/" is entered
//   obj-m, lib-m              modules, where CONFIG_MODULES is set, but for what is in obj-y too
//   obj-, lib-                not built: "obj-$(CONFIG_X)" where X is not set
//   subdir-                   for cleaning alone: says nothing
//   subdir-y, subdir-m        entered; rules elsewhere may make use of what is not always built
//                             there
//   foo.o, where foo-y, foo-objs, foo- or (for a module) foo-m is set: made of those
//   always-y                  built wherever it is
//   hostprogs, userprogs      programs of the build itself, not of the kernel
// The top: obj-y of Kbuild (since 6.1), and core-y, drivers-y, net-y, libs-y, virt-y, init-y and
// head-y of Makefile and of the architecture's. Until 5.x the top Makefile itself makes
// "kernel/built-in.o" (or .a) of the "kernel/" in them; until 2.6.23 the architecture of a PC is
// arch/i386 or arch/x86_64.
//
// What cannot be told: words that a script would give; an object that a Makefile makes by rules of
// its own (arch/x86/entry/vdso); and folders of the architecture that are entered by rules, such as
// its boot loader. Where the folders that every kernel is made of are not reached, the tree is laid
// out in another way, and nothing that is not found can be told.

namespace mw::kbuild {

namespace {

std::string joined(const std::string& folder, std::string_view name) {
    std::string path = folder.empty() ? std::string(name) : folder + '/' + std::string(name);
    if (path.starts_with("./"))
        path.erase(0, 2);
    for (auto at = path.find("/../"); at != std::string::npos; at = path.find("/../")) {
        const auto before = at == 0 ? std::string::npos : path.rfind('/', at - 1);
        path.erase(before == std::string::npos ? 0 : before + 1,
                   at + 4 - (before == std::string::npos ? 0 : before + 1));
    }
    return path;
}

/// The folder "kernel/" of what is linked of it, "kernel/built-in.o"; itself for other words.
std::string linked_folder(const std::string& word) {
    for (const std::string_view archive : {"/built-in.o", "/built-in.a"})
        if (word.ends_with(archive))
            return word.substr(0, word.size() - archive.size() + 1);
    return word;
}

/// The architecture's folder in this tree.
std::string architecture_in(const std::string& architecture, const ConfigFile& config,
                            const FileReader& files) {
    if (architecture != "x86" || files("arch/x86/Makefile"))
        return architecture;
    const std::string before = config.is_64_bit() ? "x86_64" : "i386";
    return files("arch/" + before + "/Makefile") ? before : architecture;
}

std::string folder_of_path(std::string_view path) {
    const auto slash = path.rfind('/');
    return std::string(slash == std::string_view::npos ? "" : path.substr(0, slash));
}

/// "foo" of "foo-objs", "foo-y", "foo-m" and "foo-"; empty for another variable.
std::string_view composite_of(std::string_view variable) {
    const auto dash = variable.rfind('-');
    if (dash == std::string_view::npos || dash == 0)
        return {};
    const auto suffix = variable.substr(dash + 1);
    return suffix == "objs" || suffix == "y" || suffix == "m" || suffix.empty()
               ? variable.substr(0, dash)
               : std::string_view();
}

bool is_standard(std::string_view variable) {
    constexpr std::array fronts = {"obj-",      "lib-",      "extra-", "always-",       "subdir-",
                                   "hostprogs", "userprogs", "dtb-",   "KCSAN_",        "KASAN_",
                                   "UBSAN_",    "KCOV_",     "GCOV_",  "OBJECT_FILES_", "CFLAGS_",
                                   "AFLAGS_",   "ccflags-",  "KMSAN_", "EXTRA_"};
    return std::ranges::any_of(
        fronts, [variable](const char* front) { return variable.starts_with(front); });
}

} // namespace

BuildMap::BuildMap(const ConfigFile& config, const std::string& architecture,
                   const FileReader& files)
    : config_(config), files_(files), architecture_(architecture_in(architecture, config, files)),
      modules_(config.has_modules()) {
    read_top();
    read_folders();
    for (const std::string folder : {"init", "kernel", "mm"})
        followed_ &= visited_.contains(folder) || !files_(folder + "/Makefile");
    for (auto& [object, state] : objects_) // an object in doubt may be that of another list
        mentioned_.erase(object);
}

void BuildMap::read_top() {
    // The architecture's Makefile is in parts in some releases.
    const FileReader noting = [this](const std::string& path) {
        auto text = files_(path);
        if (text && path.starts_with("arch/"))
            note_words(*text);
        return text;
    };
    enter("", {});
    // The lists of the top Makefile and of the architecture's alone: their rules are of no
    // interest.
    for (const auto& path : {std::string("Makefile"), "arch/" + architecture_ + "/Makefile"}) {
        const auto text = files_(path);
        if (!text)
            continue;
        Makefile makefile(config_, noting, effort_);
        for (const auto& [name, value] :
             {std::pair("SRCARCH", architecture_), std::pair("ARCH", architecture_),
              std::pair("srctree", std::string(".")), std::pair("objtree", std::string(".")),
              // The top Makefile calls itself until this holds, before it comes to its lists.
              std::pair("sub_make_done", std::string("1")),
              std::pair("MAKEFLAGS", std::string("--no-print-directory")),
              std::pair("MAKE_VERSION", std::string("4.3")),
              std::pair("abs_objtree", std::string(".")), std::pair("CURDIR", std::string("."))})
            makefile.set(name, value);
        makefile.read(*text);
        note_words(*text);
        for (const auto* list : {"init", "core", "drivers", "net", "libs", "virt", "head"})
            for (const auto* suffix : {"-y", "-m", "-"})
                for (const auto& word : makefile.words(std::string(list) + suffix)) {
                    const auto name = linked_folder(word.text);
                    if (name.empty())
                        continue;
                    if (name.ends_with('/')) {
                        const auto folder = joined("", name.substr(0, name.size() - 1));
                        if (*(suffix + 1) == '\0')
                            left_out_.insert(folder);
                        else
                            enter(folder, {word.certain, *(suffix + 1) == 'y'});
                    } else if (name.ends_with(".o") && *(suffix + 1) == 'y') {
                        add_object("", joined("", name),
                                   word.certain ? Built::built_in : Built::cannot_tell);
                    }
                }
        for (const auto* flags :
             {"LINUXINCLUDE", "KBUILD_CPPFLAGS", "KBUILD_CFLAGS", "CPPFLAGS", "CFLAGS"})
            note_flags(makefile.words(flags), "");
    }
}

/// Names of folders: what stands before or behind a '/'.
void BuildMap::note_words(std::string_view text) {
    std::string word;
    bool behind_slash = false;
    for (const char c : text) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.') {
            word += c;
            continue;
        }
        if (behind_slash || c == '/')
            architecture_words_.insert(word);
        word.clear();
        behind_slash = c == '/';
    }
}

/// Read in its turn: a tree may lead from folder to folder for longer than a stack is.
void BuildMap::enter(const std::string& folder, Entry entry) {
    if (entered_.emplace(folder, entry).second)
        waiting_.emplace_back(folder, entry);
}

void BuildMap::read_folders() {
    while (!waiting_.empty()) {
        const auto [folder, entry] = std::move(waiting_.back());
        waiting_.pop_back();
        read_folder(folder, entry);
    }
}

void BuildMap::read_folder(const std::string& folder, Entry entry) {
    auto text = files_(joined(folder, "Kbuild"));
    if (!text)
        text = folder.empty() ? std::nullopt : files_(joined(folder, "Makefile"));
    if (!text)
        return;
    visited_.insert(folder);
    if (folder == "arch/" + architecture_)
        note_words(*text);
    Makefile makefile(config_, files_, effort_);
    const std::string here = folder.empty() ? "." : folder;
    for (const auto& [name, value] :
         {std::pair("SRCARCH", architecture_), std::pair("ARCH", architecture_),
          std::pair("srctree", std::string(".")), std::pair("objtree", std::string(".")),
          std::pair("src", here), std::pair("obj", here),
          std::pair("KBUILD_BUILTIN", std::string("1")),
          std::pair("KBUILD_MODULES", std::string(modules_ ? "1" : ""))})
        makefile.set(name, value);
    makefile.set("BITS", config_.is_64_bit() ? "64" : "32");
    // The architecture names folders of its own here; its Makefile's lists say the same.
    makefile.read(*text);
    read_lists(makefile, folder, entry);
    note_mentions(makefile, folder);
    note_includes(makefile, folder);
}

void BuildMap::read_lists(const Makefile& makefile, const std::string& folder, Entry entry) {
    struct List {
        const char* name;
        Built state;
        bool entered; ///< folders in it are
    };
    static constexpr List lists[] = {
        {"obj-y", Built::built_in, true},    {"lib-y", Built::built_in, false},
        {"extra-y", Built::built_in, false}, {"always-y", Built::built_in, false},
        {"obj-m", Built::module, true},      {"lib-m", Built::built_in, false},
        {"subdir-y", Built::no, true},       {"subdir-m", Built::no, true},
        {"obj-", Built::no, false}};
    for (const auto& [name, state, entered] : lists) {
        const std::string_view list = name;
        for (const auto& word : makefile.words(name)) {
            if (word.text.empty()) {
                open_.insert(folder);
                continue;
            }
            const bool is_folder = word.text.ends_with('/') || list.starts_with("subdir-");
            auto below = joined(folder, word.text);
            if (below.ends_with('/'))
                below.pop_back();
            if (is_folder && entered)
                enter(below, {entry.certain && word.certain, list == "obj-y", list == "subdir-y"});
            else if (is_folder)
                left_out_.insert(below);
            else if (state != Built::no && (state == Built::module ? modules_ : true)) {
                // What is built in needs a folder that is linked, but for what is always built.
                const bool linked = state == Built::module || list == "always-y" || entry.built_in;
                if (linked || entry.for_rules)
                    add_target(makefile, folder, word,
                               linked && entry.certain && word.certain ? state
                                                                       : Built::cannot_tell);
            }
        }
    }
}

void BuildMap::add_target(const Makefile& makefile, const std::string& folder, const Word& word,
                          Built state) {
    if (!word.text.ends_with(".o"))
        return;
    const auto stem = word.text.substr(0, word.text.size() - 2);
    const bool composite = makefile.is_set(stem + "-objs") || makefile.is_set(stem + "-y") ||
                           makefile.is_set(stem + "-") ||
                           (state != Built::built_in && makefile.is_set(stem + "-m"));
    if (!composite || makefile.words(stem + "-objs").size() + makefile.words(stem + "-y").size() +
                              makefile.words(stem + "-").size() +
                              (state == Built::built_in ? 0 : makefile.words(stem + "-m").size()) ==
                          0) {
        add_object(folder, word.text, state);
        return;
    }
    for (const auto* suffix : {"-objs", "-y", "-m"}) {
        if (std::string_view(suffix) == "-m" && state == Built::built_in)
            continue;
        for (const auto& part : makefile.words(stem + suffix)) {
            if (part.text.empty())
                open_.insert(folder);
            else if (part.text.ends_with('/') && part.text.size() > 1)
                enter(joined(folder, part.text.substr(0, part.text.size() - 1)),
                      {part.certain && state != Built::cannot_tell, state == Built::built_in});
            else
                add_object(folder, part.text, part.certain ? state : Built::cannot_tell);
        }
    }
}

void BuildMap::add_object(const std::string& folder, const std::string& object, Built state) {
    const auto path = joined(folder, object);
    auto& known = objects_[path];
    known = std::max(known, state);
    // "foo.stub.o" is made of foo.o by a rule.
    const auto stem = path.substr(0, path.size() - 2);
    const auto dot = stem.find('.', stem.rfind('/') + 1);
    if (dot != std::string::npos) {
        auto& plain = made_of_[stem.substr(0, dot) + ".o"];
        plain = std::max(plain, state);
    }
}

/// Objects that a list with a name of its own or a rule names: whether they are built, the rules
/// say, which are not followed. Lists of a composite that is known are none.
void BuildMap::note_mentions(const Makefile& makefile, const std::string& folder) {
    std::set<std::string> known; // composites and programs
    const auto take = [&](const std::string& list) {
        for (const auto& word : makefile.words(list))
            known.insert(word.text.ends_with(".o") ? word.text.substr(0, word.text.size() - 2)
                                                   : word.text);
    };
    for (const auto& name : makefile.variables())
        if (is_standard(name))
            take(name);
    // A composite may be a part of another.
    for (bool more = true; more;) {
        const auto before = known.size();
        for (const auto& name : makefile.variables())
            if (known.contains(std::string(composite_of(name))))
                take(name);
        more = known.size() > before;
    }
    for (const auto& name : makefile.variables()) {
        if (is_standard(name) || known.contains(std::string(composite_of(name))))
            continue;
        for (const auto& word : makefile.words(name))
            if (word.text.ends_with(".o"))
                mentioned_.insert(word.text.starts_with(folder + '/') ? word.text
                                                                      : joined(folder, word.text));
    }
    for (const auto& object : makefile.objects_of_rules()) {
        const auto name =
            object.starts_with(folder + '/') ? object.substr(folder.size() + 1) : object;
        if (!known.contains(name.substr(0, name.size() - 2)))
            mentioned_.insert(joined(folder, name));
    }
}

void BuildMap::note_includes(const Makefile& makefile, const std::string& folder) {
    for (const auto& name : makefile.variables()) {
        if (!name.starts_with("ccflags-") && !name.starts_with("subdir-ccflags-") &&
            !name.starts_with("CFLAGS_") && !name.starts_with("EXTRA_CFLAGS"))
            continue;
        note_flags(makefile.words(name), folder);
    }
}

void BuildMap::note_flags(const std::vector<Word>& flags, const std::string& folder) {
    for (std::size_t i = 0; i < flags.size(); ++i) {
        std::string path = flags[i].text;
        if (!path.starts_with("-I"))
            continue;
        path.erase(0, 2);
        if (path.empty()) { // the folder is the next word
            if (++i == flags.size())
                return;
            path = flags[i].text;
        }
        path = joined("", path);
        while (path.ends_with('/'))
            path.pop_back();
        include_folders_[folder].insert(path);
    }
}

Built BuildMap::of_source(std::string_view path) const {
    const auto dot = path.rfind('.');
    const auto object = std::string(path.substr(0, dot)) + ".o";
    if (const auto found = objects_.find(object); found != objects_.end())
        return found->second;
    if (const auto found = made_of_.find(object); found != made_of_.end())
        return found->second;
    if (mentioned_.contains(object))
        return Built::cannot_tell;
    auto folder = folder_of_path(path);
    if (!followed_ || open_.contains(folder))
        return Built::cannot_tell;
    const auto own = "arch/" + architecture_;
    if (!folder.starts_with(own + '/') || folder.find("/tools") != std::string::npos)
        return Built::no;
    // Which folders of the architecture are entered by rules is not known, but they are named.
    const auto first =
        folder.substr(own.size() + 1, folder.find('/', own.size() + 1) - own.size() - 1);
    if (!architecture_words_.contains(first))
        return Built::no;
    for (; folder != own; folder = folder_of_path(folder)) {
        if (left_out_.contains(folder))
            return Built::no;
        if (visited_.contains(folder))
            return folder == folder_of_path(path) ? Built::no : Built::cannot_tell;
    }
    return Built::cannot_tell;
}

} // namespace mw::kbuild
