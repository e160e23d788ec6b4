#include "interfaces/compare/inventory.h"

namespace mw::interfaces {

std::vector<std::string> paths_of(const std::vector<Definition>& definitions) {
    std::vector<std::string> paths;
    for (const auto& definition : definitions)
        if (paths.empty() || paths.back() != definition.path)
            paths.push_back(definition.path);
    return paths;
}

} // namespace mw::interfaces
