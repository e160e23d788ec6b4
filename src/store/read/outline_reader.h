#pragma once

#include "store/model/outline_records.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace mw::store {

/// Reads outlines. Has a connection of its own and belongs to the thread that made it; sees the
/// state of the last finished transaction, as Reader does. Throws store::Error.
class OutlineReader {
public:
    /// Opens without changing the file.
    explicit OutlineReader(const std::filesystem::path& file);
    ~OutlineReader();
    OutlineReader(OutlineReader&&) noexcept;
    OutlineReader& operator=(OutlineReader&&) noexcept;

    /// Of a whole release, or of what had landed in it by a moment; no nodes where there is no such
    /// release.
    Outline release(RowId release, std::optional<Seconds> as_of = {});

    /// Of one commit and what it brought; a changeset is a node of its own. No nodes where there is
    /// no such commit. Costs what its pull has.
    Outline commit(RowId commit);

    /// The message below the subject: of a merge often the cover letter of the series it brought.
    std::string message(RowId commit);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::store
