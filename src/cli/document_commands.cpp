#include "cli/commands.h"
#include "cli/output.h"
#include "cli/release_choice.h"
#include "document/worth.h"

#include <fmt/format.h>

#include <memory>

namespace mw::cli {

namespace {

std::string in_words(const std::vector<document::WorthReason>& reasons) {
    std::string words;
    for (const auto& reason : reasons)
        words +=
            fmt::format("{}{} ({:+.1f})", words.empty() ? "" : "; ", reason.words, reason.points);
    return words;
}

Json reasons_json(const std::vector<document::WorthReason>& reasons) {
    Json list = Json::array();
    for (const auto& reason : reasons)
        list.push_back({{"points", reason.points}, {"words", reason.words}});
    return list;
}

void print_worth(const Options& options, const document::Worth& worth) {
    if (!options.json) {
        print_line(fmt::format("{:6.1f}  {}  {}\n        {}", worth.score,
                               worth.row.oid.substr(0, 12), worth.row.subject,
                               in_words(worth.reasons)));
        return;
    }
    auto json = to_json(worth.row);
    json["kind"] = store::to_string(worth.row.kind);
    json["score"] = worth.score;
    json["reasons"] = reasons_json(worth.reasons);
    print_json(json);
}

void print_worth(const Options& options, const document::PullWorth& worth) {
    if (!options.json) {
        print_line(fmt::format("{:6.1f}  {}  {}\n        {}", worth.score,
                               worth.pull.oid.substr(0, 12), worth.pull.title,
                               in_words(worth.reasons)));
        return;
    }
    auto json = to_json(worth.pull);
    json["section"] = classify::key(worth.pull.place.section);
    json["kind"] = "pull";
    json["score"] = worth.score;
    json["reasons"] = reasons_json(worth.reasons);
    print_json(json);
}

void rank(const Options& options, const std::string& name, std::size_t limit) {
    store::Reader reader(options.database);
    document::RankOptions wanted;
    wanted.per_section = limit;
    for (const auto& section :
         document::rank_release(reader, choose_release(reader, name), wanted)) {
        if (!options.json)
            print_line(fmt::format("# {}\n", classify::title(section.section)));
        for (const auto& worth : section.changesets)
            print_worth(options, worth);
        if (!options.json)
            print_line("\nPulls:");
        for (const auto& worth : section.pulls)
            print_worth(options, worth);
        if (!options.json)
            print_line("");
    }
}

} // namespace

void add_rank(CLI::App& program, const Options& options) {
    auto* command = program.add_subcommand(
        "rank", "List what of each section may be worth a line in an article, and why");
    const auto release = std::make_shared<std::string>();
    const auto limit = std::make_shared<std::size_t>(20);
    command->add_option("--release", *release, "Release (default: the newest)");
    command->add_option("--limit", *limit, "So many of each section")->capture_default_str();
    command->callback([=, &options] { rank(options, *release, *limit); });
}

} // namespace mw::cli
