#pragma once

#include "document/write/outline_section.h"
#include "store/model/interface_records.h"
#include "store/model/project.h"
#include "store/read/reader.h"

#include <iosfwd>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace mw::document {

enum class ExportFormat {
    markdown, ///< a list under a heading for each section
    html,     ///< one page that needs nothing else: search and section filter by a script inside
    csv,      ///< RFC 4180: CRLF, a header line
    json,     ///< an array of objects, with the names of `mergewindow-cli search --json`
};

/// "markdown", "html", "csv", "json".
std::optional<ExportFormat> export_format(std::string_view name);

/// Writes commits one by one, in whatever order they come, and holds none of them. One thread. Bad
/// writes show in the stream.
class Exporter {
public:
    virtual ~Exporter() = default;
    virtual void begin() {}
    /// Each commit with its text, paths and trailers, as Reader::for_each_detail() gives it.
    virtual void add(const store::CommitDetail& commit) = 0;
    virtual void end() {}
};

enum class ExportOrder {
    by_section, ///< Markdown and HTML go section by section, the other formats as asked
    as_asked,   ///< as the query or the list of rows has it; Markdown names the section of each
};

struct ExportOptions {
    ExportFormat format = ExportFormat::markdown;
    std::string title; ///< a heading for the formats that have one
    ExportOrder order = ExportOrder::by_section;
    /// What changed at the edges (InterfaceReader::changes): told with the changeset that made it,
    /// in JSON and CSV as a field "interfaces", in Markdown and HTML in a section behind them too.
    /// Without any, nothing is said of it.
    std::vector<store::InterfaceRow> interfaces{};
    /// In Markdown and HTML, behind the list: what of this outline is written, with the messages of
    /// merges. Without one, there is none.
    std::optional<store::Outline> outline{};
    MessageOf message{}; ///< of what is in the outline
    /// Whose the releases are that are written (ProjectStore::all()): where links lead, and what
    /// sections are called.
    std::map<store::RowId, store::Project> projects{};

    const store::Project& project_of(store::RowId release) const;
    /// The only one there is, for what is said of no commit; else the kernel's.
    const store::Project& only_project() const;
};

/// Keeps a reference to the stream.
std::unique_ptr<Exporter> make_exporter(const ExportOptions& options, std::ostream& out);

/// Streams what a query finds. Throws store::Error, QueryError, Stopped, and base::Error
/// when the stream fails.
void export_commits(store::Reader& reader, store::CommitQuery query, const ExportOptions& options,
                    std::ostream& out, const std::stop_token& stop = {});

/// Streams these rows, in this order; those that the database no longer has are left out. Throws as
/// above.
void export_rows(store::Reader& reader, const std::vector<store::RowId>& rows,
                 const ExportOptions& options, std::ostream& out, const std::stop_token& stop = {});

} // namespace mw::document
