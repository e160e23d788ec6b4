#include "document/markdown/markdown.h"

#include "base/text.h"
#include "document/markdown/cmark.h"
#include "document/markdown/html_writer.h"
#include "document/markdown/limit_markdown.h"
#include "document/markdown/source_places.h"
#include "document/markdown/table_splitter.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace mw::document {

namespace {

constexpr std::size_t largest_document = 64 << 20, longest_words = 1000;

std::string_view view(const char* text) {
    return text == nullptr ? std::string_view() : std::string_view(text);
}

const char* css_class(LinkKind kind) {
    switch (kind) {
    case LinkKind::commit:
        return "commit";
    case LinkKind::kernel_doc:
        return "kerneldoc";
    case LinkKind::web:
    case LinkKind::none:
        break;
    }
    return "web";
}

/// Names of headings: their words with dashes, numbered where two are alike.
class Anchors {
public:
    std::string name(std::string_view heading) {
        std::string name = "h-";
        for (const char c : lower_case(heading)) {
            const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (word)
                name += c;
            else if (name.back() != '-')
                name += '-';
        }
        const auto count = ++used_[name];
        return count == 1 ? name : fmt::format("{}-{}", name, count);
    }

private:
    std::unordered_map<std::string, int> used_;
};

/// Walks the parsed document once, in its order, and writes HTML and lists side by side.
class Renderer {
public:
    Renderer(std::string_view text, const RenderOptions& options, const std::stop_token& stop)
        : places_(text), options_(options), stop_(stop) {}

    Rendered run(cmark_node* root) {
        const IteratorHandle iterator(cmark_iter_new(root));
        std::size_t steps = 0;
        for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
             event = cmark_iter_next(iterator.get())) {
            if (++steps % 4096 == 0 && stop_.stop_requested())
                throw Stopped();
            auto* node = cmark_iter_get_node(iterator.get());
            const bool enter = event == CMARK_EVENT_ENTER;
            if (!block(node, enter))
                inline_node(node, enter);
        }
        result_.html = html_.take();
        return std::move(result_);
    }

private:
    bool block(cmark_node* node, bool enter);
    bool container(cmark_node* node, bool enter);
    bool table(cmark_node* node, bool enter);
    void heading(cmark_node* node, bool enter);
    void item(bool enter);
    void row(cmark_node* node, bool enter);
    void inline_node(cmark_node* node, bool enter);
    void text(cmark_node* node);
    void link(cmark_node* node, bool enter);
    void image(cmark_node* node, bool enter);
    void mark(std::string_view element, bool enter);
    void strong(bool enter);

    void begin_entry(cmark_node* node);
    void end_entry();
    void say(std::string_view text);
    void say_with_links(std::string_view text);
    void open_link(const Link& target);
    std::string refer(const std::string& id);
    bool is_known(const std::string& id);

    SourcePlaces places_;
    const RenderOptions& options_;
    const std::stop_token& stop_;
    HtmlWriter html_;
    Rendered result_;
    Anchors anchors_;
    std::unordered_map<std::string, bool> known_;
    std::vector<PieceList> lists_;
    TableSplitter table_;
    cmark_node* item_ = nullptr; ///< the list item of the last entry
    bool header_row_ = false;
    bool titled_ = false;          ///< the title is a heading of level one
    bool strong_at_start_ = false; ///< inside the bold words that an entry starts with
    std::vector<bool> open_links_; ///< whether each link or image around was written as a link
};

void Renderer::begin_entry(cmark_node* node) {
    auto* parent = cmark_node_parent(node);
    auto* item =
        parent != nullptr && cmark_node_get_type(parent) == CMARK_NODE_ITEM ? parent : nullptr;
    places_.enter(cmark_node_get_start_line(node), cmark_node_get_end_line(node));
    if (item != nullptr && item == item_) {
        result_.entries.back().last_line = cmark_node_get_end_line(node);
        return;
    }
    item_ = item;
    Entry entry;
    entry.line = cmark_node_get_start_line(node);
    entry.last_line = std::max(entry.line, cmark_node_get_end_line(node));
    entry.heading = result_.outline.empty() ? nowhere : result_.outline.size() - 1;
    entry.item = item != nullptr;
    entry.first_reference = entry.end_reference = result_.references.size();
    result_.entries.push_back(std::move(entry));
}

void Renderer::end_entry() {
    auto& entry = result_.entries.back();
    while (entry.words.ends_with(' '))
        entry.words.pop_back();
    while (entry.lead.ends_with(' ') || entry.lead.ends_with(':'))
        entry.lead.pop_back();
}

/// Adds to the words of the entry, spaces joined.
void Renderer::say(std::string_view text) {
    auto& words = result_.entries.back().words;
    if (words.size() > longest_words)
        return;
    for (const char c : shortened(text, longest_words)) {
        const bool space = c == ' ' || c == '\n' || c == '\t';
        if (!space)
            words += c;
        else if (!words.empty() && words.back() != ' ')
            words += ' ';
    }
    if (words.size() > longest_words)
        words = shortened(words, longest_words);
}

bool Renderer::is_known(const std::string& id) {
    if (!options_.known)
        return true;
    const auto [place, added] = known_.try_emplace(id, false);
    if (added)
        place->second = options_.known(id);
    return place->second;
}

std::string Renderer::refer(const std::string& id) {
    Reference reference;
    reference.id = id;
    const auto place = places_.find(id);
    reference.line = place.line;
    reference.offset = place.offset;
    reference.entry = result_.entries.size() - 1;
    reference.anchor = fmt::format("r{}", result_.references.size());
    result_.references.push_back(reference);
    result_.entries.back().end_reference = result_.references.size();
    return reference.anchor;
}

void Renderer::open_link(const Link& target) {
    // Of somebody else's history, most likely.
    if (!target.page.empty() && !is_known(target.commit)) {
        html_.open_link(target.page, css_class(LinkKind::web));
        return;
    }
    std::string name;
    if (target.kind == LinkKind::commit)
        name = refer(target.commit);
    if (target.kind == LinkKind::kernel_doc)
        result_.entries.back().documents.push_back(
            target.target.substr(std::string_view("kerneldoc:").size()));
    const bool unknown = target.kind == LinkKind::commit && !is_known(target.commit);
    html_.open_link(target.target, unknown ? "unknown" : css_class(target.kind), name);
}

void Renderer::say_with_links(std::string_view text) {
    // Enough to see the "commit" that a line may end with before the next begins with its id.
    constexpr std::size_t words_before = 16;
    const auto& words = result_.entries.back().words;
    const auto before = words.substr(words.size() - std::min(words.size(), words_before));
    say(text);
    std::size_t done = 0;
    if (!html_.in_link())
        for (const auto& found : links_in_text(text, before)) {
            html_.text(text.substr(done, found.start - done));
            open_link(found.link);
            html_.text(text.substr(found.start, found.length));
            html_.close_link();
            done = found.start + found.length;
        }
    html_.text(text.substr(done));
}

void Renderer::heading(cmark_node* node, bool enter) {
    if (!enter) {
        end_entry();
        html_.close_leaf();
        auto& made = result_.outline.back();
        made.text = result_.entries.back().words;
        if (result_.title.empty() || (made.level == 1 && !titled_)) {
            result_.title = made.text;
            titled_ = made.level == 1;
        }
        return;
    }
    begin_entry(node);
    auto& entry = result_.entries.back();
    entry.is_heading = true;
    entry.heading = result_.outline.size();
    std::string text;
    for (auto* child = cmark_node_first_child(node); child != nullptr && text.size() < 60;
         child = cmark_node_next(child))
        text.append(view(cmark_node_get_literal(child)));
    Heading made{cmark_node_get_heading_level(node),
                 {},
                 anchors_.name(shortened(text, 60)),
                 cmark_node_get_start_line(node)};
    html_.open_leaf(fmt::format("h{}", made.level));
    html_.place(made.anchor);
    result_.outline.push_back(std::move(made));
}

void Renderer::item(bool enter) {
    auto& list = lists_.back();
    if (enter && list.begins_piece()) {
        html_.close_block(list.element());
        html_.open_block(list.element(), list.next_piece());
    }
    if (enter)
        html_.open_block("li");
    else
        html_.close_block("li");
}

bool Renderer::container(cmark_node* node, bool enter) {
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
        if (enter)
            html_.open_block("blockquote");
        else
            html_.close_block("blockquote");
        return true;
    case CMARK_NODE_LIST:
        if (enter) {
            lists_.emplace_back(node);
            html_.open_block(lists_.back().element(), lists_.back().next_piece());
        } else {
            html_.close_block(lists_.back().element());
            lists_.pop_back();
        }
        return true;
    case CMARK_NODE_ITEM:
        item(enter);
        return true;
    default:
        return false;
    }
}

void Renderer::row(cmark_node* node, bool enter) {
    if (!enter) {
        end_entry();
        html_.close_block("tr");
        return;
    }
    if (table_.begins_piece()) {
        html_.close_block("table");
        html_.open_block("table", table_.next_piece());
    }
    begin_entry(node);
    html_.open_block("tr");
}

bool Renderer::table(cmark_node* node, bool enter) {
    // The extensions' node types have no names in the library's headers, only in its answers.
    const auto type = view(cmark_node_get_type_string(node));
    if (!type.starts_with("table"))
        return false;
    if (type == "table") {
        if (enter) {
            table_ = TableSplitter(node);
            html_.open_block("table", table_.next_piece());
        } else {
            html_.close_block("table");
        }
    } else if (type != "table_cell") {
        header_row_ = type == "table_header";
        row(node, enter);
    } else if (enter) {
        say(" ");
        html_.open_leaf(header_row_ ? "th" : "td", table_.next_cell());
    } else {
        html_.close_leaf();
    }
    return true;
}

bool Renderer::block(cmark_node* node, bool enter) {
    if (container(node, enter) || table(node, enter))
        return true;
    const auto type = cmark_node_get_type(node);
    auto* parent = cmark_node_parent(node);
    if (type == CMARK_NODE_HEADING) {
        heading(node, enter);
    } else if (type == CMARK_NODE_PARAGRAPH) {
        const bool tight = cmark_node_get_type(parent) == CMARK_NODE_ITEM && lists_.back().tight();
        if (enter) {
            if (item_ == parent && item_ != nullptr)
                say(" ");
            begin_entry(node);
            html_.open_leaf(tight ? HtmlWriter::bare_leaf : "p");
        } else {
            end_entry();
            html_.close_leaf();
        }
    } else if (type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK) {
        begin_entry(node);
        html_.open_leaf("pre");
        say_with_links(view(cmark_node_get_literal(node)));
        end_entry();
        html_.close_leaf();
    } else if (type == CMARK_NODE_THEMATIC_BREAK) {
        html_.raw("<hr>\n");
    } else {
        return type == CMARK_NODE_DOCUMENT;
    }
    return true;
}

void Renderer::link(cmark_node* node, bool enter) {
    if (!enter) {
        if (open_links_.back())
            html_.close_link();
        open_links_.pop_back();
        return;
    }
    const auto target = link_of(view(cmark_node_get_url(node)));
    open_links_.push_back(target.kind != LinkKind::none && !html_.in_link());
    if (open_links_.back())
        open_link(target);
}

/// A picture is never loaded: a link to it, named after what it shows.
void Renderer::image(cmark_node* node, bool enter) {
    if (enter)
        link(node, true);
    html_.text(enter ? "[image: " : "]");
    if (!enter)
        link(node, false);
}

/// A run of text nodes, which the parser cuts where markup might have been, at its first one.
void Renderer::text(cmark_node* node) {
    const auto is_text = [](cmark_node* other) {
        return other != nullptr && cmark_node_get_type(other) == CMARK_NODE_TEXT;
    };
    if (is_text(cmark_node_previous(node)))
        return;
    auto* next = cmark_node_next(node);
    if (!is_text(next)) {
        say_with_links(view(cmark_node_get_literal(node)));
        return;
    }
    std::string run(view(cmark_node_get_literal(node)));
    for (; is_text(next); next = cmark_node_next(next))
        run.append(view(cmark_node_get_literal(next)));
    say_with_links(run);
}

void Renderer::inline_node(cmark_node* node, bool enter) {
    const auto type = cmark_node_get_type(node);
    if (!html_.in_leaf())
        return;
    if (type == CMARK_NODE_TEXT) {
        text(node);
    } else if (type == CMARK_NODE_SOFTBREAK) {
        say(" ");
        html_.raw("\n");
    } else if (type == CMARK_NODE_LINEBREAK) {
        say(" ");
        html_.raw("<br>\n");
    } else if (type == CMARK_NODE_CODE) {
        html_.open_inline("code");
        say_with_links(view(cmark_node_get_literal(node)));
        html_.close_inline("code");
    } else if (type == CMARK_NODE_HTML_INLINE) {
        say_with_links(view(cmark_node_get_literal(node)));
    } else if (type == CMARK_NODE_LINK) {
        link(node, enter);
    } else if (type == CMARK_NODE_IMAGE) {
        image(node, enter);
    } else if (type == CMARK_NODE_STRONG) {
        strong(enter);
    } else if (type == CMARK_NODE_EMPH) {
        mark("em", enter);
    } else if (view(cmark_node_get_type_string(node)) == "strikethrough") {
        mark("s", enter);
    }
}

void Renderer::mark(std::string_view element, bool enter) {
    if (enter)
        html_.open_inline(element);
    else
        html_.close_inline(element);
}

void Renderer::strong(bool enter) {
    auto& entry = result_.entries.back();
    if (enter)
        strong_at_start_ = entry.words.empty();
    else if (strong_at_start_ && entry.lead.empty())
        entry.lead = entry.words;
    mark("strong", enter);
}

/// Where the first fence, or the end of one, stands in a line of code.
bool is_fence(std::string_view line) {
    const auto start = line.find_first_not_of(' ');
    return start != std::string_view::npos && start < 4 &&
           (line.substr(start).starts_with("```") || line.substr(start).starts_with("~~~"));
}

} // namespace

std::string_view start_of(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes)
        return text;
    std::size_t end = 0;
    bool in_code = false;
    for (std::size_t at = 0; at < bytes;) {
        const auto next = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, next - at);
        in_code = in_code != is_fence(line);
        if (line.empty() && !in_code)
            end = at;
        at = next + 1;
    }
    return text.substr(0, end);
}

Rendered render_markdown(std::string_view text, const RenderOptions& options,
                         std::stop_token stop) {
    if (text.size() > largest_document)
        throw TooLarge("The document has {} MiB; the program shows documents of up to "
                       "{} MiB. Split it into several.",
                       text.size() >> 20, largest_document >> 20);
    const auto tamed = limit_markdown(text);
    const auto root = parse_markdown(tamed, stop);
    return Renderer(text, options, stop).run(root.get());
}

} // namespace mw::document
