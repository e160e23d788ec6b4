#pragma once

#include "store/read/reader.h"

#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace mw::document {

enum class ExportFormat {
    markdown, ///< a list under a heading for each section
    html,     ///< one page that needs nothing else: search and section filter by a script inside
    csv,      ///< RFC 4180: CRLF, a header line
    json,     ///< an array of objects, with the names of `mergewindow-cli search --json`
};

/// "markdown", "html", "csv", "json".
std::optional<ExportFormat> export_format(std::string_view name);

/// Writes commits one by one, in whatever order they come, and holds none of them. For rows that a
/// person marked; export_commits() is for queries. One thread. Bad writes show in the stream.
class Exporter {
public:
    virtual ~Exporter() = default;
    virtual void begin() {}
    /// Each commit with its text, paths and trailers, as Reader::for_each_detail() gives it.
    virtual void add(const store::CommitDetail& commit) = 0;
    virtual void end() {}
};

/// title: a heading for the formats that have one. Keeps a reference to the stream.
std::unique_ptr<Exporter> make_exporter(ExportFormat format, std::ostream& out,
                                        const std::string& title);

/// Streams what a query finds; Markdown and HTML come by section. Throws store::Error, QueryError,
/// and std::runtime_error when the stream fails.
void export_commits(store::Reader& reader, store::CommitQuery query, ExportFormat format,
                    std::ostream& out, const std::string& title);

} // namespace mw::document
