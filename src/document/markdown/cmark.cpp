#include "document/markdown/cmark.h"

#include "base/error.h"
#include "document/markdown/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <mutex>

namespace mw::document {

namespace {

struct ParserDeleter {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

std::mutex& parser_mutex() {
    static std::mutex mutex;
    return mutex;
}

} // namespace

NodeHandle parse_markdown(std::string_view text, const std::stop_token& stop) {
    const std::lock_guard lock(parser_mutex());
    cmark_gfm_core_extensions_ensure_registered();
    const std::unique_ptr<cmark_parser, ParserDeleter> parser(
        cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8));
    for (const char* name : {"table", "autolink", "strikethrough"}) {
        auto* extension = cmark_find_syntax_extension(name);
        if (extension == nullptr)
            throw base::Error("The Markdown library lacks an extension that this program "
                              "needs; install cmark-gfm again.");
        cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
    constexpr std::size_t piece = 1 << 20;
    for (std::size_t at = 0; at < text.size(); at += piece) {
        if (stop.stop_requested())
            throw Stopped();
        const auto part = text.substr(at, piece);
        cmark_parser_feed(parser.get(), part.data(), part.size());
    }
    return NodeHandle(cmark_parser_finish(parser.get()));
}

} // namespace mw::document
