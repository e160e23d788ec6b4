// Made-up changesets, each for what one entry of the rules says: a file of each pattern, a title of
// each beginning and phrase, a pull of each word; and, for the weights, files and titles of two
// rules against each other. What becomes of each stands in witnesses.tsv, which says nothing of
// right or wrong: whoever changes an entry or a weight sees here what else changed, reads it over,
// and writes it anew:
//
//     MERGEWINDOW_WRITE_WITNESSES=1 build/bin/test_classify --gtest_filter='Witnesses.*'

#include "classify/classifier.h"
#include "classify/maintainers/maintainers.h"
#include "classify/rules.h"
#include "support/read_over.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>
#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace mw::classify {
namespace {

using Texts = std::vector<std::string>;

Texts texts_of(const toml::table& table, const char* key) {
    Texts texts;
    if (const auto* list = table[key].as_array())
        for (const auto& item : *list)
            texts.push_back(item.value_or(std::string()));
    return texts;
}

/// "drivers/{a,b}/*.h": "drivers/a/x.h" and "drivers/b/x.h".
Texts files_of(const std::string& pattern) {
    if (const auto open = pattern.find('{'); open != std::string::npos) {
        const auto close = pattern.find('}', open);
        Texts files;
        for (auto at = open; at < close;) {
            const auto end = std::min(pattern.find(',', at + 1), close);
            for (auto& file :
                 files_of(pattern.substr(0, open) + pattern.substr(at + 1, end - at - 1) +
                          pattern.substr(close + 1)))
                files.push_back(std::move(file));
            at = end;
        }
        return files;
    }
    std::string file;
    for (std::size_t i = 0; i < pattern.size(); ++i)
        if (pattern[i] == '[') {
            file += pattern[i + 1];
            i = pattern.find(']', i);
        } else if (pattern.compare(i, 2, "**") == 0) {
            file += "deep/er";
            ++i;
        } else {
            file += pattern[i] == '*' || pattern[i] == '?' ? 'x' : pattern[i];
        }
    return {file.ends_with('/') ? file + "file.c" : file};
}

/// "net: phy*": "net: phyx".
std::string title_of(std::string beginning) {
    std::ranges::replace(beginning, '*', 'x');
    return beginning + ": rework something";
}

class Judge {
public:
    Judge()
        : rules_(Rules::load(std::filesystem::path(MW_DATA_DIR) / "sections.toml")),
          classifier_(rules_, nullptr) {}

    std::string say(std::string_view title, const Texts& files, std::string_view pull = {}) {
        return say(classifier_, title, files, pull);
    }

    /// With a file that one entry of MAINTAINERS speaks of.
    std::string say_of_entry(const std::string& entry) {
        Classifier classifier(rules_, Maintainers::parse(entry + "\nM:\ta@b.c\nF:\tnowhere/\n"));
        return say(classifier, "rework something", {"nowhere/file.c"}, {});
    }

private:
    static std::string say(Classifier& classifier, std::string_view title, const Texts& files,
                           std::string_view pull) {
        Subject subject;
        subject.title = title;
        subject.paths.assign(files.begin(), files.end());
        subject.statuses.assign(files.size(), 'M');
        subject.pull_title = pull;
        const auto verdict = classifier.classify(subject);
        return fmt::format("{}.{}", key(verdict.place.section), key(verdict.place.subgroup));
    }

    std::shared_ptr<const Rules> rules_;
    Classifier classifier_;
};

/// What a rule says first of each kind, for the weights.
struct First {
    std::string file, title;
};

Texts witnesses() {
    const auto file =
        toml::parse_file((std::filesystem::path(MW_DATA_DIR) / "sections.toml").string());
    Judge judge;
    Texts lines;
    const auto add = [&](const std::string& what, const std::string& said) {
        lines.push_back(what + '\t' + said);
    };
    std::vector<First> firsts;
    for (const auto& item : *file["rule"].as_array()) {
        const auto& rule = *item.as_table();
        First first;
        for (const auto& pattern : texts_of(rule, "paths"))
            for (const auto& path : files_of(pattern)) {
                add("file " + path, judge.say("rework something", {path}));
                if (first.file.empty())
                    first.file = path;
            }
        for (const auto& title : texts_of(rule, "titles")) {
            add("title " + title_of(title), judge.say(title_of(title), {"nowhere/file.c"}));
            if (first.title.empty())
                first.title = title_of(title);
        }
        for (const auto& phrase : texts_of(rule, "words"))
            add("words " + phrase,
                judge.say("something: " + phrase + " again", {"nowhere/file.c"}));
        for (auto entry : texts_of(rule, "entries")) {
            std::ranges::replace(entry, '*', 'X');
            add("entry " + entry, judge.say_of_entry(entry));
        }
        for (const auto& pull : texts_of(rule, "pulls"))
            add("pull " + pull,
                judge.say("rework something", {"nowhere/file.c"},
                          fmt::format("Merge branch '{0}' of git://host/{0}", pull)));
        firsts.push_back(std::move(first));
    }
    // The kinds of files that count for less or more, against one of another rule.
    for (const auto& item : *file["weight"].as_array())
        for (const auto& pattern : texts_of(*item.as_table(), "paths"))
            for (auto path : files_of(pattern)) {
                if (path.starts_with("deep/er/"))
                    path.replace(0, 7, "fs/ext4");
                for (const Texts& others :
                     {Texts{"net/core/dev.c"}, Texts{path, "sound/core/pcm.c"}}) {
                    auto files = others;
                    files.push_back(path);
                    add(fmt::format("files {}", fmt::join(files, " ")),
                        judge.say("rework something", files));
                }
            }
    // Of three sections, so that a title of little weight may win.
    const Texts three{"net/core/dev.c", "sound/core/pcm.c", "mm/slab.c"};
    for (const auto& first : firsts)
        if (!first.title.empty())
            add(fmt::format("title {} file {}", first.title, fmt::join(three, " ")),
                judge.say(first.title, three));
    for (std::size_t i = 0; i < firsts.size(); ++i)
        for (std::size_t j = (3 - i % 3) % 3; j < firsts.size(); j += 3) { // one in three will do
            const auto& one = firsts[i];
            const auto& other = firsts[j];
            if (i < j && !one.file.empty() && !other.file.empty())
                add(fmt::format("files {} {}", one.file, other.file),
                    judge.say("rework something", {one.file, other.file}));
            if (i != j && !one.title.empty() && !other.file.empty())
                add(fmt::format("title {} file {}", one.title, other.file),
                    judge.say(one.title, {other.file}));
        }
    return lines;
}

TEST(Witnesses, OfEachEntryOfTheRulesAreThoseThatWereReadOver) {
    const auto file = std::filesystem::path(MW_TEST_DATA_DIR) / "witnesses.tsv";
    const auto found = witnesses();
    ASSERT_GT(found.size(), 4'000U);
    test::expect_as_read_over(file, "MERGEWINDOW_WRITE_WITNESSES",
                              "See witnesses_test.cpp: a changeset, and its section.", found);
}

} // namespace
} // namespace mw::classify
