#include "git/pack/pack_reader.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace mw::git {

namespace {

/// Larger objects are few, and libgit2's to read.
constexpr std::uint64_t largest = std::uint64_t{64} << 20;

/// git makes chains of 50, and of 250 when it is told to (gc.aggressiveDepth, --depth).
constexpr std::size_t longest_chain = 4096;

/// What deflate can make of so many bytes at worst: nine bits for each, and blocks of its own.
std::size_t deflated_at_most(std::size_t bytes) {
    return bytes + bytes / 8 + 64;
}

/// Takes values off the start of a delta.
class DeltaText {
public:
    explicit DeltaText(std::string_view text) : text_(text) {}

    bool at_end() const { return at_ == text_.size(); }
    bool good() const { return good_; }

    unsigned char byte() {
        if (at_end()) {
            good_ = false;
            return 0;
        }
        return static_cast<unsigned char>(text_[at_++]);
    }

    std::uint64_t size() {
        std::uint64_t value = 0;
        unsigned char next = 0x80;
        for (int shift = 0; (next & 0x80) != 0 && good_; shift += 7) {
            if (shift > 56)
                good_ = false;
            next = byte();
            value |= std::uint64_t{next & 0x7fU} << shift;
        }
        return value;
    }

    std::string_view bytes(std::size_t count) {
        if (count > text_.size() - at_) {
            good_ = false;
            return {};
        }
        at_ += count;
        return text_.substr(at_ - count, count);
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
    bool good_ = true;
};

} // namespace

ObjectBytes apply_delta(std::string_view base, std::string_view delta, SpareBytes& spare,
                        std::size_t& size) {
    DeltaText text(delta);
    const auto base_size = text.size(), result_size = text.size();
    if (!text.good() || base_size != base.size() || result_size > largest)
        return {};
    auto result = spare.take(result_size);
    std::size_t done = 0;
    while (!text.at_end()) {
        const unsigned char instruction = text.byte();
        std::string_view piece;
        if ((instruction & 0x80) != 0) { // copy from the base
            std::uint64_t from = 0, count = 0;
            for (int i = 0; i < 4; ++i)
                if ((instruction >> i & 1) != 0)
                    from |= std::uint64_t{text.byte()} << 8 * i;
            for (int i = 0; i < 3; ++i)
                if ((instruction >> (4 + i) & 1) != 0)
                    count |= std::uint64_t{text.byte()} << 8 * i;
            if (count == 0)
                count = 0x10000;
            if (from > base.size() || count > base.size() - from)
                return {};
            piece = base.substr(from, count);
        } else if (instruction != 0) { // the bytes that follow
            piece = text.bytes(instruction);
        } else {
            return {}; // reserved
        }
        if (!text.good() || piece.size() > result_size - done)
            return {};
        std::memcpy(result.get() + done, piece.data(), piece.size());
        done += piece.size();
    }
    if (done != result_size)
        return {};
    size = result_size;
    return result;
}

void PackReader::look_into(const std::vector<std::filesystem::path>& folders) {
    packs_.clear();
    windows_.clear();
    for (const auto& folder : folders)
        for (auto& pack : store_->packs_of(folder))
            packs_.push_back(std::move(pack));
}

std::optional<PackedObject> PackReader::read(const ObjectId& id) {
    for (auto pack = packs_.begin(); pack != packs_.end(); ++pack) {
        const auto place = (*pack)->find(id);
        if (!place)
            continue;
        auto object = read(**pack, place->offset);
        if (!object || object->checksum != place->checksum)
            return std::nullopt;
        // Neighbours are asked for next.
        std::rotate(packs_.begin(), pack, pack + 1);
        return object;
    }
    return std::nullopt;
}

std::optional<PackedObject> PackReader::read(const PackFile& pack, std::uint64_t offset) {
    PackedObject object;
    chain_.clear();
    deltas_used_ = 0;
    if (!descend(pack, offset, object))
        return std::nullopt;
    for (; !chain_.empty(); chain_.pop_back()) {
        const auto& delta = chain_.back();
        std::size_t size = 0;
        object.bytes =
            apply_delta(object.data(), {deltas_.data() + delta.begin, delta.bytes}, spare_, size);
        if (!object.bytes)
            return std::nullopt;
        object.size = size;
        object.checksum = delta.checksum;
        keep(pack, delta.offset, object);
    }
    return object;
}

void PackReader::keep(const PackFile& pack, std::uint64_t offset, const PackedObject& object) {
    store_->cache().insert(pack, offset, object, dropped_);
    for (auto& bytes : dropped_)
        spare_.give_back(std::move(bytes));
    dropped_.clear();
}

/// Collects the deltas from an entry to the first object that is whole, or known.
bool PackReader::descend(const PackFile& pack, std::uint64_t offset, PackedObject& base) {
    while (true) {
        if (auto known = store_->cache().find(pack, offset)) {
            base = std::move(*known);
            return true;
        }
        const auto bytes = windows_.at(pack, offset);
        const auto entry = pack.entry(offset, bytes);
        if (!entry || entry->size > largest)
            return false;
        const auto size = static_cast<std::size_t>(entry->size);
        if (entry->type != PackedType::offset_delta && entry->type != PackedType::reference_delta) {
            auto content = spare_.take(size);
            const auto checksum =
                inflate(pack, offset, bytes, entry->head_bytes, {content.get(), size});
            if (!checksum)
                return false;
            base = {entry->type, std::move(content), size, *checksum};
            // Commits are no base of much, and would drive out what is.
            if (entry->type != PackedType::commit)
                keep(pack, offset, base);
            return true;
        }
        if (chain_.size() == longest_chain || deltas_used_ + size > largest)
            return false;
        const auto begin = deltas_used_;
        const auto checksum =
            inflate(pack, offset, bytes, entry->head_bytes, {room_for_delta(size), size});
        if (!checksum)
            return false;
        chain_.push_back({offset, begin, size, *checksum});
        offset = entry->base;
    }
}

/// The checksum of an entry whose first bytes are `start`, after its stream was unpacked.
std::optional<std::uint32_t> PackReader::inflate(const PackFile& pack, std::uint64_t offset,
                                                 std::string_view start, std::size_t head_bytes,
                                                 std::span<char> plain) {
    const auto head = start.substr(0, head_bytes), already = start.substr(head_bytes);
    const auto needed = deflated_at_most(plain.size());
    std::span<const char> packed = already;
    if (needed <= already.size()) {
        packed = packed.first(needed);
    } else {
        if (packed_.size() < needed)
            packed_.resize(needed);
        std::memcpy(packed_.data(), already.data(), already.size());
        const auto more = pack.read(offset + start.size(),
                                    {packed_.data() + already.size(), needed - already.size()});
        packed = {packed_.data(), already.size() + more};
    }
    const auto taken = inflater_.inflate(packed, plain);
    if (taken == 0)
        return std::nullopt;
    return base::checksum_of(packed.first(taken), base::checksum_of(head));
}

char* PackReader::room_for_delta(std::size_t bytes) {
    const auto begin = std::exchange(deltas_used_, deltas_used_ + bytes);
    if (deltas_.size() < deltas_used_)
        deltas_.resize(2 * deltas_used_);
    return deltas_.data() + begin;
}

} // namespace mw::git
