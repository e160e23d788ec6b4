#pragma once

#include <filesystem>
#include <sys/stat.h>

namespace mw::base {

/// Gives a file that is to take another's place that one's owner, group, access list, extended
/// attributes and mode. False where one of those that decide who may read it, or that a person
/// gave, cannot be kept. descriptor: of the new file, which must be ours.
bool take_over_attributes(int descriptor, const std::filesystem::path& from,
                          const struct stat& state);

} // namespace mw::base
