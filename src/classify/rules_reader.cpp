#include "base/message.h"
#include "base/text.h"
#include "classify/rules.h"
#include "classify/rules_data.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace mw::classify {

namespace {

/// What the braces of a file may stand for, in characters: each pair may double what stands there.
constexpr std::size_t longest_choices = std::size_t{1} << 20;

constexpr std::string_view signal_keys[] = {"titles", "words", "paths", "entries", "pulls"};

/// In a sentence.
std::string shown(std::string_view text) {
    return shortened(text, 200);
}

/// Reads one file into the data; every mistake is a RulesError with file, line and key.
class RulesReader {
public:
    RulesReader(Rules::Data& data, std::string file, int layer)
        : data_(data), file_(std::move(file)), layer_(layer) {}

    void read(const std::string& text) {
        toml::table root;
        try {
            root = toml::parse(text, file_);
        } catch (const toml::parse_error& error) {
            throw RulesError(file_, static_cast<int>(error.source().begin.line),
                             base::Message::verbatim(error.description()));
        }
        for (const auto& [name, node] : root) {
            if (name == "project") {
                read_project(node);
                continue;
            }
            if (name != "rule" && name != "weight")
                fail(node, name.str(),
                     base::Message("is not a known table; known: [[rule]], [[weight]], [project]"));
            const auto* tables = node.as_array();
            if (tables == nullptr || !tables->is_array_of_tables())
                fail(node, name.str(),
                     base::Message("has to be written as [[rule]] or [[weight]]"));
            for (const auto& table : *tables)
                name == "rule" ? read_rule(*table.as_table()) : read_weight(*table.as_table());
        }
    }

private:
    [[noreturn]] void fail(const toml::node& node, std::string_view key,
                           const base::Message& mistake) const {
        throw RulesError(file_, static_cast<int>(node.source().begin.line),
                         base::Message("'{}' {}", key, mistake));
    }

    void refuse_unknown(const toml::table& table, const std::set<std::string_view>& known) const {
        for (const auto& [name, node] : table)
            if (!known.contains(name.str()))
                fail(node, name.str(), base::Message("is not a known key"));
    }

    template <typename Value>
    std::optional<Value> value(const toml::table& table, std::string_view key,
                               const base::Message& kind) const {
        const auto* node = table.get(key);
        if (node == nullptr)
            return std::nullopt;
        const auto found = node->value_exact<Value>();
        if (!found)
            fail(*node, key, base::Message("has to be {}", kind));
        return found;
    }

    std::optional<double> number(const toml::table& table, std::string_view key) const {
        const auto* node = table.get(key);
        if (node == nullptr)
            return std::nullopt;
        const auto found = node->value<double>();
        if (!node->is_number() || !(*found >= 0.0) || *found > 100.0)
            fail(*node, key, base::Message("has to be a number from 0 to 100"));
        return found;
    }

    /// Calls add(text, node) for every string of a list, braces expanded.
    template <typename Add>
    void each(const toml::table& table, std::string_view key, Add add) {
        const auto* node = table.get(key);
        if (node == nullptr)
            return;
        const auto* list = node->as_array();
        if (list == nullptr)
            fail(*node, key, base::Message("has to be a list of strings"));
        for (const auto& item : *list) {
            const auto text = item.template value_exact<std::string>();
            if (!text || text->empty())
                fail(item, key, base::Message("holds something that is no text"));
            for (auto& one : written_out(*text, item, key))
                add(std::move(one), item);
        }
    }

    /// A text for each choice that its braces leave.
    std::vector<std::string> written_out(const std::string& text, const toml::node& item,
                                         std::string_view key) {
        try {
            auto all = expand_braces(text, choices_left_);
            if (all.size() > 1)
                for (const auto& one : all)
                    choices_left_ -= one.size() + 1;
            return all;
        } catch (const std::invalid_argument&) {
            fail(item, key, base::Message("holds '{}' with braces that do not pair", shown(text)));
        } catch (const std::length_error&) {
            fail(item, key,
                 base::Message("holds '{}': the braces of this file stand for over {} characters",
                               shown(text), longest_choices));
        }
    }

    SectionKey read_place(const toml::table& table) const {
        const auto section_key =
            value<std::string>(table, "section", base::Message("a section's key"));
        if (!section_key)
            fail(table, "section", base::Message("is missing from this rule"));
        const auto section = section_from_key(*section_key);
        if (!section)
            fail(*table.get("section"), "section",
                 base::Message("'{}' is no section", *section_key));
        SectionKey place{*section, Subgroup::none};
        const auto subgroup_key =
            value<std::string>(table, "subgroup", base::Message("a subgroup's key"));
        if (subgroup_key) {
            const auto subgroup = subgroup_from_key(*subgroup_key);
            if (!subgroup || *subgroup == Subgroup::none)
                fail(*table.get("subgroup"), "subgroup",
                     base::Message("'{}' is no subgroup", *subgroup_key));
            place.subgroup = *subgroup;
        }
        if ((place.section == Section::hardware) != (place.subgroup != Subgroup::none))
            fail(table, "subgroup",
                 base::Message("is needed in section hardware, and has no meaning elsewhere"));
        return place;
    }

    void read_project(const toml::node& node) {
        const auto* const table = node.as_table();
        if (table == nullptr)
            fail(node, "project", base::Message("has to be written as [project]"));
        refuse_unknown(*table, {"name", "holds", "titles"});
        data_.project.name = value<std::string>(*table, "name", base::Message("text")).value_or("");
        each(*table, "holds", [&](std::string text, const toml::node& item) {
            check_path(text, item);
            data_.project.holds.push_back(std::move(text));
        });
        const auto* const titles = table->get_as<toml::table>("titles");
        if (titles == nullptr)
            return;
        for (const auto& [key, title] : *titles) {
            const auto text = title.value_exact<std::string>();
            const auto slash = key.str().find('/');
            const auto section = section_from_key(key.str().substr(0, slash));
            const auto subgroup = slash == std::string_view::npos
                                      ? std::optional(Subgroup::none)
                                      : subgroup_from_key(key.str().substr(slash + 1));
            if (!section || !subgroup)
                fail(title, key.str(), base::Message("is no section"));
            if (!text || text->empty() || text->find_first_of("\t\n") != std::string::npos)
                fail(title, key.str(), base::Message("has to be {}", base::Message("text")));
            data_.project.titles.emplace_back(SectionKey{*section, *subgroup}, *text);
        }
    }

    void read_rule(const toml::table& table) {
        refuse_unknown(table,
                       {"name", "section", "subgroup", "weight", "title_weight", "fallback",
                        "transparent", "alone", "titles", "words", "paths", "entries", "pulls"});
        Rule rule;
        rule.layer = layer_;
        rule.place = read_place(table);
        rule.name = value<std::string>(table, "name", base::Message("text"))
                        .value_or(default_name(rule.place));
        rule.weight = number(table, "weight").value_or(rule.weight);
        // A person who writes a title into a file of their own means it.
        rule.title_weight =
            number(table, "title_weight").value_or(layer_ > 0 ? 2.0 : rule.title_weight);
        rule.fallback =
            value<bool>(table, "fallback", base::Message("true or false")).value_or(false);
        rule.transparent =
            value<bool>(table, "transparent", base::Message("true or false")).value_or(false);
        rule.alone = value<bool>(table, "alone", base::Message("true or false")).value_or(false);
        const auto id = static_cast<RuleId>(data_.rules.size());
        data_.rules.push_back(std::move(rule));
        read_signals(table, id);
        if (std::ranges::none_of(signal_keys, [&](auto key) { return table.contains(key); }))
            fail(
                table, "rule",
                base::Message("says nothing: it has none of titles, words, paths, entries, pulls"));
    }

    /// Two rules of one file that claim the same words could not both be right.
    void claim(std::string_view key, const std::string& text, RuleId id, const toml::node& item) {
        const auto [at, added] = claimed_.emplace(fmt::format("{} {}", key, text), id);
        if (!added)
            fail(item, key,
                 base::Message("has '{}', which rule {} has already", shown(text),
                               data_.rules[at->second].name));
    }

    void read_signals(const toml::table& table, RuleId id) {
        each(table, "paths", [&](std::string text, const toml::node& item) {
            check_path(text, item);
            claim("paths", text, id, item);
            data_.paths.add({.text = std::move(text), .rule = id, .layer = layer_});
        });
        each(table, "titles", [&](std::string text, const toml::node& item) {
            check_lower_case(text, item, "titles");
            claim("titles", text, id, item);
            auto& titles = data_.titles[layer_];
            if (has_wildcards(text))
                titles.globs.push_back({std::move(text), id});
            else
                titles.plain.emplace(std::move(text), id);
        });
        read_phrases(table, "words", id, data_.words);
        read_phrases(table, "pulls", id, data_.pulls);
        each(table, "entries", [&](std::string text, const toml::node& item) {
            claim("entries", text, id, item);
            data_.entries.push_back({std::move(text), id});
        });
    }

    void read_phrases(const toml::table& table, std::string_view key, RuleId id,
                      std::vector<Phrase>& phrases) {
        each(table, key, [&](std::string text, const toml::node& item) {
            check_lower_case(text, item, key);
            claim(key, text, id, item);
            phrases.push_back({std::move(text), id});
        });
    }

    void read_weight(const toml::table& table) {
        refuse_unknown(table, {"paths", "weight"});
        const auto factor = number(table, "weight");
        if (!factor)
            fail(table, "weight", base::Message("is missing"));
        each(table, "paths", [&](std::string text, const toml::node& item) {
            check_path(text, item);
            data_.weights.add({.text = std::move(text), .factor = *factor, .layer = layer_});
        });
    }

    void check_path(const std::string& text, const toml::node& item) const {
        if (text.front() == '/' || text.find("//") != std::string::npos)
            fail(item, "paths",
                 base::Message("holds '{}': paths begin at the kernel's top", shown(text)));
        const auto open = text.find('[');
        if (open != std::string::npos && text.find(']', open + 2) == std::string::npos)
            fail(item, "paths",
                 base::Message("holds '{}' with a '[' that is never closed", shown(text)));
        if (text.find("***") != std::string::npos)
            fail(item, "paths", base::Message("holds '{}': '***' means nothing", shown(text)));
    }

    void check_lower_case(const std::string& text, const toml::node& item,
                          std::string_view key) const {
        for (const char c : text)
            if (std::isupper(static_cast<unsigned char>(c)))
                fail(item, key, base::Message("holds '{}': write it in lower case", shown(text)));
    }

    static std::string default_name(const SectionKey& place) {
        return place.subgroup == Subgroup::none
                   ? std::string(key(place.section))
                   : fmt::format("{}.{}", key(place.section), key(place.subgroup));
    }

    Rules::Data& data_;
    std::string file_;
    int layer_;
    std::size_t choices_left_ = longest_choices; ///< as expand_braces() counts them
    StringMap<RuleId> claimed_;
};

std::string read_rules_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    // A directory opens as well, and fails at the first read.
    if (!stream || !(text << stream.rdbuf()))
        throw RulesError(file, 0, base::Message("it cannot be read as a rules file"));
    return text.str();
}

} // namespace

RulesError::RulesError(const std::filesystem::path& file, int line, const base::Message& mistake)
    : Error(line == 0 ? base::Message("{}: {}", file, mistake)
                      : base::Message("{}, line {}: {}", file, line, mistake)),
      file_(file), line_(line) {}

std::shared_ptr<const Rules> Rules::parse(const std::string& toml, const std::string& name) {
    auto data = std::make_unique<Data>();
    RulesReader(*data, name, 0).read(toml);
    return std::shared_ptr<const Rules>(new Rules(std::move(data)));
}

std::shared_ptr<const Rules> Rules::load(const std::filesystem::path& file) {
    return parse(read_rules_file(file), file.string());
}

std::shared_ptr<const Rules> Rules::load(const std::filesystem::path& file,
                                         const std::filesystem::path& own_file) {
    auto data = std::make_unique<Data>();
    RulesReader(*data, file.string(), 0).read(read_rules_file(file));
    RulesReader(*data, own_file.string(), 1).read(read_rules_file(own_file));
    return std::shared_ptr<const Rules>(new Rules(std::move(data)));
}

} // namespace mw::classify
