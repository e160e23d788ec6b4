#pragma once

#include "breakdown/breakdown_model.h"
#include "outline/outline_engine.h"
#include "ranking/pull_text.h"
#include "store/stats/breakdowns.h"

#include <memory>

namespace mw::ui {

/// What the ways into a release are to show, all of one moment.
struct BreakdownRequest {
    store::Release release;
    std::optional<Seconds> asOf;
    std::optional<Breakdown> way; ///< whose lines are looked at
    store::CommitQuery scope;     ///< of these lines
    bool landings = false, outline = false;
};

struct BreakdownAnswer {
    BreakdownRequest asked;
    std::optional<store::Landings> landings;
    std::optional<store::Release> then; ///< the release at that moment, where one was asked for
    std::optional<std::vector<BreakdownRow>> lines;
    std::int64_t total = 0; ///< what the lines are out of
    SharedOutline outline;  ///< null where it was not asked for
};

/// Reads what the ways show and puts it into words. Opens the database when it is first asked;
/// belongs to the thread that uses it. Throws store::Error.
class BreakdownEngine {
public:
    explicit BreakdownEngine(const QString& database) : database_(database), outlines_(database) {}

    BreakdownAnswer answer(const BreakdownRequest& request);
    /// What a commit says below its subject.
    std::vector<document::PullBlock> text(store::RowId commit);

private:
    store::Breakdowns& ways();

    const QString database_;
    std::unique_ptr<store::Breakdowns> ways_;
    OutlineEngine outlines_;
};

} // namespace mw::ui
