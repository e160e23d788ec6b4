// The targets without a fuzzer: every seed, and what comes of seeds by chance. run.sh has libFuzzer
// do it, which looks where it comes to; this is the short run of every build.

#include "fuzz/targets.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <random>

namespace mw::test {
namespace {

namespace fs = std::filesystem;

std::string changed(std::string text, const std::string& other, std::mt19937& random) {
    const auto place = [&](std::size_t size) { return size == 0 ? 0 : random() % size; };
    for (auto times = 1 + random() % 4; times > 0; --times) {
        const auto at = place(text.size());
        switch (random() % 6) {
        case 0:
            if (!text.empty())
                text[at] = static_cast<char>(text[at] ^ 1 << random() % 8);
            break;
        case 1:
            text.insert(at, 1, static_cast<char>(random()));
            break;
        case 2:
            text.erase(at, 1 + place(16));
            break;
        case 3: { // a piece again, up to very often
            const auto piece = text.substr(at, 1 + place(12));
            for (auto n = random() % (random() % 8 == 0 ? 2000 : 4); n > 0; --n)
                text.insert(at, piece);
            break;
        }
        case 4: {
            const auto from = place(other.size());
            text.insert(at, other.substr(from, place(40)));
            break;
        }
        default:
            text.resize(at);
        }
        if (text.size() > 60'000)
            text.resize(60'000);
    }
    return text;
}

class Fuzz : public testing::TestWithParam<fuzz::Target> {};

TEST_P(Fuzz, SeedsAndWhatComesOfThem) {
    std::vector<std::string> seeds;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(fs::path(MW_FUZZ_SEEDS) / GetParam().name))
        files.push_back(entry.path());
    std::ranges::sort(files);
    for (const auto& file : files)
        seeds.push_back(read_bytes(file));
    ASSERT_FALSE(seeds.empty());
    GetParam().run({});
    for (const auto& seed : seeds)
        GetParam().run(seed);
    std::mt19937 random(1);
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(600);
    while (std::chrono::steady_clock::now() < end)
        GetParam().run(
            changed(seeds[random() % seeds.size()], seeds[random() % seeds.size()], random));
}

INSTANTIATE_TEST_SUITE_P(Of, Fuzz,
                         testing::ValuesIn(fuzz::targets().begin(), fuzz::targets().end()),
                         [](const auto& of) {
                             std::string name = of.param.name;
                             std::erase(name, '-');
                             return name;
                         });

} // namespace
} // namespace mw::test
