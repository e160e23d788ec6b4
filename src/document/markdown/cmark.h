#pragma once

#include <cmark-gfm.h>
#include <memory>
#include <stop_token>
#include <string_view>

namespace mw::document {

struct NodeDeleter {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct IteratorDeleter {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using NodeHandle = std::unique_ptr<cmark_node, NodeDeleter>;
using IteratorHandle = std::unique_ptr<cmark_iter, IteratorDeleter>;

/// Parses Markdown with tables, autolinks and strikethrough. Text nodes may stand side by side:
/// joining them would be a walk of its own over the whole document. cmark-gfm keeps tables of
/// special characters in global variables while it parses, so that calls from several threads take
/// turns. Throws Stopped, base::Error.
NodeHandle parse_markdown(std::string_view text, const std::stop_token& stop);

} // namespace mw::document
