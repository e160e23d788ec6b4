#include "importer/project.h"

#include "git/objects/commit_page.h"
#include "git/setup/error.h"
#include "importer/data/data_files.h"
#include "store/user/project_store.h"

#include <algorithm>

namespace mw::importer {

namespace fs = std::filesystem;

namespace {

const char* const projects_folder = "projects";
/// What a person calls the rules of data/sections.toml.
const char* const kernel_rules = "linux";

std::vector<fs::path> project_files() {
    std::vector<fs::path> files;
    std::error_code error;
    // A folder that is not there says that no other project is known.
    for (const auto& entry :
         fs::directory_iterator(data_file("sections.toml").parent_path() / projects_folder, error))
        if (entry.path().extension() == ".toml")
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

bool holds(const git::Repository& repository, const git::ObjectId& commit,
           const classify::RulesProject& project) {
    return !project.holds.empty() &&
           std::ranges::all_of(project.holds, [&](const std::string& path) {
               return repository.blob_at(commit, path).has_value();
           });
}

/// "v6.6.93", and "v2.6.35.4" before version 3: a stable release, whose changesets the mainline
/// does not have under these ids.
bool is_stable_tag(std::string_view tag) {
    if (!tag.starts_with('v') || tag.find_first_not_of("0123456789.", 1) != std::string_view::npos)
        return false;
    return std::ranges::count(tag, '.') == (tag.starts_with("v2.6.") ? 3 : 2);
}

/// Of the kernel the mainline's server is known, and that of the stable releases.
std::string page_of_commits(const git::Repository& repository, const store::Project& project,
                            std::string_view tag) {
    auto page = git::commit_page_of(repository);
    const bool elsewhere = !page.empty() && page != git::mainline_page;
    if (elsewhere || !project.rules.empty() || !is_stable_tag(tag))
        return page;
    return std::string(git::stable_page);
}

void note_rules(const RulesFiles& rules, const classify::Rules& read, store::Project& project) {
    const bool projects = rules.shipped.parent_path().filename() == projects_folder;
    project.rules = projects ? rules.shipped.stem().string() : std::string();
    project.titles = read.project().titles;
}

} // namespace

RulesFiles rules_called(const fs::path& wanted) {
    if (wanted == kernel_rules)
        return RulesFiles::find({});
    const auto files = project_files();
    const auto named = std::ranges::find(files, wanted, &fs::path::stem);
    return RulesFiles::find(named == files.end() ? wanted : *named);
}

RulesFiles rules_for_import(const fs::path& wanted, const git::Repository& repository,
                            const git::ObjectId& commit) {
    if (!wanted.empty())
        return rules_called(wanted);
    for (const auto& file : project_files())
        if (holds(repository, commit, classify::Rules::load(file)->project()))
            return RulesFiles::find(file);
    return RulesFiles::find({});
}

RulesFiles rules_of_release(const fs::path& database, const std::string& release) {
    return rules_called(store::ProjectStore(database, store::Access::read).of(release).rules);
}

void keep_rules(const fs::path& database, const std::string& release, const RulesFiles& rules) {
    store::ProjectStore projects(database);
    auto project = projects.of(release);
    note_rules(rules, *rules.load(), project);
    projects.put(release, project);
}

void keep_project(const ImportRequest& request, const git::Repository& repository,
                  const RulesFiles& rules, const classify::Rules& read,
                  const std::string& release) {
    store::Project project;
    project.given_page = request.commit_page;
    note_rules(rules, read, project);
    project.origin_page = page_of_commits(repository, project, request.to);
    store::ProjectStore(request.database).put(release, project);
}

} // namespace mw::importer
