#include "interfaces/parse/kconfig.h"

#include "interfaces/items/text.h"

#include <array>
#include <vector>

// A line's first word says what it is (lexer.l). The cases:
//   config, menuconfig NAME   a symbol begins
//   choice, menu, if          a block begins, whose condition holds for what is in it
//   endchoice, endmenu, endif the block ends
//   comment, source, mainmenu end the entry in front
//   help, ---help---          text follows, as long as lines are indented as much as its first one
//   anything else             a property of the entry in front
// A help text ends before a line that is indented less than its first line; a line that is not
// indented at all always ends it. Without that, "config" at the start of a line of help would be a
// symbol.

namespace mw::interfaces {

namespace {

using std::string_view;

/// Of the enclosing blocks, repeated with each symbol; a real file has a few.
constexpr std::size_t most_conditions = 16;

struct Block {
    enum class Kind { if_block, menu, choice };
    Kind kind;
    std::string condition; ///< "if X", or what a menu or choice depends on
    std::string prompt;    ///< of a choice
};

/// Cuts a comment: a '#' that stands outside of quotes.
string_view without_comment(string_view line) {
    char quote = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (quote != 0) {
            if (line[at] == '\\')
                ++at;
            else if (line[at] == quote)
                quote = 0;
        } else if (line[at] == '"' || line[at] == '\'') {
            quote = line[at];
        } else if (line[at] == '#') {
            return line.substr(0, at);
        }
    }
    return line;
}

class Reader {
public:
    Reader(string_view text, Items& items)
        : rest_(text), items_(items), condition_budget_(4 * text.size() + longest_value) {}

    void read() {
        while (const auto line = next()) {
            if (in_help_ && is_help(*line))
                continue;
            in_help_ = false;
            auto words = trim(without_comment(*line));
            const auto word = first_word(words);
            words.remove_prefix(word.size());
            if (!word.empty())
                statement(word, trim(words));
        }
    }

private:
    /// A line, with those joined that end in a backslash. Help keeps its lines.
    std::optional<string_view> next() {
        auto line = next_line(rest_);
        if (!line || in_help_ || !line->ends_with('\\'))
            return line;
        joined_.clear();
        while (line && line->ends_with('\\')) {
            joined_.append(line->substr(0, line->size() - 1));
            line = next_line(rest_);
        }
        if (line)
            joined_.append(*line);
        return joined_;
    }

    bool is_help(string_view line) {
        const auto words = trim(line);
        if (words.empty()) {
            blank_lines_ += help_indent_ > 0 ? 1 : 0;
            return true;
        }
        const auto indent = indentation(line);
        if (indent == 0 || indent < help_indent_)
            return false;
        if (help_indent_ == 0)
            help_indent_ = indent;
        if (symbol_ == nullptr)
            return true;
        if (blank_lines_ > 0)
            add_text_line(*symbol_, "");
        blank_lines_ = 0;
        add_text_line(*symbol_, std::string(indent - help_indent_, ' ').append(words));
        return true;
    }

    void statement(string_view word, string_view rest) {
        if (word == "config" || word == "menuconfig")
            begin_symbol(first_identifier(rest));
        else if (word == "choice")
            begin_block({Block::Kind::choice, {}, {}});
        else if (word == "menu")
            begin_block({Block::Kind::menu, {}, {}});
        else if (word == "if")
            begin_block({Block::Kind::if_block, std::string(cut(rest, longest_value)), {}});
        else if (word == "endchoice" || word == "endmenu" || word == "endif")
            end_block();
        else if (word == "comment" || word == "source" || word == "mainmenu")
            end_entry();
        else if (word == "help" || word == "---help---")
            in_help_ = true, help_indent_ = blank_lines_ = 0;
        else if (symbol_ != nullptr)
            property(word, rest);
        else if (in_block_head_)
            block_property(word, rest);
    }

    void begin_symbol(string_view name) {
        end_entry();
        if (name.empty() || name.size() > longest_name)
            return;
        Item item;
        item.kind = Kind::config;
        item.name = name;
        items_.push_back(std::move(item));
        symbol_ = &items_.back();
        std::size_t count = 0;
        for (auto block = blocks_.rbegin(); block != blocks_.rend() && count < most_conditions;
             ++block, ++count) {
            if (block->kind == Block::Kind::choice && !block->prompt.empty())
                add_fact(*symbol_, "choice", block->prompt);
            if (!block->condition.empty() && block->condition.size() <= condition_budget_) {
                add_fact(*symbol_, "if", block->condition);
                condition_budget_ -= block->condition.size();
            }
        }
    }

    void begin_block(Block block) {
        end_entry();
        blocks_.push_back(std::move(block));
        in_block_head_ = blocks_.back().kind != Block::Kind::if_block;
    }

    void end_block() {
        end_entry();
        if (!blocks_.empty())
            blocks_.pop_back();
    }

    void end_entry() {
        symbol_ = nullptr;
        in_block_head_ = false;
    }

    void block_property(string_view word, string_view rest) {
        auto& block = blocks_.back();
        if (word == "depends" || word == "visible") {
            if (!block.condition.empty())
                block.condition += " && ";
            const auto condition = cut(expression(rest), longest_value);
            if (block.condition.size() < longest_value)
                block.condition.append(condition);
        } else if (word == "prompt" || word == "bool" || word == "tristate" || word == "boolean") {
            if (const auto prompt = quoted(rest))
                block.prompt = cut(*prompt, longest_value);
        }
    }

    /// What stands behind "depends on" and "visible if".
    static string_view expression(string_view rest) {
        const auto word = first_word(rest);
        return word == "on" || word == "if" ? trim(rest.substr(word.size())) : rest;
    }

    void property(string_view word, string_view rest) {
        static constexpr std::array<string_view, 6> types = {"bool",   "tristate", "int",
                                                             "string", "hex",      "boolean"};
        for (const auto type : types)
            if (word == type)
                return set_type(type == "boolean" ? "bool" : type, rest);
        if (word.starts_with("def_")) {
            set_type(word == "def_tristate" ? "tristate" : "bool", {});
            add_fact(*symbol_, "default", rest);
        } else if (word == "prompt") {
            set_prompt(rest);
        } else if (word == "depends") {
            add_fact(*symbol_, "depends on", expression(rest));
        } else if (word == "visible") {
            add_fact(*symbol_, "visible if", expression(rest));
        } else if (word == "default" || word == "select" || word == "imply" || word == "range" ||
                   word == "option") {
            add_fact(*symbol_, word, rest);
        } else if (word == "modules" || word == "transitional" || word == "optional") {
            add_fact(*symbol_, "option", word);
        }
    }

    void set_type(string_view type, string_view rest) {
        add_fact(*symbol_, "type", type);
        if (!rest.empty())
            set_prompt(rest);
    }

    void set_prompt(string_view rest) {
        const auto prompt = quoted(rest);
        if (!prompt)
            return;
        if (symbol_->summary.empty())
            symbol_->summary = cut(trim(*prompt), longest_value);
        // With its condition, which follows the closing quote.
        add_fact(*symbol_, "prompt", rest);
    }

    string_view rest_;
    Items& items_;
    /// Bytes of conditions that may still be repeated, so that what is kept grows with the file.
    std::size_t condition_budget_;
    std::string joined_;
    std::vector<Block> blocks_;
    Item* symbol_ = nullptr; ///< the last of items_, while its lines follow
    bool in_block_head_ = false, in_help_ = false;
    std::size_t help_indent_ = 0, blank_lines_ = 0;
};

} // namespace

void read_kconfig(string_view text, Items& items) {
    Reader(text, items).read();
}

} // namespace mw::interfaces
