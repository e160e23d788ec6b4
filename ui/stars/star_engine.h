#pragma once

#include "store/read/reader.h"
#include "store/user/stars.h"

#include <QString>

#include <filesystem>
#include <optional>
#include <stop_token>
#include <vector>

namespace mw::ui {

/// A star, the search that finds what it stands for, and how many changesets of the release it
/// finds.
struct StarLine {
    store::Star star;
    QString term;
    qint64 changesets = 0;
};

/// Every star, by kind and name.
struct StarLines {
    std::vector<StarLine> lines;
    qint64 changesets = 0; ///< of any of them
};

/// Reads, gives and takes stars: the engine of a WorkThread. Opens the database when it is first
/// asked. Throws store::Error.
class StarEngine {
public:
    explicit StarEngine(const QString& database)
        : database_(std::filesystem::path(database.toStdU16String())) {}

    StarLines lines(store::RowId release, std::optional<Seconds> asOf, const std::stop_token& stop);
    /// True where it has one from now on, false where it has lost it.
    bool turn(store::Star::Kind kind, const std::string& name);

private:
    const std::filesystem::path database_;
    std::optional<store::Reader> reader_;
};

/// "subsystem:=NETWORKING": what a star stands for, in the query language.
QString starTerm(const store::Star& star);

} // namespace mw::ui
