#include "git/diff/attributes.h"

#include "git/objects/repository_impl.h"
#include "git/setup/config_file.h"
#include "git/text/attribute_file.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <unordered_map>

// Which line decides, the first that fits (bootstrap_attr_stack() and fill() of git's attr.c):
//   info/attributes of the clone            from its last line to its first
//   .gitattributes beside the file, of the folder above, ... of the root
//   core.attributesFile of the person, or git/attributes in their folder for settings
//   /etc/gitattributes
// A line decides what nothing before it has decided; of one line, the last state first. A macro
// that is set by it adds its own states at that place. Of two macros with one name the one that is
// found first in that order counts.

namespace mw::git {

namespace fs = std::filesystem;

namespace {

using Lines = std::vector<AttributeLine>;
using Kind = AttributeState::Kind;

/// Nothing for what is no plain file: a pipe would keep whoever reads it waiting.
std::string text_of(const fs::path& file) {
    std::error_code error; // what cannot be looked at is not there, as for git
    if (!fs::is_regular_file(file, error))
        return {};
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string environment(const char* name) {
    const char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe)
    return value == nullptr ? "" : value;
}

fs::path person_file(git_repository* repository) {
    ConfigHandle config;
    git_buf path = GIT_BUF_INIT;
    fs::path file;
    const int code = git_repository_config_snapshot(out(config), repository);
    if (code == 0 && git_config_get_path(&path, config.get(), "core.attributesfile") == 0)
        file = path.ptr;
    git_buf_dispose(&path);
    if (!file.empty())
        return file;
    const auto settings = environment("XDG_CONFIG_HOME"), home = environment("HOME");
    if (!settings.empty())
        return fs::path(settings) / "git/attributes";
    return home.empty() ? fs::path() : fs::path(home) / ".config/git/attributes";
}

/// The folders that a path is in, the innermost first; "" is the root.
std::vector<std::string_view> folders_of(std::string_view path) {
    std::vector<std::string_view> folders;
    for (auto slash = path.rfind('/'); slash != std::string_view::npos && slash > 0;
         slash = path.rfind('/', slash - 1))
        folders.push_back(path.substr(0, slash));
    folders.emplace_back();
    return folders;
}

} // namespace

struct Attributes::Impl {
    Impl(const Repository& from, const ObjectId& of) : repository(from), commit(of) {
        const auto common = fs::path(git_repository_commondir(from.impl().repository.get()));
        clone = parse_attribute_file(text_of(common / "info/attributes"), true);
        person = parse_attribute_file(text_of(person_file(from.impl().repository.get())), true);
        if (!config_true(environment("GIT_ATTR_NOSYSTEM")))
            machine = parse_attribute_file(text_of("/etc/gitattributes"), true);
        builtin = parse_attribute_file("[attr]binary -diff -merge -text\n", true);
        const Lines& root = lines_of("");
        for (const Lines* const lines :
             std::initializer_list<const Lines*>{&clone, &root, &person, &machine, &builtin})
            for (auto line = lines->rbegin(); line != lines->rend(); ++line)
                if (!line->macro.empty())
                    macros.try_emplace(line->macro, &*line);
    }

    /// Of a folder's .gitattributes.
    const Lines& lines_of(std::string_view folder) {
        const auto [found, added] = folders.try_emplace(std::string(folder));
        if (!added)
            return found->second;
        const auto path = std::string(folder).append(folder.empty() ? "" : "/") + ".gitattributes";
        const auto blob = repository.blob_at(commit, path);
        const auto text = blob ? repository.read_if_present(*blob, ObjectType::blob) : std::nullopt;
        if (blob && !text)
            missing.push_back(path);
        if (text)
            found->second = parse_attribute_file(text->data(), folder.empty());
        return found->second;
    }

    const Repository& repository;
    const ObjectId commit;
    Lines clone, person, machine, builtin;
    std::unordered_map<std::string, Lines> folders;
    std::map<std::string, const AttributeLine*> macros;
    std::vector<std::string> missing;
};

namespace {

/// What is decided of one path.
class Decision {
public:
    explicit Decision(const std::map<std::string, const AttributeLine*>& macros)
        : macros_(macros) {}

    const AttributeState* diff() const {
        const auto found = decided_.find("diff");
        return found == decided_.end() ? nullptr : found->second;
    }

    /// Lines of one file, for a path from its folder on.
    void add(const Lines& lines, std::string_view path) {
        const auto name = path.substr(path.rfind('/') + 1); // npos + 1 is 0
        for (auto line = lines.rbegin(); line != lines.rend() && diff() == nullptr; ++line)
            if (line->covers(path, name))
                add(*line);
    }

private:
    void add(const AttributeLine& line) {
        std::vector<const AttributeState*> todo;
        const auto push = [&todo](const AttributeLine& from) {
            for (const auto& state : from.states)
                todo.push_back(&state);
        };
        push(line);
        while (!todo.empty()) {
            const auto* const state = todo.back();
            todo.pop_back();
            if (!decided_.try_emplace(state->name, state).second || state->kind != Kind::set)
                continue;
            if (const auto macro = macros_.find(state->name); macro != macros_.end())
                push(*macro->second);
        }
    }

    const std::map<std::string, const AttributeLine*>& macros_;
    std::map<std::string_view, const AttributeState*> decided_;
};

} // namespace

Attributes::Attributes(const Repository& repository, const ObjectId& commit)
    : impl_(std::make_unique<Impl>(repository, commit)) {}
Attributes::Attributes(Attributes&&) noexcept = default;
Attributes::~Attributes() = default;

DiffAttribute Attributes::diff(std::string_view path) {
    Decision decision(impl_->macros);
    decision.add(impl_->clone, path);
    for (const auto folder : folders_of(path))
        if (decision.diff() == nullptr)
            decision.add(impl_->lines_of(folder),
                         path.substr(folder.empty() ? 0 : folder.size() + 1));
    for (const Lines* const lines : {&impl_->person, &impl_->machine})
        decision.add(*lines, path);

    const auto* const state = decision.diff();
    if (state == nullptr || state->kind == Kind::unspecified)
        return {};
    if (state->kind == Kind::value)
        return {DiffAttribute::State::driver, state->value};
    return {state->kind == Kind::set ? DiffAttribute::State::set : DiffAttribute::State::unset, {}};
}

const std::vector<std::string>& Attributes::missing() const {
    return impl_->missing;
}

} // namespace mw::git
