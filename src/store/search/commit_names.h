#pragma once

#include "store/model/records.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace mw::store {

/// The commits of a span of row ids by what messages call them: their own id, and for a backport
/// the ids that it says it was taken from (ReferenceKind::picked), since what corrects a backport
/// names the commit upstream. Of an id 16 digits are looked at. Reads the span once: 10,000
/// commits take some milliseconds.
class CommitNames {
public:
    CommitNames(SQLite::Database& database, RowId first, RowId last);

    /// meets(commit) for each that the id, or its start, may mean; a commit may come twice.
    template <typename Meets>
    void each(std::string_view digits, Meets meets) const {
        const auto [value, length] = read(digits);
        visit(value, value | after(length), [&](const Name& name) {
            if (name.length >= length)
                meets(name.commit);
        });
        for (const int shorter : lengths_)
            if (shorter < length) {
                const std::uint64_t start = value & ~after(shorter);
                visit(start, start, [&](const Name& name) {
                    if (name.length == shorter)
                        meets(name.commit);
                });
            }
    }

private:
    struct Name {
        std::uint64_t value = 0; ///< the first digits, what lacks is 0
        int length = 0;          ///< how many are known, up to 16
        RowId commit = 0;
    };

    static std::pair<std::uint64_t, int> read(std::string_view digits);
    /// The bits behind so many digits.
    static std::uint64_t after(int digits) {
        return digits >= 16 ? 0 : ~std::uint64_t{0} >> (4 * digits);
    }

    template <typename Action>
    void visit(std::uint64_t from, std::uint64_t to, Action action) const {
        for (auto name = std::ranges::lower_bound(names_, from, {}, &Name::value);
             name != names_.end() && name->value <= to; ++name)
            action(*name);
    }

    void add(std::string_view digits, RowId commit);

    std::vector<Name> names_;
    std::set<int> lengths_; ///< under 16 that there are
};

} // namespace mw::store
