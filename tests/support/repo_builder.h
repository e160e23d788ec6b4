#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mw::test {

class RepoBuilder;

/// A commit of a RepoBuilder: what is said of it before write() becomes the commit, its id is known
/// after. A small handle that is valid as long as its builder.
///
/// Each commit starts with the files of its first parent; a merge also takes the files that only
/// its other parents have.
class Commit {
public:
    Commit& message(const std::string& bytes);
    Commit& author(const std::string& name_and_email);
    Commit& committer(const std::string& name_and_email);
    /// Seconds since 1970 for author and committer, and the author's time zone.
    Commit& time(std::int64_t seconds, const std::string& zone = "+0000");
    Commit& author_time(std::int64_t seconds, const std::string& zone = "+0000");
    /// The commit's `encoding` header; the message's bytes stay as they are.
    Commit& encoding(const std::string& name);

    Commit& file(const std::string& path, const std::string& content);
    Commit& executable(const std::string& path, const std::string& content);
    Commit& symlink(const std::string& path, const std::string& target);
    Commit& submodule(const std::string& path, const std::string& commit_id);
    /// A file, or all below a folder.
    Commit& remove(const std::string& path);

    /// 40 hex digits; throws std::logic_error before write().
    std::string id() const;
    std::int64_t commit_time() const;

private:
    friend class RepoBuilder;
    Commit(RepoBuilder& builder, std::size_t number) : builder_(&builder), number_(number) {}
    struct Spec;
    Spec& spec() const;
    Commit& put(const std::string& path, std::string_view mode, const std::string& content);

    RepoBuilder* builder_;
    std::size_t number_;
};

/// A bare repository with a history made for a test, written by `git fast-import`, so that ten
/// thousand files cost no more than a few. Times count up by a minute from one commit to the next
/// unless said otherwise. One thread.
///
///     RepoBuilder repo(dir / "repo");
///     auto base = repo.commit("drivers/net/a.c", "text\n").message("net: add a");
///     repo.branch("topic", base);
///     auto change = repo.commit("drivers/net/a.c", "other\n");
///     repo.checkout("master");
///     auto pull = repo.merge({change}).message("Merge branch 'topic' of git://host/net");
///     repo.write();
class RepoBuilder {
public:
    explicit RepoBuilder(std::filesystem::path directory);
    ~RepoBuilder();
    RepoBuilder(const RepoBuilder&) = delete;
    RepoBuilder& operator=(const RepoBuilder&) = delete;

    const std::filesystem::path& path() const { return directory_; }

    /// A commit on the branch that is checked out, "master" to begin with.
    Commit commit();
    Commit commit(const std::string& path, const std::string& content);
    /// A commit without a parent, on the branch that is checked out.
    Commit root();
    /// A merge of others into the branch that is checked out.
    Commit merge(const std::vector<Commit>& others);

    /// Makes a branch, or moves it, and checks it out.
    void branch(const std::string& name, const Commit& at);
    void checkout(const std::string& name);
    /// The last commit of the branch that is checked out.
    Commit tip();

    void tag(const std::string& name, const Commit& at);
    void annotated_tag(const std::string& name, const Commit& at, const std::string& message);

    /// Every commit made so far, in that order.
    std::vector<Commit> commits();

    /// Writes what was described. Once.
    void write();

private:
    friend class Commit;
    struct TagSpec {
        std::string name;
        std::size_t commit;
        bool annotated;
        std::string message;
    };

    Commit add(std::vector<std::size_t> parents);
    std::string stream();
    std::size_t blob_mark(const std::string& content, std::string& stream);
    void write_commit(Commit::Spec& spec, std::size_t number, std::string& stream);
    void write_files(const Commit::Spec& spec, std::string& stream);
    void write_refs(std::string& stream) const;
    void read_ids(const std::string& marks);

    std::filesystem::path directory_;
    std::vector<Commit::Spec> specs_;
    std::map<std::string, std::size_t> branches_;
    std::string current_ = "master";
    std::vector<TagSpec> tags_;
    std::map<std::string, std::size_t> blob_marks_;
    std::size_t next_mark_ = 0;
    std::int64_t clock_ = 1'272'000'000;
};

} // namespace mw::test
