#pragma once

#include "base/error.h"
#include "classify/sections.h"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace mw::classify {

/// A mistake in a rules file; its message has file, line and key.
class RulesError : public base::Error {
public:
    /// line counts from 1; 0 where the file is wrong as a whole.
    RulesError(const std::filesystem::path& file, int line, const base::Message& mistake);

    const std::filesystem::path& file() const { return file_; }
    int line() const { return line_; }

private:
    std::filesystem::path file_;
    int line_;
};

/// What a rules file says of the project that it is for: "[project]".
struct RulesProject {
    std::string name;
    /// Files; a tree that holds all of them is the project's.
    std::vector<std::string> holds;
    /// What its sections are called, where the kernel's names do not fit.
    std::vector<std::pair<SectionKey, std::string>> titles;
};

/// The section rules of data/sections.toml, with a person's own file layered over it. The format
/// is described at the top of that file. Immutable once read; any thread may use it.
class Rules {
public:
    /// Throws RulesError when the file cannot be read, is no TOML, or breaks the format.
    static std::shared_ptr<const Rules> load(const std::filesystem::path& file);
    /// The same with a person's own file, whose rules are asked first.
    static std::shared_ptr<const Rules> load(const std::filesystem::path& file,
                                             const std::filesystem::path& own_file);
    /// For tests: name stands for the file in messages.
    static std::shared_ptr<const Rules> parse(const std::string& toml, const std::string& name);

    /// Empty where the file says nothing of it.
    const RulesProject& project() const;

    struct Data;
    const Data& data() const { return *data_; }
    ~Rules();

private:
    explicit Rules(std::unique_ptr<Data> data);
    std::unique_ptr<Data> data_;
};

} // namespace mw::classify
