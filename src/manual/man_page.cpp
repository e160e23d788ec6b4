#include "document/markdown/cmark.h"
#include "document/markdown/markdown.h"
#include "manual/manual.h"

#include <fmt/format.h>

#include <algorithm>
#include <clocale> // newlocale() too, which is POSIX's
#include <cstdlib>
#include <cwctype>
#include <memory>
#include <sstream>
#include <vector>

namespace mw::manual {

namespace {

using document::NodeHandle;

bool is(cmark_node* node, cmark_node_type type) {
    return node != nullptr && cmark_node_get_type(node) == type;
}

cmark_node* text_node(const std::string& text) {
    auto* const node = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(node, text.c_str());
    return node;
}

/// A block that the renderer writes as it is, before what is put into it.
cmark_node* macro(const char* name) {
    auto* const node = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
    cmark_node_set_on_enter(node, name);
    return node;
}

/// Nodes of one type, collected before any of them is changed.
std::vector<cmark_node*> nodes_of(cmark_node* root, cmark_node_type type) {
    std::vector<cmark_node*> found;
    const document::IteratorHandle iterator(cmark_iter_new(root));
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get()))
        if (event == CMARK_EVENT_ENTER && is(cmark_iter_get_node(iterator.get()), type))
            found.push_back(cmark_iter_get_node(iterator.get()));
    return found;
}

void move_children(cmark_node* from, cmark_node* to) {
    while (auto* const child = cmark_node_first_child(from)) {
        cmark_node_unlink(child);
        cmark_node_append_child(to, child);
    }
}

/// Valid UTF-8 in capitals, umlauts as well, whatever the locale of who builds this. As it is where
/// the system knows no UTF-8: small letters are no fault, halves of characters are.
std::string in_capitals(const std::string& text) {
    const locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    if (utf8 == nullptr)
        return text;
    const locale_t before = uselocale(utf8);
    std::wstring letters(text.size(), L'\0');
    letters.resize(std::mbstowcs(letters.data(), text.c_str(), letters.size()));
    std::ranges::transform(letters, letters.begin(), std::towupper);
    std::string capitals(letters.size() * MB_CUR_MAX, '\0');
    // NOLINTNEXTLINE(concurrency-mt-unsafe): UTF-8 has no state that calls could share.
    capitals.resize(std::wcstombs(capitals.data(), letters.c_str(), capitals.size()));
    uselocale(before);
    freelocale(utf8);
    return capitals;
}

/// Sections in capitals one level up, as manual pages have them; the title goes.
void change_headings(cmark_node* root) {
    for (auto* const heading : nodes_of(root, CMARK_NODE_HEADING)) {
        const int level = cmark_node_get_heading_level(heading);
        if (level == 1) {
            cmark_node_unlink(heading);
            cmark_node_free(heading);
            continue;
        }
        cmark_node_set_heading_level(heading, level - 1);
        if (level > 2)
            continue;
        for (auto* const text : nodes_of(heading, CMARK_NODE_TEXT))
            cmark_node_set_literal(text, in_capitals(cmark_node_get_literal(text)).c_str());
    }
}

/// What is typed is bold in a manual page.
void change_code(cmark_node* root) {
    for (auto* const code : nodes_of(root, CMARK_NODE_CODE)) {
        auto* const bold = cmark_node_new(CMARK_NODE_STRONG);
        cmark_node_append_child(bold, text_node(cmark_node_get_literal(code)));
        cmark_node_replace(code, bold);
        cmark_node_free(code);
    }
}

/// Moves what stands before the first colon of a paragraph, and returns whether there is one.
bool split_term(cmark_node* paragraph, cmark_node* term) {
    for (auto* child = cmark_node_first_child(paragraph); child != nullptr;) {
        auto* const next = cmark_node_next(child);
        const std::string text = is(child, CMARK_NODE_TEXT) ? cmark_node_get_literal(child) : "";
        const auto colon = text.find(':');
        if (colon != std::string::npos) {
            cmark_node_append_child(term, text_node(text.substr(0, colon)));
            const auto rest = text.find_first_not_of(' ', colon + 1);
            cmark_node_set_literal(child,
                                   rest == std::string::npos ? "" : text.substr(rest).c_str());
            return true;
        }
        cmark_node_unlink(child);
        cmark_node_append_child(term, child);
        child = next;
    }
    return false;
}

bool is_definitions(cmark_node* list) {
    for (auto* item = cmark_node_first_child(list); item != nullptr; item = cmark_node_next(item)) {
        auto* const paragraph = cmark_node_first_child(item);
        if (!is(paragraph, CMARK_NODE_PARAGRAPH) ||
            !is(cmark_node_first_child(paragraph), CMARK_NODE_STRONG))
            return false;
    }
    return true;
}

/// Lists of terms become the paragraphs with a hanging tag that manual pages have for them. Returns
/// the paragraphs that are no part of the tree any more: the library's texts are views of them.
std::vector<NodeHandle> change_definitions(cmark_node* root) {
    std::vector<NodeHandle> kept;
    for (auto* const list : nodes_of(root, CMARK_NODE_LIST)) {
        if (!is_definitions(list))
            continue;
        while (auto* const item = cmark_node_first_child(list)) {
            auto* const term = macro(".TP");
            split_term(cmark_node_first_child(item), term);
            cmark_node_insert_before(list, term);
            bool first = true;
            while (auto* const block = cmark_node_first_child(item)) {
                cmark_node_unlink(block);
                if (is(block, CMARK_NODE_PARAGRAPH)) {
                    auto* const words = macro(first ? "" : ".IP");
                    move_children(block, words);
                    cmark_node_insert_before(list, words);
                    kept.emplace_back(block);
                } else {
                    cmark_node_insert_before(list, block);
                }
                first = false;
            }
            cmark_node_unlink(item);
            cmark_node_free(item);
        }
        cmark_node_unlink(list);
        cmark_node_free(list);
    }
    return kept;
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

/// A heading begins a paragraph by itself.
std::string without_idle_paragraphs(const std::string& page) {
    std::istringstream lines(page);
    std::string text, before;
    for (std::string line; std::getline(lines, line); before = line)
        if (line != ".PP" || !before.starts_with(".S"))
            text.append(line).append("\n");
    return text;
}

} // namespace

std::string man_page(std::string_view markdown, const Page& page) {
    const NodeHandle root = document::parse_markdown(markdown, {});
    cmark_consolidate_text_nodes(root.get());
    change_headings(root.get());
    change_code(root.get());
    const auto kept = change_definitions(root.get());
    for (auto* const comment : nodes_of(root.get(), CMARK_NODE_HTML_BLOCK)) {
        cmark_node_unlink(comment);
        cmark_node_free(comment);
    }
    struct Free {
        void operator()(char* text) const { std::free(text); } // NOLINT(*-no-malloc)
    };
    const std::unique_ptr<char, Free> body(cmark_render_man(root.get(), CMARK_OPT_DEFAULT, 0));
    std::string text = body.get();
    // As everybody writes them: readers of whole collections of pages look for the name there.
    replace_all(text, ".SH\n", ".SH ");
    replace_all(text, ".SS\n", ".SS ");
    // A font that newer versions of groff do not have any more; bold code is bold already.
    replace_all(text, "\\f[C]\n", "");
    replace_all(text, "\n\\f[]\n.fi", "\n.fi");
    // What the collection is called is said in English alone: a page in another language is better
    // without.
    const auto dot = page.name.find('.');
    return fmt::format(".\\\" Made of resources/manual/{}.md.\n"
                       ".TH \"{}\" \"1\" \"{}\" \"Merge Window {}\" \"{}\"\n{}",
                       page.name, in_capitals(page.name.substr(0, dot)), page.day, page.version,
                       dot == std::string::npos ? "User Commands" : "",
                       without_idle_paragraphs(text));
}

std::string html_page(std::string_view markdown) {
    return document::render_markdown(markdown).html;
}

} // namespace mw::manual
