#include "document/write/export.h"

#include "base/error.h"
#include "base/utc_time.h"
#include "base/visible_text.h"
#include "document/markdown/html.h"
#include "document/markdown/markdown.h"
#include "document/write/citation.h"
#include "document/write/export_page.h"
#include "document/write/interface_section.h"
#include "document/write/json.h"
#include "document/write/markdown_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <ostream>
#include <span>
#include <stdexcept>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace mw::document {

namespace {

/// What changed at the edges, by the changesets that are written.
class InterfacesOfCommits {
public:
    explicit InterfacesOfCommits(const std::vector<store::InterfaceRow>& rows) {
        for (const auto& row : rows)
            if (row.commit != 0)
                rows_[row.commit].push_back(row);
    }

    bool any() const { return !rows_.empty(); }

    std::span<const store::InterfaceRow> of(const store::CommitDetail& commit) const {
        const auto found = rows_.find(commit.row.id);
        return found == rows_.end() ? std::span<const store::InterfaceRow>() : found->second;
    }

    void note_written(const store::CommitDetail& commit) {
        const auto rows = of(commit);
        written_.insert(written_.end(), rows.begin(), rows.end());
    }

    /// Of the changesets written so far, by kind and name.
    std::vector<store::InterfaceRow> written() const {
        auto rows = written_;
        std::ranges::stable_sort(rows, [](const auto& left, const auto& right) {
            return std::tie(left.change.kind, left.change.name) <
                   std::tie(right.change.kind, right.change.name);
        });
        return rows;
    }

private:
    std::unordered_map<store::RowId, std::vector<store::InterfaceRow>> rows_;
    std::vector<store::InterfaceRow> written_;
};

Json json_of(const store::CommitDetail& commit, const InterfacesOfCommits& edges) {
    Json json = to_json(commit.row);
    json["kind"] = store::to_string(commit.row.kind);
    json["reason"] = store::reason_in_words(commit).english();
    json["cves"] = Json::array();
    for (const auto& mark : commit.cves)
        json["cves"].push_back(to_json(mark));
    json["trees"] = Json::array();
    for (const auto& mark : commit.trees)
        json["trees"].push_back(to_json(mark));
    add_corrections(json, commit);
    json["starred"] = commit.row.starred;
    if (!edges.any())
        return json;
    json["interfaces"] = Json::array();
    for (const auto& row : edges.of(commit))
        json["interfaces"].push_back({{"kind", interfaces::key(row.change.kind)},
                                      {"change", interfaces::key(row.change.change)},
                                      {"name", row.change.name},
                                      {"detail", interface_remark(row.change)}});
    return json;
}

class JsonExporter : public Exporter {
public:
    JsonExporter(std::ostream& out, const ExportOptions& options)
        : out_(out), interfaces_(options.interfaces) {}

    void begin() override { out_ << '['; }
    void add(const store::CommitDetail& commit) override {
        out_ << (first_ ? "\n" : ",\n")
             << json_of(commit, interfaces_).dump(-1, ' ', false, Json::error_handler_t::replace);
        first_ = false;
    }
    void end() override { out_ << "\n]\n"; }

private:
    std::ostream& out_;
    const InterfacesOfCommits interfaces_;
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

/// "CVE-2023-52454 fixes 7.8 HIGH; …": a list of objects in one field.
std::string list_text(const Json& list) {
    std::string text;
    for (const auto& object : list) {
        text += text.empty() ? "" : "; ";
        bool first = true;
        if (!object.is_object()) {
            text += object.is_string() ? object.get<std::string>() : object.dump();
            continue;
        }
        for (const auto& [name, value] : object.items()) {
            if (value.is_null() ||
                (value.is_string() && value.get_ref<const std::string&>().empty()))
                continue;
            text += first ? "" : " ";
            text += value.is_string() ? value.get<std::string>() : value.dump();
            first = false;
        }
    }
    return text;
}

class CsvExporter : public Exporter {
public:
    CsvExporter(std::ostream& out, const ExportOptions& options)
        : out_(out), interfaces_(options.interfaces) {}

    void begin() override {
        const auto names = json_of({}, interfaces_);
        bool first = true;
        for (const auto& [name, value] : names.items()) {
            out_ << (first ? "" : ",") << name;
            first = false;
        }
        out_ << "\r\n";
    }

    void add(const store::CommitDetail& commit) override {
        bool first = true;
        auto fields = json_of(commit, interfaces_);
        if (interfaces_.any())
            fields["interfaces"] = in_one_field(interfaces_.of(commit));
        for (const auto& [name, value] : fields.items()) {
            if (!first)
                out_ << ',';
            first = false;
            if (value.is_string())
                out_ << csv_field(value.get_ref<const std::string&>());
            else if (value.is_array())
                out_ << csv_field(list_text(value));
            else if (!value.is_null())
                out_ << value.dump();
        }
        out_ << "\r\n";
    }

private:
    static std::string in_one_field(std::span<const store::InterfaceRow> edges) {
        std::string field;
        for (const auto& row : edges)
            field.append(field.empty() ? "" : "\n").append(interface_in_words(row.change));
        return field;
    }

    std::ostream& out_;
    const InterfacesOfCommits interfaces_;
};

std::string heading_of(const classify::SectionKey& place, const store::Project& project) {
    if (place.subgroup == classify::Subgroup::none)
        return project.title(place.section);
    return fmt::format("{}: {}", project.title(place.section), project.title(place.subgroup));
}

/// The outline of what was written.
class OutlineOfCommits {
public:
    explicit OutlineOfCommits(const ExportOptions& options)
        : outline_(options.outline), message_(options.message) {}

    void note_written(const store::CommitDetail& commit) {
        if (outline_)
            written_.insert(commit.row.id);
    }

    bool any() const { return outline_ && !written_.empty(); }
    store::Outline written() const {
        return part_of_outline(*outline_, [this](const store::OutlineNode& node) {
            return written_.contains(node.row);
        });
    }
    const MessageOf& message() const { return message_; }

private:
    std::optional<store::Outline> outline_;
    MessageOf message_;
    std::unordered_set<store::RowId> written_;
};

/// What an exporter keeps, without the tables, which those keep that write them.
ExportOptions without_tables(const ExportOptions& options) {
    ExportOptions kept;
    kept.title = options.title;
    kept.projects = options.projects;
    return kept;
}

class MarkdownExporter : public Exporter {
public:
    MarkdownExporter(std::ostream& out, const ExportOptions& options)
        : out_(out), options_(without_tables(options)), interfaces_(options.interfaces),
          outline_(options), headings_(options.order == ExportOrder::by_section) {}

    void begin() override {
        out_ << "# " << markdown_text(options_.title) << '\n' << (headings_ ? "" : "\n");
    }

    void add(const store::CommitDetail& commit) override {
        const auto& row = commit.row;
        const auto& project = options_.project_of(commit.release);
        if (headings_ && row.place != place_)
            out_ << "\n## " << markdown_text(heading_of(row.place, project)) << "\n\n";
        place_ = row.place;
        out_ << "- " << markdown_text(row.subject.empty() ? row.about : row.subject);
        if (!row.oid.empty())
            out_ << " (" << commit_link("commit", row.oid, project) << ')';
        out_ << "  \n  *"
             << markdown_text((headings_ ? "" : heading_of(row.place, project) + ": ") +
                              store::reason_in_words(commit).english())
             << "*\n";
        interfaces_.note_written(commit);
        outline_.note_written(commit);
    }

    void end() override {
        const auto section =
            interface_section(interfaces_.written(), all_of_them, options_.only_project());
        if (!section.empty())
            out_ << '\n' << section;
        if (outline_.any())
            out_ << "\n## Outline\n\n"
                 << outline_section(outline_.written(), outline_.message(), all_of_them,
                                    options_.only_project());
    }

private:
    static constexpr std::size_t all_of_them = std::numeric_limits<std::size_t>::max() / 2;

    std::ostream& out_;
    const ExportOptions options_;
    InterfacesOfCommits interfaces_;
    OutlineOfCommits outline_;
    bool headings_; ///< one for each section; otherwise each entry names its own
    std::optional<classify::SectionKey> place_;
};

/// A page is for people; see base::visible_text().
std::string shown_html(std::string_view text) {
    return html_text(base::visible_text(text));
}

class HtmlExporter : public Exporter {
public:
    HtmlExporter(std::ostream& out, const ExportOptions& options)
        : out_(out), options_(without_tables(options)), interfaces_(options.interfaces),
          outline_(options) {}

    void begin() override {
        const auto& project = options_.only_project();
        out_ << fmt::format(page_start, shown_html(options_.title));
        for (const auto section : classify::all_sections()) {
            option(classify::key(section), "", project.title(section));
            if (section == classify::Section::hardware)
                for (const auto subgroup : classify::all_subgroups())
                    option(fmt::format("{}/{}", classify::key(section), classify::key(subgroup)),
                           "\u2003", project.title(subgroup));
        }
        out_ << table_start;
    }

    void add(const store::CommitDetail& commit) override {
        const auto& row = commit.row;
        const auto& project = options_.project_of(commit.release);
        out_ << "<tr data-section=\"" << classify::key(row.place.section) << '"';
        if (row.place.subgroup != classify::Subgroup::none)
            out_ << " data-group=\"" << classify::key(row.place.subgroup) << '"';
        out_ << "><td>";
        link(row.oid, project);
        out_ << "</td><td>" << shown_html(row.subject.empty() ? row.about : row.subject);
        for (const auto& made : interfaces_.of(commit))
            out_ << "<br><small>" << shown_html(interface_in_words(made.change)) << "</small>";
        interfaces_.note_written(commit);
        outline_.note_written(commit);
        out_ << "</td><td>" << shown_html(row.author) << "</td><td>"
             << (row.landed_time ? format_date(*row.landed_time) : "") << "</td><td title=\""
             << shown_html(store::reason_in_words(commit).english()) << "\">"
             << html_text(heading_of(row.place, project)) << "</td></tr>\n";
    }

    void end() override {
        out_ << table_end;
        const auto rows = interfaces_.written();
        if (!rows.empty())
            out_ << "<h2>Interface changes</h2>\n";
        for (std::size_t at = 0; at < rows.size(); ++at) {
            const auto& change = rows[at].change;
            if (at == 0 || rows[at - 1].change.kind != change.kind)
                out_ << (at == 0 ? "" : "</ul>\n") << "<h3>"
                     << shown_html(interface_title(change.kind)) << "</h3>\n<ul>\n";
            out_ << "<li>";
            link(change.oid, options_.only_project());
            out_ << ' ' << shown_html(interface_in_words(change)) << "</li>\n";
        }
        out_ << (rows.empty() ? "" : "</ul>\n");
        if (outline_.any()) {
            out_ << "<h2>Outline</h2>\n";
            write_outline_html(outline_.written(), outline_.message(), options_.only_project(),
                               out_);
        }
        out_ << page_end;
    }

private:
    void link(const std::string& oid, const store::Project& project) {
        const auto page = project.page(oid);
        if (!page.empty())
            out_ << "<a href=\"" << html_text(page) << "\">";
        out_ << html_text(oid.substr(0, 12)) << (page.empty() ? "" : "</a>");
    }

    /// Those that nothing is in are taken out by the page itself.
    void option(std::string_view value, std::string_view indent, std::string_view title) {
        out_ << "<option value=\"" << value << "\">" << indent << html_text(title) << "</option>\n";
    }

    std::ostream& out_;
    const ExportOptions options_;
    InterfacesOfCommits interfaces_;
    OutlineOfCommits outline_;
};

void require(const std::ostream& out) {
    if (!out)
        throw base::Error("The export cannot be written. Check that there is space left and "
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

const store::Project& ExportOptions::project_of(store::RowId release) const {
    static const store::Project kernel;
    const auto found = projects.find(release);
    return found == projects.end() ? kernel : found->second;
}

const store::Project& ExportOptions::only_project() const {
    return project_of(projects.size() == 1 ? projects.begin()->first : 0);
}

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
        return std::make_unique<MarkdownExporter>(out, options);
    case ExportFormat::html:
        return std::make_unique<HtmlExporter>(out, options);
    case ExportFormat::csv:
        return std::make_unique<CsvExporter>(out, options);
    case ExportFormat::json:
        break;
    }
    return std::make_unique<JsonExporter>(out, options);
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
    bool begun = false; // a mistake in the query is found first, and leaves nothing written
    const auto begin = [&] {
        if (!std::exchange(begun, true))
            exporter->begin();
    };
    reader.for_each_detail(query, [&](const store::CommitDetail& commit) {
        begin();
        add(*exporter, commit, out, stop);
        return true;
    });
    begin();
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
