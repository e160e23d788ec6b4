#include "store/model/records.h"

namespace mw::store {

const char* to_string(TreeState state) {
    switch (state) {
    case TreeState::unknown:
        return "unknown";
    case TreeState::reverted:
        return "reverted";
    case TreeState::there:
        return "there";
    case TreeState::named:
        return "named";
    case TreeState::same_change:
        return "same-change";
    case TreeState::same_patch:
        return "same-patch";
    case TreeState::similar:
        return "similar";
    case TreeState::missing:
        break;
    }
    return "missing";
}

} // namespace mw::store
