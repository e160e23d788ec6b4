#include "interfaces/parse/exported_headers.h"

#include "interfaces/items/text.h"

namespace mw::interfaces {

namespace {

using std::string_view;

constexpr string_view list_for_all = "include/asm-generic/Kbuild.asm";

string_view list_folder(string_view path) {
    return path.substr(0, path.rfind('/'));
}

/// Calls action("kvm.h") for what a list adds; all_too() where it includes the list for all.
template <typename Action, typename AllToo>
void for_each_export(string_view text, Action action, AllToo all_too) {
    bool goes_on = false, exports = false;
    while (const auto line = next_line(text)) {
        auto words = trim(line->substr(0, line->find('#')));
        if (!goes_on) {
            exports = words.starts_with("header-y") || words.starts_with("unifdef-y");
            if (words.starts_with("include ") && words.ends_with(list_for_all))
                all_too();
            const auto equals = words.find('=');
            words =
                exports && equals != string_view::npos ? words.substr(equals + 1) : string_view();
        }
        goes_on = line->ends_with('\\');
        for (words = trim(words); exports && !words.empty(); words = trim(words)) {
            const auto word = first_word(words);
            words.remove_prefix(word.size());
            if (word.ends_with(".h") && word.size() <= longest_name)
                action(word);
        }
    }
}

} // namespace

bool ExportedHeaders::is_list(string_view path) {
    const bool place = path.starts_with("include/") ||
                       (path.starts_with("arch/") && path.find("/include/") != string_view::npos);
    return place && (path.ends_with("/Kbuild") || path == list_for_all) &&
           path.find("/uapi/") == string_view::npos;
}

void ExportedHeaders::add(string_view path, string_view text) {
    const std::string folder(list_folder(path));
    auto& names = path == list_for_all ? everywhere_ : by_folder_[folder];
    for_each_export(
        text, [&names](string_view name) { names.emplace(name); },
        [this, &folder] { with_everywhere_.insert(folder); });
}

void ExportedHeaders::add(const ExportedHeaders& other) {
    for (const auto& [folder, names] : other.by_folder_)
        by_folder_[folder].insert(names.begin(), names.end());
    everywhere_.insert(other.everywhere_.begin(), other.everywhere_.end());
    with_everywhere_.insert(other.with_everywhere_.begin(), other.with_everywhere_.end());
}

bool ExportedHeaders::contains(string_view path) const {
    const auto folder = list_folder(path);
    const auto name = path.substr(path.rfind('/') + 1);
    const auto found = by_folder_.find(folder);
    return (found != by_folder_.end() && found->second.contains(name)) ||
           (everywhere_.contains(name) && with_everywhere_.contains(folder));
}

Source source_of(string_view path, const ExportedHeaders& exported) {
    const auto source = source_of(path);
    return source == Source::code && path.ends_with(".h") && exported.contains(path)
               ? Source::uapi_header
               : source;
}

std::string export_identity(string_view header) {
    return '<' + std::string(header) + '>';
}

void read_exports(string_view path, string_view text, Items& items) {
    const std::string folder(list_folder(path));
    for_each_export(
        text,
        [&](string_view name) {
            Item item;
            item.kind = Kind::uapi;
            item.name = export_identity(folder + '/' + std::string(name));
            items.push_back(std::move(item));
        },
        [] {});
}

} // namespace mw::interfaces
