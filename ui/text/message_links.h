#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace mw::ui {

/// A piece of a plain text that can be clicked.
struct MessageLink {
    enum class Kind { Commit, Web };

    qsizetype start = 0, length = 0;
    Kind kind = Kind::Commit;
};

/// A name, and an address in <>, as people sign with.
struct NamedAddress {
    QString name, address;
};

/// Nothing where the text is none: an id, a web address, words.
std::optional<NamedAddress> namedAddress(const QString& text);

/// Commit ids and web addresses in a message, in order, none overlapping. Any thread.
std::vector<MessageLink> findLinks(const QString& text);

} // namespace mw::ui
