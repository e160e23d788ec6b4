#include "fuzz/targets.h"

#include "classify/classifier.h"
#include "classify/maintainers/maintainers.h"
#include "classify/rules.h"
#include "cve/cve_records.h"
#include "document/markdown/markdown.h"
#include "document/markdown/reference.h"
#include "document/read/read_document.h"
#include "fuzz/pack_target.h"
#include "git/diff/line_diff.h"
#include "git/objects/tree_entry.h"
#include "git/setup/error.h"
#include "git/text/attribute_file.h"
#include "git/text/commit.h"
#include "git/text/mailmap.h"
#include "interfaces/parse/code.h"
#include "interfaces/parse/kbuild.h"
#include "interfaces/parse/kconfig.h"
#include "interfaces/parse/uapi_header.h"
#include "kbuild/config_file.h"
#include "kbuild/makefile.h"
#include "store/language/query_parser.h"
#include "store/sql/error.h"
#include "store/write/fix_references.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>

namespace mw::fuzz {

void must(bool fine, const char* what) {
    if (fine)
        return;
    std::fprintf(stderr, "must not be: %s\n", what);
    std::abort();
}

namespace {

/// The first line, and what follows it.
std::pair<std::string_view, std::string_view> first_line(std::string_view text) {
    const auto end = std::min(text.find('\n'), text.size());
    return {text.substr(0, end), text.substr(std::min(end + 1, text.size()))};
}

void maintainers(std::string_view bytes) {
    const auto file = classify::Maintainers::parse(bytes);
    for (const auto* path : {"drivers/net/a.c", "MAINTAINERS", "fs/ext4/", "", "a"})
        for (const auto entry : file->matches(path))
            must(!file->title(entry).empty() || entry < file->entry_count(), "an entry beyond all");
}

void rules(std::string_view bytes) {
    try {
        classify::Rules::parse(std::string(bytes), "rules");
    } catch (const classify::RulesError&) {
        // what is no rules file is said to be none
    }
}

void look_at(const store::QueryNode& node, std::size_t size) {
    must(node.position <= node.end && node.end <= size, "a term beyond the query's end");
    for (const auto& child : node.children)
        look_at(child, size);
}

void query(std::string_view bytes) {
    for (std::size_t cursor = 0; cursor <= bytes.size(); cursor += 1 + bytes.size() / 8) {
        const auto term = store::term_at(bytes, cursor);
        must(term.value_begin <= term.end && term.end <= bytes.size(), "a term beyond the end");
    }
    try {
        look_at(store::parse_query(bytes), bytes.size());
    } catch (const store::QueryError& error) {
        must(error.position() <= bytes.size(), "a mistake beyond the query's end");
    }
}

void kconfig(std::string_view bytes) {
    interfaces::Items items;
    interfaces::read_kconfig(bytes, items);
    for (const auto& item : items) {
        must(item.name.size() <= interfaces::longest_name, "a name that is too long");
        must(item.facts.size() <= interfaces::most_facts, "too many facts");
        interfaces::detail_of(item);
    }
}

void interface_code(std::string_view bytes) {
    interfaces::Items items;
    interfaces::read_code("drivers/a/b.c", bytes, bytes, items);
    interfaces::read_uapi_header("include/uapi/linux/a.h", bytes, items);
    interfaces::read_kbuild(bytes, items);
}

void makefile(std::string_view bytes) {
    const auto [settings, text] = first_line(bytes);
    const kbuild::ConfigFile config(settings);
    const kbuild::FileReader files = [every = text](const std::string& path) {
        return path.size() % 2 == 0 ? std::optional(std::string(every)) : std::nullopt;
    };
    kbuild::Effort effort(1 << 14); // little: more inputs are tried in a minute
    try {
        kbuild::Makefile made(config, files, effort);
        made.set("obj", "drivers/a");
        made.read(text);
        for (const auto& variable : made.variables())
            made.words(variable);
    } catch (const std::runtime_error&) {
        // what takes too long is refused
    }
}

void references(std::string_view bytes) {
    const auto [subject, body] = first_line(bytes);
    for (const auto& reference :
         store::find_references(subject, std::string(body), store::CommitKind::changeset))
        must(reference.target.size() >= 7 && reference.target.size() <= 40, "no id");
}

bool is_web(std::string_view address) {
    std::string scheme(address.substr(0, address.find(':')));
    std::ranges::transform(scheme, scheme.begin(), [](unsigned char c) { return std::tolower(c); });
    return scheme == "http" || scheme == "https";
}

void links(std::string_view bytes) {
    const auto [before, text] = first_line(bytes);
    std::size_t end = 0;
    for (const auto& link : document::links_in_text(text, before)) {
        must(link.start >= end && link.length <= text.size() - link.start, "links overlap");
        end = link.start + link.length;
    }
    const auto link = document::link_of(bytes);
    must(link.kind != document::LinkKind::web || is_web(link.target), "another scheme");
}

/// What render_markdown() says that its HTML has.
void look_at_html(std::string_view html) {
    constexpr std::array elements = {
        "h1",   "h2",    "h3", "h4", "h5", "h6",     "p",  "blockquote", "ul", "ol", "li", "pre",
        "code", "table", "tr", "th", "td", "strong", "em", "s",          "hr", "br", "a"};
    for (std::size_t at = 0; (at = html.find('<', at)) != std::string_view::npos;) {
        at += html.substr(at + 1).starts_with('/') ? 2 : 1;
        const auto name = html.substr(at, html.find_first_of(" />", at) - at);
        must(std::ranges::find(elements, name) != elements.end(), "another element");
        const auto tag = html.substr(at, html.find('>', at) - at);
        must(tag.find("href=\"javascript") == std::string_view::npos &&
                 tag.find("href=\"file") == std::string_view::npos &&
                 tag.find("href=\"data") == std::string_view::npos,
             "a dangerous link");
    }
}

void markdown(std::string_view bytes) {
    const auto shown = document::render_markdown(bytes);
    look_at_html(shown.html);
    for (const auto& reference : shown.references)
        must(reference.entry < shown.entries.size() && reference.offset <= bytes.size(),
             "a reference beyond the text");
    must(document::start_of(bytes, bytes.size() / 2).size() <= bytes.size() / 2, "a longer start");
}

void html(std::string_view bytes) {
    look_at_html(document::render_markdown(document::markdown_of_html(bytes)).html);
}

void plain(std::string_view bytes) {
    look_at_html(document::render_markdown(document::markdown_of_plain(bytes)).html);
}

void commit(std::string_view bytes) {
    const auto read = git::parse_commit({}, bytes);
    must(read.parents == git::parse_commit_links(bytes).parents, "two kinds of parents");
}

void trailers(std::string_view bytes) {
    for (const auto& trailer : git::parse_trailers(bytes))
        must(!trailer.key.empty(), "a trailer without a key");
}

void tree(std::string_view bytes) {
    const auto middle = bytes.size() / 2;
    try {
        git::TreeCursor a(bytes.substr(0, middle)), b(bytes.substr(middle));
        while (!a.at_end() && !b.at_end()) {
            git::TreeCursor::skip_equal(a, b);
            if (!a.at_end())
                a.entry(), a.skip();
            if (!b.at_end())
                b.entry(), b.skip();
        }
    } catch (const git::Error&) {
        // a tree that ends in the middle is said to be damaged
    }
}

void cve(std::string_view bytes) {
    cve::Record record;
    cve::read_scores(bytes, record);
    if (const auto commits = cve::read_dyad(bytes))
        for (const auto& commit : *commits)
            must(commit.oid.size() == 40, "no id");
}

void mailmap(std::string_view bytes) {
    const git::Mailmap map(bytes);
    std::string name(bytes.substr(0, 8)), email(bytes.substr(bytes.size() / 2, 12));
    map.apply(name, email);
    for (const auto& line : git::parse_attribute_file(bytes, true))
        line.covers("drivers/net/a.c", "a.c");
}

/// Two texts with a NUL between them: what is left of the old one, with what was added, is the new.
void lines(std::string_view bytes) {
    static thread_local git::LineDiff diff;
    const auto end = std::min(bytes.find('\0'), bytes.size());
    const auto old_text = bytes.substr(0, end);
    const auto new_text = bytes.substr(std::min(end + 1, bytes.size()));
    std::string made;
    std::string_view rest = old_text;
    for (const auto& change : diff.compare(old_text, new_text)) {
        // Where a change stands is known from the new text, also where it adds nothing.
        const auto kept =
            static_cast<std::size_t>(change.added.data() - new_text.data()) - made.size();
        must(kept <= rest.size(), "a change beyond the text");
        made += rest.substr(0, kept);
        rest.remove_prefix(kept);
        must(rest.starts_with(change.removed), "lines that are not there");
        rest.remove_prefix(change.removed.size());
        made += change.added;
    }
    made += rest;
    must(made == new_text, "changes that do not lead from one text to the other");
}

constexpr std::array all = {
    Target{"maintainers", maintainers},
    Target{"rules", rules},
    Target{"query", query},
    Target{"kconfig", kconfig},
    Target{"interface-code", interface_code},
    Target{"makefile", makefile},
    Target{"references", references},
    Target{"links", links},
    Target{"markdown", markdown},
    Target{"html", html},
    Target{"plain", plain},
    Target{"commit", commit},
    Target{"trailers", trailers},
    Target{"tree", tree},
    Target{"cve", cve},
    Target{"mailmap", mailmap},
    Target{"lines", lines},
    Target{"delta", delta},
    Target{"pack", pack},
};

} // namespace

std::span<const Target> targets() {
    return all;
}

const Target* target_of(std::string_view name) {
    const auto found = std::ranges::find(all, name, &Target::name);
    return found == all.end() ? nullptr : &*found;
}

} // namespace mw::fuzz
