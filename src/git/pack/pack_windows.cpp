#include "git/pack/pack_windows.h"

#include <algorithm>

namespace mw::git {

std::string_view PackWindows::at(const PackFile& pack, std::uint64_t offset) {
    const auto& found = window(pack, offset / stride);
    return std::string_view(found.bytes.get(), found.size)
        .substr(std::min<std::size_t>(offset % stride, found.size));
}

void PackWindows::clear() {
    windows_ = {};
}

PackWindows::Window& PackWindows::window(const PackFile& pack, std::uint64_t number) {
    const auto is_wanted = [&](const Window& window) {
        return window.number == number && window.pack == &pack;
    };
    if (!is_wanted(windows_[last_])) {
        auto found = std::ranges::find_if(windows_, is_wanted);
        if (found == windows_.end()) {
            found = std::ranges::min_element(windows_, {}, &Window::used);
            if (!found->bytes)
                found->bytes = std::make_unique_for_overwrite<char[]>(length);
            found->pack = &pack;
            found->number = number;
            found->size = pack.read(number * stride, {found->bytes.get(), length});
        }
        last_ = static_cast<std::size_t>(found - windows_.begin());
    }
    windows_[last_].used = ++clock_;
    return windows_[last_];
}

} // namespace mw::git
