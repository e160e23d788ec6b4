#include "classify/title_evidence.h"

#include "base/message.h"

#include <cctype>

namespace mw::classify {

namespace {

constexpr double without_colon = 0.5;

std::string_view after_prefix(std::string_view text, std::size_t length) {
    text.remove_prefix(length);
    const auto start = text.find_first_not_of(" :/,-");
    return start == std::string_view::npos ? std::string_view() : text.substr(start);
}

TitleOpinion begins_with(const Rule& rule, std::string_view prefix) {
    return {&rule, rule.title_weight, base::Message("title begins with '{}'", prefix)};
}

TitleOpinion ask_prefixes(const Rules::Data& rules, int layer, std::string_view text) {
    std::size_t length = 0;
    const auto* id = find_title_prefix(rules.titles[layer], text, length);
    if (id == nullptr)
        return {};
    const auto& rule = rules.rules[*id];
    if (rule.transparent) {
        const auto rest = after_prefix(text, length);
        if (!rest.empty())
            if (auto inner = ask_prefixes(rules, layer, rest); inner.rule != nullptr)
                return inner;
    }
    return begins_with(rule, text.substr(0, length));
}

/// "drivers/net/tg3.c", but not "scsi/sd" or "and/or".
bool is_path(std::string_view scope) {
    static constexpr std::string_view tops[] = {
        "arch", "block",    "crypto",  "documentation", "drivers", "fs",    "include",
        "init", "io_uring", "ipc",     "kernel",        "lib",     "mm",    "net",
        "rust", "samples",  "scripts", "security",      "sound",   "tools", "virt"};
    const auto slash = scope.find('/');
    if (slash == std::string_view::npos || scope.find(' ') != std::string_view::npos)
        return false;
    for (const auto top : tops)
        if (scope.substr(0, slash) == top)
            return true;
    return false;
}

TitleOpinion ask_path(const PathEvidence& judge, std::string_view scope) {
    if (!is_path(scope))
        return {};
    std::string path(scope.substr(0, scope.find(':')));
    if (path.starts_with("documentation"))
        path[0] = 'D';
    const auto* pattern = judge.pattern_for(path);
    if (pattern == nullptr)
        pattern = judge.pattern_for(path + "/");
    if (pattern == nullptr || judge.rules().rules[pattern->rule].fallback)
        return {};
    const auto& rule = judge.rules().rules[pattern->rule];
    return {&rule, rule.title_weight, base::Message("title names {}", path)};
}

TitleOpinion ask_scopes(const Title& title, const PathEvidence& judge) {
    for (int layer = 1; layer >= 0; --layer)
        for (const auto& scope : title.scopes)
            if (auto found = ask_prefixes(judge.rules(), layer, scope); found.rule != nullptr)
                return found;
    for (const auto& scope : title.scopes)
        if (auto found = ask_path(judge, scope); found.rule != nullptr)
            return found;
    if (!title.scopes.empty())
        return {};
    for (int layer = 1; layer >= 0; --layer)
        if (auto found = ask_prefixes(judge.rules(), layer, title.text); found.rule != nullptr) {
            found.weight *= without_colon;
            return found;
        }
    return {};
}

} // namespace

TitleOpinion title_evidence(const Title& title, const PathEvidence& judge) {
    auto opinion = ask_scopes(title, judge);
    for (const auto& phrase : judge.rules().words) {
        const auto& rule = judge.rules().rules[phrase.rule];
        if (rule.title_weight > opinion.weight && holds_phrase(title.text, phrase.text))
            opinion = {&rule, rule.title_weight, base::Message("title says '{}'", phrase.text)};
    }
    return opinion;
}

const Rule* pull_evidence(const Rules::Data& rules, std::string_view pull_title) {
    if (pull_title.empty())
        return nullptr;
    std::string text(pull_title);
    for (char& c : text)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    const Phrase* best = nullptr;
    for (const auto& phrase : rules.pulls) {
        const bool better = best == nullptr ||
                            rules.rules[phrase.rule].layer > rules.rules[best->rule].layer ||
                            (rules.rules[phrase.rule].layer == rules.rules[best->rule].layer &&
                             phrase.text.size() > best->text.size());
        if (better && holds_phrase(text, phrase.text))
            best = &phrase;
    }
    return best == nullptr ? nullptr : &rules.rules[best->rule];
}

} // namespace mw::classify
