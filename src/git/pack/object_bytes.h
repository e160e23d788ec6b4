#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace mw::git {

/// Memory for the bytes of an object and a NUL, which several may hold, in several threads; freed
/// by the last. Whoever has asked for it fills it before others see it.
class ObjectBytes {
public:
    ObjectBytes() = default;
    ObjectBytes(const ObjectBytes& other) : block_(other.block_) {
        if (block_ != nullptr)
            block_->holders.fetch_add(1, std::memory_order_relaxed);
    }
    ObjectBytes(ObjectBytes&& other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
    ObjectBytes& operator=(ObjectBytes other) noexcept {
        std::swap(block_, other.block_);
        return *this;
    }
    ~ObjectBytes();

    explicit operator bool() const { return block_ != nullptr; }
    char* get() { return reinterpret_cast<char*>(block_ + 1); }
    const char* get() const { return reinterpret_cast<const char*>(block_ + 1); }
    std::size_t capacity() const; ///< with the NUL

private:
    friend class SpareBytes;
    struct Block {
        std::atomic<std::uint32_t> holders;
        std::uint32_t size_class;
    };

    explicit ObjectBytes(Block* block) : block_(block) {}

    Block* block_ = nullptr;
};

/// Gives memory for objects, and gives again what came back: a release's import unpacks some
/// hundred thousand, of which the last few are kept, and threads that free what another has
/// allocated wait for each other in malloc. One thread at a time.
class SpareBytes {
public:
    ObjectBytes take(std::size_t size);

    /// Free to be taken, unless somebody else holds it too.
    void give_back(ObjectBytes bytes);

private:
    /// Four sizes from one power of two to the next, so that little of a block is left over.
    static constexpr std::size_t size_classes = 80;
    static constexpr std::size_t most_spare = std::size_t{1} << 19;

    static std::size_t class_of(std::size_t size);

    std::array<std::vector<ObjectBytes>, size_classes> spare_;
    std::size_t bytes_ = 0; ///< of all that is spare
};

} // namespace mw::git
