#include "interfaces/compare/module_index.h"

#include <algorithm>

namespace mw::interfaces {

namespace {

using std::string_view;

string_view kbuild_folder(string_view path) {
    const auto slash = path.rfind('/');
    return slash == string_view::npos ? string_view() : path.substr(0, slash);
}

} // namespace

void ModuleIndex::add(string_view path, const Items& modules) {
    auto& objects = modules_[std::string(kbuild_folder(path))];
    // A target that other objects are linked into is no object of its own: its list comes first.
    for (const auto& module : modules)
        for (const auto& part : module.parts)
            objects.try_emplace(part, module.name);
    for (const auto& module : modules)
        objects.try_emplace(module.name + ".o", module.name);
}

std::string ModuleIndex::module_of(string_view path) const {
    constexpr int most_folders = 4;
    std::string object(path.substr(0, path.rfind('.')));
    object += ".o";
    auto folder = kbuild_folder(path);
    std::string module(path.substr(folder.empty() ? 0 : folder.size() + 1));
    module.erase(module.rfind('.'));
    for (int up = 0; up < most_folders && !folder.empty(); ++up, folder = kbuild_folder(folder)) {
        const auto objects = modules_.find(folder);
        if (objects == modules_.end())
            continue;
        const auto found = objects->second.find(string_view(object).substr(folder.size() + 1));
        if (found == objects->second.end())
            continue;
        module = found->second;
        break;
    }
    std::ranges::replace(module, '-', '_');
    return module;
}

} // namespace mw::interfaces
