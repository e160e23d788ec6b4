#pragma once

#include "classify/classifier.h"
#include "classify/maintainers/maintainers.h"
#include "classify/rules.h"
#include "git/history/history.h"
#include "git/objects/repository.h"
#include "importer/import.h"
#include "importer/steps/progress_meter.h"
#include "importer/steps/read_ahead.h"
#include "store/write/writer.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

namespace mw::importer {

int worker_count(int wanted);

/// What an import reads beside the history.
struct ReleaseSources {
    std::shared_ptr<const classify::Rules> rules;
    std::string maintainers_text; ///< kept with the release, to classify it anew one day
    std::shared_ptr<const classify::Maintainers> maintainers; ///< null where it names no files
    std::optional<std::string> mailmap; ///< its bytes; nothing where it cannot be read
};

/// The first step: reads the commits of a history, compares trees, classifies, and writes them in
/// one transaction, which is rolled back when run() throws. One use, one thread; starts threads of
/// its own.
class ReleaseImport {
public:
    ReleaseImport(const ImportRequest& request, const git::Repository& repository,
                  const git::History& history, ReleaseSources sources, ProgressMeter& meter,
                  std::stop_token stop);

    /// A release that goes on: what is there of it, as far as what comes depends on it. All in
    /// landing order.
    struct Earlier {
        store::ReleaseGrowth growth;
        std::vector<git::MergeContents::Node> nodes;
        std::vector<classify::SectionKey> places;
    };
    /// The history is what comes behind that.
    void go_on_from(Earlier earlier) { earlier_ = std::move(earlier); }

    /// Takes from there what was read while the history was walked; ends its threads before it
    /// starts its own.
    void take_from(ReadAhead& ahead) { ahead_ = &ahead; }

    /// meta: what store::ReleaseWriter wants of the release. Throws Cancelled.
    store::Release run(const store::Release& meta, const std::string& fingerprint,
                       double seconds_before);

private:
    struct Item {
        std::size_t position;
        store::NewCommit commit;
    };
    using Batch = std::vector<Item>;
    class Worker;

    /// What merges brought, and bringing_.
    git::MergeContents read_graph();
    void place_merges(store::ReleaseWriter& writer, git::MergeContents& contents,
                      const std::vector<classify::SectionKey>& places);

    const ImportRequest& request_;
    const git::Repository& repository_;
    const git::History& history_;
    ReleaseSources sources_;
    std::optional<Earlier> earlier_;
    ReadAhead* ahead_ = nullptr;
    std::vector<git::History::Index> bringing_;                 ///< git::bringing_merges()
    std::unordered_map<std::size_t, std::string> merge_titles_; ///< by position, of this history
    ProgressMeter& meter_;
    std::stop_token stop_;
};

} // namespace mw::importer
