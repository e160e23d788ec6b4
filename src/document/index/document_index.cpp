#include "document/index/document_index.h"

#include "base/stable_hash.h"
#include "base/system/paths.h"
#include "base/text.h"
#include "document/read/read_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <set>

namespace mw::document {

namespace {

/// Raised when the same text would give other mentions: documents are then read again.
constexpr int reading = 2;

std::string content_hash(std::string_view text) {
    return fmt::format("{:016x}-{}-{}", base::stable_hash(text), text.size(), reading);
}

/// Whichever program read it.
std::string_view without_reading(std::string_view hash) {
    return hash.substr(0, hash.find('-', hash.find('-') + 1));
}

} // namespace

std::vector<store::NewMention> mentions_of(const Rendered& shown) {
    std::vector<store::NewMention> mentions;
    for (const auto& entry : shown.entries) {
        std::set<std::string> seen;
        for (auto i = entry.first_reference; i < entry.end_reference; ++i)
            if (const auto& reference = shown.references[i]; seen.insert(reference.id).second)
                mentions.push_back({reference.id, reference.line, shortened(entry.words, 300)});
    }
    return mentions;
}

store::Document add_document(const std::filesystem::path& database,
                             const std::filesystem::path& file, const std::string& release) {
    const auto text = read_article(file);
    store::Document document;
    document.release = release;
    document.file = base::whole_path(file).string();
    document.content_hash = content_hash(text);
    document.added_at = std::time(nullptr);
    store::DocumentStore store(database);
    const auto known = store.all();
    const auto here = std::ranges::find(known, document.file, &store::Document::file);
    if (here != known.end() && here->content_hash == document.content_hash &&
        here->release == release)
        return *here;
    const auto shown = render_markdown(text);
    document.title = shown.title.empty() ? file.stem().string() : shown.title;
    for (const auto& other : known)
        if (here == known.end() &&
            without_reading(other.content_hash) == without_reading(document.content_hash) &&
            base::is_gone(other.file)) {
            store.move(other.id, document.file);
            break;
        }
    document.id = store.put(document, mentions_of(shown));
    return document;
}

} // namespace mw::document
