#include "document/read/read_document.h"

#include "base/text.h"

#include <fstream>
#include <sstream>

namespace mw::document {

namespace {

constexpr std::uintmax_t largest_file = 64 << 20;

} // namespace

DocumentKind kind_of_article(const std::filesystem::path& file, std::string_view bytes) {
    const auto extension = lower_case(file.extension().string());
    if (extension == ".md" || extension == ".markdown")
        return DocumentKind::markdown;
    if (extension == ".html" || extension == ".htm" || extension == ".xhtml")
        return DocumentKind::html;
    const auto start = bytes.find_first_not_of(" \t\r\n\xef\xbb\xbf");
    if (start == std::string_view::npos)
        return DocumentKind::plain;
    const auto head = lower_case(bytes.substr(start, 15));
    return head.starts_with("<!doctype html") || head.starts_with("<html") ? DocumentKind::html
                                                                           : DocumentKind::plain;
}

std::string markdown_of(DocumentKind kind, std::string_view bytes) {
    switch (kind) {
    case DocumentKind::markdown:
        break;
    case DocumentKind::html:
        return markdown_of_html(bytes);
    case DocumentKind::plain:
        return markdown_of_plain(decode_text(bytes));
    }
    return decode_text(bytes);
}

std::string read_article(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        throw ReadError("{} is no file that can be read. Choose a Markdown, HTML or "
                        "text file.",
                        file.string());
    if (std::filesystem::file_size(file, error) > largest_file)
        throw ReadError("{} is larger than {} MiB, more than the program shows. "
                        "Split it into several.",
                        file.string(), largest_file >> 20);
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    if (!stream)
        throw ReadError("{} cannot be read. Check that you may read it.", file.string());
    const auto text = std::move(bytes).str();
    return markdown_of(kind_of_article(file, text), text);
}

} // namespace mw::document
