#include "base/text.h"
#include "document/read/markdown_builder.h"
#include "document/read/read_document.h"
#include "document/read/saved_page.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <libxml/HTMLparser.h>
#include <memory>

namespace mw::document {

namespace {

constexpr int deepest_page = 512;

struct ContextDeleter {
    void operator()(htmlParserCtxt* context) const {
        if (context->myDoc != nullptr)
            xmlFreeDoc(context->myDoc);
        htmlFreeParserCtxt(context);
    }
};

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view()
                           : std::string_view(reinterpret_cast<const char*>(text));
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, name) != names.end();
}

bool is_dropped(std::string_view name) {
    return is_one_of(name,
                     {"script",   "style",    "head",  "noscript", "template", "iframe", "frame",
                      "frameset", "object",   "embed", "applet",   "svg",      "math",   "button",
                      "select",   "textarea", "input", "nav",      "canvas",   "audio",  "video"});
}

bool is_block(std::string_view name) {
    return is_one_of(name, {"p", "div", "section", "article", "main", "header", "footer", "aside",
                            "address", "figure", "figcaption", "form", "center", "fieldset",
                            "details", "summary", "body", "html"});
}

int heading_level(std::string_view name) {
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' ? name[1] - '0'
                                                                                  : 0;
}

/// What has to be known of a page before its events are written: which of its tables lay it out,
/// and which of its forms are all of it.
class PageScan {
public:
    void start(std::string_view name) {
        if (name == "form" && open_forms_++ == 0)
            forms_.push_back(0);
        for (const auto table : open_)
            see(tables_[table], name);
        if (name == "table" && open_.size() < most_open) {
            open_.push_back(tables_.size());
            tables_.emplace_back();
        }
    }

    void end(std::string_view name) {
        if (name == "table" && !open_.empty())
            open_.pop_back();
        if (name == "form" && open_forms_ > 0)
            --open_forms_;
    }

    void characters(std::size_t bytes) {
        text_ += bytes;
        if (open_forms_ > 0)
            forms_.back() += bytes;
    }

    /// In the order of the page. Headings, lists, quotes and tables do not stand in the cells of a
    /// real one, nor several paragraphs; one in each cell may.
    std::vector<bool> layout_tables() const {
        std::vector<bool> layout;
        for (const auto& table : tables_)
            layout.push_back(
                table.page_like || table.most_blocks > 1 ||
                (table.most_blocks > 0 && (table.rows < 2 || table.cells <= table.rows)));
        return layout;
    }

    /// Pages of some systems stand in a form as a whole; others have one for a search, or a login.
    std::vector<bool> page_forms() const {
        std::vector<bool> pages;
        for (const auto bytes : forms_)
            pages.push_back(2 * bytes > text_);
        return pages;
    }

private:
    static constexpr std::size_t most_open = 64;

    struct Table {
        bool page_like = false;
        int rows = 0, cells = 0, blocks = 0, most_blocks = 0; ///< blocks: in the last cell
    };

    static void see(Table& table, std::string_view name) {
        if (heading_level(name) != 0 ||
            is_one_of(name, {"ul", "ol", "dl", "pre", "blockquote", "table"}))
            table.page_like = true;
        if (name == "tr")
            ++table.rows;
        if (name == "td" || name == "th") {
            ++table.cells;
            table.blocks = 0;
        }
        if (name == "p" || name == "div")
            table.most_blocks = std::max(table.most_blocks, ++table.blocks);
    }

    std::vector<Table> tables_;
    std::vector<std::size_t> open_;  ///< of the tables
    std::vector<std::size_t> forms_; ///< bytes of text in each
    std::size_t open_forms_ = 0, text_ = 0;
};

/// What the parser's events go to, in either of the two passes.
class Page {
public:
    explicit Page(htmlParserCtxt* context) : context_(context) {}

    void start(std::string_view name, const xmlChar** attributes);
    void end(std::string_view name);
    void characters(std::string_view text) {
        if (dropped_ > 0)
            return;
        if (scanning_)
            scan_.characters(text.size());
        else
            builder_.text(text);
    }

    void write(const PageScan& scan, std::string base) {
        scanning_ = false;
        layout_ = scan.layout_tables();
        page_forms_ = scan.page_forms();
        base_ = std::move(base);
    }
    const PageScan& scan() const { return scan_; }
    std::string markdown() { return builder_.take(); }

    htmlParserCtxt* context_;

private:
    void open(std::string_view name, const xmlChar** attributes);
    void close(std::string_view name);
    bool table_part(std::string_view name, bool opening);

    PageScan scan_;
    MarkdownBuilder builder_;
    bool scanning_ = true;
    std::vector<bool> layout_, page_forms_;
    std::string base_; ///< address of the page; empty where it is not known
    std::size_t next_table_ = 0, next_form_ = 0;
    std::vector<bool> tables_; ///< whether each open table is a real one
    int dropped_ = 0, depth_ = 0, form_depth_ = 0;
};

std::string_view attribute(const xmlChar** attributes, std::string_view name) {
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2)
        if (view(attributes[0]) == name)
            return view(attributes[1]);
    return {};
}

/// What a browser does not show: menus, and words for other programs.
bool is_hidden(const xmlChar** attributes) {
    for (auto at = attributes; at != nullptr && at[0] != nullptr; at += 2)
        if (view(at[0]) == "hidden" && view(at[1]) != "until-found")
            return true;
    auto style = lower_case(attribute(attributes, "style").substr(0, 256));
    std::erase(style, ' ');
    return style.find("display:none") != std::string::npos;
}

bool Page::table_part(std::string_view name, bool opening) {
    if (name == "table") {
        if (opening) {
            const bool real = next_table_ < layout_.size() && !layout_[next_table_];
            ++next_table_;
            tables_.push_back(real);
        }
        if (tables_.empty())
            return true;
        if (!tables_.back())
            builder_.end_block();
        else if (opening)
            builder_.open_table();
        else
            builder_.close_table();
        if (!opening)
            tables_.pop_back();
        return true;
    }
    if (!is_one_of(name, {"tr", "td", "th", "caption"}))
        return false;
    const bool real = !tables_.empty() && tables_.back();
    if (real && name == "caption")
        opening ? builder_.open_caption() : builder_.close_caption();
    else if (!real || name == "caption")
        builder_.end_block();
    else if (name == "tr" && !opening)
        builder_.end_row();
    else if (name != "tr" && !opening)
        builder_.end_cell();
    return true;
}

void Page::open(std::string_view name, const xmlChar** attributes) {
    if (table_part(name, true))
        return;
    if (const int level = heading_level(name))
        builder_.open_heading(level);
    else if (is_block(name))
        builder_.end_block();
    else if (name == "br")
        builder_.line_break();
    else if (name == "hr")
        builder_.rule();
    else if (is_one_of(name, {"ul", "ol", "dl", "menu", "dir"}))
        builder_.open_list(name == "ol", name == "dl");
    else if (name == "li")
        builder_.open_item();
    else if (name == "blockquote")
        builder_.open_quote();
    else if (name == "pre")
        builder_.open_code();
    else if (is_one_of(name, {"dt", "dd"}))
        builder_.open_term(name == "dd");
    else if (is_one_of(name, {"code", "tt", "kbd", "samp"}))
        builder_.open_code_span();
    else if (name == "q")
        builder_.text("\u201c");
    else if (name == "a")
        builder_.open_link(resolved(attribute(attributes, "href"), base_));
    else if (name == "img")
        builder_.image(attribute(attributes, "alt"), resolved(attribute(attributes, "src"), base_));
    else if (is_one_of(name, {"b", "strong"}))
        builder_.mark("**", true);
    else if (is_one_of(name, {"i", "em", "cite"}))
        builder_.mark("*", true);
    else if (is_one_of(name, {"s", "del", "strike"}))
        builder_.mark("~~", true);
}

void Page::close(std::string_view name) {
    if (table_part(name, false))
        return;
    if (heading_level(name) != 0 || is_block(name))
        builder_.end_block();
    else if (is_one_of(name, {"ul", "ol", "dl", "menu", "dir"}))
        builder_.close_list();
    else if (name == "li")
        builder_.close_item();
    else if (name == "blockquote")
        builder_.close_quote();
    else if (name == "pre")
        builder_.close_code();
    else if (is_one_of(name, {"dt", "dd"}))
        builder_.close_term();
    else if (is_one_of(name, {"code", "tt", "kbd", "samp"}))
        builder_.close_code_span();
    else if (name == "q")
        builder_.text("\u201d");
    else if (name == "a")
        builder_.close_link();
    else if (is_one_of(name, {"b", "strong"}))
        builder_.mark("**", false);
    else if (is_one_of(name, {"i", "em", "cite"}))
        builder_.mark("*", false);
    else if (is_one_of(name, {"s", "del", "strike"}))
        builder_.mark("~~", false);
}

void Page::start(std::string_view name, const xmlChar** attributes) {
    if (++depth_ > deepest_page) {
        xmlStopParser(context_);
        return;
    }
    // A form is looked into by the scan, and written where it is the page.
    bool dropped_form = false;
    if (name == "form" && dropped_ == 0) {
        if (form_depth_ == 0) {
            const auto form = next_form_++;
            dropped_form = !scanning_ && !(form < page_forms_.size() && page_forms_[form]);
        }
        form_depth_ += dropped_form ? 0 : 1;
    }
    if (dropped_ > 0 || is_dropped(name) || dropped_form || is_hidden(attributes)) {
        ++dropped_;
        return;
    }
    if (scanning_)
        scan_.start(name);
    else
        open(name, attributes);
}

void Page::end(std::string_view name) {
    --depth_;
    if (dropped_ > 0) {
        --dropped_;
        return;
    }
    if (name == "form" && form_depth_ > 0)
        --form_depth_;
    if (scanning_)
        scan_.end(name);
    else
        close(name);
}

void start_event(void* page, const xmlChar* name, const xmlChar** attributes) {
    static_cast<Page*>(page)->start(view(name), attributes);
}

void end_event(void* page, const xmlChar* name) {
    static_cast<Page*>(page)->end(view(name));
}

void text_event(void* page, const xmlChar* text, int length) {
    static_cast<Page*>(page)->characters(
        {reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
}

htmlSAXHandler handlers() {
    htmlSAXHandler handler{};
    handler.startElement = start_event;
    handler.endElement = end_event;
    handler.characters = text_event;
    handler.ignorableWhitespace = text_event;
    return handler;
}

/// Reads the page once; prepare gets the page before its first event.
template <typename Prepare>
Page read_page(const std::string& text, Prepare&& prepare) {
    auto handler = handlers();
    const std::unique_ptr<htmlParserCtxt, ContextDeleter> context(htmlNewParserCtxt());
    if (!context)
        throw ReadError("There is not enough memory to read the page.");
    Page page(context.get());
    prepare(page);
    auto* own_handler = context->sax;
    context->sax = &handler;
    context->userData = &page;
    htmlCtxtReadMemory(context.get(), text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    context->sax = own_handler;
    return page;
}

/// The charset that a page names near its start; empty where it names none.
std::string named_charset(std::string_view bytes) {
    const auto head = lower_case(bytes.substr(0, 2048));
    const auto at = head.find("charset=");
    if (at == std::string::npos)
        return {};
    const auto start = head.find_first_not_of("\"' ", at + 8);
    if (start == std::string::npos)
        return {};
    return head.substr(start, head.find_first_of("\"' ;/>", start) - start);
}

/// UTF-8 whatever the page says, since that is what most are; the charset it names otherwise, where
/// libxml2 knows it.
std::string page_text(std::string_view bytes) {
    // A mark at the start says more than the page; one that names UTF-16 in ASCII is wrong.
    const bool marked = bytes.starts_with("\xef\xbb\xbf") || bytes.starts_with("\xff\xfe") ||
                        bytes.starts_with("\xfe\xff");
    const auto charset = marked ? std::string() : named_charset(bytes);
    if (charset.starts_with("utf-16") || charset.starts_with("utf-32"))
        return decode_text(bytes);
    if (is_one_of(charset, {"", "utf-8", "utf8", "iso-8859-1", "latin1", "windows-1252"}))
        return decode_text(bytes);
    auto* handler = xmlFindCharEncodingHandler(charset.c_str());
    if (handler == nullptr)
        return decode_text(bytes);
    std::unique_ptr<xmlBuffer, decltype(&xmlBufferFree)> in(xmlBufferCreate(), xmlBufferFree);
    std::unique_ptr<xmlBuffer, decltype(&xmlBufferFree)> out(xmlBufferCreate(), xmlBufferFree);
    xmlBufferAdd(in.get(), reinterpret_cast<const xmlChar*>(bytes.data()),
                 static_cast<int>(bytes.size()));
    const bool converted = xmlCharEncInFunc(handler, out.get(), in.get()) >= 0;
    xmlCharEncCloseFunc(handler);
    return decode_text(converted ? view(xmlBufferContent(out.get())) : bytes);
}

} // namespace

std::string markdown_of_html(std::string_view bytes) {
    const auto text = page_text(bytes);
    if (text.empty())
        return {};
    const auto scanned = read_page(text, [](Page&) {});
    return read_page(text, [&](Page& page) { page.write(scanned.scan(), page_address(text)); })
        .markdown();
}

} // namespace mw::document
