#include "kbuild/includes.h"

#include "kbuild/words.h"

#include <algorithm>
#include <vector>

namespace mw::kbuild {

namespace {

using std::string_view;

struct Include {
    std::string name;
    bool quoted = false; ///< looked for beside the file first
};

std::vector<Include> includes_of(string_view text) {
    std::vector<Include> found;
    constexpr string_view keyword = "include";
    while (!text.empty()) {
        auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        line = trimmed(line);
        if (line.empty() || (line.front() != '#' && line.front() != '.'))
            continue; // assembly has ".include" as well
        line = trimmed(line.substr(1));
        if (!line.starts_with(keyword))
            continue;
        const auto rest = trimmed(line.substr(keyword.size()));
        if (rest.size() < 3 || (rest.front() != '"' && rest.front() != '<'))
            continue;
        const auto end = rest.find(rest.front() == '"' ? '"' : '>', 1);
        if (end != string_view::npos)
            found.push_back({std::string(rest.substr(1, end - 1)), rest.front() == '"'});
    }
    return found;
}

std::string parent_of(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

/// Without "..", ".", and doubled slashes.
std::string plain_path(const std::string& path) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= path.size();) {
        const auto end = std::min(path.find('/', at), path.size());
        const auto part = path.substr(at, end - at);
        if (part == ".." && !parts.empty())
            parts.pop_back();
        else if (!part.empty() && part != "." && part != "..")
            parts.push_back(part);
        at = end + 1;
    }
    std::string plain;
    for (const auto& part : parts)
        plain.append(plain.empty() ? "" : "/").append(part);
    return plain;
}

class Finder {
public:
    Finder(const BuildMap& build, const std::string& architecture,
           const std::function<bool(const std::string&)>& exists)
        : build_(build), exists_(exists), asm_before_("include/asm-" + architecture + '/') {
        const auto own = "arch/" + architecture + "/include";
        everywhere_ = {own, "include", own + "/uapi", "include/uapi"};
    }

    /// The file that is meant; empty for one that the build makes. source: whose folder's compiler
    /// options count.
    std::string find(const Include& include, const std::string& file, const std::string& source) {
        std::string path;
        const auto is_in = [&](const std::string& folder) {
            path = plain_path(folder.empty() ? include.name : folder + '/' + include.name);
            return exists_(path);
        };
        if (include.quoted && is_in(parent_of(file)))
            return path;
        for (auto folder = parent_of(source);; folder = parent_of(folder)) {
            if (const auto known = build_.include_folders().find(folder);
                known != build_.include_folders().end())
                for (const auto& place : known->second)
                    if (is_in(place) || is_in(folder + '/' + place))
                        return path;
            if (folder.empty())
                break;
        }
        for (const auto& place : everywhere_)
            if (is_in(place))
                return path;
        // Until 2.6.27 include/asm was a link to the architecture's folder beside it; what an
        // architecture has no header of its own for, the build takes from the generic ones.
        if (include.name.starts_with("asm/"))
            for (const auto& folder : {asm_before_, std::string("include/asm-generic/"),
                                       std::string("include/uapi/asm-generic/")}) {
                path = folder + include.name.substr(4);
                if (exists_(path))
                    return path;
            }
        return {};
    }

private:
    const BuildMap& build_;
    const std::function<bool(const std::string&)>& exists_;
    const std::string asm_before_;
    std::vector<std::string> everywhere_;
};

} // namespace

IncludeMap::IncludeMap(const BuildMap& build, const std::string& architecture,
                       std::span<const std::string> sources, const FileReader& files,
                       const std::function<bool(const std::string&)>& exists,
                       const std::stop_token& stop) {
    Finder finder(build, architecture, exists);
    struct Item {
        std::string file, source;
    };
    // The surest first: what was reached so need not be looked at again.
    for (const auto state : {Built::built_in, Built::module, Built::cannot_tell}) {
        std::vector<Item> waiting;
        for (const auto& source : sources)
            if (build.of_source(source) == state)
                waiting.push_back({source, source});
        while (!waiting.empty() && !stop.stop_requested()) {
            const auto item = std::move(waiting.back());
            waiting.pop_back();
            const auto text = files(item.file);
            if (!text)
                continue;
            for (const auto& include : includes_of(*text)) {
                if (stop.stop_requested())
                    return;
                auto path = finder.find(include, item.file, item.source);
                if (!path.empty() && included_.emplace(path, state).second)
                    waiting.push_back({std::move(path), item.source});
            }
        }
    }
}

Built IncludeMap::of(string_view path) const {
    const auto found = included_.find(path);
    return found == included_.end() ? Built::no : found->second;
}

} // namespace mw::kbuild
