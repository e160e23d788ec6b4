#include "base/system/descriptor_stream.h"

#include <algorithm>
#include <cerrno>
#include <unistd.h>

namespace mw::base {

DescriptorBuffer::DescriptorBuffer(int descriptor, std::function<void(int)> failed)
    : descriptor_(descriptor), failed_(std::move(failed)) {
    setp(buffer_.data(), buffer_.data() + buffer_.size());
}

void DescriptorBuffer::write(const char* bytes, std::size_t size) {
    while (size > 0) {
        const auto written = ::write(descriptor_, bytes, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            failed_(written < 0 ? errno : EIO);
        bytes += written;
        size -= static_cast<std::size_t>(written);
    }
}

void DescriptorBuffer::flush() {
    const auto size = static_cast<std::size_t>(pptr() - pbase());
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    write(buffer_.data(), size);
}

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type c) {
    flush();
    if (!traits_type::eq_int_type(c, traits_type::eof()))
        sputc(traits_type::to_char_type(c));
    return traits_type::not_eof(c);
}

int DescriptorBuffer::sync() {
    flush();
    return 0;
}

std::streamsize DescriptorBuffer::xsputn(const char* bytes, std::streamsize size) {
    if (size > epptr() - pptr())
        flush();
    if (size >= epptr() - pptr()) {
        write(bytes, static_cast<std::size_t>(size));
    } else {
        std::copy_n(bytes, size, pptr());
        pbump(static_cast<int>(size));
    }
    return size;
}

} // namespace mw::base
