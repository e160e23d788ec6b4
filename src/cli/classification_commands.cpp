#include "cli/commands.h"
#include "cli/output/output.h"
#include "importer/project.h"
#include "importer/reclassify.h"
#include "store/read/reader.h"
#include "store/sql/error.h"
#include "store/user/annotations.h"
#include "store/user/section_overrides.h"

#include <fmt/format.h>

#include <fstream>
#include <memory>
#include <sstream>

namespace mw::cli {

namespace {

using store::Annotation;

/// The ids in full, so that a slip of the pen is noticed before anything is written.
std::vector<std::string> full_ids(store::Reader& reader, const std::vector<std::string>& ids) {
    std::vector<std::string> full;
    for (const auto& id : ids) {
        const auto commit = reader.commit_by_oid(id);
        if (!commit)
            throw store::Error("The database has no commit '{}'.", id);
        full.push_back(commit->row.oid);
    }
    return full;
}

void put(const Options& options, const std::string& section, const std::vector<std::string>& ids) {
    const auto place = store::section_key_from_text(section);
    store::Reader reader(options.database);
    const auto full = full_ids(reader, ids);
    store::AnnotationStore(options.database).change(full, [&](Annotation& own) {
        own.place = place;
    });
}

void put_back(const Options& options, const std::vector<std::string>& ids) {
    store::Reader reader(options.database);
    const auto full = full_ids(reader, ids);
    store::AnnotationStore(options.database).change(full, [](Annotation& own) {
        own.place.reset();
    });
}

void print_choices(const Options& options) {
    const auto personal = store::Reader(options.database).personal();
    if (options.json) {
        for (const auto& own : personal)
            if (own.place)
                print_json(to_json(own));
        return;
    }
    std::ostringstream lines;
    store::write_section_overrides(lines, store::choices_among(personal));
    std::istringstream list(lines.str());
    for (std::string line; std::getline(list, line);)
        print_data_line(line);
}

/// Takes the lines that print_choices() writes; all of them or none.
void read_section_overrides(const Options& options, const std::string& file) {
    std::ifstream stream(file);
    if (!stream)
        throw store::Error("{} cannot be read.", file);
    const auto choices = store::read_section_overrides(stream, file);
    std::vector<std::string> ids;
    for (const auto& choice : choices)
        ids.push_back(choice.oid);
    std::size_t next = 0;
    store::AnnotationStore(options.database).change(ids, [&](Annotation& own) {
        own.place = choices[next++].place;
    });
    fmt::print(stderr, "mergewindow-cli: {} choices read from {}.\n", ids.size(), file);
}

void sort_anew(const Options& options, const std::string& name, const std::string& rules) {
    std::vector<std::string> names;
    for (const auto& release : store::Reader(options.database).releases())
        if (!release.bundled && (name.empty() || release.name == name))
            names.push_back(release.name);
    if (names.empty())
        throw store::Error(name.empty()
                               ? base::Message("The database holds no imported release.")
                               : base::Message("The database has no imported release '{}'.", name));
    for (const auto& release : names) {
        const auto files = rules.empty() ? importer::rules_of_release(options.database, release)
                                         : importer::rules_called(rules);
        importer::sort_release(options.database, release, files);
        importer::keep_rules(options.database, release, files);
        fmt::print(stderr, "mergewindow-cli: {} is sorted anew.\n", release);
    }
}

} // namespace

void add_sort(CLI::App& program, const Options& options) {
    auto* command =
        program.add_subcommand("sort", "Sort releases anew by changed rules, without their clone");
    const auto release = std::make_shared<std::string>(), rules = std::make_shared<std::string>();
    command->add_option("--release", *release, "Release (default: every imported one)")
        ->type_name("NAME");
    command
        ->add_option("--rules", *rules,
                     "Section rules: a file, or barebox, git, linux or u-boot (default: as before)")
        ->type_name("FILE");
    command->callback([=, &options] { sort_anew(options, *release, *rules); });
}

void add_put(CLI::App& program, const Options& options) {
    auto* command = program.add_subcommand("put", "Put commits into a section of your own choice");
    const auto section = std::make_shared<std::string>();
    const auto ids = std::make_shared<std::vector<std::string>>();
    const auto back = std::make_shared<bool>(false);
    command->add_flag("--back", *back, "Take your choice back: the rules decide again");
    auto* where = command->add_option("--into", *section, "Section, as in core or hardware/usb")
                      ->type_name("SECTION");
    command->add_option("id", *ids, "Commit ids")->required();
    command->callback([=, &options] {
        if (*back == (where->count() > 0))
            throw CLI::ValidationError("put", "Give either --into SECTION or --back.");
        if (*back)
            put_back(options, *ids);
        else
            put(options, *section, *ids);
    });
}

void add_section_overrides(CLI::App& program, const Options& options) {
    auto* command = program.add_subcommand(
        "choices", "List your own sections, as lines that another database can read");
    const auto file = std::make_shared<std::string>();
    command->add_option("--read", *file, "Take the choices of such a file over")->type_name("FILE");
    command->callback([=, &options] {
        if (file->empty())
            print_choices(options);
        else
            read_section_overrides(options, *file);
    });
}

} // namespace mw::cli
