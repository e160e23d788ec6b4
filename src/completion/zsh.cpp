#include "completion/scripts.h"

#include <fmt/format.h>
#include <fmt/ranges.h> // join(), which fmt 11 no longer has in format.h

namespace mw::completion {

namespace {

/// In single quotes, with what _arguments and _describe take for marks of their own escaped.
std::string zsh_quoted(const std::string& text) {
    std::string quoted;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ':' || c == '\\')
            quoted += '\\';
        if (c == '\'')
            quoted += "'\\''";
        else
            quoted += c;
    }
    return quoted;
}

std::string zsh_action(const Value& value) {
    switch (value.kind) {
    case ValueKind::file:
        return "_files";
    case ValueKind::folder:
        return "_files -/";
    case ValueKind::choice:
        return fmt::format("({})", fmt::join(value.choices, " "));
    case ValueKind::none:
    case ValueKind::word:
        break;
    }
    return "";
}

/// A line of _arguments for each name of each option.
void append_options(std::string& text, const std::vector<Option>& options, const char* indent) {
    for (const auto& option : options)
        for (const auto& name : option.names) {
            text += fmt::format(" \\\n{}'{}{}[{}]", indent, option.value.several ? "*" : "", name,
                                zsh_quoted(option.help));
            if (option.value.kind != ValueKind::none)
                text +=
                    fmt::format(":{}:{}", zsh_quoted(option.value.name), zsh_action(option.value));
            text += "'";
        }
}

void append_arguments(std::string& text, const std::vector<Option>& arguments, const char* indent) {
    for (const auto& argument : arguments)
        text += fmt::format(" \\\n{}'{}:{}:{}'", indent,
                            argument.value.several    ? "*"
                            : argument.value.required ? ""
                                                      : ":",
                            zsh_quoted(argument.value.name), zsh_action(argument.value));
}

} // namespace

std::string zsh_script(const Program& program) {
    std::string text = fmt::format("#compdef {0}\n"
                                   "# zsh completion for {0}, made from its option parser\n\n",
                                   program.name);
    if (program.commands.empty()) {
        text += "_arguments";
        append_options(text, program.options, "    ");
        append_arguments(text, program.arguments, "    ");
        return text + "\n";
    }
    text += "local context state state_descr line\n"
            "local -A opt_args\n"
            "local -a commands\n"
            "_arguments -C";
    append_options(text, program.options, "    ");
    text += " \\\n    '1: :->command' \\\n    '*:: :->arguments'\n"
            "case $state in\n"
            "command)\n"
            "    commands=(\n";
    for (const auto& command : program.commands)
        text +=
            fmt::format("        '{}:{}'\n", zsh_quoted(command.name), zsh_quoted(command.help));
    text += "    )\n"
            "    _describe -t commands command commands\n"
            "    ;;\n"
            "arguments)\n"
            "    case $words[1] in\n";
    for (const auto& command : program.commands) {
        text += fmt::format("    {})\n        _arguments", command.name);
        append_options(text, command.options, "            ");
        append_options(text, program.options, "            ");
        append_arguments(text, command.arguments, "            ");
        text += "\n        ;;\n";
    }
    return text + "    esac\n    ;;\nesac\n";
}

} // namespace mw::completion
