#include "interfaces/docs/abi_doc.h"

#include "interfaces/docs/sentence.h"
#include "interfaces/items/text.h"

#include <algorithm>
#include <array>

namespace mw::interfaces {

namespace {

using std::string_view;

/// "testing" of Documentation/ABI/testing/sysfs-block.
string_view state_of(string_view path) {
    static constexpr string_view folder = "Documentation/ABI/";
    const auto rest = path.substr(std::min(path.size(), folder.size()));
    return rest.substr(0, rest.find('/'));
}

/// "Description" of "Description:  text"; empty where a line begins no field.
string_view field_of(string_view line) {
    static constexpr std::array<string_view, 8> fields = {
        "What", "Where", "Date", "KernelVersion", "Contact", "Description", "Users", "Values"};
    const auto colon = line.find(':');
    const auto name = line.substr(0, colon == string_view::npos ? 0 : colon);
    if (name == "Kernel Version")
        return "KernelVersion";
    return std::ranges::find(fields, name) != fields.end() ? name : string_view();
}

class AbiReader {
public:
    AbiReader(string_view path, Items& items) : state_(state_of(path)), items_(items) {}

    void read(string_view text) {
        while (const auto line = next_line(text)) {
            const auto field = field_of(*line);
            if (!field.empty()) {
                if (field == "What" && field_ != "What")
                    end_entry();
                field_ = field;
                value(trim(line->substr(line->find(':') + 1)));
            } else if (field_ == "What" && begins_path(trim(*line))) {
                what(trim(*line));
            } else {
                value_goes_on(*line);
            }
        }
    }

private:
    static bool begins_path(string_view text) {
        return text.starts_with('/') || text.starts_with("What:");
    }

    void end_entry() {
        first_ = items_.size();
        sentence_.clear();
    }

    void value(string_view value) {
        if (field_ == "What") {
            what(value);
        } else if (field_ == "KernelVersion" || field_ == "Date" || field_ == "Contact") {
            for (auto at = first_; shares_text(at) && !value.empty(); ++at)
                add_fact(items_[at], field_, value);
        } else {
            value_goes_on(value);
        }
    }

    void what(string_view name) {
        if (name.empty() || name.size() > longest_name)
            return;
        Item item;
        item.kind = Kind::abi;
        item.name = name;
        add_fact(item, "state", state_);
        items_.push_back(std::move(item));
    }

    void value_goes_on(string_view line) {
        if (field_ != "Description")
            return;
        const auto words = trim(line);
        const bool summary_grows = !sentence_.is_complete();
        sentence_.add(words);
        for (auto at = first_; shares_text(at); ++at) {
            if (summary_grows)
                items_[at].summary = sentence_.text();
            if (!words.empty() || !items_[at].text.empty())
                add_text_line(items_[at], words);
        }
    }

    /// A text is kept with the first names that it is said of, so that what is kept grows with the
    /// file.
    bool shares_text(std::size_t at) const { return at < items_.size() && at - first_ < 8; }

    string_view state_, field_;
    Items& items_;
    std::size_t first_ = 0; ///< of the entry's items
    FirstSentence sentence_;
};

} // namespace

void read_abi_doc(string_view path, string_view text, Items& items) {
    if (state_of(path) != "removed")
        AbiReader(path, items).read(text);
}

} // namespace mw::interfaces
