#include "cli/commands.h"
#include "cli/output/output.h"
#include "store/sql/error.h"
#include "store/user/employer_store.h"
#include "store/user/stars.h"

#include <fmt/format.h>

#include <array>
#include <memory>

namespace mw::cli {

namespace {

using Kind = store::Star::Kind;

struct StarRequest {
    std::string subsystem, path, person;
    bool remove = false;
};

void list_stars(const Options& options) {
    const auto stars = opened_to_read<store::Stars>(options);
    if (!stars)
        return;
    for (const auto& star : stars->all()) {
        if (options.json)
            print_json({{"kind", store::to_string(star.kind)}, {"name", star.name}});
        else
            print_line(fmt::format("{:<10} {}", store::to_string(star.kind), star.name));
    }
}

void star(const Options& options, const StarRequest& request) {
    bool any = false;
    for (const auto& [kind, name] :
         std::array{std::pair(Kind::subsystem, request.subsystem),
                    std::pair(Kind::path, request.path), std::pair(Kind::person, request.person)}) {
        if (name.empty())
            continue;
        any = true;
        store::Stars stars(options.database);
        if (!request.remove) {
            stars.add(kind, name);
            if (!stars.finds(kind, name))
                fmt::print(stderr,
                           "mergewindow-cli: note: no changeset of the releases here is of the {} "
                           "'{}'; is it written as the clone has it? It has its star.\n",
                           store::to_string(kind), visible(name));
        } else if (!stars.remove(kind, name))
            throw store::Error("The {} '{}' has no star. 'mergewindow-cli star' lists "
                               "those that have one.",
                               store::to_string(kind), name);
    }
    if (!any && request.remove)
        throw store::Error("Say what loses its star: --subsystem, --path or --person NAME.");
    if (!any)
        list_stars(options);
}

struct EmployerRequest {
    std::string read;
    bool remove = false;
};

void print_map(const Options& options) {
    const auto employers = opened_to_read<store::EmployerStore>(options);
    const auto map = employers ? employers->map() : std::nullopt;
    if (!map)
        throw store::Error("No map of employers is known yet. Read one with: mergewindow-cli "
                           "employers --read FILE (in the form of gitdm)");
    const auto lines = store::Employers(map->text).lines();
    if (options.json)
        print_json({{"file", map->file}, {"lines", lines.read}, {"unread", lines.unread}});
    else
        print_line(fmt::format("{}: {} lines{}", map->file, lines.read,
                               lines.unread == 0
                                   ? std::string()
                                   : fmt::format(", and {} that cannot be read", lines.unread)));
}

void employers(const Options& options, const EmployerRequest& request) {
    if (request.remove) {
        store::EmployerStore(options.database).remove();
        return;
    }
    if (!request.read.empty())
        store::EmployerStore(options.database).put(store::read_employer_map(request.read));
    print_map(options);
}

} // namespace

void add_star(CLI::App& program, const Options& options) {
    auto* command = program.add_subcommand(
        "star", "Star what you look after: is:mine finds its changesets; alone, list the stars");
    const auto request = std::make_shared<StarRequest>();
    command->add_option("--subsystem", request->subsystem, "By its name in MAINTAINERS")
        ->type_name("NAME");
    command->add_option("--path", request->path, "A file, or all below a folder")
        ->type_name("PATH");
    command->add_option("--person", request->person, "An author, by name or address")
        ->type_name("NAME");
    command->add_flag("--remove", request->remove, "Take the star away again");
    command->callback([=, &options] { star(options, *request); });
}

void add_employers(CLI::App& program, const Options& options) {
    auto* command = program.add_subcommand(
        "employers", "Say who worked for whom, for figures by employer; alone, say what is known");
    const auto request = std::make_shared<EmployerRequest>();
    auto* read = command
                     ->add_option("--read", request->read,
                                  "A map in the form of gitdm: lines 'domain employer < date', "
                                  "or its configuration with EmailMap and EmailAliases")
                     ->type_name("FILE");
    command->add_flag("--remove", request->remove, "Forget the map")->excludes(read);
    command->callback([=, &options] { employers(options, *request); });
}

} // namespace mw::cli
