#include "own_kernel/own_kernel_engine.h"

#include "git/objects/tags.h"
#include "git/setup/error.h"
#include "kbuild/config_file.h"
#include "kbuild/read_config.h"
#include "own_kernel/tree_queries.h"
#include "store/read/interface_reader.h"
#include "store/sql/error.h"
#include "trees/read_tree.h"

#include <algorithm>
#include <utility>

namespace mw::ui {

namespace {

using Step = OwnKernelEngine::Step;

kbuild::ConfigProgress buildProgress(const OwnKernelEngine::Progress& progress) {
    return [&progress](const std::string& release) {
        progress({Step::Kind::Building, release, 0, 0});
    };
}

} // namespace

store::Reader& OwnKernelEngine::reader() {
    if (!reader_)
        reader_.emplace(file());
    return *reader_;
}

std::optional<std::int64_t> OwnKernelEngine::hits(store::RowId release, const std::string& query) {
    store::CommitQuery wanted;
    wanted.release = release;
    wanted.text = query;
    try {
        return static_cast<std::int64_t>(reader().find(wanted).size());
    } catch (const store::QueryError&) {
        return std::nullopt; // nothing of the release was asked for: there is no number to show
    }
}

OwnKernelFacts OwnKernelEngine::facts(std::optional<store::RowId> release) {
    OwnKernelFacts facts;
    facts.trees = store::TreeStore(file(), store::Access::read).all();
    store::ConfigStore configs(file(), store::Access::read);
    facts.config = configs.config();
    if (!release)
        return facts;
    for (const auto& [tree, counts] : facts.trees) {
        const TreeQueries queries(tree.name);
        const auto count = [&](const QString& query) {
            return hits(*release, query.toStdString());
        };
        facts.lacks.push_back({count(queries.fixesLacking), count(queries.cveFixesLacking),
                               count(queries.fixesUnknown), count(queries.lacking),
                               count(queries.there), count(queries.unknown)});
    }
    facts.cveFixes = hits(*release, "is:cve-fix").value_or(0);
    facts.cveCauses = hits(*release, "is:cve-cause").value_or(0);
    if (!facts.config)
        return facts;
    facts.builds = configs.counts(*release);
    const auto releases = reader().releases();
    const auto here = std::ranges::find(releases, *release, &store::Release::id);
    facts.symbolsKnown = here != releases.end() && here->interfaces == store::InterfaceState::read;
    const kbuild::ConfigFile answers(facts.config->text);
    for (auto& row : store::InterfaceReader(file()).changes(*release, interfaces::Kind::config))
        if (row.change.change == interfaces::Change::added && !answers.answers(row.change.name))
            facts.unanswered.push_back(std::move(row));
    return facts;
}

std::vector<std::optional<std::int64_t>>
OwnKernelEngine::count(const store::CommitQuery& query, const std::vector<std::string>& terms,
                       const std::stop_token& stop) {
    std::vector<std::optional<std::int64_t>> counts;
    for (const auto& term : terms) {
        if (stop.stop_requested())
            break;
        auto narrowed = query;
        narrowed.sort = store::SortKey::landing;
        narrowed.within += (narrowed.within.empty() ? "" : " ") + term;
        try {
            counts.emplace_back(static_cast<std::int64_t>(reader().find(narrowed).size()));
        } catch (const store::QueryError&) {
            counts.emplace_back(); // the list says what is wrong with its search
        }
    }
    return counts;
}

std::vector<std::string> OwnKernelEngine::revisions(const std::string& repository) {
    auto names = git::list_branches(repository);
    for (auto& tag : git::list_tags(repository))
        names.push_back(std::move(tag.name));
    return names;
}

cve::ImportedRecords OwnKernelEngine::readRecords(const std::string& path,
                                                  const std::stop_token& stop,
                                                  const Progress& progress) const {
    return cve::import_records(file(), path, stop, [&progress](std::size_t done) {
        progress({Step::Kind::Records, {}, done, 0});
    });
}

store::Tree OwnKernelEngine::readTree(const TreeWish& wish, const std::stop_token& stop,
                                      const Progress& progress) const {
    return trees::read_tree({file(), wish.name, wish.repository, wish.revision}, stop,
                            [&](trees::TreeStage stage, std::size_t done, std::size_t total) {
                                progress({stage == trees::TreeStage::reading
                                              ? Step::Kind::History
                                              : Step::Kind::Comparing,
                                          wish.name, done, total});
                            });
}

std::vector<base::Message> OwnKernelEngine::readConfig(const std::string& config,
                                                       const std::stop_token& stop,
                                                       const Progress& progress) const {
    return kbuild::read_config(file(), config, stop, buildProgress(progress)).remarks;
}

std::vector<base::Message> OwnKernelEngine::catchUp(const std::stop_token& stop,
                                                    const Progress& progress) const {
    std::vector<base::Message> remarks;
    const auto attempt = [&remarks](const std::string& what, const auto& read) {
        try {
            read();
        } catch (const git::Stopped&) {
            throw;
        } catch (const std::runtime_error& error) {
            remarks.push_back(base::Message("{}: {}", what, base::message_of(error)));
        }
    };
    const auto trees = store::TreeStore(file(), store::Access::read).all();
    for (const auto& known : trees) {
        const auto& tree = known.first;
        if (known.second.not_asked > 0)
            attempt(tree.name, [&] {
                readTree({tree.name, tree.repository, tree.revision}, stop, progress);
            });
    }
    store::ConfigStore configs(file(), store::Access::read);
    const auto config = configs.config();
    std::int64_t open = 0;
    for (const auto& release : configs.releases())
        open += config ? configs.counts(release.id).not_asked : 0;
    if (open > 0)
        attempt(config->file, [&] {
            for (auto& remark : kbuild::renew_config(file(), stop, buildProgress(progress)).remarks)
                remarks.push_back(std::move(remark));
        });
    return remarks;
}

void OwnKernelEngine::removeTree(const std::string& name) const {
    store::TreeStore(file()).remove(name);
}

void OwnKernelEngine::removeConfig() const {
    store::ConfigStore(file()).remove();
}

} // namespace mw::ui
