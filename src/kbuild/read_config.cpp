#include "kbuild/read_config.h"

#include "base/error.h"
#include "base/utf8.h"
#include "git/objects/commit_links.h"
#include "git/objects/repository.h"
#include "git/objects/tree_compare.h"
#include "git/setup/error.h"
#include "kbuild/build_map.h"
#include "kbuild/config_file.h"
#include "kbuild/includes.h"
#include "store/sql/error.h"
#include "store/user/config_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <unordered_map>
#include <zlib.h>

namespace mw::kbuild {

namespace {

/// A configuration of today has some 300 KB.
constexpr std::size_t largest_config = std::size_t{32} << 20;

std::string read_file(const std::filesystem::path& file) {
    struct Close {
        void operator()(gzFile_s* open) const { gzclose(open); }
    };
    // Reads what is not compressed as it is.
    const std::unique_ptr<gzFile_s, Close> input(gzopen(file.c_str(), "rb"));
    std::string text, piece(std::size_t{64} << 10, '\0');
    int count = input ? 1 : -1, error = Z_OK;
    while (count > 0 && error == Z_OK && text.size() <= largest_config) {
        count = gzread(input.get(), piece.data(), static_cast<unsigned>(piece.size()));
        text.append(piece, 0, static_cast<std::size_t>(std::max(count, 0)));
        // That a file is cut off is told with its last bytes: zlib 1.3.2 forgets it behind them.
        gzerror(input.get(), &error);
    }
    if (error == Z_DATA_ERROR)
        throw base::Error("{} cannot be read: it is damaged.", file);
    if (error == Z_BUF_ERROR)
        throw base::Error("{} cannot be read: it is cut off.", file);
    if (count < 0)
        throw base::Error("{} cannot be read.", file);
    if (text.size() > largest_config)
        throw base::Error(
            "{} is no kernel configuration: unpacked it has more than {} MB, and one of "
            "today has less than one.",
            file, largest_config >> 20);
    return text;
}

bool ends_with_any(std::string_view path, std::initializer_list<std::string_view> endings) {
    return std::ranges::any_of(endings,
                               [path](std::string_view ending) { return path.ends_with(ending); });
}

bool is_source(std::string_view path) {
    return ends_with_any(path, {".c", ".S", ".rs"});
}

/// The files of a release's end.
class EndTree {
public:
    EndTree(const git::Repository& repository, const git::ObjectId& commit)
        : repository_(repository) {
        std::vector<git::TreeChange> files;
        git::compare_trees(repository, {}, git::tree_of(repository, commit), files);
        for (auto& file : files)
            blobs_.emplace(git::path_text(file.path), file.new_id);
    }

    bool has(const std::string& path) const { return blobs_.contains(path); }

    /// Nothing where there is no such file, or the clone lacks its contents.
    std::optional<std::string> read(const std::string& path) {
        const auto blob = blobs_.find(path);
        if (blob == blobs_.end())
            return std::nullopt;
        const auto object = repository_.read_if_present(blob->second, git::ObjectType::blob);
        if (!object) {
            ++unread_;
            return std::nullopt;
        }
        return std::string(object->data());
    }

    std::vector<std::string> sources() const {
        std::vector<std::string> paths;
        for (const auto& [path, blob] : blobs_)
            if (is_source(path))
                paths.push_back(path);
        std::ranges::sort(paths);
        return paths;
    }

    std::size_t unread() const { return unread_; }

private:
    const git::Repository& repository_;
    std::unordered_map<std::string, git::ObjectId> blobs_;
    std::size_t unread_ = 0;
};

store::BuildState state_of_file(const std::string& path, const BuildMap& build,
                                const IncludeMap& includes) {
    using store::BuildState;
    const auto of_source = is_source(path) ? build.of_source(path) : Built::no;
    if (of_source == Built::built_in)
        return BuildState::built_in;
    if (of_source == Built::module)
        return BuildState::module;
    const auto included = includes.of(path);
    // A source that is part of another is compiled as that one is.
    if (included == Built::built_in || included == Built::module)
        return !is_source(path)              ? BuildState::header
               : included == Built::built_in ? BuildState::built_in
                                             : BuildState::module;
    return of_source == Built::cannot_tell || included == Built::cannot_tell
               ? BuildState::cannot_tell
               : BuildState::not_built;
}

std::vector<store::BuildAnswer> answers_of(const ConfigFile& config,
                                           const std::string& architecture,
                                           const store::Release& release, store::ConfigStore& store,
                                           std::stop_token stop) {
    const git::Repository repository(release.repository, stop);
    const auto end = git::ObjectId::from_hex(release.to_oid);
    if (!end)
        throw base::Error("its end is not known");
    EndTree tree(repository, *end);
    const FileReader files = [&tree, &stop](const std::string& path) {
        if (stop.stop_requested())
            throw git::Stopped();
        return tree.read(path);
    };
    const BuildMap build(config, architecture, files);
    if (tree.unread() > 0)
        throw base::Error("the contents of its Makefiles were left out of this partial clone ('git "
                          "fetch --refetch --no-filter' run there brings all contents)");
    if (build.objects().empty() || !tree.has("arch/" + build.architecture() + "/Makefile"))
        throw base::Error("its tree builds nothing for arch/{}", architecture);
    const auto sources = tree.sources();
    const IncludeMap includes(
        build, build.architecture(), sources, files,
        [&tree](const std::string& path) { return tree.has(path); }, stop);
    if (stop.stop_requested())
        throw git::Stopped();
    std::vector<store::BuildAnswer> answers;
    for (const auto& question : store.questions(release.id)) {
        store::BuildAnswer answer{question.oid, store::BuildState::not_built};
        for (const auto& path : question.paths)
            answer.state = std::max(answer.state, state_of_file(path, build, includes));
        answers.push_back(std::move(answer));
    }
    return answers;
}

/// of: its text and where it was read from.
ReadConfig ask(store::ConfigStore& store, store::KernelConfig of, const std::stop_token& stop,
               const ConfigProgress& progress) {
    const ConfigFile config(of.text);
    ReadConfig result;
    result.architecture = architecture_of(config);
    result.symbols = config.size();
    if (result.architecture.empty())
        throw base::Error(
            "{} is no kernel configuration: give a .config, a file /boot/config-*, or "
            "/proc/config.gz.",
            of.file);
    std::vector<store::BuildAnswer> answers;
    bool any = false;
    for (const auto& release : store.releases()) {
        try {
            if (progress)
                progress(release.name);
            auto more = answers_of(config, result.architecture, release, store, stop);
            std::ranges::move(more, std::back_inserter(answers));
            any = true;
        } catch (const git::Stopped&) {
            throw;
        } catch (const std::runtime_error& error) {
            result.remarks.push_back(
                base::Message("{} could not be asked: {}", release.name, base::message_of(error)));
        }
    }
    if (!any && result.remarks.empty())
        throw base::Error("There is no imported release yet. Import one first.");
    if (!any)
        throw base::Error(result.remarks.front());
    of.architecture = result.architecture;
    of.read_at = std::chrono::duration_cast<std::chrono::seconds>(
                     std::chrono::system_clock::now().time_since_epoch())
                     .count();
    store.put(of, answers);
    return result;
}

} // namespace

ReadConfig read_config(const std::filesystem::path& database, const std::filesystem::path& file,
                       const std::stop_token& stop, const ConfigProgress& progress) {
    store::KernelConfig config;
    std::error_code error;
    const auto absolute = std::filesystem::absolute(file, error);
    config.file = error ? file.string() : absolute.string();
    config.text = git::to_utf8(read_file(file));
    store::ConfigStore store(database);
    return ask(store, std::move(config), stop, progress);
}

ReadConfig renew_config(const std::filesystem::path& database, const std::stop_token& stop,
                        const ConfigProgress& progress) {
    store::ConfigStore store(database);
    auto config = store.config();
    if (!config)
        throw store::Error("There is no configuration in the database.");
    return ask(store, std::move(*config), stop, progress);
}

} // namespace mw::kbuild
