#include "completion/scripts.h"

#include <fmt/format.h>
#include <fmt/ranges.h> // join(), which fmt 11 no longer has in format.h

#include <algorithm>

namespace mw::completion {

namespace {

/// The function that completes: the program's name with what a shell takes in a name.
std::string function_name(const Program& program) {
    std::string name = "_" + program.name;
    std::ranges::replace(name, '-', '_');
    return name;
}

/// What completes a value, as a command of the script.
std::string bash_action(const Value& value) {
    switch (value.kind) {
    case ValueKind::file:
        return "_files -f";
    case ValueKind::folder:
        return "_files -d";
    case ValueKind::choice:
        return fmt::format("_words '{}'", fmt::join(value.choices, " "));
    case ValueKind::none:
    case ValueKind::word:
        break;
    }
    return ":";
}

/// A branch for each option of the command that takes a value.
void append_values(std::string& text, const std::string& command,
                   const std::vector<Option>& options) {
    for (const auto& option : options) {
        if (option.value.kind == ValueKind::none)
            continue;
        std::string patterns;
        for (const auto& name : option.names)
            patterns += fmt::format("{}{}:{}", patterns.empty() ? "" : " | ", command, name);
        text += fmt::format("    {}) {} && return ;;\n", patterns, bash_action(option.value));
    }
}

std::string all_names(const std::vector<Option>& options) {
    std::string names;
    for (const auto& option : options)
        for (const auto& name : option.names)
            names += (names.empty() ? "" : " ") + name;
    return names;
}

/// The options whose value the search for the command steps over.
std::string with_values(const Program& program) {
    std::string names;
    for (const auto& option : program.options)
        if (option.value.kind != ValueKind::none)
            for (const auto& name : option.names)
                names += (names.empty() ? "" : " | ") + name;
    return names;
}

std::string find_command(const Program& program) {
    std::string text = "    local -i at\n"
                       "    for ((at = 1; at < COMP_CWORD; ++at)); do\n"
                       "        case ${COMP_WORDS[at]} in\n";
    if (const auto names = with_values(program); !names.empty())
        text += fmt::format("        {}) ((++at)) ;;\n", names);
    return text + "        -*) ;;\n"
                  "        *) command=${COMP_WORDS[at]} && break ;;\n"
                  "        esac\n"
                  "    done\n";
}

} // namespace

std::string bash_script(const Program& program) {
    const std::string function = function_name(program);
    std::string text = fmt::format(
        "# bash completion for {0}, made from its option parser\n\n"
        "{1}_words() {{\n"
        "    mapfile -t COMPREPLY < <(compgen -W \"$1\" -- \"$current\")\n"
        "}}\n\n"
        "{1}_files() {{\n"
        "    compopt -o filenames 2>/dev/null\n"
        "    mapfile -t COMPREPLY < <(compgen \"$1\" -- \"$current\")\n"
        "}}\n\n"
        "{1}() {{\n"
        "    local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD - 1]}} "
        "command= options=\n"
        "    COMPREPLY=()\n"
        "    # --option=value comes as three words.\n"
        "    if [[ $current == = ]]; then current=; fi\n"
        "    if [[ $previous == = ]]; then previous=${{COMP_WORDS[COMP_CWORD - 2]}}; fi\n",
        program.name, function);
    if (!program.commands.empty())
        text += find_command(program);
    std::string cases;
    append_values(cases, "*", program.options);
    for (const auto& command : program.commands)
        append_values(cases, command.name, command.options);
    text += "    case $command:$previous in\n" + cases + "    esac\n    case $command in\n";
    for (const auto& command : program.commands)
        text += fmt::format("    {}) options='{} {}' ;;\n", command.name,
                            all_names(command.options), all_names(program.options));
    text += fmt::format("    *) options='{}' ;;\n    esac\n"
                        "    if [[ $current == -* ]]; then\n"
                        "        _words \"$options\"\n"
                        "        return\n"
                        "    fi\n"
                        "    case $command in\n",
                        all_names(program.options));
    std::string names;
    for (const auto& command : program.commands) {
        names += (names.empty() ? "" : " ") + command.name;
        if (!command.arguments.empty())
            text += fmt::format("    {}) {} ;;\n", command.name,
                                bash_action(command.arguments.front().value));
    }
    if (!program.commands.empty())
        text += fmt::format("    '') _words '{}' ;;\n", names);
    else if (!program.arguments.empty())
        text += fmt::format("    *) {} ;;\n", bash_action(program.arguments.front().value));
    text += fmt::format("    esac\n}}\n\ncomplete -F {} {}\n", function, program.name);
    // The helpers are the script's own: other programs' functions are not to be met.
    for (const char* const helper : {"_words ", "_files "})
        for (auto at = text.find(helper); at != std::string::npos;
             at = text.find(helper, at + function.size() + 1))
            text.insert(at, function);
    return text;
}

} // namespace mw::completion
