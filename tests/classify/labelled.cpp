#include "classify/labelled.h"

#include "support/git.h"

#include <algorithm>
#include <istream>
#include <ostream>
#include <set>
#include <stdexcept>

namespace mw::test {

namespace {

std::string name(const classify::SectionKey& place) {
    std::string text(classify::key(place.section));
    if (place.subgroup != classify::Subgroup::none)
        text.append("/").append(classify::key(place.subgroup));
    return text;
}

Labelled read_line(const std::string& line) {
    auto fields = split(line + "\t", '\t');
    if (fields.size() < 7)
        throw std::runtime_error("no line of make_labels.py: " + line);
    const auto section = classify::section_from_key(fields[1]);
    const auto subgroup = classify::subgroup_from_key(fields[2]);
    if (!section || !subgroup)
        throw std::runtime_error("unknown section or subgroup: " + line);
    Labelled changeset{
        fields[0], {*section, *subgroup}, std::stoi(fields[3]), fields[4], fields[5], {}, {}};
    for (const auto& file : split(fields[6], ' ')) {
        changeset.statuses.push_back(file.at(0));
        changeset.paths.push_back(file.substr(2));
    }
    return changeset;
}

} // namespace

classify::Subject Labelled::subject() const {
    classify::Subject subject;
    subject.title = title;
    subject.pull_title = pull;
    subject.paths.assign(paths.begin(), paths.end());
    subject.statuses = statuses;
    return subject;
}

std::vector<Labelled> read_labelled(std::istream& lines) {
    std::vector<Labelled> changesets;
    for (std::string line; std::getline(lines, line);)
        if (!line.empty() && line.front() != '#')
            changesets.push_back(read_line(line));
    return changesets;
}

void Accuracy::Rate::add(bool is_right) {
    ++total;
    right += is_right ? 1 : 0;
}

double Accuracy::Rate::share() const {
    return total == 0 ? 0.0 : static_cast<double>(right) / static_cast<double>(total);
}

void Accuracy::add(const Labelled& changeset, const classify::Verdict& verdict) {
    const bool section = verdict.place.section == changeset.place.section;
    const bool place = verdict.place == changeset.place;
    all_.add(section);
    if (changeset.confidence == 3)
        certain_.add(section);
    if (changeset.place.section == classify::Section::hardware)
        hardware_.add(place);
    const auto coarse = [](const classify::SectionKey& at) {
        return std::string(classify::key(at.section));
    };
    ++confusion_[{coarse(changeset.place), coarse(verdict.place)}];
    if (!place)
        misses_.push_back(changeset.id.substr(0, 12) + " " + changeset.title + "\n    labelled " +
                          name(changeset.place) + " (" + std::to_string(changeset.confidence) +
                          "), sorted into " + name(verdict.place) + ": " +
                          verdict.reason.english());
}

std::ostream& operator<<(std::ostream& out, const Accuracy& accuracy) {
    const auto pad = [](std::string text, std::size_t width) {
        text.resize(std::max(text.size(), width), ' ');
        return text;
    };
    out << pad("labelled \\ sorted", 18);
    for (const auto section : classify::all_sections())
        out << pad(std::string(classify::key(section)).substr(0, 8), 9);
    out << '\n';
    for (const auto row : classify::all_sections()) {
        out << pad(std::string(classify::key(row)), 18);
        for (const auto column : classify::all_sections()) {
            const auto found = accuracy.confusion_.find(
                {std::string(classify::key(row)), std::string(classify::key(column))});
            out << pad(found == accuracy.confusion_.end() ? "." : std::to_string(found->second), 9);
        }
        out << '\n';
    }
    out << "section right: " << 100.0 * accuracy.sections() << " % of " << accuracy.all_.total
        << ", " << 100.0 * accuracy.certain_sections() << " % of the " << accuracy.certain_.total
        << " that are certain; hardware with its subgroup: " << 100.0 * accuracy.subgroups()
        << " % of " << accuracy.hardware_.total << '\n';
    for (const auto& miss : accuracy.misses_)
        out << "  " << miss << '\n';
    return out;
}

} // namespace mw::test
