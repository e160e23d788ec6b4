#pragma once

#include "session/location.h"
#include "workers/store_engine.h"

#include <QString>

/// Sentences about a search. Plain functions; GUI thread.
namespace mw::ui {

/// "1,204 of 9,801 changesets · 4 ms".
QString withDuration(const QString& count, const FindFacts& facts);
/// The same; of a text that is still looked for, or was no more wanted, how far that went.
QString withProgress(const QString& count, const FindFacts& facts);

/// Why a list is empty, and what to do.
QString emptyListText(const Location& place, const FindFacts& facts);

/// What is searched for at a place as one query: its filter, its section, its moment.
QString wholeQuery(const Location& place);

/// Whether the query has that term, word for word, beside its others.
bool hasTerm(const QString& query, const QString& term);
/// The query with the term behind it; without it, where it was there.
QString withTermTurned(const QString& query, const QString& term);

/// The command that finds the same, to be pasted into a shell: mergewindow-cli search '…'.
QString asCommand(const Location& place);

} // namespace mw::ui
