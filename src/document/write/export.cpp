#include "document/write/export.h"

#include "base/utc_time.h"
#include "base/visible_text.h"
#include "document/markdown/html.h"
#include "document/markdown/markdown.h"
#include "document/write/citation.h"
#include "document/write/export_page.h"
#include "document/write/json.h"
#include "document/write/markdown_text.h"

#include <fmt/format.h>

#include <ostream>
#include <stdexcept>

namespace mw::document {

namespace {

Json json_of(const store::CommitDetail& commit) {
    Json json = to_json(commit.row);
    json["kind"] = store::to_string(commit.row.kind);
    json["reason"] = store::reason_in_words(commit);
    return json;
}

class JsonExporter : public Exporter {
public:
    explicit JsonExporter(std::ostream& out) : out_(out) {}

    void begin() override { out_ << '['; }
    void add(const store::CommitDetail& commit) override {
        out_ << (first_ ? "\n" : ",\n")
             << json_of(commit).dump(-1, ' ', false, Json::error_handler_t::replace);
        first_ = false;
    }
    void end() override { out_ << "\n]\n"; }

private:
    std::ostream& out_;
    bool first_ = true;
};

std::string csv_field(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string quoted = "\"";
    for (const char c : text)
        quoted.append(c == '"' ? "\"\"" : std::string(1, c));
    return quoted + "\"";
}

class CsvExporter : public Exporter {
public:
    explicit CsvExporter(std::ostream& out) : out_(out) {}

    void begin() override {
        const auto names = json_of({});
        bool first = true;
        for (const auto& [name, value] : names.items()) {
            out_ << (first ? "" : ",") << name;
            first = false;
        }
        out_ << "\r\n";
    }

    void add(const store::CommitDetail& commit) override {
        bool first = true;
        const auto fields = json_of(commit);
        for (const auto& [name, value] : fields.items()) {
            if (!first)
                out_ << ',';
            first = false;
            if (value.is_string())
                out_ << csv_field(value.get_ref<const std::string&>());
            else if (!value.is_null())
                out_ << value.dump();
        }
        out_ << "\r\n";
    }

private:
    std::ostream& out_;
};

std::string heading_of(const classify::SectionKey& place) {
    if (place.subgroup == classify::Subgroup::none)
        return std::string(classify::title(place.section));
    return fmt::format("{}: {}", classify::title(place.section), classify::title(place.subgroup));
}

class MarkdownExporter : public Exporter {
public:
    MarkdownExporter(std::ostream& out, std::string title, bool headings)
        : out_(out), title_(std::move(title)), headings_(headings) {}

    void begin() override {
        out_ << "# " << markdown_text(title_) << '\n' << (headings_ ? "" : "\n");
    }

    void add(const store::CommitDetail& commit) override {
        const auto& row = commit.row;
        if (headings_ && row.place != place_)
            out_ << "\n## " << markdown_text(heading_of(row.place)) << "\n\n";
        place_ = row.place;
        out_ << "- " << markdown_text(row.subject.empty() ? row.about : row.subject);
        if (!row.oid.empty())
            out_ << " (" << markdown_link("commit", commit_address(row.oid)) << ')';
        out_ << "  \n  *"
             << markdown_text((headings_ ? "" : heading_of(row.place) + ": ") +
                              store::reason_in_words(commit))
             << "*\n";
    }

private:
    std::ostream& out_;
    std::string title_;
    bool headings_; ///< one for each section; otherwise each entry names its own
    std::optional<classify::SectionKey> place_;
};

/// A page is for people; see base::visible_text().
std::string shown_html(std::string_view text) {
    return html_text(base::visible_text(text));
}

class HtmlExporter : public Exporter {
public:
    HtmlExporter(std::ostream& out, std::string title) : out_(out), title_(std::move(title)) {}

    void begin() override {
        out_ << fmt::format(page_start, shown_html(title_));
        for (const auto section : classify::all_sections()) {
            option(classify::key(section), "", classify::title(section));
            if (section == classify::Section::hardware)
                for (const auto subgroup : classify::all_subgroups())
                    option(fmt::format("{}/{}", classify::key(section), classify::key(subgroup)),
                           "\u2003", classify::title(subgroup));
        }
        out_ << table_start;
    }

    void add(const store::CommitDetail& commit) override {
        const auto& row = commit.row;
        out_ << "<tr data-section=\"" << classify::key(row.place.section) << '"';
        if (row.place.subgroup != classify::Subgroup::none)
            out_ << " data-group=\"" << classify::key(row.place.subgroup) << '"';
        out_ << "><td>";
        if (!row.oid.empty())
            out_ << "<a href=\"" << html_text(commit_address(row.oid)) << "\">"
                 << html_text(row.oid.substr(0, 12)) << "</a>";
        out_ << "</td><td>" << shown_html(row.subject.empty() ? row.about : row.subject)
             << "</td><td>" << shown_html(row.author) << "</td><td>"
             << (row.landed_time ? format_date(*row.landed_time) : "") << "</td><td title=\""
             << shown_html(store::reason_in_words(commit)) << "\">"
             << html_text(heading_of(row.place)) << "</td></tr>\n";
    }

    void end() override { out_ << page_end; }

private:
    /// Those that nothing is in are taken out by the page itself.
    void option(std::string_view value, std::string_view indent, std::string_view title) {
        out_ << "<option value=\"" << value << "\">" << indent << html_text(title) << "</option>\n";
    }

    std::ostream& out_;
    std::string title_;
};

void require(const std::ostream& out) {
    if (!out)
        throw std::runtime_error("The export cannot be written. Check that there is space left and "
                                 "that you may write there.");
}

void add(Exporter& exporter, const store::CommitDetail& commit, const std::ostream& out,
         const std::stop_token& stop) {
    if (stop.stop_requested())
        throw Stopped("The export was stopped.");
    exporter.add(commit);
    require(out);
}

void end(Exporter& exporter, std::ostream& out) {
    exporter.end();
    out.flush();
    require(out);
}

} // namespace

std::optional<ExportFormat> export_format(std::string_view name) {
    using Named = std::pair<std::string_view, ExportFormat>;
    for (const auto& [known, format] :
         {Named{"markdown", ExportFormat::markdown}, Named{"html", ExportFormat::html},
          Named{"csv", ExportFormat::csv}, Named{"json", ExportFormat::json}})
        if (name == known)
            return format;
    return std::nullopt;
}

std::unique_ptr<Exporter> make_exporter(const ExportOptions& options, std::ostream& out) {
    switch (options.format) {
    case ExportFormat::markdown:
        return std::make_unique<MarkdownExporter>(out, options.title,
                                                  options.order == ExportOrder::by_section);
    case ExportFormat::html:
        return std::make_unique<HtmlExporter>(out, options.title);
    case ExportFormat::csv:
        return std::make_unique<CsvExporter>(out);
    case ExportFormat::json:
        break;
    }
    return std::make_unique<JsonExporter>(out);
}

void export_commits(store::Reader& reader, store::CommitQuery query, const ExportOptions& options,
                    std::ostream& out, const std::stop_token& stop) {
    const bool has_sections =
        options.format == ExportFormat::markdown || options.format == ExportFormat::html;
    if (has_sections && options.order == ExportOrder::by_section) {
        query.sort = store::SortKey::section;
        query.descending = false;
    }
    const auto exporter = make_exporter(options, out);
    exporter->begin();
    reader.for_each_detail(query, [&](const store::CommitDetail& commit) {
        add(*exporter, commit, out, stop);
        return true;
    });
    end(*exporter, out);
}

void export_rows(store::Reader& reader, const std::vector<store::RowId>& rows,
                 const ExportOptions& options, std::ostream& out, const std::stop_token& stop) {
    const auto exporter = make_exporter(options, out);
    exporter->begin();
    for (const auto row : rows)
        if (const auto commit = reader.commit(row))
            add(*exporter, *commit, out, stop);
    end(*exporter, out);
}

} // namespace mw::document
