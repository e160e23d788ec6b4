#pragma once

#include "interfaces/items/item.h"

namespace mw::interfaces {

/// Names that a header for user space defines: macros with a value (ioctls and flags among them),
/// constants of an enum, structures, unions, enums and typedefs ("struct io_uring_sqe"). What
/// #ifdef __KERNEL__ keeps from user space is passed over, and so are macros without a value.
///
/// Facts: "ioctl" with its definition, "member" for each member of a structure. The summary is the
/// header as programs include it and the value: "linux/kvm.h: _IO(KVMIO, 0x00)".
void read_uapi_header(std::string_view path, std::string_view text, Items& items);

} // namespace mw::interfaces
