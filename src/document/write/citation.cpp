#include "document/write/citation.h"

#include "base/text.h"
#include "document/write/markdown_text.h"

#include <fmt/format.h>

namespace mw::document {

std::string citation(const store::CommitRow& commit) {
    return commit.oid.empty()
               ? std::string()
               : fmt::format("{} (\"{}\")", commit.oid.substr(0, 12), commit.subject);
}

std::string fixes_line(const store::CommitRow& commit) {
    return commit.oid.empty() ? std::string() : "Fixes: " + citation(commit);
}

std::string link_line(const store::CommitDetail& commit, const store::Project& project) {
    for (const auto& trailer : commit.trailers)
        if (lower_case(trailer.key) == "link" && !trailer.value.empty())
            return "Link: " + trailer.value;
    const auto page = project.page(commit.row.oid);
    return page.empty() ? page : "Link: " + page;
}

std::string commit_link(const std::string& words, const std::string& oid,
                        const store::Project& project) {
    const auto page = project.page(oid);
    return page.empty() ? fmt::format("{} {}", words, oid.substr(0, 12))
                        : markdown_link(words, page);
}

} // namespace mw::document
