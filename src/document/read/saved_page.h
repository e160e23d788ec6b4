#pragma once

#include <string>
#include <string_view>

/// Where a saved page came from: its links may be written relative to that. Pure functions, for
/// any thread.
namespace mw::document {

/// The address that the page gives near its start: as its base, as what a browser saved ("saved
/// from url="), or as its canonical one; empty where it gives none that is http or https.
std::string page_address(std::string_view html);

/// The destination of a link on that page. What has a scheme of its own stays as it is; places
/// within the page, and files that a browser saved beside it, are empty.
std::string resolved(std::string_view destination, std::string_view page);

} // namespace mw::document
