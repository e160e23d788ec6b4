#include "base/error.h"
#include "manual/manual.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>

namespace mw::manual {

namespace {

using completion::Command;
using completion::Option;
using completion::Program;
using completion::Value;

/// Text that stands for itself.
std::string escaped_markdown(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (std::string_view("*_<[]`\\").find(c) != std::string_view::npos)
            escaped += '\\';
        escaped += c;
    }
    return escaped;
}

/// "**--limit** *N*"
std::string option_in_markdown(const Option& option) {
    std::string text;
    for (const auto& name : option.names)
        text += fmt::format("{}**{}**", text.empty() ? "" : ", ", name);
    if (!option.value.name.empty())
        text += fmt::format("{}*{}*{}", text.empty() ? "" : " ", option.value.name,
                            option.value.several ? " …" : "");
    return text;
}

std::string synopsis(const Command& command) {
    std::string text = fmt::format("**{}**", command.name);
    const auto append = [&text](const Option& option) {
        const auto shown = option_in_markdown(option);
        text += option.value.required ? " " + shown : fmt::format(" \\[{}\\]", shown);
    };
    std::ranges::for_each(command.options, append);
    std::ranges::for_each(command.arguments, append);
    return text + "\n";
}

std::string list_of(const std::vector<Option>& options) {
    std::string text;
    for (const auto& option : options)
        text +=
            fmt::format("- {}: {}.\n", option_in_markdown(option), escaped_markdown(option.help));
    return text;
}

/// A command's part, with the words of the source or else of the parser.
std::string part_of(const Command& command, std::string words) {
    if (words.find_first_not_of(" \n") == std::string::npos)
        words = "\n" + escaped_markdown(command.help) + ".\n";
    words.erase(words.find_last_not_of('\n') + 1);
    const std::string options = list_of(command.arguments) + list_of(command.options);
    words += "\n\n" + options + (options.empty() ? "" : "\n");
    return fmt::format("### {}\n\n{}{}", command.name, synopsis(command), words);
}

/// Reads the source line by line; cases are those of with_options().
class Expansion {
public:
    explicit Expansion(const Program& program) : program_(program) {}

    void add(const std::string& line) {
        if (line.starts_with("## ")) {
            end_commands();
            in_commands_ = line == "## Commands";
        } else if (in_commands_ && line.starts_with("### ")) {
            end_command();
            begin_command(line.substr(4));
            return;
        }
        if (command_ != nullptr)
            words_ += line + "\n";
        else if (line == "<!-- options -->")
            text_ += list_of(program_.options);
        else
            text_ += line + "\n";
    }

    std::string finish() {
        end_commands();
        return std::move(text_);
    }

private:
    void begin_command(const std::string& name) {
        const auto found = std::ranges::find(program_.commands, name, &Command::name);
        if (found == program_.commands.end())
            throw base::Error("The manual describes a command '{}', which there is not.", name);
        command_ = &*found;
        described_.insert(name);
    }

    void end_command() {
        if (command_ != nullptr)
            text_ += part_of(*command_, std::move(words_));
        words_.clear();
        command_ = nullptr;
    }

    void end_commands() {
        end_command();
        if (!in_commands_)
            return;
        for (const auto& command : program_.commands)
            if (!described_.contains(command.name))
                text_ += part_of(command, {});
        in_commands_ = false;
    }

    const Program& program_;
    std::string text_, words_;
    const Command* command_ = nullptr; ///< whose words are being read
    bool in_commands_ = false;
    std::set<std::string> described_;
};

} // namespace

std::string with_options(std::string_view markdown, const Program& program) {
    Expansion expansion(program);
    std::istringstream lines{std::string(markdown)};
    for (std::string line; std::getline(lines, line);)
        expansion.add(line);
    return expansion.finish();
}

} // namespace mw::manual
