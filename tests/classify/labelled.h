#pragma once

#include "classify/classifier.h"

#include <filesystem>
#include <iosfwd>
#include <map>
#include <string>
#include <utility>
#include <vector>

/// Changesets with the place that a person gave them, and how often the classifier agrees.
namespace mw::test {

struct Labelled {
    std::string id;
    classify::SectionKey place;
    int confidence = 0;
    std::string title, pull;
    std::vector<std::string> paths;
    std::vector<char> statuses;

    classify::Subject subject() const;
};

/// Lines of make_labels.py. Throws std::runtime_error for one that is no such line.
std::vector<Labelled> read_labelled(std::istream& lines);

class Accuracy {
public:
    void add(const Labelled& changeset, const classify::Verdict& verdict);

    std::size_t count() const { return all_.total; }
    double sections() const { return all_.share(); }
    /// Of those whose label is certain.
    double certain_sections() const { return certain_.share(); }
    /// Section and subgroup of those labelled as hardware.
    double subgroups() const { return hardware_.share(); }

    /// The confusion table, a line for each labelled place, and every miss.
    friend std::ostream& operator<<(std::ostream& out, const Accuracy& accuracy);

private:
    struct Rate {
        std::size_t right = 0, total = 0;
        void add(bool is_right);
        double share() const;
    };

    Rate all_, certain_, hardware_;
    std::map<std::pair<std::string, std::string>, std::size_t> confusion_;
    std::vector<std::string> misses_;
};

} // namespace mw::test
