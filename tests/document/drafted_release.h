#pragma once

#include "base/object_id.h"
#include "document/write/draft.h"
#include "store/sample_release.h"

#include <string>
#include <vector>

namespace mw::test {

/// A small release, made by each test, and the draft of it.
class DraftedRelease : public StoreTest {
protected:
    static constexpr Seconds early = 1'000'000, between = 1'500'000, late = 2'000'000;

    static std::string hex(char digit) { return git::to_hex(raw_id(digit)); }

    /// It adds a file, so that the ranking has something to say for it.
    static store::NewCommit addition(char digit, const std::string& subject, Seconds landed = early,
                                     classify::SectionKey place = {classify::Section::core,
                                                                   classify::Subgroup::none}) {
        auto made = commit(digit, subject);
        made.place = place;
        made.landed_time = landed;
        made.paths = {{"mm/new.c", 'A', false, std::nullopt, std::nullopt}};
        return made;
    }

    static store::NewCommit pull(char digit, const std::string& subject, Seconds landed = early) {
        auto made = addition(digit, subject, landed);
        made.kind = store::CommitKind::pull;
        made.paths.clear();
        return made;
    }

    std::string draft(const document::DraftOptions& options = {}) {
        store::Reader reader(file_);
        return document::write_draft(reader, release_, options);
    }

    std::string draft_of(const std::vector<store::NewCommit>& commits,
                         const document::DraftOptions& options = {}) {
        release_ = write("r", commits);
        return draft(options);
    }

    static bool contains(const std::string& text, const std::string& part) {
        return text.find(part) != std::string::npos;
    }

    static int count_of(const std::string& text, const std::string& part) {
        int count = 0;
        for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
            ++count;
        return count;
    }

    store::Release release_;
};

} // namespace mw::test
