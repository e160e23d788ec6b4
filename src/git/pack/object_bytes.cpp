#include "git/pack/object_bytes.h"

#include <bit>
#include <new>

namespace mw::git {

namespace {

constexpr std::size_t smallest = 64;

std::size_t capacity_of(std::size_t size_class) {
    return (smallest / 4 * (4 + size_class % 4)) << (size_class / 4);
}

} // namespace

ObjectBytes::~ObjectBytes() {
    if (block_ == nullptr || block_->holders.fetch_sub(1, std::memory_order_acq_rel) != 1)
        return;
    block_->~Block();
    ::operator delete(block_);
}

std::size_t ObjectBytes::capacity() const {
    return block_ == nullptr ? 0 : capacity_of(block_->size_class);
}

/// The first one that has room for so many.
std::size_t SpareBytes::class_of(std::size_t size) {
    if (size <= smallest)
        return 0;
    const auto doublings = static_cast<std::size_t>(std::bit_width((size - 1) / smallest / 2));
    const auto step = (smallest / 4) << doublings;
    return doublings * 4 + (size - 1) / step - 3;
}

ObjectBytes SpareBytes::take(std::size_t size) {
    const auto size_class = class_of(size + 1);
    ObjectBytes bytes;
    if (size_class < size_classes && !spare_[size_class].empty()) {
        bytes = std::move(spare_[size_class].back());
        spare_[size_class].pop_back();
        bytes_ -= capacity_of(size_class);
    } else {
        auto* const memory = ::operator new(sizeof(ObjectBytes::Block) + capacity_of(size_class));
        bytes =
            ObjectBytes(new (memory) ObjectBytes::Block{1, static_cast<std::uint32_t>(size_class)});
    }
    bytes.get()[size] = '\0';
    return bytes;
}

void SpareBytes::give_back(ObjectBytes bytes) {
    // Nobody else can come to hold what one alone holds; what the last other one did with it is
    // over where its going was seen.
    if (!bytes || bytes.block_->holders.load(std::memory_order_acquire) != 1)
        return;
    const auto size_class = bytes.block_->size_class;
    if (size_class >= size_classes || bytes_ + capacity_of(size_class) > most_spare)
        return;
    bytes_ += capacity_of(size_class);
    spare_[size_class].push_back(std::move(bytes));
}

} // namespace mw::git
