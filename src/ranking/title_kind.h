#pragma once

#include <string>
#include <string_view>

namespace mw::document {

/// What a changeset's title says of itself.
enum class TitleKind {
    feature, ///< new hardware, a new option, a new interface
    change,  ///< none of the others
    fix,
    plumbing, ///< functions, structures and callbacks that other changesets build on
    cleanup,  ///< code moved, renamed, made tidier; no difference to who runs it
    revert,
    upkeep, ///< versions, default configurations, copyright, MAINTAINERS
};

/// Decides by the words behind the subsystem's prefix. Any thread.
TitleKind kind_of_title(std::string_view title);

/// The title's prefix in lower case: "mm" of "mm: add a thing"; empty where there is none.
std::string prefix_of_title(std::string_view title);

} // namespace mw::document
