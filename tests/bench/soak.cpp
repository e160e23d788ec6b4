// Imports a range again and again and searches it, in one process, and says whether memory, open
// files and threads stay what they are: bench_soak DATABASE CLONE FROM TO [IMPORTS [SEARCHES]]

#include "base/system/memory_pools.h"
#include "bench/usage_record.h"
#include "importer/import.h"
#include "store/read/reader.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <random>
#include <span>
#include <string>
#include <string_view>

namespace {

using namespace mw;

/// A word of some changeset's title; now and then its start alone, or a field.
class Queries {
public:
    std::string next(store::Reader& reader, const std::vector<store::RowId>& ids) {
        const store::RowId id[] = {ids[random_() % ids.size()]};
        const auto row = reader.rows(id).front();
        const std::string_view subject = row.subject;
        const auto begin = subject.empty() ? 0 : subject.rfind(' ', random_() % subject.size()) + 1;
        auto word = std::string(subject.substr(begin, subject.find_first_of(" :", begin) - begin));
        std::erase_if(word, [](unsigned char c) { return std::isalnum(c) == 0; });
        // In capitals some are operators.
        std::ranges::transform(word, word.begin(), [](unsigned char c) { return std::tolower(c); });
        if (word.empty())
            return "lock";
        switch (random_() % 4) {
        case 0:
            return '"' + word + "x\"*";
        case 1:
            return "path:" + word + "/ OR author:" + word + '*';
        default:
            return word;
        }
    }

private:
    std::mt19937 random_{1};
};

int soak(std::span<char*> arguments) {
    importer::ImportRequest request;
    request.database = arguments[1];
    request.repository = arguments[2];
    request.from = arguments[3];
    request.to = arguments[4];
    const int imports = arguments.size() > 5 ? std::atoi(arguments[5]) : 100;
    const int searches = arguments.size() > 6 ? std::atoi(arguments[6]) : 10'000;
    UsageRecord usage;
    Queries queries;
    std::size_t found = 0;
    for (int round = 1; round <= imports; ++round) {
        // Under two names in turn, so that one is replaced beside another.
        request.name = round % 2 == 0 ? "even" : "odd";
        importer::run_import(request, {}, {});
        store::Reader reader(request.database);
        const auto ids = reader.find({});
        for (int i = 0; i < searches / imports; ++i) {
            store::CommitQuery query;
            query.text = queries.next(reader, ids);
            found += reader.find(query).size();
        }
        usage.note("import", round);
    }
    std::printf("%d imports, %d searches found %zu rows\n", imports, searches, found);
    return usage.is_flat() ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 5 || argc > 7) {
        std::fputs("Usage: bench_soak DATABASE CLONE FROM TO [IMPORTS [SEARCHES]]\n", stderr);
        return 2;
    }
    base::share_memory_pools();
    try {
        return soak({argv, static_cast<std::size_t>(argc)});
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
