#include "interfaces/compare/events.h"

#include "interfaces/compare/facts.h"
#include "interfaces/parse/exported_headers.h"
#include "interfaces/parse/narrow.h"

#include <map>
#include <utility>

namespace mw::interfaces {

namespace {

struct Versions {
    bool before = false, after = false;
    ComparedFacts old_facts, new_facts;
    bool documented = false; ///< a parameter, by what tells of it
};

using Key = std::pair<Kind, std::string>;

void add_side(const Items& items, bool after, std::map<Key, Versions>& versions) {
    for (const auto& item : items) {
        auto& version = versions[{item.kind, identity(item)}];
        (after ? version.after : version.before) = true;
        add_compared_facts(item, after ? version.new_facts : version.old_facts);
        version.documented |= item.kind == Kind::param && is_documented(item);
    }
}

std::vector<std::string> labels_of(const ComparedFacts& facts) {
    std::vector<std::string> labels;
    for (const auto& [label, values] : facts)
        labels.push_back(label);
    return labels;
}

} // namespace

std::vector<Event> find_events(Source source, std::string_view path, std::string_view old_text,
                               std::string_view new_text) {
    auto old_part = old_text, new_part = new_text;
    narrow(source, old_part, new_part);
    std::map<Key, Versions> versions;
    if (old_part != new_part) {
        add_side(read_part(source, path, old_part, old_text), false, versions);
        add_side(read_part(source, path, new_part, new_text), true, versions);
    }
    if (old_text.empty() != new_text.empty())
        add_side(items_of_path(source, path), old_text.empty(), versions);
    if (source == Source::kbuild && ExportedHeaders::is_list(path)) {
        Items exported_before, exported_after;
        read_exports(path, old_text, exported_before);
        read_exports(path, new_text, exported_after);
        add_side(exported_before, false, versions);
        add_side(exported_after, true, versions);
    }

    std::vector<Event> events;
    for (auto& [key, version] : versions) {
        Event event{key.first, Event::Step::changed, key.second, {}};
        if (version.before && version.after) {
            event.labels = differing_labels(version.old_facts, version.new_facts);
            if (event.labels.empty())
                continue;
        } else {
            event.step = version.after ? Event::Step::came : Event::Step::went;
            event.labels = labels_of(version.after ? version.new_facts : version.old_facts);
            if (version.documented)
                event.labels.emplace_back(documented_label);
        }
        events.push_back(std::move(event));
    }
    return events;
}

} // namespace mw::interfaces
