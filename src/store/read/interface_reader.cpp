#include "store/read/interface_reader.h"

#include "store/db/connection.h"
#include "store/rows/interface_rows.h"

namespace mw::store {

struct InterfaceReader::Impl {
    explicit Impl(const std::filesystem::path& file) : connection(file, Connection::Mode::read) {}

    Connection connection;
};

InterfaceReader::InterfaceReader(const std::filesystem::path& file)
    : impl_(translated(file, [&] { return std::make_unique<Impl>(file); })) {}

InterfaceReader::~InterfaceReader() = default;
InterfaceReader::InterfaceReader(InterfaceReader&&) noexcept = default;
InterfaceReader& InterfaceReader::operator=(InterfaceReader&&) noexcept = default;

std::vector<InterfaceRow> InterfaceReader::changes(RowId release,
                                                   std::optional<interfaces::Kind> kind) {
    auto& connection = impl_->connection;
    return connection.guard(
        [&] { return load_interface_changes(connection.database(), release, kind); });
}

std::vector<InterfaceRow> InterfaceReader::changes_of(RowId commit) {
    auto& connection = impl_->connection;
    return connection.guard(
        [&] { return load_interface_changes_of(connection.database(), commit); });
}

std::vector<InterfaceCount> InterfaceReader::counts(RowId release) {
    auto& connection = impl_->connection;
    return connection.guard(
        [&] { return count_interface_changes(connection.database(), release); });
}

} // namespace mw::store
