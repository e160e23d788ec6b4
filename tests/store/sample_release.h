#pragma once

#include "store/read/reader.h"
#include "store/write/writer.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace mw::test {

/// Writes small releases by hand, without a clone.
class StoreTest : public testing::Test {
protected:
    static std::string raw_id(char digit) { return std::string(20, digit); }

    static store::NewCommit commit(char id, const std::string& subject) {
        store::NewCommit made;
        made.oid = raw_id(id);
        made.subject = subject;
        made.author = {"Ann Author", "ann@example.org"};
        made.committer = {"Carl Committer", "carl@example.org"};
        made.author_time = made.commit_time = made.landed_time = 1'000'000;
        made.reason = "a test says so";
        return made;
    }

    static store::NewCommit landed(char id, const std::string& subject, Seconds when,
                                   const std::string& name, const std::string& email) {
        auto made = commit(id, subject);
        made.landed_time = when;
        made.author = {name, email};
        return made;
    }

    static store::FileChange changed_file(const std::string& path) {
        store::FileChange change;
        change.path = path;
        return change;
    }

    store::Release write(const std::string& name, const std::vector<store::NewCommit>& commits) {
        store::Release meta;
        meta.name = name;
        meta.repository = "/clone";
        meta.from_rev = "v1";
        meta.to_rev = "v2";
        store::ReleaseWriter writer(file_, meta, "fingerprint of " + name);
        writer.expect(commits.size());
        for (std::size_t i = 0; i < commits.size(); ++i)
            writer.add(i, commits[i]);
        return writer.commit(1.5);
    }

    store::RowId release(const std::string& name) {
        return store::Reader(file_).release(name).value().id;
    }

    /// Subjects found, in the order of the result.
    std::vector<std::string> find(const store::CommitQuery& query) {
        store::Reader reader(file_);
        std::vector<std::string> subjects;
        for (const auto& row : reader.rows(reader.find(query)))
            subjects.push_back(row.subject);
        return subjects;
    }

    std::vector<std::string> find(const std::string& text) {
        store::CommitQuery query;
        query.text = text;
        return find(query);
    }

    /// What the check of the database finds, a line each.
    std::string faults() {
        std::string text;
        for (const auto& fault : store::Reader(file_).check())
            text += fault + '\n';
        return text;
    }

    TempDir folder_;
    std::filesystem::path file_ = folder_ / "test.db";
};

} // namespace mw::test
