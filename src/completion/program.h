#pragma once

#include <string>
#include <vector>

/// What a program's command line understands, as its option parser knows it: what shell completion
/// and the manual are made of, so that neither says anything else than the program does.
namespace mw::completion {

/// What a value is, as far as a shell can complete it.
enum class ValueKind {
    none, ///< a flag
    word, ///< what only the person knows
    file,
    folder,
    choice, ///< one of Value::choices
};

struct Value {
    ValueKind kind = ValueKind::none;
    std::string name; ///< as the help calls it: "FILE"; empty for a flag
    std::vector<std::string> choices;
    bool required = false;
    bool several = false;
};

/// The kind that a value's name stands for: FILE and FOLDER are completed, other names are words.
ValueKind kind_of_name(const std::string& name);

struct Option {
    std::vector<std::string> names; ///< with their dashes; empty for what stands without an option
    std::string help;               ///< a phrase without a full stop
    Value value;
};

struct Command {
    std::string name, help;
    std::vector<Option> options;
    std::vector<Option> arguments; ///< what stands without an option
};

/// name, help and options of the program itself, which may stand behind its commands as well.
struct Program : Command {
    std::vector<Command> commands;
};

} // namespace mw::completion
