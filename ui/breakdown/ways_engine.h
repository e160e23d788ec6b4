#pragma once

#include "breakdown/pull_model.h"
#include "breakdown/way_model.h"
#include "ranking/pull_text.h"
#include "store/stats/ways.h"

#include <memory>

namespace mw::ui {

/// What the ways into a release are to show, all of one moment.
struct WaysRequest {
    store::Release release;
    std::optional<store::Seconds> asOf;
    std::optional<Way> way;   ///< whose lines are looked at
    store::CommitQuery scope; ///< of these lines
    bool landings = false, pulls = false;
};

struct WaysAnswer {
    WaysRequest asked;
    std::optional<store::Landings> landings;
    std::optional<store::Release> then; ///< the release at that moment, where one was asked for
    std::optional<std::vector<WayLine>> lines;
    std::int64_t total = 0; ///< what the lines are out of
    std::optional<std::vector<PullLine>> pulls;
};

/// Reads what the ways show and puts it into words. Opens the database when it is first asked;
/// belongs to the thread that uses it. Throws store::Error.
class WaysEngine {
public:
    explicit WaysEngine(QString database) : database_(std::move(database)) {}

    WaysAnswer answer(const WaysRequest& request);
    std::vector<document::PullBlock> text(store::RowId pull);

private:
    store::Ways& ways();

    const QString database_;
    std::unique_ptr<store::Ways> ways_;
};

} // namespace mw::ui
