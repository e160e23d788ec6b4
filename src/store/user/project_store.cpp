#include "store/user/project_store.h"

#include "store/sql/sql_values.h"
#include "store/user/access_mode.h"

#include <algorithm>
#include <sstream>

namespace mw::store {

using SQLite::Statement;

namespace {

/// A line for each: key, tab, title.
std::string stored_titles(const Project& project) {
    std::string lines;
    for (const auto& [key, title] : project.titles)
        lines.append(classify::to_string(key)).append("\t").append(title).append("\n");
    return lines;
}

void read_titles(const std::string& stored, Project& project) {
    std::istringstream lines(stored);
    for (std::string line; std::getline(lines, line);) {
        const auto tab = line.find('\t'), slash = line.find('/');
        if (tab == std::string::npos)
            continue;
        const auto section = classify::section_from_key(line.substr(0, std::min(slash, tab)));
        const auto subgroup = classify::subgroup_from_key(
            slash < tab ? line.substr(slash + 1, tab - slash - 1) : std::string());
        if (section && subgroup) // a later program may know more of them
            project.titles.push_back({{*section, *subgroup}, line.substr(tab + 1)});
    }
}

/// From a row that begins with these columns.
Project read_project(Statement& select) {
    Project project;
    project.rules = select.getColumn(0).getString();
    project.origin_page = select.getColumn(1).getString();
    project.given_page = select.getColumn(2).getString();
    read_titles(select.getColumn(3).getString(), project);
    return project;
}

} // namespace

struct ProjectStore::Impl {
    Impl(const std::filesystem::path& file, Access access)
        : connection(file, mode_of(access)), database(connection.database()) {}

    Connection connection;
    SQLite::Database& database;
};

ProjectStore::ProjectStore(const std::filesystem::path& file, Access access)
    : impl_(std::make_unique<Impl>(file, access)) {}
ProjectStore::~ProjectStore() = default;

Project ProjectStore::of(const std::string& release) {
    return impl_->connection.guard([&] {
        Statement select(impl_->database,
                         "SELECT rules, origin_page, given_page, titles FROM project WHERE "
                         "release = ?");
        bind_text(select, 1, release);
        return select.executeStep() ? read_project(select) : Project();
    });
}

std::map<RowId, Project> ProjectStore::all() {
    return impl_->connection.guard([&] {
        std::map<RowId, Project> projects;
        Statement select(impl_->database,
                         "SELECT p.rules, p.origin_page, p.given_page, p.titles, r.id FROM project "
                         "p JOIN release r ON r.name = p.release");
        while (select.executeStep())
            projects.emplace(select.getColumn(4).getInt64(), read_project(select));
        return projects;
    });
}

void ProjectStore::put(const std::string& release, const Project& project) {
    impl_->connection.guard([&] {
        Statement insert(impl_->database,
                         "INSERT INTO project (release, rules, origin_page, given_page, titles) "
                         "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (release) DO UPDATE SET rules = "
                         "?2, origin_page = ?3, titles = ?5, given_page = CASE ?4 WHEN '' THEN "
                         "given_page ELSE ?4 END");
        bind_text(insert, 1, release);
        bind_text(insert, 2, project.rules);
        bind_text(insert, 3, project.origin_page);
        bind_text(insert, 4, project.given_page);
        const auto titles = stored_titles(project);
        bind_text(insert, 5, titles);
        insert.exec();
    });
}

} // namespace mw::store
