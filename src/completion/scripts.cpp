#include "completion/scripts.h"

#include "base/error.h"

namespace mw::completion {

ValueKind kind_of_name(const std::string& name) {
    if (name.empty())
        return ValueKind::none;
    if (name == "FILE")
        return ValueKind::file;
    return name == "FOLDER" ? ValueKind::folder : ValueKind::word;
}

std::string script(const Program& program, std::string_view shell) {
    if (shell == "bash")
        return bash_script(program);
    if (shell == "zsh")
        return zsh_script(program);
    if (shell == "fish")
        return fish_script(program);
    throw base::Error("There is no completion for '{}': name bash, zsh or fish.", shell);
}

} // namespace mw::completion
