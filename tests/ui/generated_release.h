#pragma once

#include "store/write/writer.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <string>

/// Writes a release of made-up changesets into a database: their words, people and paths repeat as
/// those of a kernel do, and there is no clone of it.
inline void generateRelease(const QString& file, std::size_t changesets) {
    namespace store = mw::store;
    const std::array words{"futex", "driver",   "network", "fix",    "lock",   "buffer",
                           "usb",   "ethernet", "page",    "memory", "module", "scheduler"};
    store::Release meta;
    meta.name = "generated";
    meta.repository = "/no/clone";
    meta.from_rev = "v1";
    meta.to_rev = "v2";
    meta.lines = store::LineState::not_wanted;
    store::ReleaseWriter writer(file.toStdString(), meta, "generated");
    for (std::size_t i = 0; i < changesets; ++i) {
        const auto word = [&](std::size_t step) {
            return std::string(words[(i / step) % words.size()]);
        };
        const std::string number = std::to_string(i), person = std::to_string(i % 700);
        store::NewCommit made;
        made.oid = QByteArray::number(qulonglong(i)).rightJustified(20, 'x').toStdString();
        made.subject = word(1) + ": " + word(12) + ' ' + word(144) + " number " + number;
        made.body = "The " + word(7) + " of the " + word(5) + " waits for a " + word(3) + ".\n";
        made.author = {"Author " + person, 'a' + person + "@example.org"};
        made.committer = made.author;
        made.author_time = made.commit_time = made.landed_time =
            1'000'000 + static_cast<mw::Seconds>(i);
        made.subsystem = "SUBSYSTEM " + word(1);
        made.reason = "made up";
        made.paths = {{"drivers/" + word(1) + '/' + word(12) + ".c", 'M', false, {}, {}}};
        writer.add(i, made);
    }
    writer.commit(0);
}
