#include "interfaces/parse/kbuild.h"

#include "interfaces/items/text.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

namespace mw::interfaces {

namespace {

using std::string_view;

/// A list that objects are added to: "obj-$(CONFIG_X)" or "name-y", with what follows the operator.
struct Assignment {
    string_view variable, value;
};

bool is_assignment(string_view line, Assignment& found) {
    const auto equals = line.find('=');
    if (equals == string_view::npos || equals == 0)
        return false;
    auto end = equals;
    while (end > 0 && (line[end - 1] == '+' || line[end - 1] == ':' || line[end - 1] == '?'))
        --end;
    found = {trim(line.substr(0, end)), trim(line.substr(equals + 1))};
    return !found.variable.empty() && found.variable.find_first_of(" \t:;\"'") == string_view::npos;
}

/// "X" of "$(CONFIG_X)", "${CONFIG_X}" or "$(subst m,y,$(CONFIG_X))"; empty where there is none.
string_view symbol_in(string_view text) {
    static constexpr string_view front = "CONFIG_";
    const auto at = text.find(front);
    return at == string_view::npos ? string_view()
                                   : first_identifier(text.substr(at + front.size()));
}

class KbuildReader {
public:
    explicit KbuildReader(Items& items) : items_(items) {}

    void read(string_view text) {
        while (const auto line = logical_line(text)) {
            Assignment assignment;
            const auto words = trim(line->substr(0, line->find('#')));
            if (is_assignment(words, assignment))
                add(assignment);
        }
        link();
    }

private:
    std::optional<string_view> logical_line(string_view& text) {
        auto line = next_line(text);
        if (!line || !line->ends_with('\\'))
            return line;
        joined_.clear();
        while (line && line->ends_with('\\')) {
            joined_.append(line->substr(0, line->size() - 1)).append(1, ' ');
            line = next_line(text);
        }
        if (line)
            joined_.append(*line);
        return joined_;
    }

    void add(const Assignment& assignment) {
        const auto dash = assignment.variable.find('-');
        if (assignment.variable.starts_with("obj-")) {
            const auto condition = assignment.variable.substr(4);
            if (condition == "m" || !symbol_in(condition).empty())
                add_targets(symbol_in(condition), assignment.value);
            return;
        }
        if (dash == string_view::npos)
            return;
        // The last dash that a condition follows: "snd-soc-core-objs", "amdgpu-$(CONFIG_X)".
        const auto dollar = assignment.variable.find('$');
        const auto last = assignment.variable.rfind('-', dollar);
        const auto suffix = assignment.variable.substr(last + 1);
        if (suffix != "y" && suffix != "m" && suffix != "objs" && !suffix.starts_with('$'))
            return;
        auto& objects = parts_[std::string(assignment.variable.substr(0, last))];
        for_each_word(assignment.value, [&](string_view word) {
            if (word.ends_with(".o") || word.starts_with("$("))
                objects.emplace_back(word);
        });
    }

    template <typename Action>
    static void for_each_word(string_view text, Action action) {
        while (!(text = trim(text)).empty()) {
            const auto word = first_word(text);
            action(word);
            text.remove_prefix(word.size());
        }
    }

    void add_targets(string_view symbol, string_view value) {
        for_each_word(value, [&](string_view word) {
            if (!word.ends_with(".o") || word.find('$') != string_view::npos ||
                word.find('/') != string_view::npos || word.size() > longest_name)
                return;
            word.remove_suffix(2);
            Item item;
            item.kind = Kind::module;
            item.name = word;
            add_fact(item, "symbol", symbol);
            items_.push_back(std::move(item));
            targets_.emplace(std::string(word), items_.size() - 1);
        });
    }

    /// Gives each target its objects: those of its own list, and of a list that this one names, as
    /// "i915-y += $(gt-y)" does.
    void link() {
        std::map<std::string, std::size_t> named; ///< lists by how they are named
        for (auto& [name, item] : targets_) {
            const auto own = parts_.find(name);
            if (own == parts_.end())
                continue;
            for (const auto& part : own->second)
                if (part.starts_with('$'))
                    named.emplace(part, item);
            items_[item].parts = std::move(own->second);
        }
        for (auto& [name, objects] : parts_)
            if (const auto target = named.find("$(" + name + "-y)"); target != named.end())
                std::ranges::move(objects, std::back_inserter(items_[target->second].parts));
    }

    Items& items_;
    std::string joined_;
    std::map<std::string, std::size_t, std::less<>> targets_;
    std::map<std::string, std::vector<std::string>, std::less<>> parts_;
};

} // namespace

void read_kbuild(string_view text, Items& items) {
    KbuildReader(items).read(text);
}

} // namespace mw::interfaces
