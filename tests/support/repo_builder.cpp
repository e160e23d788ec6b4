#include "support/repo_builder.h"

#include "support/git.h"
#include "support/temp_dir.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>

namespace mw::test {

struct TreeFile {
    std::string mode;
    std::string content; ///< the commit's id for a submodule

    bool operator==(const TreeFile&) const = default;
};
using Files = std::map<std::string, TreeFile>;

namespace {

constexpr std::string_view regular = "100644", executable_mode = "100755", link = "120000",
                           gitlink = "160000";

/// A path as git-fast-import(1) reads it between double quotes.
std::string quoted(const std::string& path) {
    std::string text = "\"";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            text += fmt::format("\\{}", c);
        else if (byte < 0x20 || byte >= 0x7f)
            text += fmt::format("\\{:03o}", byte);
        else
            text += c;
    }
    return text + '"';
}

std::string data_of(const std::string& bytes) {
    return fmt::format("data {}\n{}\n", bytes.size(), bytes);
}

/// Files below a folder; the end of the map where there are none.
Files::iterator first_below(Files& files, const std::string& folder) {
    const auto found = files.lower_bound(folder + '/');
    return found != files.end() && found->first.starts_with(folder + '/') ? found : files.end();
}

void remove_path(Files& files, const std::string& path) {
    files.erase(path);
    for (auto below = first_below(files, path); below != files.end();
         below = first_below(files, path))
        files.erase(below);
}

/// Takes away what cannot stand beside a path: a file where it needs a folder, or the other way.
void make_room(Files& files, const std::string& path) {
    for (auto slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1))
        files.erase(path.substr(0, slash));
    remove_path(files, path);
}

bool has_room(Files& files, const std::string& path) {
    for (auto slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1))
        if (files.contains(path.substr(0, slash)))
            return false;
    return !files.contains(path) && first_below(files, path) == files.end();
}

} // namespace

struct Commit::Spec {
    std::vector<std::size_t> parents;
    std::string message;
    std::string author = "A U Thor <author@example.org>";
    std::string committer = "C O Mitter <committer@example.org>";
    std::int64_t author_time = 0, commit_time = 0;
    std::string author_zone = "+0000";
    std::string encoding;
    struct Change {
        std::string path;
        std::optional<TreeFile> file; ///< nothing: removed
    };
    std::vector<Change> changes;
    Files files; ///< all that the commit has, once written
    std::string id;
};

Commit::Spec& Commit::spec() const {
    return builder_->specs_.at(number_);
}

Commit& Commit::message(const std::string& bytes) {
    spec().message = bytes;
    return *this;
}

Commit& Commit::author(const std::string& name_and_email) {
    spec().author = name_and_email;
    return *this;
}

Commit& Commit::committer(const std::string& name_and_email) {
    spec().committer = name_and_email;
    return *this;
}

Commit& Commit::time(std::int64_t seconds, const std::string& zone) {
    spec().commit_time = seconds;
    return author_time(seconds, zone);
}

Commit& Commit::author_time(std::int64_t seconds, const std::string& zone) {
    spec().author_time = seconds;
    spec().author_zone = zone;
    return *this;
}

Commit& Commit::encoding(const std::string& name) {
    spec().encoding = name;
    return *this;
}

Commit& Commit::put(const std::string& path, std::string_view mode, const std::string& content) {
    spec().changes.push_back({path, TreeFile{std::string(mode), content}});
    return *this;
}

Commit& Commit::file(const std::string& path, const std::string& content) {
    return put(path, regular, content);
}

Commit& Commit::executable(const std::string& path, const std::string& content) {
    return put(path, executable_mode, content);
}

Commit& Commit::symlink(const std::string& path, const std::string& target) {
    return put(path, link, target);
}

Commit& Commit::submodule(const std::string& path, const std::string& commit_id) {
    return put(path, gitlink, commit_id);
}

Commit& Commit::remove(const std::string& path) {
    spec().changes.push_back({path, std::nullopt});
    return *this;
}

std::string Commit::id() const {
    if (spec().id.empty())
        throw std::logic_error("A commit has no id before RepoBuilder::write()");
    return spec().id;
}

std::int64_t Commit::commit_time() const {
    return spec().commit_time;
}

RepoBuilder::RepoBuilder(std::filesystem::path directory) : directory_(std::move(directory)) {
    std::filesystem::create_directories(directory_);
    run_git(directory_, {"init", "--quiet", "--bare", "--initial-branch=master", "."});
}

RepoBuilder::~RepoBuilder() = default;

Commit RepoBuilder::add(std::vector<std::size_t> parents) {
    const std::size_t number = specs_.size();
    auto& spec = specs_.emplace_back();
    spec.parents = std::move(parents);
    spec.message = fmt::format("commit {}\n", number);
    clock_ += 60;
    spec.author_time = spec.commit_time = clock_;
    branches_[current_] = number;
    return {*this, number};
}

Commit RepoBuilder::commit() {
    const auto tip = branches_.find(current_);
    return add(tip == branches_.end() ? std::vector<std::size_t>() : std::vector{tip->second});
}

Commit RepoBuilder::commit(const std::string& path, const std::string& content) {
    auto made = commit();
    return made.file(path, content);
}

Commit RepoBuilder::root() {
    return add({});
}

Commit RepoBuilder::merge(const std::vector<Commit>& others) {
    std::vector<std::size_t> parents{tip().number_};
    for (const auto& other : others)
        parents.push_back(other.number_);
    return add(std::move(parents));
}

void RepoBuilder::branch(const std::string& name, const Commit& at) {
    branches_[name] = at.number_;
    current_ = name;
}

void RepoBuilder::checkout(const std::string& name) {
    current_ = name;
}

Commit RepoBuilder::tip() {
    return {*this, branches_.at(current_)};
}

void RepoBuilder::tag(const std::string& name, const Commit& at) {
    tags_.push_back({name, at.number_, false, {}});
}

void RepoBuilder::annotated_tag(const std::string& name, const Commit& at,
                                const std::string& message) {
    tags_.push_back({name, at.number_, true, message});
}

std::vector<Commit> RepoBuilder::commits() {
    std::vector<Commit> all;
    for (std::size_t number = 0; number < specs_.size(); ++number)
        all.push_back({*this, number});
    return all;
}

void RepoBuilder::write() {
    next_mark_ = specs_.size(); // marks 1 to n are the commits, those that follow are blobs
    const auto marks = directory_ / "marks";
    run_git(directory_, {"fast-import", "--quiet", "--export-marks=marks"}, stream());
    read_ids(read_bytes(marks));
    std::filesystem::remove(marks);
}

std::string RepoBuilder::stream() {
    std::string stream;
    for (std::size_t number = 0; number < specs_.size(); ++number)
        write_commit(specs_[number], number, stream);
    write_refs(stream);
    return stream;
}

std::size_t RepoBuilder::blob_mark(const std::string& content, std::string& stream) {
    const auto [known, added] = blob_marks_.try_emplace(content, next_mark_ + 1);
    if (added)
        stream += fmt::format("blob\nmark :{}\n{}", ++next_mark_, data_of(content));
    return known->second;
}

void RepoBuilder::write_commit(Commit::Spec& spec, std::size_t number, std::string& stream) {
    if (!spec.parents.empty())
        spec.files = specs_[spec.parents.front()].files;
    for (const auto parent : spec.parents)
        for (const auto& [path, file] : specs_[parent].files)
            if (has_room(spec.files, path))
                spec.files.emplace(path, file);
    for (const auto& [path, file] : spec.changes) {
        if (file)
            make_room(spec.files, path);
        else
            remove_path(spec.files, path);
        if (file)
            spec.files.emplace(path, *file);
    }
    for (const auto& [path, file] : spec.files)
        if (file.mode != gitlink)
            blob_mark(file.content, stream);

    // A fresh start, or git would take the last commit written for the parent of a root.
    stream += fmt::format("reset refs/test/build\n\ncommit refs/test/build\nmark :{}\n"
                          "author {} {} {}\ncommitter {} {} +0000\n",
                          number + 1, spec.author, spec.author_time, spec.author_zone,
                          spec.committer, spec.commit_time);
    if (!spec.encoding.empty())
        stream += fmt::format("encoding {}\n", spec.encoding);
    stream += data_of(spec.message);
    for (std::size_t i = 0; i < spec.parents.size(); ++i)
        stream += fmt::format("{} :{}\n", i == 0 ? "from" : "merge", spec.parents[i] + 1);
    write_files(spec, stream);
}

void RepoBuilder::write_files(const Commit::Spec& spec, std::string& stream) {
    static const Files none;
    const Files& before = spec.parents.empty() ? none : specs_[spec.parents.front()].files;
    for (const auto& [path, file] : before)
        if (!spec.files.contains(path))
            stream += fmt::format("D {}\n", quoted(path));
    for (const auto& [path, file] : spec.files) {
        if (const auto old = before.find(path); old != before.end() && old->second == file)
            continue;
        const auto content =
            file.mode == gitlink ? file.content : fmt::format(":{}", blob_marks_.at(file.content));
        stream += fmt::format("M {} {} {}\n", file.mode, content, quoted(path));
    }
    stream += '\n';
}

void RepoBuilder::write_refs(std::string& stream) const {
    for (const auto& [name, number] : branches_)
        stream += fmt::format("reset refs/heads/{}\nfrom :{}\n\n", name, number + 1);
    for (const auto& tag : tags_) {
        if (!tag.annotated)
            stream += fmt::format("reset refs/tags/{}\nfrom :{}\n\n", tag.name, tag.commit + 1);
        else
            stream += fmt::format("tag {}\nfrom :{}\ntagger T Agger <tagger@example.org> {} "
                                  "+0000\n{}",
                                  tag.name, tag.commit + 1, specs_[tag.commit].commit_time,
                                  data_of(tag.message));
    }
    stream += fmt::format("reset refs/test/build\nfrom {:040}\n\n", 0);
}

void RepoBuilder::read_ids(const std::string& marks) {
    for (const auto& line : split(marks, '\n')) {
        const auto space = line.find(' ');
        const auto mark = std::stoul(line.substr(1, space - 1));
        if (mark <= specs_.size())
            specs_[mark - 1].id = line.substr(space + 1);
    }
}

} // namespace mw::test
