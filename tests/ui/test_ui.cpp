#include "test_ui.h"

#include <cstdio>
#include <map>
#include <string>
#include <string_view>

namespace mw::ui {
namespace {

std::map<std::string, UiTestMain>& tests() {
    static std::map<std::string, UiTestMain> known;
    return known;
}

} // namespace

UiTestRegistration::UiTestRegistration(const char* file, UiTestMain main) {
    std::string_view name = file;
    name.remove_prefix(name.rfind('/') + 1);
    name.remove_suffix(name.size() - name.rfind('.'));
    tests().emplace(name, main);
}

} // namespace mw::ui

/// test_ui NAME [ARGUMENT OF QT TEST...]; without a name, it prints them all.
int main(int argc, char** argv) {
    const auto& tests = mw::ui::tests();
    const auto test = argc > 1 ? tests.find(argv[1]) : tests.end();
    if (test != tests.end()) {
        argv[1] = argv[0];
        return test->second(argc - 1, argv + 1);
    }
    for (const auto& [name, main] : tests)
        std::puts(name.c_str());
    if (argc == 1)
        return 0;
    std::fprintf(stderr, "There is no test \"%s\"; those that there are stand above.\n", argv[1]);
    return 1;
}
