#include "store/model/records.h"

namespace mw::store {

const char* to_string(Uncounted reason) {
    switch (reason) {
    case Uncounted::none:
        break;
    case Uncounted::left_out:
        return "left-out";
    case Uncounted::missing:
        return "missing";
    case Uncounted::damaged:
        return "damaged";
    case Uncounted::too_large:
        return "too-large";
    }
    return "";
}

const char* to_string(CommitKind kind) {
    switch (kind) {
    case CommitKind::changeset:
        break;
    case CommitKind::branch_merge:
        return "branch-merge";
    case CommitKind::pull:
        return "pull";
    }
    return "changeset";
}

const char* to_string(ReferenceKind kind) {
    switch (kind) {
    case ReferenceKind::fixes:
        break;
    case ReferenceKind::reverts:
        return "reverts";
    case ReferenceKind::picked:
        return "picked";
    }
    return "fixes";
}

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
