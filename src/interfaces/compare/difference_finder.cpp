#include "interfaces/compare/difference_finder.h"

#include "interfaces/compare/facts.h"

#include <algorithm>
#include <map>
#include <set>

// What is said of an item, by where it is defined:
//   in the new tree alone         added
//   in the old tree alone         removed
//   in both, in the same file     changed where compared facts of that file differ
//   in both, in one file each     it moved: changed where compared facts differ
//   in both, otherwise            nothing: a definition among several came or went
// A definition in a file that is the same in both trees is one in both.
//
// A parameter that only its documentation brought or took is added or removed all the same, and
// says where it is declared in both trees: what is documented is what people look for.
//
// A system call is one over all tables: it is changed where a table has got or lost it, or gives it
// another number, unless the table itself came or went.

namespace mw::interfaces {

namespace {

std::map<std::string, ComparedFacts> facts_by_path(const std::vector<Definition>& definitions) {
    std::map<std::string, ComparedFacts> facts;
    for (const auto& definition : definitions)
        add_compared_facts(definition.item, facts[definition.path]);
    return facts;
}

ComparedFacts facts_of_all(const std::vector<Definition>& definitions) {
    ComparedFacts facts;
    for (const auto& definition : definitions)
        add_compared_facts(definition.item, facts);
    return facts;
}

/// "457: arm, generic, x86_64\n567: alpha".
std::string numbers_in_words(const std::vector<Definition>& definitions) {
    std::map<std::string, std::set<std::string>> tables;
    for (const auto& definition : definitions)
        for (const auto& fact : definition.item.facts)
            tables[fact.value].insert(fact.label);
    std::string words;
    for (const auto& [number, names] : tables) {
        words.append(words.empty() ? "" : "\n").append(number.empty() ? "–" : number).append(":");
        for (const auto& name : names)
            words.append(name == *names.begin() ? " " : ", ").append(name);
    }
    return words;
}

class Finder {
public:
    explicit Finder(const Inventory& inventory) : inventory_(inventory) {
        for (const auto& [key, entry] : inventory) {
            if (key.first != Kind::syscall)
                continue;
            for (const auto& definition : entry.old_side)
                for (const auto& fact : definition.item.facts)
                    old_tables_.insert(fact.label);
            for (const auto& definition : entry.new_side)
                for (const auto& fact : definition.item.facts)
                    new_tables_.insert(fact.label);
        }
    }

    std::vector<Difference> find() {
        for (const auto& [key, entry] : inventory_) {
            if (entry.in_old_tree() != entry.in_new_tree())
                whole(key.first, entry);
            else if (key.first == Kind::syscall)
                changed_syscall(entry);
            else if (key.first == Kind::param)
                documented(entry);
            else if (!entry.old_side.empty() && !entry.new_side.empty())
                changed(entry);
        }
        return std::move(differences_);
    }

private:
    static std::vector<std::string> identities_of(const Entry& entry) {
        std::set<std::string> identities;
        for (const auto* side : {&entry.old_side, &entry.new_side})
            for (const auto& definition : *side)
                identities.insert(definition.identity);
        return {identities.begin(), identities.end()};
    }

    std::string detail_of_all(Kind kind, const std::vector<Definition>& definitions) const {
        if (kind == Kind::syscall)
            return numbers_in_words(definitions);
        const auto& item = definitions.front().item;
        if (kind == Kind::module)
            return module_in_words(definitions.front());
        auto detail = detail_of(item);
        // A parameter is documented in one file and declared in another.
        if (kind == Kind::param)
            for (const auto& definition : definitions)
                if (&definition.item != &item)
                    detail += '\n' + definition.path;
        return detail;
    }

    /// The prompt of its symbol, the symbol, the object.
    std::string module_in_words(const Definition& definition) const {
        const auto& symbol = definition.item.facts.front().value;
        std::string words;
        if (const auto found = inventory_.find({Kind::config, symbol}); found != inventory_.end()) {
            const auto& entry = found->second;
            words = !entry.new_side.empty()   ? entry.new_side.front().item.summary
                    : !entry.old_side.empty() ? entry.old_side.front().item.summary
                                              : entry.unchanged_summary;
        }
        if (!symbol.empty())
            words.append(words.empty() ? "" : "\n").append("CONFIG_").append(symbol);
        return words;
    }

    /// What is not in the item itself that made it come or go.
    static std::vector<std::string> causes_of(Kind kind,
                                              const std::vector<Definition>& definitions) {
        std::vector<std::string> causes;
        if (kind == Kind::uapi)
            for (const auto& definition : definitions)
                causes.push_back(export_identity(definition.path));
        return causes;
    }

    static const Definition* find_documentation(const std::vector<Definition>& definitions) {
        const auto found = std::ranges::find_if(definitions, [](const Definition& definition) {
            return is_documented(definition.item);
        });
        return found == definitions.end() ? nullptr : &*found;
    }

    /// A parameter that is declared in both trees, documented in one of them. A file that is the
    /// same in both trees is documentation too: of code only those that differ are read.
    void documented(const Entry& entry) {
        const auto *before = find_documentation(entry.old_side),
                   *after = find_documentation(entry.new_side);
        if (entry.in_unchanged_file || (before == nullptr) == (after == nullptr))
            return;
        const bool added = after != nullptr;
        const auto& shown = added ? *after : *before;
        Difference difference;
        difference.change = {Kind::param,     added ? Change::added : Change::removed,
                             shown.item.name, {},
                             shown.path,      {}};
        difference.change.detail = detail_of(shown.item);
        for (const auto& other : added ? entry.old_side : entry.new_side)
            difference.change.detail
                .append(added ? "\nbefore, without documentation: "
                              : "\nstill, without documentation: ")
                .append(other.path);
        difference.identities = {shown.identity};
        difference.label = documented_label;
        differences_.push_back(std::move(difference));
    }

    void whole(Kind kind, const Entry& entry) {
        const bool added = entry.in_new_tree();
        const auto& side = added ? entry.new_side : entry.old_side;
        Difference difference;
        difference.change = {kind,
                             added ? Change::added : Change::removed,
                             side.front().item.name,
                             detail_of_all(kind, side),
                             side.front().path,
                             {}};
        difference.identities = identities_of(entry);
        difference.causes = causes_of(kind, side);
        difference.old_places = paths_of(entry.old_side).size();
        differences_.push_back(std::move(difference));
    }

    void changed(const Entry& entry) {
        const auto before = facts_by_path(entry.old_side), after = facts_by_path(entry.new_side);
        if (before.size() == 1 && after.size() == 1) {
            compare(entry, after.begin()->first, before.begin()->second, after.begin()->second);
            return;
        }
        for (const auto& [path, facts] : after)
            if (const auto same = before.find(path); same != before.end())
                compare(entry, path, same->second, facts);
    }

    void compare(const Entry& entry, const std::string& path, const ComparedFacts& before,
                 const ComparedFacts& after) {
        for (const auto& label : differing_labels(before, after)) {
            const auto shown = std::ranges::find(entry.new_side, path, &Definition::path);
            auto difference = changed_fact(entry, label, before, after);
            difference.change.path = path;
            difference.change.detail = detail_of(shown->item);
            differences_.push_back(std::move(difference));
        }
    }

    void changed_syscall(const Entry& entry) {
        const auto before = facts_of_all(entry.old_side), after = facts_of_all(entry.new_side);
        for (const auto& label : differing_labels(before, after)) {
            if (!old_tables_.contains(label) || !new_tables_.contains(label))
                continue;
            auto difference = changed_fact(entry, label, before, after);
            const auto& side = entry.new_side.empty() ? entry.old_side : entry.new_side;
            difference.change.path = side.front().path;
            differences_.push_back(std::move(difference));
        }
    }

    static Difference changed_fact(const Entry& entry, const std::string& label,
                                   const ComparedFacts& before, const ComparedFacts& after) {
        const auto& item = (entry.new_side.empty() ? entry.old_side : entry.new_side).front().item;
        Difference difference;
        difference.change.kind = item.kind;
        difference.change.change = Change::changed;
        difference.change.name = item.name;
        difference.identities = identities_of(entry);
        difference.label = label;
        difference.words = difference_in_words(label, before, after);
        return difference;
    }

    const Inventory& inventory_;
    std::set<std::string> old_tables_, new_tables_; ///< of system calls, in files that differ
    std::vector<Difference> differences_;
};

} // namespace

std::vector<Difference> find_differences(const Inventory& inventory) {
    return Finder(inventory).find();
}

} // namespace mw::interfaces
