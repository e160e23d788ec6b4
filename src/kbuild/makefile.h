#pragma once

#include "kbuild/config_file.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mw::kbuild {

/// A file of the tree; nothing where there is none. Path with '/' from the top.
using FileReader = std::function<std::optional<std::string>(const std::string& path)>;

/// What the Makefiles of one tree may take to evaluate, in characters that they expand to. One that
/// doubles a text sixty times over is a few lines long, and make would not come to its end either.
class Effort {
public:
    explicit Effort(std::size_t most = std::size_t{1} << 28) : most_(most) {}

    /// Throws base::Error with the end of a sentence once there is nothing left.
    void spend(std::size_t characters);
    /// Throws the same at once: a single text is longer than any.
    [[noreturn]] void refuse() const;
    std::size_t spent() const { return spent_; }

private:
    std::size_t most_, spent_ = 0;
};

/// A word of a list, and whether it is known to be in it.
struct Word {
    std::string text; ///< empty: words that are not known at all ("$(shell …)")
    bool certain = true;
};

/// The variables of one Makefile, evaluated as GNU make does it (its manual) for a configuration:
/// assignments, conditionals, include, and the functions that transform texts. What would need to
/// run something (shell, a compiler's options) is not known; where a condition depends on it, what
/// it guards may be and may not be. Recipes are left alone. One thread. Reading and asking throw
/// what Effort throws; after that the object is of no use.
class Makefile {
public:
    /// All of them outlive it.
    Makefile(const ConfigFile& config, const FileReader& files, Effort& effort);

    void set(const std::string& variable, const std::string& value);
    /// Evaluates a file's text.
    void read(std::string_view text);

    /// The words of a variable; none where it is not set.
    std::vector<Word> words(const std::string& variable) const;
    bool is_set(const std::string& variable) const { return variables_.contains(variable); }
    std::vector<std::string> variables() const;
    /// Words of rules that end with ".o".
    const std::set<std::string>& objects_of_rules() const { return objects_of_rules_; }

private:
    enum class Truth { no, maybe, yes };
    struct Variable {
        std::string text;
        bool expanded = false; ///< assigned with ":="
    };
    struct Condition {
        Truth now = Truth::yes;   ///< of the branch that is being read
        Truth before = Truth::no; ///< whether an earlier branch was taken
    };
    using Arguments = std::vector<std::string>;

    void read_line(std::string_view line);
    bool read_conditional(std::string_view line);
    Truth test(std::string_view keyword, std::string_view rest) const;
    Truth reading() const;
    void assign(const std::string& name, std::string_view operation, std::string_view value);
    bool read_assignment(std::string_view line);
    void include(std::string_view names);

    std::string expand(std::string_view text) const;
    std::string expand_reference(std::string_view inside) const;
    std::string expand_variable(std::string_view name) const;
    std::optional<std::string> call_function(std::string_view name, std::string_view rest) const;
    std::string call_text_function(std::string_view name, const Arguments& arguments) const;
    std::string call_user(const Arguments& arguments) const;
    std::string choose(std::string_view rest) const;
    std::string for_each(std::string_view rest) const;

    const ConfigFile& config_;
    const FileReader& files_;
    Effort& effort_;
    std::map<std::string, Variable, std::less<>> variables_;
    // While a text is expanded: arguments of $(call …) and variables of $(foreach …), innermost
    // last.
    mutable std::vector<Arguments> calls_;
    mutable std::vector<std::pair<std::string, std::string>> loops_;
    std::vector<Condition> conditions_;
    std::set<std::string> objects_of_rules_;
    std::optional<std::string> defining_; ///< the variable of a "define" that is open
    bool in_rule_ = false;
    int includes_ = 0;
    mutable int depth_ = 0;
};

} // namespace mw::kbuild
