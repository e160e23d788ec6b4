#include "cli/output/code_lookup.h"

#include "cli/output/output.h"
#include "code_text/verify.h"

#include <fmt/format.h>

#include <cstdio>

namespace mw::cli {

void look_into_clones(store::Reader& reader, const store::CommitQuery& query,
                      const std::stop_token& stop) {
    const auto looked = code_text::look_into_clones(reader, query, {}, stop);
    if (!looked.trouble.empty())
        fmt::print(stderr, "mergewindow-cli: {}\n", words_of(looked.trouble));
}

} // namespace mw::cli
