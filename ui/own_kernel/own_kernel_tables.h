#pragma once

#include "own_kernel/own_kernel_facts.h"
#include "table/table.h"

#include <QString>

namespace mw::ui {

/// A line for each tree: what it lacks, what it has and in which way. The name is the order of the
/// first cell; numbers lead to a search in the release in front, all others are sums over all
/// releases.
/// reading: something is being read, so that it is no news that no tree is known.
TableData treeSheet(const OwnKernelFacts& facts, const QString& release, bool reading = false);

/// The release's new symbols that the configuration does not answer, with what make would take for
/// them; a name leads to its changeset.
TableData symbolSheet(const OwnKernelFacts& facts, const QString& release);

} // namespace mw::ui
