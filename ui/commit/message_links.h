#pragma once

#include <QString>

#include <vector>

namespace mw::ui {

/// A piece of a plain text that can be clicked.
struct MessageLink {
    enum class Kind { Commit, Web };

    qsizetype start = 0, length = 0;
    Kind kind = Kind::Commit;
};

/// Commit ids and web addresses in a message, in order, none overlapping. Any thread.
std::vector<MessageLink> findLinks(const QString& text);

} // namespace mw::ui
