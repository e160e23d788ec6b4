#include "cve/cve_records.h"

#include "base/error.h"
#include "base/object_id.h"
#include "git/objects/repository.h"
#include "git/objects/tree_compare.h"
#include "git/setup/error.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <sstream>
#include <system_error>

namespace mw::cve {

namespace {

using Json = nlohmann::json;

constexpr std::string_view published = "cve/published/";
/// A record of today has some 20 KB; what is far beyond that is none.
constexpr std::size_t largest_file = 8 << 20;

/// "cve/published/2023/CVE-2023-52454.json" and one of its endings: the record's id, else empty.
std::string_view record_of(std::string_view path, std::string_view ending) {
    if (!path.starts_with(published) || !path.ends_with(ending))
        return {};
    auto name = path.substr(path.rfind('/') + 1);
    name.remove_suffix(ending.size());
    const bool plain = name.starts_with("CVE-") && std::ranges::all_of(name.substr(4), [](char c) {
                           return (c >= '0' && c <= '9') || c == '-';
                       });
    return plain ? name : std::string_view{};
}

/// The files of the records, whatever they lie in.
class Source {
public:
    virtual ~Source() = default;
    /// Paths with / below the top.
    virtual std::vector<std::string> paths() = 0;
    virtual std::string read(std::size_t index) = 0;
};

class CloneSource : public Source {
public:
    explicit CloneSource(const std::filesystem::path& path) : repository_(path) {
        // A copy of the records may have a branch of its own that HEAD leads to.
        for (const char* branch : {"HEAD", "refs/heads/master", "refs/remotes/origin/master",
                                   "refs/heads/main", "refs/remotes/origin/main"})
            if (files_.empty())
                list(branch);
    }
    std::vector<std::string> paths() override {
        std::vector<std::string> paths;
        for (const auto& file : files_)
            paths.push_back(file.path);
        return paths;
    }
    std::string read(std::size_t index) override {
        return std::string(repository_.read(files_[index].new_id, git::ObjectType::blob).data());
    }

private:
    void list(const char* branch) {
        std::optional<git::ObjectId> commit;
        try {
            commit = repository_.resolve_commit(branch);
        } catch (const git::DamagedObject&) {
            throw;
        } catch (const git::Error&) {
            return; // there is no such branch
        }
        git::compare_trees(repository_, {}, *git::ObjectId::from_hex(tree_of(*commit)), files_);
        std::erase_if(
            files_, [](const git::TreeChange& file) { return !file.path.starts_with(published); });
    }

    std::string tree_of(const git::ObjectId& commit) const {
        const auto object = repository_.read(commit, git::ObjectType::commit);
        constexpr std::string_view head = "tree ";
        const auto text = object.data();
        if (!text.starts_with(head) || text.size() < head.size() + 2 * git::ObjectId::size)
            throw base::Error("The commit {} cannot be read.", commit.hex());
        return std::string(text.substr(head.size(), 2 * git::ObjectId::size));
    }

    git::Repository repository_;
    std::vector<git::TreeChange> files_;
};

class FolderSource : public Source {
public:
    explicit FolderSource(std::filesystem::path top) : top_(std::move(top)) {}
    std::vector<std::string> paths() override {
        std::error_code error;
        std::vector<std::string> paths;
        using Walk = std::filesystem::recursive_directory_iterator;
        for (Walk entry(top_ / published, error); !error && entry != Walk(); entry.increment(error))
            if (std::error_code ignored; entry->is_regular_file(ignored))
                paths.push_back(entry->path().lexically_relative(top_).generic_string());
        // That no records are there is said in other words, as of a clone without any.
        if (error && error != std::errc::no_such_file_or_directory)
            throw base::Error("{} could not be listed: {}.", (top_ / published).string(),
                              error.message());
        std::ranges::sort(paths);
        paths_ = paths;
        return paths;
    }
    std::string read(std::size_t index) override {
        std::ifstream file(top_ / paths_[index], std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        if (!file)
            throw base::Error("it cannot be read");
        return std::move(text).str();
    }

private:
    std::filesystem::path top_;
    std::vector<std::string> paths_;
};

std::unique_ptr<Source> open_source(const std::filesystem::path& path) {
    std::error_code error;
    const auto is_there = [&](const char* name) {
        return std::filesystem::exists(path / name, error);
    };
    // A work tree may be newer than its HEAD, but HEAD is what the authority published.
    if (is_there(".git") || (is_there("objects") && is_there("HEAD")))
        return std::make_unique<CloneSource>(path);
    return std::make_unique<FolderSource>(path);
}

bool is_id(std::string_view text) {
    return git::ObjectId::from_hex(text).has_value();
}

void take_score(const Json& metric, Record& record) {
    // The newest version of CVSS that is given speaks; all of them range from 0 to 10.
    for (const char* version : {"cvssV4_0", "cvssV3_1", "cvssV3_0", "cvssV2_0"}) {
        const auto found = metric.find(version);
        if (found == metric.end() || !found->is_object())
            continue;
        const auto score = found->find("baseScore");
        if (score == found->end() || !score->is_number())
            continue;
        record.score = score->get<double>();
        record.severity = found->value("baseSeverity", "");
        record.vector = found->value("vectorString", "");
        return;
    }
}

} // namespace

std::optional<std::vector<CommitRole>> read_dyad(std::string_view text) {
    std::vector<CommitRole> commits;
    while (!text.empty()) {
        auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        while (!line.empty() && (line.back() == '\r' || line.back() == ' '))
            line.remove_suffix(1);
        if (line.empty() || line.front() == '#')
            continue;
        std::array<std::string_view, 4> parts;
        std::size_t count = 0;
        for (std::size_t at = 0; at <= line.size() && count <= parts.size(); ++count) {
            const auto end = std::min(line.find(':', at), line.size());
            if (count < parts.size())
                parts[count] = line.substr(at, end - at);
            at = end + 1;
        }
        if (count != parts.size())
            return std::nullopt;
        for (const bool fixes : {false, true}) {
            const auto id = parts[fixes ? 3 : 1];
            if (is_id(id))
                commits.push_back({fixes, git::ObjectId::from_hex(id)->hex()});
            else if (id != "0" && !id.empty())
                return std::nullopt;
        }
    }
    std::ranges::sort(commits);
    commits.erase(std::ranges::unique(commits).begin(), commits.end());
    return commits;
}

bool read_scores(std::string_view json, Record& record) {
    // Two thirds of the records have no score yet, and parsing is nearly all of the time.
    if (json.find("\"cvssV") == std::string_view::npos)
        return true;
    const auto without_the_rest = [](int, Json::parse_event_t event, Json& parsed) {
        return event != Json::parse_event_t::key ||
               (parsed != "affected" && parsed != "descriptions" && parsed != "references" &&
                parsed != "scenarios" && parsed != "cpeApplicability");
    };
    const auto parsed = Json::parse(json, without_the_rest, false);
    if (parsed.is_discarded() || !parsed.is_object())
        return false;
    const auto containers = parsed.find("containers");
    if (containers == parsed.end() || !containers->is_object())
        return false;
    const auto cna = containers->find("cna");
    if (cna == containers->end() || !cna->is_object())
        return false;
    const auto metrics = cna->find("metrics");
    if (metrics == cna->end() || !metrics->is_array())
        return true;
    try {
        for (const auto& metric : *metrics)
            if (!record.score && metric.is_object())
                take_score(metric, record);
    } catch (const Json::exception&) {
        return false; // a severity that is no text
    }
    return true;
}

Records read_records(const std::filesystem::path& path, std::stop_token stop,
                     const std::function<void(std::size_t)>& progress) {
    const auto source = open_source(path);
    const auto paths = source->paths();
    std::map<std::string, Record, std::less<>> records;
    Records found;
    const auto understand = [&](std::size_t i) -> base::Message {
        const bool dyad = paths[i].ends_with(".dyad");
        const auto id = record_of(paths[i], dyad ? ".dyad" : ".json");
        if (id.empty())
            return {};
        const auto text = source->read(i);
        if (text.size() > largest_file)
            return base::Message("it is too large");
        auto& record = records[std::string(id)];
        record.id = id;
        if (!dyad)
            return read_scores(text, record) ? base::Message()
                                             : base::Message("it is no CVE record in JSON");
        auto commits = read_dyad(text);
        if (!commits)
            return base::Message("a line is no VERSION:ID:VERSION:ID");
        record.commits = std::move(*commits);
        return {};
    };
    for (std::size_t i = 0; i < paths.size(); ++i) {
        if (stop.stop_requested())
            throw git::Stopped();
        base::Message why;
        try {
            why = understand(i);
        } catch (const std::runtime_error& error) {
            why = base::message_of(error);
        }
        if (!why.empty())
            found.unreadable.push_back(base::Message("{}: {}", paths[i], why));
        if (progress && i % 512 == 0)
            progress(i);
    }
    for (auto& [id, record] : records)
        found.records.push_back(std::move(record));
    if (found.records.empty())
        throw base::Error("{} has no published CVE records: a clone of the "
                          "kernel's repository \"vulns\" has them "
                          "below {}.",
                          path.string(), published);
    return found;
}

} // namespace mw::cve
