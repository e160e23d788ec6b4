#pragma once

#include "store/read/interface_reader.h"

#include <QString>

#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

namespace mw::ui {

/// Reads what changed at the edges of a release: the engine of a WorkThread. Opens the database
/// when it is first asked.
class InterfaceChangesEngine {
public:
    explicit InterfaceChangesEngine(QString database) : database_(std::move(database)) {}

    /// By kind, change and name. Throws store::Error.
    std::vector<store::InterfaceRow> read(store::RowId release) {
        if (!reader_)
            reader_.emplace(std::filesystem::path(database_.toStdU16String()));
        return reader_->changes(release);
    }

private:
    const QString database_;
    std::optional<store::InterfaceReader> reader_;
};

} // namespace mw::ui
