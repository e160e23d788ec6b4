#pragma once

#include "document/markdown/markdown.h"
#include "ranking/score.h"
#include "store/model/project.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mw::document {

struct SectionCoverage {
    classify::Section section = classify::Section::misc;
    std::vector<std::string> cited;  ///< ids that stand under the section's heading
    std::vector<Score> left_out;     ///< of the highly ranked, what the document does not cite
    std::vector<Score> undocumented; ///< cited features that touch no documentation
};

struct Coverage {
    std::vector<SectionCoverage> sections; ///< in the taxonomy's order
    std::vector<std::string> elsewhere;    ///< ids cited under no section's heading
    std::vector<std::string> unknown;      ///< ids that the release has not
    std::vector<Entry> without_commit;     ///< list items that name no commit
};

/// The section that a heading names, by its title in the project, letters of either case.
std::optional<classify::Section> section_of_heading(std::string_view heading,
                                                    const store::Project& project = {});

/// Holds a document against a release. A changeset counts as cited where the pull is that it landed
/// through. project: whose the release is. Takes as long as rank_release(). Throws store::Error,
/// Stopped.
Coverage coverage_of(const Rendered& shown, store::Reader& reader, const store::Release& release,
                     const RankOptions& options, const store::Project& project = {},
                     std::stop_token stop = {});

} // namespace mw::document
