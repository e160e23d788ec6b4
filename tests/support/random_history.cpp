#include "support/random_history.h"

#include <fmt/format.h>

#include <algorithm>

namespace mw::test {

void RandomHistory::grow(int commits) {
    change(repo_.commit());
    for (int i = 1; i < commits; ++i)
        step();
    repo_.checkout("master");
    for (const auto& branch : branches_)
        if (chance(60))
            merge({tip_of(branch)});
    change(repo_.commit());
}

int RandomHistory::number(int low, int high) { // the standard's distributions differ between
                                               // libraries
    return low + static_cast<int>(random_() % static_cast<unsigned>(high - low + 1));
}

Commit RandomHistory::any_commit() {
    const auto all = repo_.commits();
    const auto count = static_cast<int>(all.size());
    return all[static_cast<std::size_t>(number(std::max(0, count - 30), count - 1))];
}

const std::string& RandomHistory::any_branch() {
    return branches_[static_cast<std::size_t>(number(0, static_cast<int>(branches_.size()) - 1))];
}

Commit RandomHistory::tip_of(const std::string& branch) {
    repo_.checkout(branch);
    const auto tip = repo_.tip();
    repo_.checkout("master");
    return tip;
}

void RandomHistory::step() {
    repo_.checkout(any_branch());
    if (chance(10)) {
        branches_.push_back(fmt::format("b{}", branches_.size()));
        repo_.branch(branches_.back(), any_commit());
    }
    if (chance(1))
        change(repo_.root());
    else if (chance(25))
        merge({any_commit()});
    else if (chance(4))
        merge({any_commit(), any_commit(), any_commit()});
    else
        change(repo_.commit());
}

void RandomHistory::merge(const std::vector<Commit>& others) {
    auto made = repo_.merge(others);
    set_time(made);
    made.message(fmt::format("Merge {}\n", number(0, 1'000'000)));
}

void RandomHistory::change(Commit commit) {
    commit.message(message());
    set_time(commit);
    for (int i = number(0, 4); i > 0; --i) {
        const auto path = fmt::format("d{}/f{}", number(0, 3), number(0, 9));
        if (chance(10))
            commit.remove(path);
        else if (chance(5))
            commit.executable(path, lines());
        else if (chance(3))
            commit.symlink(path, "target");
        else if (chance(3))
            commit.file(path + "/below", lines());
        else
            commit.file(path, lines());
    }
    if (files_ == Files::kernel)
        change_kernel_files(commit);
}

std::string RandomHistory::message() {
    auto text = fmt::format("d{}: change {}\n", number(0, 9), number(0, 1'000'000));
    if (files_ == Files::plain)
        return text;
    text += "\nWords that stand in all of them, and word" + std::to_string(number(0, 60)) + ".\n\n";
    for (const auto& earlier : {"1234567890ab", "abcdef012345"})
        if (chance(20))
            text += fmt::format("Fixes: {} (\"d1: change\")\n", earlier);
    return text + fmt::format("Signed-off-by: P{0} <p{0}@host>\n", number(0, 9));
}

void RandomHistory::change_kernel_files(Commit& commit) {
    if (chance(40))
        commit.file(fmt::format("drivers/d{}/Kconfig", number(0, 3)), symbols());
    if (chance(40))
        commit.file(fmt::format("drivers/d{}/c{}.c", number(0, 3), number(0, 3)), code());
    if (chance(20))
        commit.file("MAINTAINERS", maintainers());
    if (chance(5))
        commit.file(".mailmap", fmt::format("Person <p{}@host>\n", number(0, 9)));
    if (chance(10))
        commit.remove(fmt::format("drivers/d{}/Kconfig", number(0, 3)));
}

void RandomHistory::set_time(Commit commit) {
    if (clock_skew_ && chance(30))
        commit.time(commit.commit_time() + number(-20'000, 20'000));
}

/// Few different lines, so that a comparison has something to find.
std::string RandomHistory::lines() {
    std::string text;
    for (int i = number(0, 40); i > 0; --i)
        text += fmt::format("line {}\n", number(0, 12));
    if (chance(10))
        text += "no newline";
    return text;
}

std::string RandomHistory::symbols() {
    std::string text;
    for (int i = 0; i < 8; ++i)
        if (chance(50))
            text += fmt::format("config SYMBOL_{}\n\ttristate \"Chip {} driver\"\n\tdefault {}\n\n",
                                i, number(0, 2), chance(50) ? "y" : "m");
    return text;
}

std::string RandomHistory::code() {
    std::string text = "#include <linux/module.h>\n\n";
    for (int i = 0; i < 6; ++i)
        if (chance(50))
            text += fmt::format("static int value_{0} = {1};\nmodule_param(value_{0}, int, 0);\n",
                                i, number(0, 2));
    return text + lines();
}

std::string RandomHistory::maintainers() {
    std::string text = "List of maintainers\n\n";
    for (int i = 0; i < 6; ++i)
        if (chance(60))
            text +=
                fmt::format("DRIVER {0}\nM:\tP{0} <p{0}@host>\nF:\tdrivers/d{1}/\nF:\td{1}/\n\n", i,
                            number(0, 3));
    return text + "THE REST\nM:\tSomebody <s@host>\nF:\t*\nF:\t*/\n";
}

} // namespace mw::test
