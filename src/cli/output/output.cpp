#include "cli/output/output.h"

#include "base/error.h"
#include "base/visible_text.h"

#include <fmt/format.h>

#include <cstdio>
#include <stdexcept>
#include <unistd.h>

namespace mw::cli {

namespace {

using document::add_corrections;
using document::or_null;

Json subgroup_of(const classify::SectionKey& place) {
    return or_null(std::string(classify::key(place.subgroup)));
}

/// Ends the program with exit status 1 where nobody can read it.
void write_line(const std::string& text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() ||
        std::fputc('\n', stdout) == EOF)
        throw base::Error("Standard output cannot be written.");
}

} // namespace

Json to_json(const store::Release& release) {
    Json json = {{"release", release.name},
                 {"changesets", release.changesets},
                 {"merges", release.merges},
                 {"pulls", release.pulls},
                 // Of the bundled release's changesets not all files are known.
                 {"files", release.bundled ? Json() : Json(release.files)},
                 {"insertions", or_null(release.insertions)},
                 {"deletions", or_null(release.deletions)},
                 {"uncounted", release.uncounted},
                 {"seconds", release.seconds}};
    // Only where it is so: then nothing is known of what came before.
    if (release.shallow)
        json["shallow"] = true;
    if (release.range_changesets) {
        json["known"] = release.changesets;
        json["total"] = *release.range_changesets;
    }
    return json;
}

Json to_json(const store::SectionCount& count) {
    return {{"section", classify::key(count.place.section)},
            {"subgroup", subgroup_of(count.place)},
            {"changesets", count.changesets}};
}

Json to_json(const store::CommitDetail& detail) {
    Json json = to_json(detail.row);
    json["kind"] = store::to_string(detail.row.kind);
    json["body"] = detail.body;
    if (!detail.row.about.empty())
        json["about"] = detail.row.about;
    json["paths"] = Json::array();
    for (const auto& change : detail.paths)
        json["paths"].push_back(
            {{"path", change.path},
             {"status", std::string(1, change.status)},
             {"binary", change.binary},
             {"insertions", or_null(change.insertions)},
             {"deletions", or_null(change.deletions)},
             {"uncounted", or_null(std::string(store::to_string(change.uncounted)))}});
    json["trailers"] = Json::array();
    for (const auto& trailer : detail.trailers)
        json["trailers"].push_back({{"key", trailer.key}, {"value", trailer.value}});
    json["adds"] = detail.row.adds ? Json{{"kind", classify::key(detail.row.adds->kind)},
                                          {"what", detail.row.adds->what}}
                                   : Json();
    add_corrections(json, detail);
    json["reason"] = store::reason_in_words(detail).english();
    json["mentions"] = detail.mentions;
    json["cves"] = Json::array();
    for (const auto& mark : detail.cves)
        json["cves"].push_back(to_json(mark));
    json["trees"] = Json::array();
    for (const auto& mark : detail.trees)
        json["trees"].push_back(to_json(mark));
    if (detail.row.kind != store::CommitKind::changeset)
        json["brought"] = detail.brought;
    return json;
}

Json to_json(const store::Pull& pull) {
    return {{"oid", or_null(pull.oid)},
            {"title", pull.title},
            {"tree", or_null(pull.tree)},
            {"tag", or_null(pull.tag)},
            {"landed_time", or_null(pull.landed_time)},
            {"changesets", pull.changesets}};
}

Json to_json(const store::Annotation& personal) {
    return {{"oid", personal.oid},
            {"section", personal.place ? Json(classify::key(personal.place->section)) : Json()},
            {"subgroup", personal.place ? subgroup_of(*personal.place) : Json()},
            {"bookmarked", personal.bookmarked},
            {"colour", or_null(personal.colour)},
            {"note", or_null(personal.note)}};
}

std::string pointed_at(const std::string& text, std::size_t position) {
    std::string line = text, marker;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const auto byte = static_cast<unsigned char>(line[i]);
        if (byte < 0x20 || byte == 0x7F)
            line[i] = ' ';
        if (i < position && (byte & 0xC0U) != 0x80U) // one column for each code point
            marker += ' ';
    }
    return fmt::format("\n  {}\n  {}^", line, marker);
}

std::string visible(std::string_view text) {
    return base::visible_text(text);
}

void print_line(const std::string& text) {
    write_line(visible(text));
}

void print_data_line(const std::string& text) {
    write_line(isatty(STDOUT_FILENO) == 1 ? visible(text) : text);
}

void print_json(const Json& json) {
    // Text in the database is valid UTF-8; should a byte not be, it is replaced, not fatal.
    print_data_line(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

} // namespace mw::cli
