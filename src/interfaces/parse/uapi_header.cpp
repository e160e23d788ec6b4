#include "interfaces/parse/uapi_header.h"

#include "interfaces/items/text.h"

#include <vector>

// A header is read in two steps: preprocessor lines are taken out, with what is for the kernel
// alone, and comments with them; what is left is looked through for struct, union, enum and
// typedef, brackets counted.

namespace mw::interfaces {

namespace {

using std::string_view;

/// "linux/kvm.h" of include/uapi/linux/kvm.h, "asm/kvm.h" of arch/x86/include/uapi/asm/kvm.h.
string_view included_as(string_view path) {
    for (const string_view folder : {"include/uapi/", "include/"})
        if (const auto at = path.find(folder); at != string_view::npos)
            return path.substr(at + folder.size());
    return path;
}

/// The same text with each comment as one space, as C has it: one that ends on a later line does
/// not end a #define.
std::string without_comments(string_view text) {
    std::string code;
    code.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto two = text.substr(at, 2);
        if (two == "/*") {
            const auto end = text.find("*/", at + 2);
            code += ' ';
            at = end == string_view::npos ? text.size() : end + 1;
        } else if (two == "//") {
            const auto end = text.find('\n', at);
            at = end == string_view::npos ? text.size() : end - 1;
        } else if (text[at] == '"') {
            const auto begin = at;
            for (++at; at < text.size() && text[at] != '"' && text[at] != '\n'; ++at)
                if (text[at] == '\\')
                    ++at;
            code.append(text.substr(begin, at + 1 - begin));
        } else {
            code += text[at];
        }
    }
    return code;
}

bool is_ioctl(string_view value) {
    for (const string_view macro :
         {"_IO(", "_IOR(", "_IOW(", "_IOWR(", "_IOC(", "IO(", "IOR(", "IOW(", "IOWR("})
        if (value.find(macro) != string_view::npos)
            return true;
    return false;
}

/// One line, runs of white space as one space.
std::string single_spaced(string_view text) {
    std::string line;
    bool space = false;
    for (const char c : text) {
        if (is_blank(c) || c == '\n') {
            space = !line.empty();
        } else {
            if (space)
                line += ' ';
            space = false;
            line += c;
        }
    }
    return line;
}

class HeaderReader {
public:
    HeaderReader(string_view path, Items& items) : header_(included_as(path)), items_(items) {}

    void read(string_view text) {
        const auto code = without_comments(text);
        take_out_directives(code);
        declarations(declarations_);
    }

private:
    Item& add(std::string name, string_view value) {
        Item item;
        item.kind = Kind::uapi;
        item.name = std::move(name);
        item.summary = header_;
        if (!value.empty())
            item.summary.append(": ").append(cut(value, 200));
        items_.push_back(std::move(item));
        return items_.back();
    }

    void take_out_directives(string_view code) {
        std::string joined;
        while (const auto line = next_line(code)) {
            if (!trim(*line).starts_with('#')) {
                if (kernel_depth_ == 0)
                    declarations_.append(*line).append(1, '\n');
                continue;
            }
            joined.clear();
            auto part = *line;
            while (part.ends_with('\\')) {
                joined.append(part.substr(0, part.size() - 1));
                part = next_line(code).value_or("");
            }
            joined.append(part);
            directive(trim(trim(joined).substr(1)));
        }
    }

    void directive(string_view text) {
        const auto word = first_identifier(text);
        const auto rest = trim(text.substr(word.size()));
        if (word == "if" || word == "ifdef" || word == "ifndef")
            condition(word, rest);
        else if ((word == "else" || word == "elif") && kernel_depth_ == conditions_)
            kernel_depth_ = 0;
        else if (word == "else" && user_depth_ == conditions_ && kernel_depth_ == 0)
            kernel_depth_ = conditions_;
        else if (word == "endif")
            end_condition();
        else if (word == "define" && kernel_depth_ == 0)
            define(rest);
    }

    void condition(string_view word, string_view rest) {
        ++conditions_;
        if (kernel_depth_ != 0)
            return;
        const bool kernel = rest == "__KERNEL__" || rest == "defined(__KERNEL__)" ||
                            rest == "defined (__KERNEL__)" || rest == "defined __KERNEL__";
        const bool user = rest == "!defined(__KERNEL__)" || rest == "!defined (__KERNEL__)";
        if (kernel && word != "ifndef")
            kernel_depth_ = conditions_;
        else if (user || (kernel && word == "ifndef"))
            user_depth_ = conditions_;
    }

    void end_condition() {
        if (kernel_depth_ == conditions_)
            kernel_depth_ = 0;
        if (user_depth_ == conditions_)
            user_depth_ = 0;
        conditions_ -= conditions_ > 0 ? 1 : 0;
    }

    void define(string_view text) {
        const auto name = first_identifier(text);
        const auto value = trim(text.substr(name.size()));
        // Without a value: what keeps a header from being read twice.
        if (name.empty() || name.size() > longest_name || value.empty())
            return;
        auto& item = add(std::string(name), single_spaced(value));
        if (is_ioctl(value) && text[name.size()] != '(')
            add_fact(item, "ioctl", single_spaced(value));
    }

    /// The position behind the bracket that closes the one at `open`.
    static std::size_t behind_bracket(string_view code, std::size_t open) {
        std::size_t depth = 0;
        for (auto at = open; at < code.size(); ++at) {
            depth += code[at] == '{' ? 1 : 0;
            if (code[at] == '}' && --depth == 0)
                return at + 1;
        }
        return code.size();
    }

    void declarations(string_view code) {
        for (std::size_t at = 0; at < code.size();) {
            if (code[at] == '"') {
                const auto end = code.find('"', at + 1);
                at = end == string_view::npos ? code.size() : end + 1;
                continue;
            }
            const auto word = first_identifier(code.substr(at));
            if (word.empty()) {
                ++at;
                continue;
            }
            at += word.size();
            if (word == "struct" || word == "union" || word == "enum")
                at = compound(code, at, word);
        }
    }

    /// Returns where to go on: within the brackets, so that what is nested is found as well; behind
    /// them for an enum.
    std::size_t compound(string_view code, std::size_t at, string_view keyword) {
        auto rest = trim(code.substr(at));
        const auto name = first_identifier(rest);
        rest = trim(rest.substr(name.size()));
        if (!rest.starts_with('{') || name.size() > longest_name)
            return at;
        const auto open = static_cast<std::size_t>(rest.data() - code.data());
        if (keyword == "enum") {
            const auto end = behind_bracket(code, open);
            if (!name.empty())
                add("enum " + std::string(name), {});
            constants(code.substr(open + 1, end - open - 1));
            return end;
        }
        // Only what stands outside of others is read for its members; all is read once more for
        // what is nested.
        if (!name.empty()) {
            auto& item = add(std::string(keyword) + ' ' + std::string(name), {});
            if (open >= members_read_to_) {
                members_read_to_ = behind_bracket(code, open);
                members(code.substr(open + 1, members_read_to_ - open - 1), item);
            }
        }
        return open + 1;
    }

    void constants(string_view body) {
        bool at_name = true;
        std::size_t depth = 0;
        for (std::size_t at = 0; at < body.size();) {
            const char c = body[at];
            const auto word = first_identifier(body.substr(at));
            if (word.empty()) {
                depth += c == '(' || c == '{' ? 1 : 0;
                depth -= (c == ')' || c == '}') && depth > 0 ? 1 : 0;
                if (c == ',' && depth == 0)
                    at_name = true;
                ++at;
                continue;
            }
            if (at_name && word.size() <= longest_name) {
                const auto behind = trim(body.substr(at + word.size()));
                if (behind.empty() || behind.front() == ',' || behind.front() == '=' ||
                    behind.front() == '}')
                    add(std::string(word), {});
            }
            at_name = false;
            at += word.size();
        }
    }

    /// Those of what is nested without a name of its own are the structure's as well.
    static void members(string_view body, Item& item) {
        std::size_t begin = 0;
        for (std::size_t at = 0; at < body.size(); ++at) {
            if (string_view("{};").find(body[at]) == string_view::npos)
                continue;
            const auto member = single_spaced(body.substr(begin, at - begin));
            // "struct {" opens such a one, and "} name;" closes it.
            if (body[at] == ';' && member.find(' ') != std::string::npos)
                add_fact(item, "member", member);
            begin = at + 1;
        }
    }

    string_view header_;
    Items& items_;
    std::string declarations_;
    /// How many conditions are open; which of them keeps its text for the kernel or for user space
    /// (0: none).
    std::size_t conditions_ = 0, kernel_depth_ = 0, user_depth_ = 0;
    std::size_t members_read_to_ = 0;
};

} // namespace

void read_uapi_header(string_view path, string_view text, Items& items) {
    HeaderReader(path, items).read(text);
}

} // namespace mw::interfaces
