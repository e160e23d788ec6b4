#include "completion/scripts.h"

#include <fmt/format.h>
#include <fmt/ranges.h> // join(), which fmt 11 no longer has in format.h

namespace mw::completion {

namespace {

/// In single quotes.
std::string fish_quoted(const std::string& text) {
    std::string quoted = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\')
            quoted += '\\';
        quoted += c;
    }
    return quoted + "'";
}

/// What completes a value, as options of fish's complete.
std::string fish_action(const Value& value) {
    switch (value.kind) {
    case ValueKind::file:
        return " -r -F";
    case ValueKind::folder:
        return " -x -a '(__fish_complete_directories)'";
    case ValueKind::choice:
        return fmt::format(" -x -a {}",
                           fish_quoted(fmt::format("{}", fmt::join(value.choices, " "))));
    case ValueKind::word:
        return " -x";
    case ValueKind::none:
        break;
    }
    return "";
}

/// Lines for a command's options; condition: when they are offered, empty for always.
void append_fish_options(std::string& text, const std::string& program,
                         const std::string& condition, const std::vector<Option>& options) {
    for (const auto& option : options) {
        text += fmt::format("complete -c {}{}", program, condition);
        for (const auto& name : option.names)
            text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
        text += fish_action(option.value) + " -d " + fish_quoted(option.help) + "\n";
    }
}

bool takes_files(const Command& command) {
    return !command.arguments.empty() && command.arguments.front().value.kind == ValueKind::file;
}

} // namespace

std::string fish_script(const Program& program) {
    std::string text =
        fmt::format("# fish completion for {}, made from its option parser\n\n", program.name);
    if (!takes_files(program))
        text += fmt::format("complete -c {} -f\n", program.name);
    append_fish_options(text, program.name, "", program.options);
    for (const auto& command : program.commands) {
        text += fmt::format("\ncomplete -c {} -n __fish_use_subcommand -a {} -d {}\n", program.name,
                            command.name, fish_quoted(command.help));
        const std::string condition =
            fmt::format(" -n '__fish_seen_subcommand_from {}'", command.name);
        append_fish_options(text, program.name, condition, command.options);
        if (takes_files(command))
            text += fmt::format("complete -c {}{} -F\n", program.name, condition);
    }
    return text;
}

} // namespace mw::completion
