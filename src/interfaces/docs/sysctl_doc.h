#pragma once

#include "interfaces/items/item.h"

namespace mw::interfaces {

/// Sysctls that Documentation describes, named as sysctl(8) does: "kernel.panic_on_oops",
/// "net.ipv4.tcp_syncookies". Forms, of one file per folder of /proc/sys or of several:
///
///     panic_on_oops                    a heading of one name or more
///     =============
///     ==== (a line of them) ====       an entry of the old text files
///     panic_on_oops:
///     tcp_syncookies - INTEGER         an entry of the networking files
///
/// A heading that speaks of /proc/sys/net/core says where what follows is.
void read_sysctl_doc(std::string_view path, std::string_view text, Items& items);

} // namespace mw::interfaces
