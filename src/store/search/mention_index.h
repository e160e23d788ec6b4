#pragma once

#include "store/model/row_id_bitmap.h"
#include "store/search/mention_map.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace mw::store {

/// Makes the MentionMap of a database and keeps it until documents or releases are others. An entry
/// reaches a commit
///
///     by its id                        whatever kind of commit it is
///     by the pull it landed through    branch merges of the pull too
///     by a branch merge                what lies in M^1..M, merges left out
///
/// Costs a look at the list of documents where nothing has changed, else a join over their
/// mentions; a release is read once for the first merge of it that is mentioned. One connection,
/// one thread. Throws SQLite::Exception.
class MentionIndex {
public:
    explicit MentionIndex(SQLite::Database& database) : database_(database) {}

    std::shared_ptr<const MentionMap> map();

private:
    struct Merge {
        RowId row, release;
    };

    std::string state();
    std::string releases();
    void build(MentionMap& made);
    void load_brought(const std::vector<Merge>& merges);

    SQLite::Database& database_;
    std::string state_, releases_;
    std::shared_ptr<const MentionMap> map_;
    /// Kept longer than the map: writing in a document does not change what a merge brought.
    std::unordered_map<RowId, std::vector<RowId>> brought_;
};

} // namespace mw::store
