#pragma once

#include <filesystem>
#include <string>

namespace mw::store {

/// Takes a release out of a database, with the people, paths, subsystems and words that only it
/// needed, and gives the room back to the disk. What a person made stays: notes, bookmarks and own
/// sections hang on commit ids and are there again when the release is.
///
/// The bundled release cannot be removed: the window would put it back. Waits up to a minute for
/// another writer; takes seconds for a large file. Throws store::Error, and leaves the release
/// where it was.
void remove_release(const std::filesystem::path& file, const std::string& name);

} // namespace mw::store
