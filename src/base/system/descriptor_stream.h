#pragma once

#include <array>
#include <functional>
#include <streambuf>

namespace mw::base {

/// Writes to a descriptor that somebody else owns.
class DescriptorBuffer : public std::streambuf {
public:
    /// failed: called with errno of a write that failed; must throw.
    DescriptorBuffer(int descriptor, std::function<void(int code)> failed);

protected:
    int_type overflow(int_type c) override;
    int sync() override;
    std::streamsize xsputn(const char* bytes, std::streamsize size) override;

private:
    void write(const char* bytes, std::size_t size);
    void flush();

    const int descriptor_;
    const std::function<void(int)> failed_;
    std::array<char, 64 << 10> buffer_;
};

} // namespace mw::base
