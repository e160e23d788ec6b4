#include "git/objects/known_history.h"

#include "base/system/atomic_file.h"

#include <algorithm>
#include <fstream>
#include <string_view>

namespace mw::git {

namespace fs = std::filesystem;

namespace {

fs::path known_file(const fs::path& common) {
    return common / "mergewindow" / "known";
}

} // namespace

KnownHistory read_known_history(const fs::path& common) {
    KnownHistory known;
    std::vector<ObjectId>* ancestors = nullptr;
    std::ifstream file(known_file(common));
    for (std::string line; std::getline(file, line);) {
        const std::string_view text(line);
        const auto blank = std::min(text.find(' '), text.size());
        const auto word = text.substr(0, blank);
        const auto id = ObjectId::from_hex(text.substr(std::min(blank + 1, text.size())));
        if (!id)
            continue;
        if (word == "of")
            ancestors = &known.ancestors[*id];
        else if (word == "ancestor" && ancestors != nullptr)
            ancestors->push_back(*id);
        else if (word == "border")
            known.borders.insert(*id);
    }
    return known;
}

void write_known_history(const fs::path& common, const KnownHistory& known) {
    std::string text;
    for (const auto& [commit, ancestors] : known.ancestors) {
        text += "of " + commit.hex() + '\n';
        for (const auto& ancestor : ancestors)
            text += "ancestor " + ancestor.hex() + '\n';
    }
    for (const auto& border : known.borders)
        text += "border " + border.hex() + '\n';
    base::write_file(known_file(common), text);
}

} // namespace mw::git
