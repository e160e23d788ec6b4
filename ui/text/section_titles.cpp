#include "text/section_titles.h"

#include <algorithm>
#include <atomic>
#include <memory>

namespace mw::ui {

namespace {

std::atomic<std::shared_ptr<const SectionTitles>>& titlesInUse() {
    static std::atomic<std::shared_ptr<const SectionTitles>> titles;
    return titles;
}

} // namespace

void useSectionTitles(SectionTitles titles) {
    titlesInUse().store(std::make_shared<const SectionTitles>(std::move(titles)));
}

QString ownSectionTitle(const classify::SectionKey& place) {
    const auto titles = titlesInUse().load();
    if (!titles)
        return {};
    const auto found = std::ranges::find(*titles, place, &SectionTitles::value_type::first);
    return found == titles->end() ? QString() : QString::fromStdString(found->second);
}

} // namespace mw::ui
