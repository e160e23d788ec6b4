#include "interfaces/compare/renames.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace mw::interfaces {

namespace {

using Names = std::set<std::string>;

Names files_of(const Item& item) {
    Names files;
    for (const auto& fact : item.facts)
        if (fact.label == "file")
            files.insert(fact.value);
    return files;
}

bool is_binding(const Item& item) {
    return item.kind == Kind::device_tree && !item.facts.empty() &&
           item.facts.front().label == "format";
}

/// Compatibles by the file that describes them.
std::map<std::string, Names> compatibles_by_path(const Inventory& inventory, bool old_side) {
    std::map<std::string, Names> compatibles;
    for (auto at = inventory.lower_bound({Kind::device_tree, ""});
         at != inventory.end() && at->first.first == Kind::device_tree; ++at)
        for (const auto& definition : old_side ? at->second.old_side : at->second.new_side)
            if (!is_binding(definition.item))
                compatibles[definition.path].insert(at->first.second);
    return compatibles;
}

/// What tells that two items are one: names that few others have.
struct RenameSide {
    std::vector<std::size_t> differences;
    std::vector<Names> signs;
};

class Pairing {
public:
    Pairing(const Inventory& inventory, std::vector<Difference>& differences)
        : inventory_(inventory), differences_(differences),
          old_compatibles_(compatibles_by_path(inventory, true)),
          new_compatibles_(compatibles_by_path(inventory, false)) {}

    void join() {
        for (const auto kind : {Kind::maintainer, Kind::device_tree}) {
            RenameSide gone, come;
            for (std::size_t at = 0; at < differences_.size(); ++at)
                collect(at, kind, gone, come);
            pair(kind, gone, come);
        }
        std::erase_if(differences_,
                      [](const Difference& difference) { return difference.change.name.empty(); });
    }

private:
    void collect(std::size_t at, Kind kind, RenameSide& gone, RenameSide& come) const {
        const auto& change = differences_[at].change;
        if (change.kind != kind || change.change == Change::changed)
            return;
        const bool old_side = change.change == Change::removed;
        const auto& entry = inventory_.at({kind, differences_[at].identities.front()});
        const auto& item = (old_side ? entry.old_side : entry.new_side).front().item;
        Names signs;
        if (kind == Kind::maintainer) {
            signs = files_of(item);
        } else if (is_binding(item)) {
            const auto& all = old_side ? old_compatibles_ : new_compatibles_;
            if (const auto found = all.find(change.path); found != all.end())
                signs = found->second;
        }
        auto& side = old_side ? gone : come;
        side.differences.push_back(at);
        side.signs.push_back(std::move(signs));
    }

    void pair(Kind kind, const RenameSide& gone, const RenameSide& come) {
        std::multimap<std::string, std::size_t> by_sign;
        for (std::size_t i = 0; i < come.signs.size(); ++i)
            for (const auto& sign : come.signs[i])
                by_sign.emplace(sign, i);
        std::set<std::size_t> taken;
        for (std::size_t i = 0; i < gone.signs.size(); ++i) {
            std::map<std::size_t, std::size_t> shared; // candidates and how much they share
            for (const auto& sign : gone.signs[i]) {
                const auto [first, last] = by_sign.equal_range(sign);
                std::size_t looked_at = 0;
                for (auto at = first; at != last && looked_at < 16; ++at, ++looked_at)
                    ++shared[at->second];
            }
            for (const auto& [candidate, count] : shared) {
                const auto larger = std::max(gone.signs[i].size(), come.signs[candidate].size());
                if (taken.contains(candidate) || (kind == Kind::maintainer && 2 * count < larger))
                    continue;
                taken.insert(candidate);
                become_one(gone.differences[i], come.differences[candidate]);
                break;
            }
        }
    }

    void become_one(std::size_t gone, std::size_t come) {
        auto& change = differences_[come].change;
        change.change = Change::changed;
        differences_[come].words = "name: " + differences_[gone].change.name + " → " + change.name;
        differences_[gone].change.name.clear();
    }

    const Inventory& inventory_;
    std::vector<Difference>& differences_;
    std::map<std::string, Names> old_compatibles_, new_compatibles_;
};

} // namespace

void join_renamed(const Inventory& inventory, std::vector<Difference>& differences) {
    Pairing(inventory, differences).join();
}

} // namespace mw::interfaces
