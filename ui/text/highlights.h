#pragma once

#include <QString>

#include <vector>

namespace mw::ui {

/// A commit that stands out: a line that leads to it.
struct Highlight {
    QString oid, title;
    QString about;  ///< behind the title: its section, how much it brought
    QString reason; ///< why it is here, as a tool tip
};

/// What stands out in a release, for its overview; empty where that is not known.
struct Highlights {
    std::vector<Highlight> changesets, pulls;

    bool isEmpty() const { return changesets.empty() && pulls.empty(); }
};

} // namespace mw::ui
