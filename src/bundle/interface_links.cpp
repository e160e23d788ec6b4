#include "bundle/interface_links.h"

#include "base/error.h"
#include "base/text.h"
#include "bundle/known_trees.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <span>
#include <stdexcept>
#include <unordered_map>

namespace mw::bundle {

namespace {

using interfaces::Change;
using interfaces::InterfaceChange;
using interfaces::Kind;

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// Letters and digits of each word, in lower case.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : lower_case(text)) {
        if (is_letter_or_digit(c))
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

std::string letters_of(std::string_view text) {
    std::string letters;
    for (const auto& word : words_of(text))
        letters += word;
    return letters;
}

/// A word with letters and digits is the name of a thing; others are words of the language.
bool names_a_thing(const std::string& word) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    constexpr std::size_t shortest = 5;
    return word.size() >= shortest && std::ranges::any_of(word, is_digit) &&
           !std::ranges::all_of(word, is_digit);
}

bool has_any(const std::vector<std::string>& words, std::span<const std::string_view> wanted) {
    return std::ranges::any_of(
        words, [&](const std::string& word) { return std::ranges::count(wanted, word) > 0; });
}

/// Whether a title tells of such a change.
bool tells_of(const std::vector<std::string>& title, Change change) {
    static constexpr std::array<std::string_view, 7> adding = {
        "add", "adds", "introduce", "new", "support", "implement", "document"};
    static constexpr std::array<std::string_view, 5> removing = {"remove", "removes", "drop",
                                                                 "delete", "removal"};
    static constexpr std::array<std::string_view, 3> undoing = {"fix", "revert", "missing"};
    if (change == Change::changed || has_any(title, undoing))
        return false;
    return change == Change::added ? has_any(title, adding) && !has_any(title, removing)
                                   : has_any(title, removing);
}

class Links {
public:
    Links(const std::vector<Fact>& facts, const KnownTrees& trees,
          const importer::TableFile& article)
        : trees_(trees) {
        for (const auto& fact : facts)
            for (const auto& file : fact.paths)
                by_path_[file.path].push_back(&fact);
        for (const auto& row : article.rows())
            add_symbols(row);
    }

    std::string find(const InterfaceChange& change) const {
        const auto named =
            by_symbol_.find(fmt::format("{}:{}", interfaces::key(change.kind), change.name));
        if (named != by_symbol_.end())
            return named->second;
        const auto known = by_path_.find(change.path);
        if (known == by_path_.end())
            return {};
        const Fact* only = nullptr;
        for (const auto* fact : known->second) {
            if (!made(*fact, change))
                continue;
            if (only)
                return {};
            only = fact;
        }
        return only ? only->sha : std::string();
    }

    /// Symbols of the article that no change has: it names something that is not so.
    std::vector<std::string> unknown_symbols(const std::vector<InterfaceChange>& changes) const {
        std::set<std::string> known;
        for (const auto& change : changes)
            known.insert(fmt::format("{}:{}", interfaces::key(change.kind), change.name));
        std::vector<std::string> unknown;
        std::ranges::copy_if(symbols_, std::back_inserter(unknown),
                             [&](const std::string& symbol) { return !known.contains(symbol); });
        return unknown;
    }

private:
    void add_symbols(const importer::TableFile::Row& row) {
        const bool is_changeset = !row["sha"].empty() && row["kind"] == "changeset";
        importer::for_each_part(row["made"], ';', [&](std::string_view symbol) {
            symbols_.emplace_back(symbol);
            if (is_changeset)
                by_symbol_[std::string(symbol)] = row["sha"];
        });
        importer::for_each_part(row["see"], ';',
                                [&](std::string_view symbol) { symbols_.emplace_back(symbol); });
    }

    bool made(const Fact& fact, const InterfaceChange& change) const {
        const auto title = words_of(fact.title);
        if (!tells_of(title, change.change))
            return false;
        const bool whole_file = change.change == Change::added ? trees_.is_new(change.path)
                                                               : trees_.is_gone(change.path);
        if (whole_file && change.kind == Kind::device_tree)
            return true;
        const auto name = letters_of(change.name);
        constexpr std::size_t shortest_name = 6;
        if (name.size() >= shortest_name && letters_of(fact.title).find(name) != std::string::npos)
            return true;
        return change.kind != Kind::maintainer &&
               std::ranges::any_of(words_of(change.name), [&](const std::string& word) {
                   return names_a_thing(word) && std::ranges::count(title, word) > 0;
               });
    }

    const KnownTrees& trees_;
    std::unordered_map<std::string, std::vector<const Fact*>> by_path_;
    std::map<std::string, std::string> by_symbol_; ///< "config:EDAC_VERSAL": an id
    std::vector<std::string> symbols_;
};

} // namespace

void link_interfaces(std::vector<InterfaceChange>& changes, const std::vector<Fact>& facts,
                     const KnownTrees& trees, const importer::TableFile& article) {
    const Links links(facts, trees, article);
    const auto unknown = links.unknown_symbols(changes);
    if (!unknown.empty())
        throw base::Error("{} names {}, which is no change between the trees.",
                          article.file().string(), unknown.front());
    for (auto& change : changes)
        change.oid = links.find(change);
}

void write_interfaces(const std::vector<InterfaceChange>& changes, const std::string& head,
                      const std::filesystem::path& file) {
    importer::TableWriter table(file, head, {"kind", "change", "name", "sha", "path", "detail"});
    for (const auto& change : changes)
        table.add({std::string(interfaces::key(change.kind)),
                   std::string(interfaces::key(change.change)), change.name, change.oid,
                   change.path, change.detail});
    table.finish();
}

} // namespace mw::bundle
