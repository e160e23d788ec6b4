// One program for all targets (llvm.org/docs/LibFuzzer.html): MW_FUZZ_TARGET in the environment
// names the one.

#include "fuzz/targets.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {
const mw::fuzz::Target* chosen = nullptr;
} // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    const char* name = std::getenv("MW_FUZZ_TARGET"); // NOLINT(concurrency-mt-unsafe)
    chosen = mw::fuzz::target_of(name == nullptr ? "" : name);
    if (chosen != nullptr)
        return 0;
    std::fputs("MW_FUZZ_TARGET names none of:", stderr);
    for (const auto& target : mw::fuzz::targets())
        std::fprintf(stderr, " %s", target.name);
    std::fputs("\n", stderr);
    std::exit(2); // NOLINT(concurrency-mt-unsafe)
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    chosen->run({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
