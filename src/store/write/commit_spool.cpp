#include "store/write/commit_spool.h"

#include "store/db/connection.h"
#include "store/db/file_checks.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <string_view>
#include <sys/mman.h>
#include <system_error>
#include <type_traits>
#include <unistd.h>
#include <vector>

namespace mw::store {

namespace {

constexpr std::size_t buffer_size = 1 << 20;

/// Appends values to a text, or takes them off its start again. Structures go member by member
/// through structured bindings, which do not compile when one has a member that is not listed.
class Writing {
public:
    explicit Writing(std::string& text) : text_(text) {}

    template <typename... Values>
    void operator()(const Values&... values) {
        (one(values), ...);
    }

private:
    template <typename Value>
    requires std::is_arithmetic_v<Value> || std::is_enum_v<Value>
    void one(const Value& value) {
        text_.append(reinterpret_cast<const char*>(&value), sizeof value);
    }

    void one(const std::string& value) {
        one(value.size());
        text_ += value;
    }

    template <typename Value>
    void one(const std::optional<Value>& value) {
        one(value.has_value());
        if (value)
            one(*value);
    }

    template <typename Value>
    void one(const std::vector<Value>& values) {
        one(values.size());
        for (const auto& value : values)
            one(value);
    }

    template <typename Value>
    requires std::is_class_v<Value>
    void one(const Value& value) { transfer(*this, value); }

    std::string& text_;
};

class Reading {
public:
    explicit Reading(std::string_view text) : text_(text) {}

    template <typename... Values>
    void operator()(Values&... values) {
        (one(values), ...);
    }

private:
    template <typename Value>
    requires std::is_arithmetic_v<Value> || std::is_enum_v<Value>
    void one(Value& value) {
        std::memcpy(&value, text_.data(), sizeof value);
        text_.remove_prefix(sizeof value);
    }

    void one(std::string& value) {
        std::size_t size = 0;
        one(size);
        value.assign(text_.substr(0, size));
        text_.remove_prefix(size);
    }

    template <typename Value>
    void one(std::optional<Value>& value) {
        bool there = false;
        one(there);
        if (there)
            one(value.emplace());
    }

    template <typename Value>
    void one(std::vector<Value>& values) {
        std::size_t size = 0;
        one(size);
        values.resize(size);
        for (auto& value : values)
            one(value);
    }

    template <typename Value>
    requires std::is_class_v<Value>
    void one(Value& value) { transfer(*this, value); }

    std::string_view text_;
};

template <typename Value, typename Type>
concept Is = std::is_same_v<std::remove_const_t<Value>, Type>;

void transfer(auto& archive, Is<Person> auto& person) {
    auto& [name, email] = person;
    archive(name, email);
}

void transfer(auto& archive, Is<classify::SectionKey> auto& place) {
    auto& [section, subgroup] = place;
    archive(section, subgroup);
}

void transfer(auto& archive, Is<classify::NewHardware> auto& hardware) {
    auto& [kind, what] = hardware;
    archive(kind, what);
}

void transfer(auto& archive, Is<FileChange> auto& change) {
    auto& [path, status, binary, insertions, deletions, uncounted] = change;
    archive(path, status, binary, insertions, deletions, uncounted);
}

void transfer(auto& archive, Is<Trailer> auto& trailer) {
    auto& [key, value] = trailer;
    archive(key, value);
}

void transfer(auto& archive, Is<Reference> auto& reference) {
    auto& [kind, target, line] = reference;
    archive(kind, target, line);
}

void transfer(auto& archive, Is<NewCommit> auto& commit) {
    auto& [kind, oid, parents, subject, body, about, author, committer, author_time, commit_time,
           landed_time, author_zone, commit_zone, pull, brought_by, place, subsystem, reason, adds,
           files_known, paths, trailers, references] = commit;
    archive(kind, oid, parents, subject, body, about, author, committer, author_time, commit_time,
            landed_time, author_zone, commit_zone, pull, brought_by, place, subsystem, reason, adds,
            files_known, paths, trailers, references);
}

} // namespace

CommitSpool::CommitSpool(const std::filesystem::path& database) : database_(database) {
    // A database in memory has no folder in which to be beside it.
    const bool in_memory = !memory_uri(database).empty();
    // mkostemp puts other letters in the place of these six.
    std::string name = database.string() + ".import-" + std::string(6, 'X');
    file_ = in_memory ? memfd_create("import", MFD_CLOEXEC) : mkostemp(name.data(), O_CLOEXEC);
    if (file_ < 0)
        throw_error();
    if (!in_memory)
        unlink(name.c_str());
}

CommitSpool::~CommitSpool() {
    if (file_ >= 0)
        close(file_);
}

void CommitSpool::throw_error() const {
    if (errno == ENOSPC || errno == EDQUOT)
        throw Error(no_room_on_disk_of(database_));
    throw Error("{} cannot be written ({}): the disk may be full or a size limit "
                "reached. The database is as it was.",
                database_.string(), std::generic_category().message(errno));
}

void CommitSpool::add(std::size_t position, const NewCommit& commit) {
    const std::size_t start = buffer_.size();
    Writing{buffer_}(commit);
    records_.emplace(position, Record{written_ + start, buffer_.size() - start});
    if (buffer_.size() >= buffer_size)
        flush();
}

void CommitSpool::flush() {
    for (std::size_t done = 0; done < buffer_.size();) {
        const auto count = write(file_, buffer_.data() + done, buffer_.size() - done);
        if (count < 0 && errno != EINTR)
            throw_error();
        if (count > 0)
            done += static_cast<std::size_t>(count);
    }
    written_ += buffer_.size();
    buffer_.clear();
}

NewCommit CommitSpool::read(const Record& record) {
    NewCommit commit;
    if (record.start >= written_)
        Reading{std::string_view(buffer_).substr(record.start - written_, record.length)}(commit);
    else
        Reading{read_back(record)}(commit);
    return commit;
}

std::string CommitSpool::read_back(const Record& record) const {
    std::string text(record.length, '\0');
    for (std::size_t done = 0; done < text.size();) {
        const auto count = pread(file_, text.data() + done, text.size() - done,
                                 static_cast<off_t>(record.start + done));
        if (count == 0)
            errno = EIO;
        if (count == 0 || (count < 0 && errno != EINTR))
            throw_error();
        if (count > 0)
            done += static_cast<std::size_t>(count);
    }
    return text;
}

} // namespace mw::store
