#include "store/user/employer_store.h"

#include "base/text.h"
#include "base/utf8.h"
#include "store/db/connection.h"
#include "store/sql/sql_values.h"
#include "store/user/access_mode.h"

#include <fmt/format.h>

#include <ctime>
#include <fstream>
#include <iterator>
#include <sstream>

namespace mw::store {

namespace {

constexpr std::uintmax_t largest_map = 16 << 20;

std::string text_of_map(const std::filesystem::path& file) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    std::ifstream stream(file, std::ios::binary);
    if (error || !stream)
        throw Error("The map of employers {} cannot be read. Check that it is a file "
                    "and that you may read it.",
                    file);
    if (size > largest_map)
        throw Error("{} is larger than 16 MiB, which no map of employers is.", file);
    return git::to_utf8(std::string{std::istreambuf_iterator<char>(stream), {}});
}

/// gitdm's configuration names its files as one is to give them where gitdm is run.
std::filesystem::path beside(const std::filesystem::path& configuration, const std::string& name) {
    const auto folder = configuration.parent_path();
    for (const auto& candidate : {folder / name, folder / std::filesystem::path(name).filename(),
                                  folder.parent_path() / name})
        if (std::filesystem::exists(candidate))
            return candidate;
    return folder / name;
}

/// Lines with a word in front of each or an employer behind each.
std::string with_each(const std::string& text, const std::string& front, const std::string& back) {
    std::string lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        const auto first = line.find_first_not_of(" \t\r");
        if (first != std::string::npos && line[first] != '#')
            lines.append(front).append(line.substr(first)).append(back).append(1, '\n');
    }
    return lines;
}

/// What a line of gitdm's configuration brings; nothing where it is none of those about employers.
std::optional<std::string> configured(const std::filesystem::path& file, const std::string& line) {
    std::istringstream words(line);
    std::string keyword, name, employer;
    words >> keyword >> name;
    keyword = lower_case(keyword);
    if (keyword != "emailmap" && keyword != "emailaliases" && keyword != "groupmap")
        return std::nullopt;
    if (name.empty())
        throw Error("{} has a line '{}' that names no file.", file, keyword);
    const auto text = text_of_map(beside(file, name));
    if (keyword == "emailmap")
        return with_each(text, "", "");
    if (keyword == "emailaliases")
        return with_each(text, "alias ", "");
    std::getline(words >> std::ws, employer);
    return with_each(text, "", " " + employer);
}

} // namespace

EmployerMap read_employer_map(const std::filesystem::path& file) {
    EmployerMap map{file.string(), {}, std::time(nullptr)};
    const auto text = text_of_map(file);
    bool configuration = false;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        if (auto brought = configured(file, line)) {
            configuration = true;
            map.text += *brought;
        }
    if (!configuration)
        map.text = text;
    if (const auto lines = Employers(map.text).lines(); lines.read == 0)
        throw Error("{} names no employer. A line says 'example.org Example Ltd.', or "
                    "'ann@example.org Example Ltd. < 2020-01-31' where that ended.",
                    file);
    return map;
}

struct EmployerStore::Impl {
    Impl(const std::filesystem::path& file, Access access) : connection(file, mode_of(access)) {}

    Connection connection;
};

EmployerStore::EmployerStore(const std::filesystem::path& file, Access access)
    : impl_(translated(file, [&] { return std::make_unique<Impl>(file, access); })) {}

EmployerStore::~EmployerStore() = default;

std::optional<EmployerMap> EmployerStore::map() {
    return impl_->connection.guard([&]() -> std::optional<EmployerMap> {
        SQLite::Statement select(impl_->connection.database(),
                                 "SELECT file, text, read_at FROM employer_map");
        if (!select.executeStep())
            return std::nullopt;
        return EmployerMap{select.getColumn(0).getString(), select.getColumn(1).getString(),
                           select.getColumn(2).getInt64()};
    });
}

void EmployerStore::put(const EmployerMap& map) {
    impl_->connection.guard([&] {
        SQLite::Statement insert(impl_->connection.database(),
                                 "INSERT OR REPLACE INTO employer_map (id, file, text, read_at) "
                                 "VALUES (1, ?, ?, ?)");
        bind_text(insert, 1, map.file);
        bind_text(insert, 2, map.text);
        insert.bind(3, map.read_at);
        insert.exec();
    });
}

void EmployerStore::remove() {
    impl_->connection.guard([&] { impl_->connection.database().exec("DELETE FROM employer_map"); });
}

} // namespace mw::store
