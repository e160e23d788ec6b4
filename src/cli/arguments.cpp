#include "cli/arguments.h"

#include <iterator>

namespace mw::cli {

namespace {

/// Whether an argument as it stands is an option that takes the next one for its value.
bool wants_value(const CLI::App& app, const std::string& argument) {
    for (const CLI::App* known = &app; known != nullptr; known = known->get_parent())
        if (const auto* option = known->get_option_no_throw(argument))
            return option->get_items_expected_max() > 0;
    return false;
}

/// Where the command's name stands.
std::vector<std::string>::iterator command_in(const CLI::App& program,
                                              std::vector<std::string>& arguments) {
    auto at = arguments.begin();
    while (at != arguments.end() && at->starts_with('-'))
        at += wants_value(program, *at) && std::next(at) != arguments.end() ? 2 : 1;
    return at;
}

} // namespace

std::vector<std::string> arguments_of(const CLI::App& program, int argc, char** argv) {
    std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    auto at = command_in(program, arguments);
    if (at == arguments.end() || *at != "search")
        return arguments;
    const CLI::App& search = *program.get_subcommand(*at);
    std::vector<std::string> words;
    std::vector<std::string> result(arguments.begin(), ++at);
    while (at != arguments.end() && *at != "--") {
        const bool option = at->starts_with("--") || *at == "-h";
        const bool with_value = option && wants_value(search, *at);
        (option ? result : words).push_back(std::move(*at++));
        if (with_value && at != arguments.end())
            result.push_back(std::move(*at++));
    }
    if (at != arguments.end())
        words.insert(words.end(), ++at, arguments.end());
    if (!words.empty())
        result.emplace_back("--");
    result.insert(result.end(), words.begin(), words.end());
    return result;
}

std::string command_of(const CLI::App& program, std::vector<std::string> arguments) {
    const auto at = command_in(program, arguments);
    return at == arguments.end() ? std::string() : *at;
}

} // namespace mw::cli
