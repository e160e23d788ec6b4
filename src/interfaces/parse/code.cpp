#include "interfaces/parse/code.h"

#include "interfaces/items/text.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <optional>

namespace mw::interfaces {

namespace {

using std::string_view;

/// memmem() looks at several characters at once, which string_view::find does not.
std::size_t find_bytes(string_view text, string_view wanted, std::size_t from) {
    if (from >= text.size())
        return string_view::npos;
    const void* found =
        memmem(text.data() + from, text.size() - from, wanted.data(), wanted.size());
    return found == nullptr
               ? string_view::npos
               : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

enum class Form { none, global, on_off, of_module, second_argument };

Form form_of(string_view macro) {
    if (macro == "__setup" || macro == "__setup_param" || macro == "early_param" ||
        macro == "core_param" || macro == "core_param_cb")
        return Form::global;
    if (macro == "early_param_on_off")
        return Form::on_off;
    if (macro == "torture_param")
        return Form::second_argument;
    static constexpr std::array<string_view, 7> levels = {
        "postcore_param_cb", "arch_param_cb", "subsys_param_cb", "fs_param_cb",
        "device_param_cb",   "late_param_cb", "level_param_cb"};
    const bool module =
        macro.starts_with("module_param") && !macro.starts_with("module_param_sysfs");
    return module || std::ranges::find(levels, macro) != levels.end() ? Form::of_module
                                                                      : Form::none;
}

/// True where a comment begins on the line in front, or the line belongs to a #define.
bool is_comment_or_macro(string_view text, std::size_t at) {
    constexpr std::size_t longest_line = 500;
    const auto from = at - std::min(at, longest_line);
    auto front = text.substr(from, at - from);
    front = trim(front.substr(front.rfind('\n') + 1));
    const auto behind = text.substr(at, longest_line);
    if (front.starts_with('*') || front.starts_with('#') || front.starts_with("//"))
        return true;
    if (behind.substr(0, behind.find('\n')).ends_with('\\'))
        return true;
    const auto open = front.rfind("/*");
    return open != string_view::npos && front.find("*/", open) == string_view::npos;
}

/// The arguments of a macro, of which at most `most`; nothing where no bracket opens or closes.
/// What stands in quotes comes without them.
std::vector<string_view> arguments_at(string_view text, std::size_t at, std::size_t most) {
    constexpr std::size_t longest_argument = 1000;
    std::vector<string_view> arguments;
    while (at < text.size() && (is_blank(text[at]) || text[at] == '\n'))
        ++at;
    if (at == text.size() || text[at] != '(')
        return arguments;
    std::size_t begin = ++at;
    int depth = 0;
    bool in_string = false;
    for (; at < text.size() && at - begin < longest_argument; ++at) {
        const char c = text[at];
        if (in_string) {
            if (c == '\\')
                ++at;
            else if (c == '"')
                in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '(') {
            ++depth;
        } else if ((c == ',' && depth == 0) || (c == ')' && depth-- == 0)) {
            arguments.push_back(trim(text.substr(begin, at - begin)));
            if (c == ')' || arguments.size() == most)
                return arguments;
            begin = at + 1;
        }
    }
    return {};
}

string_view without_quotes(string_view text) {
    return text.size() >= 2 && text.front() == '"' && text.back() == '"'
               ? text.substr(1, text.size() - 2)
               : text;
}

/// A name as the command line has it: "console=" of __setup is console.
string_view parameter_name(string_view argument) {
    auto name = without_quotes(argument);
    while (!name.empty() && (name.back() == '=' || is_blank(name.back())))
        name.remove_suffix(1);
    const bool odd =
        name.empty() || name.size() > longest_name || std::ranges::any_of(name, [](char c) {
            return is_blank(c) || c == '\n' || c == '"' || c == '(' || c == '#';
        });
    return odd ? string_view() : name;
}

/// All adjoining string literals of an argument as one text.
std::string joined_strings(string_view argument) {
    std::string joined;
    bool inside = false;
    for (std::size_t at = 0; at < argument.size(); ++at) {
        if (argument[at] == '"')
            inside = !inside;
        else if (inside && argument[at] == '\\' && at + 1 < argument.size())
            joined += argument[++at] == 'n' || argument[at] == 't' ? ' ' : argument[at];
        else if (inside)
            joined += argument[at];
    }
    return std::string(trim(joined));
}

class CodeReader {
public:
    CodeReader(string_view path, string_view text, string_view prefix_text, Items& items)
        : path_(path), text_(text), prefix_text_(prefix_text), items_(items) {}

    void read() {
        for_each("__setup", [this](std::size_t at) { parameter(at); });
        for_each("_param", [this](std::size_t at) { parameter(at); });
        for_each("file_system_type", [this](std::size_t at) { file_system(at); });
    }

private:
    template <typename Action>
    void for_each(string_view token, Action action) {
        for (auto at = find_bytes(text_, token, 0); at != string_view::npos;
             at = find_bytes(text_, token, at + token.size()))
            action(at);
    }

    /// The identifier that holds the byte at `at`: where it begins, and itself.
    std::pair<std::size_t, string_view> identifier_around(std::size_t at) const {
        std::size_t begin = at;
        while (begin > 0 && at - begin < longest_name && is_identifier(text_[begin - 1]))
            --begin;
        return {begin, first_identifier(text_.substr(begin, longest_name))};
    }

    void parameter(std::size_t at) {
        const auto [begin, macro] = identifier_around(at);
        // "__setup_param" is found at "__setup" and at "_param".
        if (begin + macro.size() <= seen_to_ && begin >= seen_from_)
            return;
        const auto form = form_of(macro);
        if (form == Form::none || is_comment_or_macro(text_, begin))
            return;
        seen_from_ = begin;
        seen_to_ = begin + macro.size();
        const auto arguments = arguments_at(text_, begin + macro.size(), 2);
        switch (form) {
        case Form::on_off:
            if (arguments.size() > 1)
                add_parameter(macro, arguments[1], false);
            [[fallthrough]];
        case Form::global:
            if (!arguments.empty())
                add_parameter(macro, arguments[0], false);
            break;
        case Form::of_module:
            if (arguments.size() > 1)
                add_parameter(macro, arguments[0], true);
            break;
        case Form::second_argument:
            if (arguments.size() > 1)
                add_parameter(macro, arguments[1], true);
            break;
        case Form::none:
            break;
        }
    }

    void add_parameter(string_view macro, string_view argument, bool of_module) {
        const auto name = parameter_name(argument);
        if (name.empty())
            return;
        Item item;
        item.kind = Kind::param;
        item.name = name;
        add_fact(item, "code", macro);
        if (of_module) {
            item.summary = description_of(name);
            if (const auto& prefix = module_prefix())
                item.name.insert(0, *prefix);
            else
                item.scope = path_;
        }
        items_.push_back(std::move(item));
    }

    const std::string& description_of(string_view name) {
        if (!descriptions_) {
            descriptions_.emplace();
            for_each("MODULE_PARM_DESC", [this](std::size_t at) {
                const auto arguments =
                    arguments_at(text_, at + string_view("MODULE_PARM_DESC").size(), 2);
                if (arguments.size() == 2)
                    descriptions_->try_emplace(std::string(arguments[0]),
                                               cut(joined_strings(arguments[1]), 300));
            });
        }
        static const std::string none;
        const auto found = descriptions_->find(name);
        return found == descriptions_->end() ? none : found->second;
    }

    /// "rcutree." of #define MODULE_PARAM_PREFIX "rcutree."; the last one where there are several.
    const std::optional<std::string>& module_prefix() {
        if (looked_for_prefix_)
            return prefix_;
        looked_for_prefix_ = true;
        static constexpr string_view macro = "#define MODULE_PARAM_PREFIX";
        for (auto at = find_bytes(prefix_text_, macro, 0); at != string_view::npos;
             at = find_bytes(prefix_text_, macro, at + 1)) {
            auto rest = prefix_text_.substr(at + macro.size());
            const auto line = next_line(rest).value_or("");
            const auto value = quoted(line);
            // KBUILD_MODNAME "." is what it is anyway.
            if (line.find("KBUILD") == string_view::npos)
                prefix_ = value ? std::string(*value) : std::string();
        }
        return prefix_;
    }

    /// `at` is behind "struct " of a definition; declarations and pointers have no "= {".
    void file_system(std::size_t at) {
        constexpr std::size_t longest_definition = 4000;
        auto rest = text_.substr(at + string_view("file_system_type").size(), longest_definition);
        rest = trim(rest);
        const auto variable = first_identifier(rest);
        rest = trim(rest.substr(variable.size()));
        if (variable.empty() || !rest.starts_with('='))
            return;
        rest = trim(rest.substr(1));
        if (!rest.starts_with('{') || is_comment_or_macro(text_, at))
            return;
        rest = rest.substr(0, rest.find("};"));
        const auto field = rest.find(".name");
        const auto equals = field == string_view::npos ? field : rest.find('=', field);
        if (equals == string_view::npos ||
            !trim(rest.substr(field + 5, equals - field - 5)).empty())
            return;
        const auto value =
            trim(rest.substr(equals + 1, rest.find_first_of(",}", equals) - equals - 1));
        const auto name = without_quotes(value);
        if (name.empty() || name.size() > longest_name)
            return;
        Item item;
        item.kind = Kind::filesystem;
        item.name = name;
        add_fact(item, "struct file_system_type", variable);
        items_.push_back(std::move(item));
    }

    string_view path_, text_, prefix_text_;
    Items& items_;
    std::size_t seen_from_ = 0, seen_to_ = 0;
    std::optional<std::map<std::string, std::string, std::less<>>> descriptions_;
    bool looked_for_prefix_ = false;
    std::optional<std::string> prefix_;
};

} // namespace

void read_code(string_view path, string_view text, string_view prefix_text, Items& items) {
    CodeReader(path, text, prefix_text, items).read();
}

} // namespace mw::interfaces
