#pragma once

#include "store/model/code_records.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <vector>

namespace mw::store {

/// Reads the index of identifiers. Has a connection of its own and belongs to the thread that made
/// it. Throws store::Error.
class CodeReader {
public:
    /// Opens without changing the file.
    explicit CodeReader(const std::filesystem::path& file);
    ~CodeReader();
    CodeReader(CodeReader&&) noexcept;
    CodeReader& operator=(CodeReader&&) noexcept;

    /// Identifiers that more changesets of a release only add to lines than only remove from them,
    /// or the other way round: those with the greatest difference first. Words of the language
    /// itself are left out. Throws where the release has no index.
    std::vector<CodeUse> most_used(RowId release, bool added, std::size_t limit);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::store
