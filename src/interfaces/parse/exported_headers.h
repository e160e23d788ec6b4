#pragma once

#include "interfaces/parse/source.h"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace mw::interfaces {

/// The headers that a tree gives to user space, as its Kbuild files list them: "header-y += kvm.h",
/// "unifdef-y += audit.h", and for an architecture what include/asm-generic/Kbuild.asm lists for
/// all. So it was before include/uapi came to hold them with 3.7; of a later tree there is next to
/// nothing to find. Conditions are not evaluated: a header that is not there is not asked for. One
/// thread fills it; then any may ask.
class ExportedHeaders {
public:
    /// Whether a file may be such a list.
    static bool is_list(std::string_view path);

    /// path: of a list, "include/linux/Kbuild".
    void add(std::string_view path, std::string_view text);

    /// What another tree exports too.
    void add(const ExportedHeaders& other);

    bool contains(std::string_view path) const;

private:
    using Names = std::set<std::string, std::less<>>;
    std::map<std::string, Names, std::less<>> by_folder_;
    Names everywhere_;      ///< of Kbuild.asm
    Names with_everywhere_; ///< folders whose list includes that one
};

/// As source_of(path), and headers that are exported are those of user space.
Source source_of(std::string_view path, const ExportedHeaders& exported);

/// What events call a header that begins or ceases to be exported: all its names come or go with
/// it, though no line of it changes.
std::string export_identity(std::string_view header);

/// The headers that such a list names, as items by that identity.
void read_exports(std::string_view path, std::string_view text, Items& items);

} // namespace mw::interfaces
