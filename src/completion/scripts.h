#pragma once

#include "completion/program.h"

#include <string>
#include <string_view>

namespace mw::completion {

/// A script that a shell reads to complete the program's command line, whole, for the folder where
/// that shell looks for it. Needs nothing beside the shell. Throws base::Error for a shell that is
/// none of bash, zsh and fish.
std::string script(const Program& program, std::string_view shell);

// Each of them.
std::string bash_script(const Program& program);
std::string zsh_script(const Program& program);
std::string fish_script(const Program& program);

} // namespace mw::completion
