#include "window/first_place.h"

#include "core/page.h"
#include "session/settings.h"
#include "session/start_options.h"

#include <QFileInfo>

namespace mw::ui {

Location firstPlace(const StartOptions& options, const Settings& settings) {
    Location place = options.remembers() ? settings.place(options.database) : Location{};
    if (options.remembers() && options.isEmpty() && !QFileInfo::exists(options.database))
        place.page = Page::ofRelease(Page::Kind::Start, {});
    if (!options.release.isEmpty() && options.release != place.release)
        place = {options.release, {}, {}, {}, 0};
    if (!options.filter.isEmpty() || !options.commit.isEmpty())
        place = {place.release, {}, options.filter, options.commit, 0};
    if (!options.documents.isEmpty())
        place = {place.release,  {}, options.filter,
                 options.commit, 0,  Page::ofFile(options.documents.constFirst())};
    return place;
}

} // namespace mw::ui
