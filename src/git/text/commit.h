#pragma once

#include "base/object_id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mw::git {

/// Who and when, as a commit's header has them.
struct Signature {
    std::string name, email; ///< valid UTF-8
    /// The bytes that `git log` has of both before it asks a mailmap.
    std::string raw_name, raw_email;
    /// UTC seconds since 1970; 0 where the number is larger than git's times. Nothing where git
    /// says that there is no date: no number, or no zone behind it ("1700000000 --700").
    std::optional<std::int64_t> time;
    int zone = 0; ///< read as one number, as git keeps it: "+0530" is 530, "-0030" is -30
};

struct Trailer {
    std::string key, value;
};

/// One commit as written, in valid UTF-8.
struct Commit {
    ObjectId id;
    ObjectId tree;
    std::vector<ObjectId> parents;
    Signature author, committer;
    std::string subject; ///< first paragraph on one line, as `git log --format=%s`
    std::string body;    ///< what follows it, as `%b`, without white space at the end
    std::vector<Trailer> trailers;
};

/// Reads a commit object's bytes (the format of git's commit.c). Headers that are missing or odd
/// leave their field empty, as git itself goes on with them.
Commit parse_commit(const ObjectId& id, std::string_view object);

/// The part of a commit that a walk needs, without its texts.
struct CommitLinks {
    ObjectId tree;
    std::vector<ObjectId> parents;
    std::int64_t commit_time = 0;
};
CommitLinks parse_commit_links(std::string_view object);

/// The trailers of a message, by the rules of git-interpret-trailers(1) as trailer.c applies them:
/// the last paragraph, unless it is the title, counts when all its lines are trailers, or when it
/// has one that git itself writes (Signed-off-by, "(cherry picked from") and at least a quarter of
/// its lines are trailers. Folded lines are joined by a space.
std::vector<Trailer> parse_trailers(std::string_view message);

} // namespace mw::git
