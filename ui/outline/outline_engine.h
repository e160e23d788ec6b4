#pragma once

#include "outline/outline_model.h"
#include "store/read/outline_reader.h"

#include <QString>

#include <filesystem>
#include <optional>
#include <utility>

namespace mw::ui {

/// Reads outlines; opens the database when it is first asked. Belongs to the thread that uses it.
/// Throws store::Error.
class OutlineEngine {
public:
    explicit OutlineEngine(QString database) : database_(std::move(database)) {}

    SharedOutline release(store::RowId release, std::optional<Seconds> asOf) {
        return std::make_shared<const store::Outline>(reader().release(release, asOf));
    }
    SharedOutline commit(store::RowId commit) {
        return std::make_shared<const store::Outline>(reader().commit(commit));
    }
    /// What a commit says below its subject.
    std::string message(store::RowId commit) { return reader().message(commit); }

private:
    store::OutlineReader& reader() {
        if (!reader_)
            reader_.emplace(std::filesystem::path(database_.toStdU16String()));
        return *reader_;
    }

    const QString database_;
    std::optional<store::OutlineReader> reader_;
};

} // namespace mw::ui
