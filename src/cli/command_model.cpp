#include "cli/command_model.h"

#include "base/error.h"
#include "completion/scripts.h"
#include "manual/manual.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

namespace mw::cli {

namespace {

/// "{csv,json}", which the parser puts behind the name of a value that is one of several.
std::vector<std::string> choices_in(const std::string& type) {
    std::vector<std::string> choices;
    auto at = type.find('{');
    while (at != std::string::npos && type[at] != '}') {
        const auto end = type.find_first_of(",}", ++at);
        choices.push_back(type.substr(at, end - at));
        at = end;
    }
    return choices;
}

completion::Value value_of(const CLI::Option& option) {
    completion::Value value;
    value.required = option.get_required();
    value.several = option.get_items_expected_max() > 1;
    if (option.get_items_expected_max() == 0)
        return value;
    const std::string type = option.get_type_name();
    value.name = type.substr(0, type.find_first_of(": "));
    value.choices = choices_in(type);
    value.kind = value.choices.empty() ? completion::kind_of_name(value.name)
                                       : completion::ValueKind::choice;
    return value;
}

completion::Option option_of(const CLI::Option& option) {
    completion::Option made{{}, option.get_description(), value_of(option)};
    for (const auto& name : option.get_snames())
        made.names.push_back("-" + name);
    for (const auto& name : option.get_lnames())
        made.names.push_back("--" + name);
    if (made.names.empty()) {
        made.value.name = option.get_name();
        std::ranges::transform(made.value.name, made.value.name.begin(),
                               [](unsigned char c) { return std::toupper(c); });
    }
    return made;
}

void fill(completion::Command& command, const CLI::App& app) {
    command.name = app.get_name();
    command.help = app.get_description();
    for (const auto* option : app.get_options())
        if (!option->get_group().empty())
            (option->get_positional() ? command.arguments : command.options)
                .push_back(option_of(*option));
}

} // namespace

completion::Program program_of(const CLI::App& app) {
    completion::Program program;
    fill(program, app);
    for (const auto* sub : app.get_subcommands([](const CLI::App*) { return true; }))
        if (!sub->get_group().empty())
            fill(program.commands.emplace_back(), *sub);
    // Each command has its own --help; it is the program's.
    for (auto& command : program.commands)
        std::erase_if(command.options, [&](const completion::Option& option) {
            return std::ranges::any_of(program.options, [&](const completion::Option& known) {
                return known.names == option.names;
            });
        });
    return program;
}

void add_generate(CLI::App& program) {
    auto* command = program.add_subcommand("generate", "Print what is made of the option parser");
    command->group("");
    const auto what = std::make_shared<std::string>(), day = std::make_shared<std::string>();
    const auto source = std::make_shared<std::filesystem::path>();
    command->add_option("what", *what, "bash, zsh, fish, man or html")->required();
    command->add_option("source", *source, "Of man and html: the manual's file in Markdown");
    command->add_option("--day", *day, "Of man: the day in the page's foot")->type_name("DAY");
    command->callback([=, &program] {
        const auto model = program_of(program);
        if (*what != "man" && *what != "html") {
            fmt::print("{}", completion::script(model, *what));
            return;
        }
        std::ifstream file(*source);
        if (!file)
            throw base::Error("{} cannot be read.", source->string());
        const std::string text(std::istreambuf_iterator<char>(file), {});
        const auto manual = manual::with_options(text, model);
        fmt::print("{}", *what == "html" ? manual::html_page(manual)
                                         : manual::man_page(manual, {source->stem().string(), *day,
                                                                     MW_VERSION}));
    });
}

} // namespace mw::cli
