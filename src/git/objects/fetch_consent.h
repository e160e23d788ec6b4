#pragma once

#include "git/objects/repository.h"

#include <filesystem>
#include <optional>
#include <string>

namespace mw::git {

/// The address that a partial clone's missing contents come from, as git may be given it; nothing
/// where the clone names none that is usable (remote_address.h).
std::optional<std::string> promisor_address(const Repository& repository);

/// That the network may be asked for what a clone lacks. A clone is a folder that may come from
/// anybody, and the address stands in it: git is sent there only because a person said so, for this
/// clone and this address.
class FetchConsent {
public:
    /// The person says so at this moment: by --fetch, or by pressing a button that names it.
    static FetchConsent given() { return FetchConsent(); }

    /// The person said so earlier, for that clone with the address that it has now; or this program
    /// made the clone. Throws git::Error.
    static std::optional<FetchConsent> remembered(const Repository& repository);

private:
    FetchConsent() = default;
};

/// Keeps that the person allowed it, in the person's configuration folder: one line for each clone.
/// False where that cannot be written, so that the person is asked again one day.
bool remember_consent(const Repository& repository);

} // namespace mw::git
