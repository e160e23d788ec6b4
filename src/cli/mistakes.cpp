#include "cli/mistakes.h"

#include "cli/arguments.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <sstream>
#include <string_view>

namespace mw::cli {

namespace {

std::string before(const std::string& text, std::string_view mark) {
    const auto at = text.find(mark);
    return at == std::string::npos ? std::string() : text.substr(0, at);
}

std::string behind(const std::string& text, std::string_view mark) {
    const auto at = text.find(mark);
    return at == std::string::npos ? std::string() : text.substr(at + mark.size());
}

std::string missing(const std::string& command, const std::string& text) {
    const auto what = before(text, " is required");
    if (what.empty())
        return {};
    return what.starts_with('-') ? fmt::format("'{}' needs {}.", command, what)
                                 : fmt::format("'{}' needs an argument: {}.", command, what);
}

/// "The following arguments were not expected: 5 --limt", in whatever order.
std::string too_many(const std::string& command, const std::string& text,
                     const std::vector<std::string>& arguments) {
    std::istringstream listed(behind(text, ": "));
    std::vector<std::string> unexpected;
    for (std::string word; listed >> word;)
        unexpected.push_back(word);
    const auto first = [&](bool option) {
        return std::ranges::find_if(arguments, [&](const std::string& argument) {
            return argument.starts_with('-') == option &&
                   std::ranges::find(unexpected, argument) != unexpected.end();
        });
    };
    if (const auto option = first(true); option != arguments.end())
        return fmt::format("'{}' has no option '{}'.", command, *option);
    if (const auto word = first(false); word != arguments.end())
        return fmt::format("'{}' takes no argument '{}' here.", command, *word);
    return {};
}

/// "--release: 1 required NAME missing", "--release: At Most 1 required but received 2".
std::string number_of_values(const std::string& text) {
    const auto option = before(text, ": ");
    if (option.empty())
        return {};
    if (text.ends_with(" missing"))
        return fmt::format("{} needs a value behind it.", option);
    return text.find("At Most") == std::string::npos
               ? std::string()
               : fmt::format("{} can be given only once.", option);
}

/// "--by: moon not in {author,day}", or a sentence of ours.
std::string invalid(const std::string& text) {
    const auto option = before(text, ": "), rest = behind(text, ": ");
    const auto value = before(rest, " not in {");
    auto known = behind(rest, " not in {");
    if (value.empty() || !known.ends_with('}'))
        return option.starts_with('-') ? text : rest;
    known.pop_back();
    std::string list;
    for (const char c : known)
        list.append(c == ',' ? ", " : std::string(1, c));
    return fmt::format("{}: '{}' is none of {}.", option, value, list);
}

std::string sentence_of(const std::string& command, const CLI::ParseError& error,
                        const std::vector<std::string>& arguments) {
    const std::string text = error.what();
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr)
        return missing(command, text);
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr)
        return too_many(command, text, arguments);
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
        return number_of_values(text);
    if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr)
        return invalid(text);
    if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr &&
        !before(text, " = ").empty())
        return fmt::format("{}: '{}' is no value that it takes.", behind(before(text, " = "), ": "),
                           behind(text, " = "));
    if (dynamic_cast<const CLI::RequiresError*>(&error) != nullptr &&
        !before(text, " requires ").empty())
        return fmt::format("{} needs {} as well.", before(text, " requires "),
                           behind(text, " requires "));
    return {};
}

} // namespace

std::string mistake_in_words(const CLI::App& program, const CLI::ParseError& error,
                             const std::vector<std::string>& arguments) {
    const auto commands = program.get_subcommands();
    if (commands.empty()) {
        const auto name = command_of(program, arguments);
        return name.empty() ? "Which command is missing, as in: mergewindow-cli releases. "
                              "'mergewindow-cli --help' lists all."
                            : fmt::format("There is no command '{}'. 'mergewindow-cli --help' "
                                          "lists all.",
                                          name);
    }
    const auto command = commands.front()->get_name();
    auto sentence = sentence_of(command, error, arguments);
    if (sentence.empty())
        sentence = error.what();
    if (!sentence.ends_with('.'))
        sentence += '.';
    return fmt::format("{} 'mergewindow-cli {} --help' says what it takes.", sentence, command);
}

std::function<std::string(const std::string&)> whole_number(std::int64_t least, std::int64_t most) {
    return [least, most](const std::string& text) -> std::string {
        std::int64_t number = 0;
        const auto* const end = text.data() + text.size();
        const auto read = std::from_chars(text.data(), end, number);
        if (read.ec == std::errc() && read.ptr == end && number >= least && number <= most)
            return {};
        return most == std::numeric_limits<std::int64_t>::max()
                   ? fmt::format("'{}' is no whole number from {} on.", text, least)
                   : fmt::format("'{}' is no whole number from {} to {}.", text, least, most);
    };
}

} // namespace mw::cli
