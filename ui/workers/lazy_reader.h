#pragma once

#include "store/read/reader.h"

#include <QString>

#include <filesystem>
#include <optional>
#include <utility>

namespace mw::ui {

/// A Reader that is opened when it is first asked for: the engine of a WorkThread that only reads
/// the database. Belongs to the thread that uses it.
class LazyReader {
public:
    explicit LazyReader(QString database) : database_(std::move(database)) {}

    std::filesystem::path file() const { return {database_.toStdU16String()}; }

    /// Throws store::Error.
    store::Reader& get() {
        if (!reader_)
            reader_.emplace(file());
        return *reader_;
    }

private:
    const QString database_;
    std::optional<store::Reader> reader_;
};

} // namespace mw::ui
