#pragma once

#include "classify/classifier.h"
#include "git/history.h"
#include "git/mailmap.h"
#include "git/repository.h"
#include "importer/import.h"
#include "importer/meter.h"
#include "store/writer.h"

#include <stop_token>
#include <vector>

namespace mw::importer {

int worker_count(int wanted);

/// The first step: reads the commits of a history, compares trees, classifies, and writes them in
/// one transaction, which is rolled back when run() throws. One use, one thread; starts threads of
/// its own.
class ReleaseImport {
public:
    ReleaseImport(const ImportRequest& request, const git::Repository& repository,
                  const git::History& history, git::Mailmap mailmap,
                  const classify::Classifier& classifier, Meter& meter, std::stop_token stop);

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

    void place_merges(store::ReleaseWriter& writer, const std::vector<classify::Place>& places);

    const ImportRequest& request_;
    const git::Repository& repository_;
    const git::History& history_;
    git::Mailmap mailmap_;
    const classify::Classifier& classifier_;
    Meter& meter_;
    std::stop_token stop_;
};

} // namespace mw::importer
