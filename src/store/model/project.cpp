#include "store/model/project.h"

namespace mw::store {

std::string Project::page(const std::string& oid) const {
    const std::string& known = given_page.empty() ? origin_page : given_page;
    if (oid.empty() || (known.empty() && !rules.empty()))
        return {};
    std::string address = known.empty() ? "https://git.kernel.org/linus/{id}" : known;
    constexpr std::string_view place = "{id}";
    if (const auto at = address.find(place); at != std::string::npos)
        address.replace(at, place.size(), oid);
    return address;
}

std::string Project::title(classify::Section section) const {
    for (const auto& [key, title] : titles)
        if (key == classify::SectionKey{section, classify::Subgroup::none})
            return title;
    return std::string(classify::title(section));
}

std::string Project::title(classify::Subgroup subgroup) const {
    for (const auto& [key, title] : titles)
        if (key == classify::SectionKey{classify::Section::hardware, subgroup} &&
            subgroup != classify::Subgroup::none)
            return title;
    return std::string(classify::title(subgroup));
}

} // namespace mw::store
