#include "interfaces/docs/sysctl_doc.h"

#include "interfaces/docs/sentence.h"
#include "interfaces/items/text.h"

#include <algorithm>

namespace mw::interfaces {

namespace {

using std::string_view;

/// A line of one punctuation character, at least three times: below a heading, or between entries.
bool is_rule(string_view line) {
    return line.size() >= 3 && string_view("=-~").find(line.front()) != string_view::npos &&
           line.find_first_not_of(line.front()) == string_view::npos;
}

bool is_sysctl_name(string_view word) {
    const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
    return !word.empty() && word.size() <= longest_name && (is_lower(word.front())) &&
           std::ranges::all_of(word, [](char c) {
               return is_identifier(c) || c == '-' || c == '.' || c == '/' || c == '*';
           });
}

string_view without_brackets(string_view text) {
    return trim(text.substr(0, text.find_first_of("([")));
}

/// "msgmax, msgmnb, and msgmni (x86 only):" as its names; none where it is a sentence.
std::vector<string_view> names_in(string_view heading) {
    std::vector<string_view> names;
    auto rest = without_brackets(heading);
    while (!rest.empty() && (rest.back() == ':' || is_blank(rest.back())))
        rest.remove_suffix(1);
    bool joined = true; // a name may follow
    while (!rest.empty()) {
        auto word = first_word(rest);
        rest = trim(rest.substr(word.size()));
        if (word == "and" || word == "&" || word == "/" || word == "or") {
            joined = true;
            continue;
        }
        const bool comma = word.ends_with(',');
        if (comma)
            word.remove_suffix(1);
        if (!joined || !is_sysctl_name(word))
            return {};
        names.push_back(word);
        joined = comma;
    }
    return names;
}

/// "kernel" of Documentation/admin-guide/sysctl/kernel.rst; "net" of the networking files.
std::string prefix_of(string_view path) {
    auto name = path.substr(path.rfind('/') + 1);
    name = name.substr(0, name.find('.'));
    return path.find("/networking/") != string_view::npos ? "net" : std::string(name);
}

class SysctlReader {
public:
    SysctlReader(string_view path, Items& items) : prefix_(prefix_of(path)), items_(items) {}

    void read(string_view text) {
        string_view previous, rest = text;
        while (const auto line = next_line(rest)) {
            if (is_rule(*line)) {
                // Between entries, unless it makes a heading of the line above.
                const bool text_above =
                    !previous.empty() && !is_blank(previous.front()) && !is_rule(previous);
                after_rule_ = !(text_above && heading(previous));
            } else if (trim(*line).empty()) {
                sentence_.add("");
            } else {
                content(*line, rest);
                after_rule_ = false;
            }
            previous = *line;
        }
    }

private:
    /// False where the line is no heading after all.
    bool heading(string_view line) {
        // The line below a heading of the text was taken for text when it came.
        for (const auto at : entries_)
            if (items_[at].text.ends_with(trim(line)))
                items_[at].text.resize(items_[at].text.size() - trim(line).size());
        if (const auto folder = line.find("/proc/sys/"); folder != string_view::npos) {
            entries_.clear();
            set_prefix(line.substr(folder + string_view("/proc/sys/").size()));
            return true;
        }
        const auto names = names_in(line);
        begin(names);
        return !names.empty();
    }

    void set_prefix(string_view path) {
        path = first_word(path);
        while (!path.empty() && (path.back() == '*' || path.back() == '/' || path.back() == ':' ||
                                 path.back() == ','))
            path.remove_suffix(1);
        if (const auto star = path.find('*'); star != string_view::npos)
            path = path.substr(0, path.rfind('/', star));
        if (path.empty())
            return;
        prefix_ = path;
        std::ranges::replace(prefix_, '/', '.');
    }

    void content(string_view line, string_view rest) {
        const bool indented = is_blank(line.front());
        if (!indented) {
            if (const auto dash = line.find(" - ");
                dash != string_view::npos && is_type(line.substr(dash + 3))) {
                begin(names_in(line.substr(0, dash)));
                return;
            }
            if (line.find("/proc/sys/net/") != string_view::npos && line.ends_with(':') &&
                line.starts_with("/proc/")) {
                entries_.clear();
                set_prefix(line.substr(string_view("/proc/sys/").size()));
                return;
            }
            // The old text files: a name behind a line of '=', with an empty line below.
            const auto next = next_line(rest).value_or("");
            if (after_rule_ && trim(next).empty()) {
                auto names = names_in(line);
                if (!names.empty()) {
                    begin(names);
                    return;
                }
            }
        }
        const bool summary_grows = !sentence_.is_complete();
        if (!line.starts_with("::") && !line.starts_with(".. "))
            sentence_.add(line);
        for (const auto at : entries_) {
            if (summary_grows)
                items_[at].summary = sentence_.text();
            add_text_line(items_[at], trim(line));
        }
    }

    /// "BOOLEAN", "INTEGER", "vector of 3 INTEGERs: min, default, max".
    static bool is_type(string_view text) {
        return text.starts_with("BOOLEAN") || text.starts_with("INTEGER") ||
               text.starts_with("UNSIGNED") || text.starts_with("STRING") ||
               text.starts_with("LONG") || text.starts_with("vector of") ||
               text.starts_with("list of") || text.starts_with("2 INTEGERS") ||
               text.starts_with("ENUM");
    }

    void begin(const std::vector<string_view>& names) {
        entries_.clear();
        sentence_.clear();
        for (const auto name : names) {
            Item item;
            item.kind = Kind::sysctl;
            item.name = prefix_ + '.';
            item.name += name;
            std::ranges::replace(item.name, '/', '.');
            items_.push_back(std::move(item));
            // The texts of a heading with many names need not be kept many times.
            if (entries_.size() < 4)
                entries_.push_back(items_.size() - 1);
        }
    }

    std::string prefix_;
    Items& items_;
    std::vector<std::size_t> entries_; ///< whose text follows
    FirstSentence sentence_;
    bool after_rule_ = false;
};

} // namespace

void read_sysctl_doc(string_view path, string_view text, Items& items) {
    SysctlReader(path, items).read(text);
}

} // namespace mw::interfaces
