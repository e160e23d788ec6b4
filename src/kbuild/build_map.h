#pragma once

#include "kbuild/config_file.h"
#include "kbuild/makefile.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mw::kbuild {

enum class Built : std::uint8_t {
    no,
    cannot_tell, ///< it depends on what only running the tree's own scripts would say
    module,
    built_in,
};

/// Which objects a configuration builds of a tree. build_map.cpp lists the rules. Immutable once
/// made; any thread.
class BuildMap {
public:
    /// architecture: the folder below arch/. files: reads Makefiles and Kbuild files; what it
    /// throws ends the reading. Throws base::Error where they expand without end (Effort).
    BuildMap(const ConfigFile& config, const std::string& architecture, const FileReader& files);

    /// Of a file that an object is made of ("mm/slub.c", "arch/x86/entry/entry_64.S").
    Built of_source(std::string_view path) const;

    /// The folder below arch/ that it is in this tree: "i386" or "x86_64" where there is no "x86".
    const std::string& architecture() const { return architecture_; }
    /// The objects that are built or may be, "mm/slub.o".
    const std::map<std::string, Built, std::less<>>& objects() const { return objects_; }
    /// In characters, as Effort counts them.
    std::size_t effort() const { return effort_.spent(); }
    /// Where the compiler looks for headers, by folder of the file that includes; what it does for
    /// every file, by the top.
    const std::map<std::string, std::set<std::string>, std::less<>>& include_folders() const {
        return include_folders_;
    }

private:
    /// How a folder is entered.
    struct Entry {
        bool certain = true;
        bool built_in = true;   ///< Kbuild's need-builtin
        bool for_rules = false; ///< by subdir-y: what is linked there, a rule elsewhere says
        auto operator<=>(const Entry&) const = default;
    };

    void read_top();
    void note_words(std::string_view text);
    void enter(const std::string& folder, Entry entry);
    void read_folders();
    void read_folder(const std::string& folder, Entry entry);
    void read_lists(const Makefile& makefile, const std::string& folder, Entry entry);
    void add_target(const Makefile& makefile, const std::string& folder, const Word& word,
                    Built state);
    void add_object(const std::string& folder, const std::string& object, Built state);
    void note_mentions(const Makefile& makefile, const std::string& folder);
    void note_includes(const Makefile& makefile, const std::string& folder);
    void note_flags(const std::vector<Word>& flags, const std::string& folder);

    const ConfigFile& config_;
    const FileReader& files_;
    std::string architecture_;
    bool modules_ = false;
    bool followed_ = true; ///< the folders that every kernel has were reached
    std::map<std::string, Built, std::less<>> objects_;
    std::map<std::string, Built, std::less<>> made_of_; ///< "a.o" of which "a.stub.o" is made
    Effort effort_;
    std::set<std::pair<std::string, Entry>> entered_;
    std::vector<std::pair<std::string, Entry>> waiting_; ///< entered, and not read yet
    std::set<std::string, std::less<>> visited_;         ///< folders
    std::set<std::string, std::less<>> left_out_;  ///< folders that a list which is not built names
    std::set<std::string, std::less<>> open_;      ///< folders of which not every object is known
    std::set<std::string, std::less<>> mentioned_; ///< objects that a Makefile makes by itself
    std::set<std::string> architecture_words_; ///< of the architecture's Makefile and Kbuild file
    std::map<std::string, std::set<std::string>, std::less<>> include_folders_;
};

} // namespace mw::kbuild
