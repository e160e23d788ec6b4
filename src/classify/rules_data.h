#pragma once

#include "classify/maintainers/glob.h"
#include "classify/rules.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What a rules file says once it is read, laid out to be asked quickly. Written by
/// rules_reader.cpp alone; immutable afterwards.
namespace mw::classify {

using RuleId = std::uint32_t;

struct Rule {
    std::string name;
    SectionKey place;
    /// What one file counts for that a path pattern of this rule covers.
    double weight = 1.0;
    /// What a title counts for, where all the files together count 1.
    double title_weight = 0.4;
    /// Asked only where MAINTAINERS has nothing better to say.
    bool fallback = false;
    /// The title prefix says how, not what ("rust: workqueue:"): what follows is asked first.
    bool transparent = false;
    /// Decides where every file that counts falls to it, whatever the title says.
    bool alone = false;
    /// 0 for the shipped file, 1 for a person's own: asked first.
    int layer = 0;
};

/// A path prefix, a file or a glob. The one with more directories wins, then the one with more
/// plain characters; a person's own before any other.
struct PathPattern {
    std::string text;
    RuleId rule = 0;
    /// For the weights of kinds of files; unused where rule is meant.
    double factor = 1.0;
    bool wild = false;
    int layer = 0;
    int directories = 0;
    int plain_characters = 0;

    bool covers(std::string_view path) const;
    bool covers_by_glob(std::string_view path) const;
    bool more_specific_than(const PathPattern& other) const;
};

class PathPatterns {
public:
    void add(PathPattern pattern);
    /// The most specific pattern that covers the path, or null.
    const PathPattern* find(std::string_view path) const;

private:
    std::vector<PathPattern> patterns_;
    DirectoryIndex index_;
};

/// A phrase that a text begins with or holds, lower case, ending where a word ends.
struct Phrase {
    std::string text;
    RuleId rule = 0;
};

/// Title prefixes: exact ones by their text, those with '*' one by one.
struct TitlePrefixes {
    StringMap<RuleId> plain;
    std::vector<Phrase> globs;
};

struct Rules::Data {
    std::vector<Rule> rules;
    PathPatterns paths;
    PathPatterns weights;
    /// By layer: [0] shipped, [1] a person's own.
    TitlePrefixes titles[2];
    std::vector<Phrase> words;
    std::vector<Phrase> entries;
    std::vector<Phrase> pulls;
    RulesProject project;
};

/// True where phrase stands in text as whole words; where a phrase begins or ends with another
/// character than a letter or digit, that end may touch anything.
bool holds_phrase(std::string_view text, std::string_view phrase);

/// The longest title prefix that the text begins with, ending where a word ends; null where there
/// is none. length gets how much of the text it took.
const RuleId* find_title_prefix(const TitlePrefixes& prefixes, std::string_view text,
                                std::size_t& length);

/// The first phrase whose glob matches the whole text, own rules first; null where there is none.
const Phrase* find_glob(const std::vector<Phrase>& phrases, std::string_view text);

} // namespace mw::classify
