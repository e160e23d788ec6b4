#pragma once

#include "kbuild/build_map.h"

#include <functional>
#include <map>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

namespace mw::kbuild {

/// Which files the sources that are built include, through whatever others: headers, and sources
/// that are part of another ("kernel/sched/build_policy.c"). Conditions are not evaluated: what any
/// #include names is included. Immutable once made; any thread.
class IncludeMap {
public:
    /// sources: all files of the tree that objects are made of. exists: whether the tree has a
    /// file. Ends early, with what it has, once stop is requested.
    IncludeMap(const BuildMap& build, const std::string& architecture,
               std::span<const std::string> sources, const FileReader& files,
               const std::function<bool(const std::string&)>& exists, const std::stop_token& stop);

    /// As what includes it is built: built in, as a module alone, not at all, or only by sources
    /// of which it cannot be told.
    Built of(std::string_view path) const;

private:
    std::map<std::string, Built, std::less<>> included_;
};

} // namespace mw::kbuild
