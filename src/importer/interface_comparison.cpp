#include "importer/interface_comparison.h"

#include "base/utf8.h"
#include "git/objects/commit_links.h"
#include "git/objects/tree_compare.h"
#include "git/setup/error.h"
#include "importer/release_import.h"
#include "importer/steps/parallel.h"

#include <future>
#include <optional>
#include <string_view>
#include <utility>

namespace mw::importer {

namespace {

using interfaces::TreeComparison;

constexpr std::size_t files_in_a_run = 32;
constexpr std::size_t binary_probe = 8000;

/// Nothing where the clone lacks the contents. What is damaged or too large is not to be had
/// either; the lines say so, file by file.
std::optional<git::RawObject> contents_of(const git::Repository& repository,
                                          const git::ObjectId& blob) {
    try {
        return repository.read_if_present(blob, git::ObjectType::blob);
    } catch (const git::DamagedObject&) {
        return std::nullopt;
    } catch (const git::TooLargeObject&) {
        return std::nullopt;
    }
}

/// Kernel files of old have lines in Latin-1 among those in UTF-8.
std::string utf8_lines(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    while (!bytes.empty()) {
        const auto end = bytes.find('\n');
        const auto line = bytes.substr(0, end == std::string_view::npos ? end : end + 1);
        text += git::to_utf8(line);
        bytes.remove_prefix(line.size());
    }
    return text;
}

/// What one thread does: reads files and their items.
class ItemReader {
public:
    struct Result {
        std::size_t task;
        std::optional<interfaces::Items> items; ///< nothing where the clone lacks the contents
    };

    ItemReader(const TreeEnd& from, const TreeEnd& to, const TreeComparison& comparison)
        : old_repository_(from.repository.reopen()), new_repository_(to.repository.reopen()),
          comparison_(comparison) {}

    std::vector<Result> operator()(Run run) {
        std::vector<Result> results;
        for (std::size_t i = run.begin; i < run.end; ++i)
            results.push_back({i, read(comparison_.tasks()[i])});
        return results;
    }

private:
    std::optional<interfaces::Items> read(const TreeComparison::Task& task) const {
        const auto& repository =
            task.side == TreeComparison::Side::old_tree ? old_repository_ : new_repository_;
        const auto blob = contents_of(repository, git::ObjectId::from_bytes(task.id.data()));
        if (!blob)
            return std::nullopt;
        const auto text = blob->data();
        if (text.substr(0, binary_probe).find('\0') != std::string_view::npos)
            return interfaces::Items();
        if (git::is_utf8(text))
            return interfaces::read_items(task.source, task.path, text);
        return interfaces::read_items(task.source, task.path, utf8_lines(text));
    }

    git::Repository old_repository_, new_repository_;
    const TreeComparison& comparison_;
};

TreeComparison::Tree read_interface_tree(const TreeEnd& end) {
    std::vector<git::TreeChange> all;
    git::compare_trees(end.repository, {}, git::tree_of(end.repository, end.commit), all);
    TreeComparison::Tree tree;
    for (auto& file : all) {
        if (git::is_submodule(file.new_mode))
            continue;
        if (interfaces::ExportedHeaders::is_list(file.path))
            if (const auto list = contents_of(end.repository, file.new_id))
                tree.exported.add(file.path, list->data());
        const auto& bytes = file.new_id.bytes;
        if (interfaces::source_of(file.path) != interfaces::Source::none)
            tree.files.push_back({std::move(file.path), {bytes.begin(), bytes.end()}});
    }
    return tree;
}

} // namespace

InterfaceTrees read_interface_trees(const TreeEnd& from, const TreeEnd& to) {
    const auto beside = from.repository.reopen();
    auto from_tree = std::async(std::launch::async, [&beside, commit = from.commit] {
        return read_interface_tree({beside, commit});
    });
    InterfaceTrees trees;
    trees.to = read_interface_tree(to);
    trees.from = from_tree.get();
    return trees;
}

InterfaceComparison compare_interfaces(const TreeEnd& from, const TreeEnd& to, InterfaceTrees trees,
                                       int jobs, std::stop_token stop,
                                       const TreeComparison::CodeFilter& code) {
    TreeComparison comparison(std::move(trees.from), std::move(trees.to), code);
    const auto& tasks = comparison.tasks();
    InterfaceComparison found;
    for_each_run<std::vector<ItemReader::Result>>(
        tasks.size(), worker_count(jobs), files_in_a_run, std::move(stop),
        [&] { return ItemReader(from, to, comparison); },
        [&](std::vector<ItemReader::Result>& results) {
            for (auto& result : results) {
                if (result.items)
                    comparison.add(tasks[result.task], std::move(*result.items));
                else
                    found.unread.push_back(git::path_text(tasks[result.task].path));
            }
        });
    found.differences = comparison.finish();
    return found;
}

} // namespace mw::importer
