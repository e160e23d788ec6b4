#include "importer/reclassify.h"

#include "base/object_id.h"
#include "base/stable_hash.h"
#include "base/system/paths.h"
#include "importer/data/data_files.h"

#include <fstream>
#include <iterator>
#include <utility>

namespace mw::importer {

namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Sorts changesets as they come, and the merges when all they brought has a place.
class Sorter {
public:
    Sorter(std::shared_ptr<const classify::Rules> rules,
           std::shared_ptr<const classify::Maintainers> maintainers)
        : rules_(std::move(rules)), classifier_(rules_, std::move(maintainers)) {}

    void add(store::StoredSubject stored) {
        nodes_.push_back(node_of(stored));
        store::StoredVerdict verdict;
        verdict.commit = stored.commit;
        if (stored.kind == store::CommitKind::changeset) {
            auto decided = classifier_.classify(subject_of(stored));
            verdict.place = decided.place;
            verdict.subsystem = std::move(decided.subsystem);
            verdict.reason = decided.reason.stored();
            verdict.adds = std::move(decided.adds);
        } else {
            merges_.emplace_back(verdicts_.size(), std::move(stored.title));
        }
        verdicts_.push_back(std::move(verdict));
    }

    std::vector<store::StoredVerdict> finish() {
        git::MergeContents contents(nodes_);
        for (const auto& [position, title] : merges_) {
            std::vector<classify::SectionKey> brought;
            for (const auto at : contents.brought(position))
                brought.push_back(verdicts_[at].place);
            auto decided = classify::classify_merge(*rules_, title, brought);
            verdicts_[position].place = decided.place;
            verdicts_[position].reason = decided.reason.stored();
        }
        return std::move(verdicts_);
    }

private:
    std::shared_ptr<const classify::Rules> rules_;
    classify::Classifier classifier_;
    std::vector<git::MergeContents::Node> nodes_;
    std::vector<store::StoredVerdict> verdicts_;
    std::vector<std::pair<std::size_t, std::string>> merges_; ///< position and title
};

} // namespace

git::MergeContents::Node node_of(const store::StoredSubject& subject) {
    git::MergeContents::Node node;
    node.id = git::ObjectId::from_bytes(subject.oid.data());
    for (std::size_t at = 0; at < subject.parents.size(); at += git::ObjectId::size)
        node.parents.push_back(git::ObjectId::from_bytes(subject.parents.data() + at));
    return node;
}

classify::Subject subject_of(const store::StoredSubject& stored) {
    classify::Subject subject;
    subject.title = stored.title;
    subject.pull_title = stored.pull_title;
    subject.paths.assign(stored.paths.begin(), stored.paths.end());
    subject.statuses = stored.statuses;
    for (const auto& [prompt, makes_module] : stored.symbols)
        subject.new_symbols.push_back({prompt, makes_module});
    return subject;
}

RulesFiles RulesFiles::find(const fs::path& shipped) {
    RulesFiles files;
    files.shipped = shipped.empty() ? data_file("sections.toml") : shipped;
    if (const auto own = own_rules_file(); base::is_there(own))
        files.own = own;
    return files;
}

std::shared_ptr<const classify::Rules> RulesFiles::load() const {
    return own.empty() ? classify::Rules::load(shipped) : classify::Rules::load(shipped, own);
}

std::uint64_t RulesFiles::hash() const {
    return base::stable_hash(text_of(shipped) + (own.empty() ? "" : '\0' + text_of(own)));
}

void sort_release(const fs::path& database, const std::string& release_name,
                  const RulesFiles& rules) {
    store::SectionWriter writer(database, release_name);
    if (writer.is_bundled())
        return;
    const auto text = writer.kept_file("MAINTAINERS");
    auto maintainers = text.empty() ? nullptr : classify::Maintainers::parse(text);
    if (maintainers && !maintainers->has_patterns())
        maintainers = nullptr;
    Sorter sorter(rules.load(), std::move(maintainers));
    writer.for_each([&](store::StoredSubject subject) { sorter.add(std::move(subject)); });
    writer.write(sorter.finish());
}

void name_new_hardware(const fs::path& database, const std::string& release_name,
                       const std::vector<store::RowId>& also) {
    store::SectionWriter writer(database, release_name);
    std::vector<store::StoredVerdict> verdicts;
    writer.for_each_with_symbols(also, [&](const store::StoredSubject& stored) {
        store::StoredVerdict verdict;
        verdict.commit = stored.commit;
        verdict.adds = classify::detect_new_hardware(subject_of(stored), stored.derived_place);
        verdicts.push_back(std::move(verdict));
    });
    writer.write_new_hardware(verdicts);
}

} // namespace mw::importer
