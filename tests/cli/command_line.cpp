#include "cli/command_line.h"

#include "support/git.h"

namespace mw::test {

namespace fs = std::filesystem;

CommandLine::CommandLine() {
    fs::create_directory(folder_ / "data");
    fs::create_directory(folder_ / "home");
    options_.environment = {{"HOME", (folder_ / "home").string()},
                            {"XDG_CONFIG_HOME", ""},
                            {"XDG_DATA_HOME", ""},
                            {"XDG_CACHE_HOME", ""},
                            {"LC_ALL", "C.UTF-8"}};
}

void CommandLine::write_small_history() {
    const auto base =
        repo_.commit("MAINTAINERS", "NET\nF:\tdrivers/net/\n").file("drivers/net/a.c", "one\n");
    repo_.tag("base", base);
    repo_.branch("net", base);
    const auto topic = repo_.commit("drivers/net/a.c", "one\ntwo\n")
                           .message("net: a: count to two\n\nOne is not enough.\n\n"
                                    "Reported-by: R E Porter <r@example.org>\n")
                           .author("Ann Author <ann@example.org>");
    repo_.checkout("master");
    repo_.merge({topic}).message("Merge branch 'net' of git://host/net\n");
    repo_.commit("kernel/fork.c", "fork\n").message("fork: begin\n");
    repo_.annotated_tag("v1", repo_.tip(), "Version 1\n");
    repo_.write();
}

ProcessResult CommandLine::run(const std::vector<std::string>& arguments) {
    std::vector<std::string> command{MW_CLI, "--db", database_.string()};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return run_process(command, options_);
}

void CommandLine::limit_file_size(std::optional<std::uint64_t> bytes) {
    options_.file_size_limit = bytes;
    // The program's own files are limited, not the counters that a build for coverage adds to.
    if (bytes)
        options_.environment["GCOV_PREFIX"] = (folder_ / "counters").string();
    else
        options_.environment.erase("GCOV_PREFIX");
}

ProcessResult CommandLine::import(const std::string& from, const std::string& to,
                                  const std::vector<std::string>& more) {
    std::vector<std::string> arguments{
        "import", "--repo", repository_.string(), "--from", from, "--to", to, "--name", "test"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments);
}

std::vector<nlohmann::json> CommandLine::json_lines(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "--json"); // behind a "--" it would be part of the query
    const auto result = run(arguments);
    EXPECT_EQ(result.status, 0) << result.errors;
    std::vector<nlohmann::json> lines;
    for (const auto& line : split(result.output, '\n'))
        lines.push_back(nlohmann::json::parse(line));
    return lines;
}

std::map<std::string, std::pair<std::size_t, std::size_t>> CommandLine::database_files() const {
    std::map<std::string, std::pair<std::size_t, std::size_t>> files;
    for (const auto& entry : fs::directory_iterator(database_.parent_path())) {
        const auto name = entry.path().filename().string();
        if (name.ends_with("-shm") || (name.ends_with("-wal") && entry.file_size() == 0))
            continue;
        const auto bytes = read_bytes(entry.path());
        files[name] = {bytes.size(), std::hash<std::string>()(bytes)};
    }
    return files;
}

} // namespace mw::test
