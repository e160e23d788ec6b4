#pragma once

#include <QString>

namespace mw::ui {

/// The ways into a release beside its sections.
enum class Breakdown { Pulls, Subsystems, People, Committers, Time };

/// What a way has been followed to, and the list is narrowed to.
struct Refinement {
    Breakdown way = Breakdown::Pulls;
    QString term;  ///< in the query language; empty: everything
    QString label; ///< for a person

    bool operator==(const Refinement& other) const {
        return way == other.way && term == other.term;
    }
};

} // namespace mw::ui
