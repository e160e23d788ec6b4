#pragma once

#include "base/message.h"
#include "git/objects/fetch_consent.h"
#include "git/objects/repository.h"
#include "importer/steps/progress_meter.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace mw::importer {

/// Reads files of the commit that ends a range. What a partial clone left out git is asked for
/// where the person allows it; that takes the network, once for each release. One thread; all that
/// is given outlives it.
class EndTreeFiles {
public:
    /// consent: nothing where the network is to be left alone.
    EndTreeFiles(const git::Repository& repository, const git::ObjectId& commit,
                 std::string revision, std::optional<git::FetchConsent> consent,
                 ProgressMeter& meter, std::stop_token stop);

    /// Empty where there is no such file or git cannot bring it. Throws Cancelled.
    std::string file(const std::string& path);

    /// Sentences about what could not be had.
    const std::vector<base::Message>& remarks() const { return remarks_; }

private:
    void remark(const std::string& path, const base::Message& why);

    const git::Repository& repository_;
    const git::ObjectId commit_;
    const std::string revision_; ///< the commit as a person named it
    const std::optional<git::FetchConsent> consent_;
    ProgressMeter& meter_;
    const std::stop_token stop_;
    std::vector<base::Message> remarks_;
};

} // namespace mw::importer
