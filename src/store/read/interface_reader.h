#pragma once

#include "store/model/interface_records.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace mw::store {

/// Reads what changed at the edges of releases. Has a connection of its own and belongs to the
/// thread that made it; sees the state of the last finished transaction, as Reader does. Throws
/// store::Error.
class InterfaceReader {
public:
    /// Opens without changing the file.
    explicit InterfaceReader(const std::filesystem::path& file);
    ~InterfaceReader();
    InterfaceReader(InterfaceReader&&) noexcept;
    InterfaceReader& operator=(InterfaceReader&&) noexcept;

    /// By kind, change and name; empty where Release::interfaces says that it is not known.
    std::vector<InterfaceRow> changes(RowId release, std::optional<interfaces::Kind> kind = {});

    /// What one changeset changed.
    std::vector<InterfaceRow> changes_of(RowId commit);

    /// How many there are of each kind; kinds without any are left out.
    std::vector<InterfaceCount> counts(RowId release);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::store
