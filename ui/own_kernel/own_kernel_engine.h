#pragma once

#include "cve/import_records.h"
#include "own_kernel/own_kernel_facts.h"
#include "store/read/reader.h"

#include <QString>

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace mw::ui {

/// What is asked for and read on threads of its own: the engine of a WorkThread. Opens the database
/// when it is first asked. Throws what the parts of the engine throw.
class OwnKernelEngine {
public:
    /// Called on the reading thread; total is 0 where it is not known. what: a tree, a release.
    struct Step {
        enum class Kind { Records, History, Comparing, Building };
        Kind kind = Kind::Records;
        std::string what{};
        std::size_t done = 0, total = 0;
    };
    using Progress = std::function<void(const Step& step)>;
    struct TreeWish {
        std::string name, repository, revision;
    };

    explicit OwnKernelEngine(QString database) : database_(std::move(database)) {}

    OwnKernelFacts facts(std::optional<store::RowId> release);
    /// How many of what a search finds have each term too; nothing where that cannot be said.
    std::vector<std::optional<std::int64_t>> count(const store::CommitQuery& query,
                                                   const std::vector<std::string>& terms,
                                                   const std::stop_token& stop);
    /// Branches and tags of a clone, newest tag first.
    static std::vector<std::string> revisions(const std::string& repository);

    cve::ImportedRecords readRecords(const std::string& path, const std::stop_token& stop,
                                     const Progress& progress) const;
    store::Tree readTree(const TreeWish& wish, const std::stop_token& stop,
                         const Progress& progress) const;
    /// Sentences about releases that could not be asked.
    std::vector<base::Message> readConfig(const std::string& file, const std::stop_token& stop,
                                          const Progress& progress) const;
    /// Asks anew for what was imported since; sentences about what could not be asked.
    std::vector<base::Message> catchUp(const std::stop_token& stop, const Progress& progress) const;
    void removeTree(const std::string& name) const;
    void removeConfig() const;

private:
    std::filesystem::path file() const { return database_.toStdU16String(); }
    store::Reader& reader();
    std::optional<std::int64_t> hits(store::RowId release, const std::string& query);

    const QString database_;
    std::optional<store::Reader> reader_;
};

} // namespace mw::ui
