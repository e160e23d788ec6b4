#pragma once

#include "support/repo_builder.h"

#include <random>
#include <string>
#include <vector>

namespace mw::test {

/// Grows a history that nobody thought of: random graphs and random files, the same for the same
/// seed.
class RandomHistory {
public:
    enum class Files {
        plain,  ///< text, links and programs in a few folders
        kernel, ///< beside them what an import reads more of: Kconfig, MAINTAINERS, parameters,
                ///< code
    };

    RandomHistory(RepoBuilder& repo, unsigned seed, bool clock_skew, Files files = Files::plain)
        : repo_(repo), random_(seed), clock_skew_(clock_skew), files_(files) {}

    void grow(int commits);

private:
    bool chance(int percent) { return number(0, 99) < percent; }
    int number(int low, int high);
    Commit any_commit();
    const std::string& any_branch();
    Commit tip_of(const std::string& branch);
    void step();
    void merge(const std::vector<Commit>& others);
    void change(Commit commit);
    void change_kernel_files(Commit& commit);
    std::string message();
    void set_time(Commit commit);
    std::string lines();
    std::string symbols();
    std::string code();
    std::string maintainers();

    RepoBuilder& repo_;
    std::mt19937 random_;
    bool clock_skew_;
    Files files_;
    std::vector<std::string> branches_{"master"};
};

} // namespace mw::test
