#include "base/zlib_stream.h"

#include <new>

#ifdef MW_HAVE_LIBDEFLATE
#include <libdeflate.h>
#else
#include <algorithm>
#include <limits>
#include <zlib.h>
#endif

namespace mw::base {

namespace {

/// zlib's default, of which more gains little.
constexpr int level = 6;

} // namespace

#ifdef MW_HAVE_LIBDEFLATE

struct Inflater::State {
    State() : decompressor(libdeflate_alloc_decompressor()) {
        if (decompressor == nullptr)
            throw std::bad_alloc();
    }
    ~State() { libdeflate_free_decompressor(decompressor); }

    std::size_t inflate(std::span<const char> packed, std::span<char> plain) {
        std::size_t taken = 0;
        const auto result =
            libdeflate_zlib_decompress_ex(decompressor, packed.data(), packed.size(), plain.data(),
                                          plain.size(), &taken, nullptr);
        return result == LIBDEFLATE_SUCCESS ? taken : 0;
    }

    libdeflate_decompressor* decompressor;
};

struct Deflater::State {
    State() : compressor(libdeflate_alloc_compressor(level)) {
        if (compressor == nullptr)
            throw std::bad_alloc();
    }
    ~State() { libdeflate_free_compressor(compressor); }

    std::size_t largest(std::size_t plain) const {
        return libdeflate_zlib_compress_bound(compressor, plain);
    }

    std::size_t deflate(std::string_view plain, std::span<char> packed) {
        return libdeflate_zlib_compress(compressor, plain.data(), plain.size(), packed.data(),
                                        packed.size());
    }

    libdeflate_compressor* compressor;
};

std::uint32_t checksum_of(std::span<const char> bytes, std::uint32_t before) {
    return libdeflate_crc32(before, bytes.data(), bytes.size());
}

#else

struct Inflater::State {
    State() {
        if (inflateInit(&stream) != Z_OK)
            throw std::bad_alloc();
    }
    ~State() { inflateEnd(&stream); }

    std::size_t inflate(std::span<const char> packed, std::span<char> plain) {
        constexpr std::size_t largest = std::numeric_limits<uInt>::max();
        if (plain.size() >= largest || inflateReset(&stream) != Z_OK)
            return 0;
        // zlib ends no stream without room for a byte, although none comes.
        char none = 0;
        // zlib writes nothing through next_in; its type is older than const.
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
        stream.avail_in = static_cast<uInt>(std::min(packed.size(), largest));
        stream.next_out = reinterpret_cast<Bytef*>(plain.empty() ? &none : plain.data());
        stream.avail_out = static_cast<uInt>(plain.empty() ? 1 : plain.size());
        const bool whole =
            ::inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.total_out == plain.size();
        return whole ? stream.total_in : 0;
    }

    z_stream stream{};
};

struct Deflater::State {
    std::size_t largest(std::size_t plain) const {
        return plain > std::numeric_limits<uLong>::max() / 2 ? 0 : compressBound(plain);
    }

    std::size_t deflate(std::string_view plain, std::span<char> packed) {
        uLongf size = packed.size();
        const int result =
            compress2(reinterpret_cast<Bytef*>(packed.data()), &size,
                      reinterpret_cast<const Bytef*>(plain.data()), plain.size(), level);
        return result == Z_OK ? size : 0;
    }
};

std::uint32_t checksum_of(std::span<const char> bytes, std::uint32_t before) {
    return static_cast<std::uint32_t>(
        crc32_z(before, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

#endif

Inflater::Inflater() : state_(std::make_unique<State>()) {}
Inflater::~Inflater() = default;
Inflater::Inflater(Inflater&&) noexcept = default;
Inflater& Inflater::operator=(Inflater&&) noexcept = default;

std::size_t Inflater::inflate(std::span<const char> packed, std::span<char> plain) {
    return state_->inflate(packed, plain);
}

Deflater::Deflater() : state_(std::make_unique<State>()) {}
Deflater::~Deflater() = default;
Deflater::Deflater(Deflater&&) noexcept = default;
Deflater& Deflater::operator=(Deflater&&) noexcept = default;

void Deflater::deflate(std::string_view plain, std::string& packed) {
    const auto start = packed.size();
    const auto largest = state_->largest(plain.size());
    packed.resize(start + largest);
    const auto size = state_->deflate(plain, std::span(packed).subspan(start));
    if (size == 0)
        throw std::bad_alloc();
    packed.resize(start + size);
}

} // namespace mw::base
