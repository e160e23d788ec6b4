#include "store/user/section_overrides.h"

#include "base/object_id.h"
#include "store/rows/annotation_sql.h"
#include "store/sql/error.h"

#include <sstream>

namespace mw::store {

classify::SectionKey section_key_from_text(const std::string& text) {
    const auto slash = text.find('/');
    const auto section = classify::section_from_key(text.substr(0, slash));
    const auto subgroup = classify::subgroup_from_key(
        slash == std::string::npos ? std::string() : text.substr(slash + 1));
    if (!section || !subgroup)
        throw Error(base::Advice::list_sections, "'{}' is no section, as core or hardware/usb are.",
                    text);
    const bool hardware = *section == classify::Section::hardware;
    if (hardware != (*subgroup != classify::Subgroup::none))
        throw Error(
            hardware ? base::Message("'{}' needs a subgroup behind it, as in hardware/usb.", text)
                     : base::Message("'{}' cannot have a subgroup: only hardware has some.", text));
    return {*section, *subgroup};
}

void write_section_overrides(std::ostream& stream, const std::vector<SectionOverride>& choices) {
    for (const auto& [oid, place] : choices)
        stream << oid << '\t' << classify::key(place.section) << '\t'
               << classify::key(place.subgroup) << '\n';
}

std::vector<SectionOverride> read_section_overrides(std::istream& stream, const std::string& name) {
    std::vector<SectionOverride> choices;
    int number = 0;
    for (std::string line; std::getline(stream, line);) {
        ++number;
        if (line.ends_with('\r'))
            line.pop_back();
        if (line.empty() || line.starts_with('#'))
            continue;
        std::istringstream fields(line);
        std::string oid, section, subgroup;
        std::getline(fields, oid, '\t');
        std::getline(fields, section, '\t');
        std::getline(fields, subgroup, '\t');
        try {
            if (const auto raw = git::from_hex(oid); !raw || raw->size() < short_id_size)
                throw Error("'{}' is no commit id: 12 to 40 hexadecimal digits are.", oid);
            choices.push_back({oid, section_key_from_text(
                                        subgroup.empty() ? section : section + '/' + subgroup)});
        } catch (const Error& error) {
            throw Error("{}, line {}: {}", name, number, error.message());
        }
    }
    return choices;
}

std::vector<SectionOverride> choices_among(const std::vector<Annotation>& personal) {
    std::vector<SectionOverride> choices;
    for (const auto& own : personal)
        if (own.place)
            choices.push_back({own.oid, *own.place});
    return choices;
}

} // namespace mw::store
