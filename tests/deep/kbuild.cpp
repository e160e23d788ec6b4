// For kbuild.sh: what a configuration builds of a tree of files.

#include "kbuild/build_map.h"

#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>

namespace {

std::optional<std::string> read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        fmt::print(stderr, "deep_kbuild TREE CONFIG ARCH < PATHS\n");
        return 2;
    }
    const std::string tree = argv[1];
    const auto text = read(argv[2]);
    if (!text)
        return 1;
    const mw::kbuild::ConfigFile config(*text);
    const mw::kbuild::FileReader files = [&tree](const std::string& path) {
        return read(tree + '/' + path);
    };
    const mw::kbuild::BuildMap map(config, argv[3], files);
    static constexpr const char* words[] = {"no", "?", "m", "y"};
    fmt::print(stderr, "{} characters of Makefiles\n", map.effort());
    for (std::string path; std::getline(std::cin, path);)
        fmt::print("{} {}\n", words[static_cast<int>(map.of_source(path))], path);
}
