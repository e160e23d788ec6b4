#include "interfaces/parse/binding.h"

#include "interfaces/items/text.h"

#include <algorithm>

namespace mw::interfaces {

namespace {

using std::string_view;

bool is_yaml(string_view path) {
    return path.ends_with(".yaml");
}

string_view binding_name(string_view path) {
    for (const string_view folder : {"/bindings/", "/dts-bindings/"})
        if (const auto at = path.find(folder); at != string_view::npos)
            path = path.substr(at + folder.size());
    return path.substr(0, path.rfind('.'));
}

/// "vendor,device", "syscon"; no pattern and no sentence.
bool is_compatible(string_view text) {
    return text.size() > 1 && text.size() <= longest_name && is_identifier(text.front()) &&
           std::ranges::all_of(text, [](char c) {
               return is_identifier(c) || c == ',' || c == '.' || c == '-' || c == '+';
           });
}

class BindingReader {
public:
    explicit BindingReader(Items& items) : items_(items) {}

    void read_yaml(string_view text) {
        std::size_t block = 0; ///< indentation of "compatible:"
        bool inside = false;
        while (const auto line = next_line(text)) {
            const auto words = trim(*line);
            if (words.empty() || words.starts_with('#'))
                continue;
            if (line->starts_with("examples:"))
                return;
            if (line->starts_with("title:"))
                set_title(words.substr(string_view("title:").size()));
            const auto indent = indentation(*line);
            if (inside && indent > block) {
                yaml_value(words);
                continue;
            }
            inside = words.starts_with("compatible:");
            block = indent;
            if (inside)
                yaml_value(words.substr(string_view("compatible:").size()));
        }
    }

    void read_text(string_view text) {
        while (const auto line = next_line(text)) {
            const auto words = trim(*line);
            set_title(words);
            if (words.starts_with("Example") || words.starts_with("EXAMPLE"))
                return;
            for (auto rest = words; const auto found = quoted(rest);) {
                if (found->find(',') != string_view::npos)
                    add(*found);
                rest.remove_prefix(
                    static_cast<std::size_t>(found->data() + found->size() + 1 - rest.data()));
            }
        }
    }

    std::string title() const { return std::string(title_); }

private:
    void set_title(string_view title) {
        if (!title_.empty())
            return;
        title = trim(title);
        if (title.size() > 1 && (title.front() == '"' || title.front() == '\''))
            title = title.substr(1, title.size() - 2);
        title_ = cut(title, 300);
    }

    /// "const: x,y", "- const: x,y", "- x,y", "enum: [ x,y, x,z ]".
    void yaml_value(string_view words) {
        words = trim(words.substr(0, words.find(" #")));
        const bool listed = words.starts_with("- ");
        if (listed)
            words = trim(words.substr(2));
        const auto colon = words.find(':');
        const auto word = colon == string_view::npos ? string_view() : words.substr(0, colon);
        if (word == "description" || word == "pattern" || word.starts_with("min") ||
            word.starts_with("max") || word.starts_with("$"))
            return;
        if (!word.empty())
            words = trim(words.substr(colon + 1));
        if (!words.starts_with('[')) {
            if ((listed && word.empty()) || word == "const")
                add(unquoted(words));
            return;
        }
        if (word != "enum")
            return;
        words = words.substr(1, words.find(']') - 1);
        while (!words.empty()) {
            // Commas are in the names as well: those between names have a space behind them.
            const auto end = words.find(", ");
            add(unquoted(trim(words.substr(0, end))));
            words = end == string_view::npos ? string_view() : words.substr(end + 1);
        }
    }

    static string_view unquoted(string_view text) {
        const bool quotes = text.size() > 1 && (text.front() == '"' || text.front() == '\'') &&
                            text.back() == text.front();
        return quotes ? text.substr(1, text.size() - 2) : text;
    }

    void add(string_view compatible) {
        if (!is_compatible(compatible))
            return;
        Item item;
        item.kind = Kind::device_tree;
        item.name = compatible;
        item.summary = title_;
        items_.push_back(std::move(item));
    }

    Items& items_;
    string_view title_;
};

} // namespace

Item binding_of_path(string_view path) {
    Item item;
    item.kind = Kind::device_tree;
    item.name = binding_name(path);
    add_fact(item, "format", is_yaml(path) ? "yaml" : "txt");
    return item;
}

std::string read_binding(string_view path, string_view text, Items& items) {
    BindingReader reader(items);
    if (is_yaml(path))
        reader.read_yaml(text);
    else
        reader.read_text(text);
    return reader.title();
}

} // namespace mw::interfaces
