#include "store/read/code_reader.h"

#include "code/changed_words.h"
#include "code/identifiers.h"
#include "store/db/connection.h"
#include "store/rows/code_index.h"
#include "store/sql/row_scan.h"
#include "store/sql/sql_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace mw::store {

struct CodeReader::Impl {
    explicit Impl(const std::filesystem::path& file) : connection(file, Connection::Mode::read) {}

    void require_index(RowId release) {
        RowScan select(connection.database(), "SELECT name, code_state FROM release WHERE id = ?");
        select.bind(1, release);
        std::string name;
        auto state = CodeState::unread;
        while (select.next()) {
            name = select.text(0);
            state = static_cast<CodeState>(select.number(1));
        }
        if (state != CodeState::read)
            throw Error("The identifiers in the lines of '{}' are not known. Import it "
                        "again, with its lines, from a clone that has the contents of "
                        "files.",
                        name);
    }

    std::vector<CodeUse> count(RowId release, bool added) {
        std::vector<CodeUse> uses;
        CodeUse current;
        const auto finish = [&] {
            if ((added ? current.added - current.removed : current.removed - current.added) > 0 &&
                !code::is_keyword(current.name))
                uses.push_back(std::move(current));
        };
        find_code_words(connection.database(), release, "", true,
                        [&](std::string_view word, std::uint32_t, std::uint8_t how) {
                            if (word != current.name) {
                                finish();
                                current = {std::string(word), 0, 0, 0};
                            }
                            const bool in = (how & code::in_added) != 0,
                                       out = (how & code::in_removed) != 0;
                            current.both += in && out ? 1 : 0;
                            current.added += in && !out ? 1 : 0;
                            current.removed += out && !in ? 1 : 0;
                        });
        finish();
        return uses;
    }

    Connection connection;
};

CodeReader::CodeReader(const std::filesystem::path& file)
    : impl_(translated(file, [&] { return std::make_unique<Impl>(file); })) {}

CodeReader::~CodeReader() = default;
CodeReader::CodeReader(CodeReader&&) noexcept = default;
CodeReader& CodeReader::operator=(CodeReader&&) noexcept = default;

std::vector<CodeUse> CodeReader::most_used(RowId release, bool added, std::size_t limit) {
    return impl_->connection.guard([&] {
        const ReadTransaction transaction(impl_->connection.database());
        impl_->require_index(release);
        auto uses = impl_->count(release, added);
        const auto difference = [added](const CodeUse& use) {
            return added ? use.added - use.removed : use.removed - use.added;
        };
        std::ranges::stable_sort(uses, std::ranges::greater(), difference);
        uses.resize(std::min(limit, uses.size()));
        return uses;
    });
}

} // namespace mw::store
