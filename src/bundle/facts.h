#pragma once

#include "classify/classifier.h"
#include "importer/data/table_file.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace mw::bundle {

class KnownTrees;

/// A changeset or pull that a public record proves, with what could be found out of it. All as the
/// tables have it; empty is unknown.
struct Fact {
    std::string kind; ///< "changeset" or "pull"
    std::string sha;  ///< 40 digits, or the first 12
    std::string title, author, author_time, commit_time;
    std::string proof; ///< which record
    std::string about; ///< our own words
    std::vector<importer::TablePath> paths;
    classify::Verdict verdict;
};

/// Reads the tables of facts; those of one commit are one. In the order of their times, pulls
/// first, so that the same tables give the same order. Throws base::Error.
std::vector<Fact> read_facts(const std::filesystem::path& changesets,
                             const std::filesystem::path& pulls);

/// Sorts the changesets by the rules and the newer tree's MAINTAINERS, and fills in what can be
/// told of their files.
void classify_facts(std::vector<Fact>& facts, const KnownTrees& trees,
                    const std::filesystem::path& rules);

/// The table that ships: importer/bundled_release.cpp reads it.
void write_facts(const std::vector<Fact>& facts, const std::string& head,
                 const std::filesystem::path& file);

} // namespace mw::bundle
