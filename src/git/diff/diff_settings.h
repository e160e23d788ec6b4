#pragma once

#include "git/diff/attributes.h"
#include "git/objects/repository.h"
#include "git/text/hunk_heads.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace mw::git {

/// What decides whether a side of a change has lines.
enum class TextRule : std::uint8_t {
    by_content, ///< a NUL in its first 8,000 bytes says that it has none
    text,       ///< it has
    binary,     ///< it has none
};

/// How one side of a change is compared and shown.
struct DiffSettings {
    TextRule text = TextRule::by_content;
    const HunkHeads* heads = &HunkHeads::of_driver({}); ///< lives as long as who gave it
};

/// Of both sides of a change.
struct ChangeSettings {
    DiffSettings before, after;
};

/// Turns the attributes of files into settings, with git's own drivers and what the settings of
/// clone and person say of others: `diff.<name>.binary` and `diff.<name>.xfuncname`. What else they
/// name (textconv, command) is never looked at. Belongs to one thread; the repository outlives it.
class DiffSettingsReader {
public:
    /// commit: whose attributes decide.
    DiffSettingsReader(const Repository& repository, const ObjectId& commit);

    /// path: as a tree has it. What is no plain file has no attributes.
    DiffSettings of(std::string_view path, std::uint32_t mode);

    const Attributes& attributes() const { return attributes_; }

private:
    const DiffSettings& of_driver(const std::string& name);

    const Repository& repository_;
    Attributes attributes_;
    std::map<std::string, DiffSettings> drivers_;
    std::map<std::string, HunkHeads> own_heads_;
};

/// Whether a file's mode is that of a plain file (no link, no submodule, no folder).
bool is_plain_file(std::uint32_t mode);

/// By content, as buffer_is_binary() of git's xdiff-interface.c.
bool has_nul(std::string_view content);

} // namespace mw::git
