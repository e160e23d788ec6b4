#include "document/article.h"
#include "document/markdown_builder.h"
#include "document/text.h"

#include <algorithm>
#include <array>
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
    return is_one_of(name, {"script", "style",    "head",   "noscript", "template", "iframe",
                            "frame",  "frameset", "object", "embed",    "applet",   "svg",
                            "math",   "form",     "button", "select",   "textarea", "input",
                            "nav",    "canvas",   "audio",  "video"});
}

bool is_block(std::string_view name) {
    return is_one_of(name,
                     {"p",      "div",      "section", "article", "main", "header", "footer",
                      "aside",  "address",  "dl",      "dt",      "dd",   "figure", "figcaption",
                      "center", "fieldset", "details", "summary", "body", "html"});
}

int heading_level(std::string_view name) {
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' ? name[1] - '0'
                                                                                  : 0;
}

/// Tables that hold blocks lay a page out; those that do not are tables. Counted beforehand, as
/// the events of a table come before what is in it.
struct TableScan {
    std::vector<bool> layout;
    std::vector<std::size_t> open;

    void start(std::string_view name) {
        const bool block = heading_level(name) != 0 ||
                           is_one_of(name, {"ul", "ol", "pre", "div", "blockquote", "table", "p"});
        if (block)
            for (const auto table : open)
                layout[table] = true;
        if (name == "table" && open.size() < 64) {
            open.push_back(layout.size());
            layout.push_back(false);
        }
    }

    void end(std::string_view name) {
        if (name == "table" && !open.empty())
            open.pop_back();
    }
};

/// What the parser's events go to, in either of the two passes.
class Page {
public:
    explicit Page(htmlParserCtxt* context) : context_(context) {}

    void start(std::string_view name, const xmlChar** attributes);
    void end(std::string_view name);
    void characters(std::string_view text) {
        if (dropped_ == 0 && !scanning_)
            builder_.text(text);
    }

    void write(std::vector<bool> layout) {
        scanning_ = false;
        layout_ = std::move(layout);
    }
    std::vector<bool> layout() { return std::move(scan_.layout); }
    std::string markdown() { return builder_.take(); }

    htmlParserCtxt* context_;

private:
    void open(std::string_view name, const xmlChar** attributes);
    void close(std::string_view name);
    bool table_part(std::string_view name, bool opening);

    TableScan scan_;
    MarkdownBuilder builder_;
    bool scanning_ = true;
    std::vector<bool> layout_;
    std::size_t next_table_ = 0;
    std::vector<bool> tables_; ///< whether each open table is a real one
    int dropped_ = 0, depth_ = 0;
};

std::string_view attribute(const xmlChar** attributes, std::string_view name) {
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2)
        if (view(attributes[0]) == name)
            return view(attributes[1]);
    return {};
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
    if (!real || name == "caption")
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
    else if (name == "ul" || name == "ol")
        builder_.open_list(name == "ol");
    else if (name == "li")
        builder_.open_item();
    else if (name == "blockquote")
        builder_.open_quote();
    else if (name == "pre")
        builder_.open_code();
    else if (name == "a")
        builder_.open_link(attribute(attributes, "href"));
    else if (name == "img")
        builder_.image(attribute(attributes, "alt"), attribute(attributes, "src"));
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
    else if (name == "ul" || name == "ol")
        builder_.close_list();
    else if (name == "li")
        builder_.close_item();
    else if (name == "blockquote")
        builder_.close_quote();
    else if (name == "pre")
        builder_.close_code();
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
    if (dropped_ > 0 || is_dropped(name)) {
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
        throw ArticleError("There is not enough memory to read the page.");
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
    const auto charset = named_charset(bytes);
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
    auto layout = read_page(text, [](Page&) {}).layout();
    return read_page(text, [&](Page& page) { page.write(std::move(layout)); }).markdown();
}

} // namespace mw::document
