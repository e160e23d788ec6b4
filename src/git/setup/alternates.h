#pragma once

#include <filesystem>
#include <vector>

namespace mw::git {

/// The folders that a clone's objects are in: its own first, then those that it borrows from
/// (gitrepository-layout(5), "objects/info/alternates"), each once, as git finds them: absolute or
/// relative to the folder that names them, quoted as in C or plain, comments, five deep, and those
/// of GIT_ALTERNATE_OBJECT_DIRECTORIES. GIT_OBJECT_DIRECTORY takes the place of the clone's own.
/// A folder that is not there is left out, as git leaves it out: an object that was in it is missed
/// by name. common: the clone's common folder.
std::vector<std::filesystem::path> object_folders(const std::filesystem::path& common);

} // namespace mw::git
