#pragma once

#include "store/model/records.h"

#include <cstddef>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace mw::ui {

/// The row ids that a search found, in the order asked for. Immutable and shared: handing it from
/// the worker to the model, or back with a request, copies nothing. Any thread.
class IdList {
public:
    IdList() = default;
    explicit IdList(std::vector<store::RowId> ids)
        : ids_(std::make_shared<const std::vector<store::RowId>>(std::move(ids))) {}

    std::size_t size() const { return ids_ ? ids_->size() : 0; }
    std::span<const store::RowId> span() const {
        return ids_ ? std::span<const store::RowId>(*ids_) : std::span<const store::RowId>();
    }

private:
    std::shared_ptr<const std::vector<store::RowId>> ids_;
};

} // namespace mw::ui
