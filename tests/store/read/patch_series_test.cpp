// What stands around a changeset: its pull, and the series that it came in.

#include "store/sample_release.h"

namespace mw::store {
namespace {

class PatchSeriesTest : public test::StoreTest {
protected:
    /// position 0 is the pull of all that follow.
    void write_pull(std::vector<NewCommit> changesets) {
        NewCommit pull = commit('p', "Merge");
        pull.kind = CommitKind::pull;
        std::vector<NewCommit> all{pull};
        for (NewCommit& made : changesets) {
            made.pull = 0;
            all.push_back(made);
        }
        NewCommit direct = commit('z', "direct");
        all.push_back(direct);
        write("r", all);
    }

    NewCommit applied(char id, Seconds when, const std::string& author = "Ann Author") {
        NewCommit made = commit(id, std::string("patch ") + id);
        made.author.name = author;
        made.commit_time = when;
        return made;
    }

    /// The first digits of the ids.
    std::pair<std::string, std::string> around(const std::string& subject) {
        Reader reader(file_);
        CommitQuery query;
        query.text = "subject:\"" + subject + '"';
        const auto found = reader.find(query);
        if (found.size() != 1)
            return {"not one", "commit"};
        const auto neighbours = reader.neighbours(found[0]);
        const auto letters = [](const std::vector<std::string>& ids) {
            std::string text;
            for (const auto& id : ids)
                text += static_cast<char>(std::stoi(id.substr(0, 2), nullptr, 16));
            return text;
        };
        return {letters(neighbours.pull), letters(neighbours.series)};
    }
};

TEST_F(PatchSeriesTest, ASeriesIsOneAuthorsAppliedAtOnce) {
    write_pull({applied('a', 1000), applied('b', 1002), applied('c', 1004, "Bob"),
                applied('d', 1005), applied('e', 5000), applied('f', 5001)});
    EXPECT_EQ(around("patch a"), std::pair(std::string("abcdef"), std::string("ab")));
    EXPECT_EQ(around("patch b").second, "ab");
    EXPECT_EQ(around("patch c").second, "");
    EXPECT_EQ(around("patch d").second, "") << "the next one was applied an hour later";
    EXPECT_EQ(around("patch e").second, "ef");
}

TEST_F(PatchSeriesTest, WhatLandedDirectlyHasNone) {
    write_pull({applied('a', 1000)});
    EXPECT_EQ(around("direct"), std::pair(std::string(), std::string()));
}

} // namespace
} // namespace mw::store
