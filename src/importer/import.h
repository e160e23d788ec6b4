#pragma once

#include "base/error.h"
#include "importer/steps/progress.h"
#include "store/model/records.h"

#include <filesystem>
#include <functional>
#include <stdexcept>
#include <stop_token>
#include <string>

namespace mw::importer {

struct ImportRequest {
    std::filesystem::path database;
    std::filesystem::path repository;
    std::string from, to;        ///< revisions as git understands them
    std::string name;            ///< empty: the TO revision as written
    std::filesystem::path rules; ///< of sections, as rules_for_import() has them
    /// Where a browser shows a commit, with "{id}" for its id; empty: as the clone's origin tells.
    std::string commit_page;
    bool lines = true;
    /// The person says now that git may fetch what a partial clone lacks; where they said so
    /// before, it counts as well (git/objects/fetch_consent.h).
    bool fetch = false;
    int jobs = 0; ///< worker threads; 0: one for each processor
};

struct ImportEvents {
    ProgressSink progress; ///< may be empty
    /// The first step is committed: the release can be browsed and searched, lines follow. May be
    /// empty. Called on the importing thread.
    std::function<void(const store::Release&)> browsable;
};

/// The person stopped it. The file holds what the last finished step left there.
class Cancelled : public base::Error {
public:
    Cancelled() : Error("The import was stopped; the database is as it was.") {}

    /// In the second step, whose transaction alone is taken back.
    static Cancelled while_counting() {
        return Cancelled(base::Message("The counting of lines was stopped. The release is there "
                                       "and can be used without them; import or refresh it again "
                                       "to go on with them."));
    }

private:
    explicit Cancelled(const base::Message& message) : Error(message) {}
};

/// Imports or refreshes one release, in two transactions: names, landing, sections and the search
/// index first; then lines. A release whose lines are pending and whose range, rules and clone are
/// unchanged is taken up again at the lines; of one whose range only goes on, what came is read
/// alone (growth.h). What a release did not have before is marked as not seen (store/user/news.h).
///
/// Blocks; call it on a thread of its own. Throws git::Error, store::Error, classify::RulesError
/// or Cancelled; after each of them the database holds what it held before the step that failed.
store::Release run_import(const ImportRequest& request, const ImportEvents& events,
                          std::stop_token stop);

/// Counts the lines of a release whose import was stopped before that step.
store::Release resume_lines(const std::filesystem::path& database, const std::string& release_name,
                            const ImportEvents& events, std::stop_token stop);

/// Puts the bundled release (data/linux-6.7.tsv, format described at its top, and the tables that
/// it names) into the database if it is not there yet, or an older one is. Marks commits by the CVE
/// records that come with it. True when it was added. A release of that name that a person imported
/// is left alone.
bool add_bundled_release(const std::filesystem::path& database, const std::filesystem::path& table);

} // namespace mw::importer
