#pragma once

#include "interfaces/items/item.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace mw::interfaces {

/// Values in the order in which they were added, each once.
class Values {
public:
    void add(const std::string& value) {
        if (known_.insert(value).second)
            list_.push_back(value);
    }
    bool contains(const std::string& value) const { return known_.contains(value); }
    const std::vector<std::string>& list() const { return list_; }
    /// In another order.
    bool holds_same(const Values& other) const { return known_ == other.known_; }
    bool operator==(const Values& other) const { return list_ == other.list_; }

private:
    std::vector<std::string> list_;
    std::set<std::string> known_;
};

/// What makes versions of an item differ: the values of its compared facts by label.
using ComparedFacts = std::map<std::string, Values>;

/// Adds those of an item, for all the places where one file speaks of it.
void add_compared_facts(const Item& item, ComparedFacts& facts);

/// Labels whose values differ.
std::vector<std::string> differing_labels(const ComparedFacts& a, const ComparedFacts& b);

/// "default: n → y", of the values that differ; a side without any is "–".
std::string difference_in_words(const std::string& label, const ComparedFacts& before,
                                const ComparedFacts& after);

} // namespace mw::interfaces
