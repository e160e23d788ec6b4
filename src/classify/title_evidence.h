#pragma once

#include "base/message.h"
#include "classify/path_evidence.h"
#include "classify/title.h"

#include <string>
#include <string_view>

namespace mw::classify {

/// What the title of a changeset says about it.
struct TitleOpinion {
    /// Null where no rule knows the title.
    const Rule* rule = nullptr;
    /// Where all the files together count 1.
    double weight = 0.0;
    /// "title begins with 'kvm'".
    base::Message why;
};

/// Cases, first that holds; a phrase anywhere in the title (case 5) wins over the others where it
/// counts for more:
///   1. A scope begins with a title prefix of a person's own rules.
///   2. A scope begins with a title prefix; the longest prefix wins, and the whole scope is asked
///      before its parts ("arm32, bpf" before "bpf"). After a transparent prefix ("rust:") the rest
///      is asked, and decides when a rule knows it.
///   3. A scope is a path ("drivers/isdn/hardware/misdn: ..."): the rules' path patterns.
///   4. The title itself begins with a prefix, without a colon: counts half.
///   5. The title holds a phrase.
TitleOpinion title_evidence(const Title& title, const PathEvidence& judge);

/// The rule of the tree or branch that a pull's title names, or null.
const Rule* pull_evidence(const Rules::Data& rules, std::string_view pull_title);

} // namespace mw::classify
