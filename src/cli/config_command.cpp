#include "cli/commands.h"
#include "cli/output/output.h"
#include "cli/output/release_choice.h"
#include "cli/output/stop_on_signal.h"
#include "kbuild/config_file.h"
#include "kbuild/read_config.h"
#include "store/read/interface_reader.h"
#include "store/read/reader.h"
#include "store/sql/error.h"
#include "store/user/config_store.h"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <utility>

namespace mw::cli {

namespace {

struct ConfigOptions {
    std::string add, release;
    bool list = false, remove = false;
};

store::KernelConfig known_config(const Options& options) {
    if (const auto store = opened_to_read<store::ConfigStore>(options))
        if (auto config = store->config())
            return std::move(*config);
    throw store::Error("There is no configuration in the database. Add one with: mergewindow-cli "
                       "config --add FILE (a .config, /boot/config-*, or /proc/config.gz)");
}

void forget(const Options& options) {
    known_config(options);
    store::ConfigStore(options.database).remove();
}

void print_counts(const Options& options) {
    const auto config = known_config(options);
    store::ConfigStore store(options.database, store::Access::read);
    for (const auto& release : store.releases()) {
        const auto counts = store.counts(release.id);
        if (options.json) {
            print_json({{"file", config.file},
                        {"architecture", config.architecture},
                        {"release", release.name},
                        {"built_in", counts.built_in},
                        {"module", counts.module},
                        {"header", counts.header},
                        {"cannot_tell", counts.cannot_tell},
                        {"not_built", counts.not_built},
                        {"not_asked", counts.not_asked}});
            continue;
        }
        print_line(fmt::format(
            "{}\t{} touch what {} builds ({} built in, {} modules, {} by headers "
            "alone), {} do not, {} cannot be told",
            release.name, counts.built_in + counts.module + counts.header, config.file,
            counts.built_in, counts.module, counts.header, counts.not_built, counts.cannot_tell));
        if (counts.not_asked > 0)
            fmt::print(stderr,
                       "mergewindow-cli: note: {} changesets of {} were imported since; ask for "
                       "them with: mergewindow-cli config --add {}\n",
                       counts.not_asked, visible(release.name), visible(config.file));
    }
}

void add(const Options& options, const std::string& file) {
    {
        const StopOnSignal stop;
        const auto read = kbuild::read_config(options.database, file, stop.token());
        for (const auto& remark : read.remarks)
            fmt::print(stderr, "mergewindow-cli: note: {}\n", visible(words_of(remark)));
    }
    print_counts(options);
}

/// The first of the detail's lines that begins so, without that.
std::string fact_of(const std::string& detail, const std::string& front) {
    for (std::size_t at = 0; at < detail.size();) {
        const auto end = std::min(detail.find('\n', at), detail.size());
        if (detail.compare(at, front.size(), front) == 0)
            return detail.substr(at + front.size(), end - at - front.size());
        at = end + 1;
    }
    return {};
}

/// New symbols of a release that the configuration says nothing of: what `make oldconfig` may ask.
void print_unanswered(const Options& options, const std::string& name) {
    const auto config = known_config(options);
    const kbuild::ConfigFile answers(config.text);
    store::Reader reader(options.database);
    const auto release = choose_release(reader, name);
    for (const auto& row :
         store::InterfaceReader(options.database).changes(release.id, interfaces::Kind::config)) {
        const auto& change = row.change;
        if (change.change != interfaces::Change::added || answers.answers(change.name))
            continue;
        const auto prompt = change.detail.substr(0, change.detail.find('\n'));
        const auto value = fact_of(change.detail, "default ");
        const auto depends = fact_of(change.detail, "depends on ");
        if (options.json)
            print_json({{"name", change.name},
                        {"prompt", document::or_null(prompt)},
                        {"default", document::or_null(value)},
                        {"depends", document::or_null(depends)},
                        {"path", change.path},
                        {"oid", document::or_null(change.oid)}});
        else
            print_line(fmt::format("{:<32}  {}{}{}", change.name, prompt,
                                   value.empty() ? "" : "  [default " + value + "]",
                                   depends.empty() ? "" : "  (depends on " + depends + ")"));
    }
}

} // namespace

void add_config(CLI::App& program, const Options& options) {
    auto* command = program.add_subcommand(
        "config", "New configuration symbols that your .config does not answer; with --add, read "
                  "the file, by which is:built finds what touches your kernel");
    const auto wanted = std::make_shared<ConfigOptions>();
    auto* add_file = command
                         ->add_option("--add", wanted->add,
                                      "A .config, a file /boot/config-*, or /proc/config.gz")
                         ->type_name("FILE");
    auto* list = command->add_flag("--list", wanted->list, "Count what touches the configuration");
    auto* remove = command->add_flag("--remove", wanted->remove, "Forget the configuration");
    auto* release =
        command->add_option("--release", wanted->release, "Release (default: the newest)")
            ->type_name("NAME");
    add_file->excludes(list, remove, release);
    list->excludes(remove, release);
    remove->excludes(release);
    command->callback([wanted, &options] {
        if (!wanted->add.empty())
            add(options, wanted->add);
        else if (wanted->list)
            print_counts(options);
        else if (wanted->remove)
            forget(options);
        else
            print_unanswered(options, wanted->release);
    });
}

} // namespace mw::cli
