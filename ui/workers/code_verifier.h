#pragma once

#include "store/model/code_records.h"
#include "workers/store_engine.h"

#include <QString>

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace mw::store {
class Reader;
}

namespace mw::ui {

/// What a text of several words was found to be in.
using CodeMatches = std::pair<store::CodeText, std::vector<store::RowId>>;

/// What the clones said of a query.
struct Verified {
    Found found;
    std::vector<CodeMatches> learned; ///< of the query's texts that were looked for to the end
};

/// Looks into the clones which changesets have the texts in their lines that a query asks for, and
/// keeps what it learned until releases change. Belongs to the thread that uses it.
class CodeVerifier {
public:
    explicit CodeVerifier(QString database) : database_(std::move(database)) {}

    /// partial: called now and then with what is known to be found so far. enough: the person wants
    /// no more; what was found by then is the answer. What could not be looked at is none of the
    /// found: facts.unverified says how much that is. Throws store::Error.
    Verified verify(const store::CommitQuery& query,
                    const std::function<void(const Found&)>& partial, const std::stop_token& enough,
                    const std::stop_token& stop);

private:
    /// Of a release: what is known of its changesets holds while this stays.
    using Import = std::tuple<store::RowId, Seconds, std::string>;
    struct Known {
        std::optional<store::RowId> release;
        CodeMatches matches;
    };

    std::vector<CodeMatches> recall(store::Reader& reader, const store::CommitQuery& query);

    const QString database_;
    std::vector<Import> imports_;
    std::vector<Known> known_;
};

} // namespace mw::ui
