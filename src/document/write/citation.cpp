#include "document/write/citation.h"

#include "base/text.h"

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

std::string link_line(const store::CommitDetail& commit) {
    for (const auto& trailer : commit.trailers)
        if (lower_case(trailer.key) == "link" && !trailer.value.empty())
            return "Link: " + trailer.value;
    return commit.row.oid.empty() ? std::string() : "Link: " + commit_address(commit.row.oid);
}

std::string commit_address(const std::string& oid) {
    return "https://git.kernel.org/linus/" + oid;
}

} // namespace mw::document
