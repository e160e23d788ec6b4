#pragma once

#include "store/model/records.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace SQLite {
class Database;
}

namespace mw::store {

/// What the database knows of a commit that a classification looks at.
struct StoredSubject {
    RowId commit = 0;
    CommitKind kind = CommitKind::changeset;
    std::string oid;     ///< raw bytes
    std::string parents; ///< raw ids one after the other
    std::string title;
    std::string pull_title;         ///< of the pull through which it landed; empty: directly
    std::vector<std::string> paths; ///< in the order of their bytes; empty for merges
    std::vector<char> statuses;     ///< parallel to paths
    /// Prompts of the Kconfig symbols that it brings, and whether a module came with each; in the
    /// order of their names.
    std::vector<std::pair<std::string, bool>> symbols;
    classify::SectionKey derived_place; ///< that a classification gave it
};

/// What a classification says of a commit.
struct StoredVerdict {
    RowId commit = 0;
    classify::SectionKey place;
    std::string subsystem, reason;
    std::optional<classify::NewHardware> adds;
};

/// Within a transaction; what a person chose is to be put back in place afterwards
/// (apply_annotations).
void write_verdicts(SQLite::Database& database, const std::vector<StoredVerdict>& verdicts);

/// Classifies a stored release anew: reads what the rules look at and writes what they say, all in
/// one transaction. A person's own choice goes on being shown. One thread; throws store::Error.
class SectionWriter {
public:
    SectionWriter(const std::filesystem::path& file, const std::string& release_name);
    ~SectionWriter();
    SectionWriter(const SectionWriter&) = delete;
    SectionWriter& operator=(const SectionWriter&) = delete;

    bool is_bundled() const;

    /// A file of the range's end that was stored with the release; empty where there is none.
    std::string kept_file(const std::string& path);

    /// Every commit in landing order.
    void for_each(const std::function<void(StoredSubject)>& subject);

    /// Those that bring Kconfig symbols, as far as interface changes are known, and these.
    void for_each_with_symbols(const std::vector<RowId>& also,
                               const std::function<void(StoredSubject)>& subject);

    /// The commits that bring Kconfig symbols.
    std::vector<RowId> with_symbols();

    /// Every commit in landing order, without paths and symbols.
    std::vector<StoredSubject> outline();

    /// Changesets that touch a path of which that is true, in landing order.
    void for_each_touching(const std::function<bool(const std::string& path)>& wanted,
                           const std::function<void(StoredSubject)>& subject);

    void write(const std::vector<StoredVerdict>& verdicts);

    /// Of these commits only what new hardware they bring.
    void write_new_hardware(const std::vector<StoredVerdict>& verdicts);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::store
