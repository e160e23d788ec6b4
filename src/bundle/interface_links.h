#pragma once

#include "bundle/facts.h"
#include "interfaces/items/interface_change.h"

#include <filesystem>
#include <string>
#include <vector>

namespace mw::bundle {

class KnownTrees;

/// Names the known changesets that made interface changes, where title and files of one say so:
///
/// - an entry of the article says that its commit made it;
/// - or one changeset alone touches the file that says so, with a title that tells of adding (or
///   removing) something, and either names the item by a word that nothing else is called by
///   ("mm8013" of FUEL_GAUGE_MM8013), or brought or removed the file itself.
///
/// Contents are not looked at, there are none; what is not this plain stays without a changeset.
void link_interfaces(std::vector<interfaces::InterfaceChange>& changes,
                     const std::vector<Fact>& facts, const KnownTrees& trees,
                     const importer::TableFile& article);

/// The table that ships: importer/bundled_release.cpp reads it.
void write_interfaces(const std::vector<interfaces::InterfaceChange>& changes,
                      const std::string& head, const std::filesystem::path& file);

} // namespace mw::bundle
