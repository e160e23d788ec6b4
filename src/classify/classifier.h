#pragma once

#include "base/message.h"
#include "classify/new_hardware.h"
#include "classify/sections.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mw::classify {

class Maintainers;
class Rules;

/// A Kconfig symbol that a changeset brings.
struct NewSymbol {
    std::string_view prompt;   ///< as written, without its quotes; empty where it has none
    bool makes_module = false; ///< a module of its own came with it
};

/// What the classifier looks at; views into strings of the caller, valid during the call.
struct Subject {
    std::string_view title;
    std::vector<std::string_view> paths;
    /// Parallel to paths: git's status letter (A added, M modified, D deleted, T type changed).
    std::vector<char> statuses;
    /// Title of the pull through which the changeset landed; empty where it landed directly.
    std::string_view pull_title;
    /// As far as they are known; without any, new hardware is told and named by the title alone.
    std::vector<NewSymbol> new_symbols;
};

/// A decision and why: "7 of 9 files under drivers/net/; rule hardware.network".
struct Verdict {
    SectionKey place;
    /// The MAINTAINERS entry that matches best; empty where there is none.
    std::string subsystem;
    base::Message reason;
    /// True where no rule, entry or pull spoke and the changeset fell into misc by default.
    bool by_default = false;
    /// What new hardware it brings, where it does.
    std::optional<NewHardware> adds;
};

/// Sorts a changeset into its section. Signals, strongest first: title prefix and paths together
/// through the rules, the MAINTAINERS entry, the pull it landed through.
///
/// Owns nothing of the caller; shares the immutable rules and MAINTAINERS. classify() keeps a
/// cache of what it learnt about a path, so each thread uses a Classifier of its own. Copying a
/// Classifier is the way to get one for another thread.
class Classifier {
public:
    /// maintainers may be null: kernels before 2.6.31 have no file patterns.
    Classifier(std::shared_ptr<const Rules> rules, std::shared_ptr<const Maintainers> maintainers);
    ~Classifier();
    Classifier(const Classifier& other);
    Classifier(Classifier&& other) noexcept;
    Classifier& operator=(Classifier other) noexcept;

    Verdict classify(const Subject& changeset);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// A merge belongs where most of what it brought belongs; one that brought nothing is judged by
/// the tree or branch its title names (known by the rules), and is misc by default otherwise.
Verdict classify_merge(const Rules& rules, std::string_view title,
                       const std::vector<SectionKey>& brought);
/// The same without rules: a merge that brought nothing is misc.
Verdict classify_merge(std::string_view title, const std::vector<SectionKey>& brought);

} // namespace mw::classify
