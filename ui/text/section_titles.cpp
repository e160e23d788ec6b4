#include "text/section_titles.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <utility>

namespace mw::ui {

namespace {

/// Set by the GUI thread, read by all. (Of a std::atomic of a shared_ptr, GCC 12 does not order a
/// reader before the next writer.)
class TitlesInUse {
public:
    void set(std::shared_ptr<const SectionTitles> titles) {
        const std::lock_guard lock(mutex_);
        titles_ = std::move(titles);
    }
    std::shared_ptr<const SectionTitles> get() {
        const std::lock_guard lock(mutex_);
        return titles_;
    }

private:
    std::mutex mutex_;
    std::shared_ptr<const SectionTitles> titles_;
};

TitlesInUse& titlesInUse() {
    static TitlesInUse titles;
    return titles;
}

} // namespace

void useSectionTitles(SectionTitles titles) {
    titlesInUse().set(std::make_shared<const SectionTitles>(std::move(titles)));
}

QString ownSectionTitle(const classify::SectionKey& place) {
    const auto titles = titlesInUse().get();
    if (!titles)
        return {};
    const auto found = std::ranges::find(*titles, place, &SectionTitles::value_type::first);
    return found == titles->end() ? QString() : QString::fromStdString(found->second);
}

} // namespace mw::ui
