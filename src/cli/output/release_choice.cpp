#include "cli/output/release_choice.h"

#include "base/message.h"
#include "base/utc_time.h"
#include "cli/output/output.h"

namespace mw::cli {

store::Release choose_release(store::Reader& reader, const std::string& name) {
    auto releases = reader.releases();
    if (releases.empty() && name.empty())
        throw store::Error("The database holds no release yet. Import one with: mergewindow-cli "
                           "import --repo CLONE --from v6.6 --to v6.7");
    if (name.empty())
        return releases.front();
    std::string names;
    for (auto& release : releases) {
        if (release.name == name)
            return release;
        names += (names.empty() ? "" : ", ") + release.name;
    }
    throw store::Error("The database has no release '{}'. It has: {}.", name,
                       names.empty() ? base::Message("none") : base::Message::verbatim(names));
}

std::optional<Seconds> moment_of(const std::string& text, const store::Release& release) {
    if (text.empty())
        return std::nullopt;
    if (!release.last_landing && release.changesets > 0)
        throw store::Error("When the changesets of {} landed is not known, so there is no part of "
                           "it as of a moment. Import it from a clone with: mergewindow-cli import",
                           release.name);
    const auto moment = parse_time(text);
    if (!moment)
        throw store::Error("'{}' is no time. {}", text, time_forms());
    return moment;
}

void throw_with_marker(const store::QueryError& error, const std::string& query) {
    throw store::QueryError(
        base::Message("{}{}", words_of(error.message()), pointed_at(query, error.position())),
        error.position());
}

} // namespace mw::cli
