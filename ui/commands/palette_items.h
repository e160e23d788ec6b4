#pragma once

#include "store/model/records.h"

#include <QString>

#include <functional>
#include <vector>

class QMainWindow;

namespace mw::ui {

class DocumentIndex;
class ReadingPane;
class Session;

/// One thing that the command palette offers.
struct PaletteItem {
    QString text;
    QString detail; ///< where it stands, or what kind of thing it is
    QString keys;   ///< for it without the palette
    QString id;     ///< to know it again when it was used lately; empty: not worth it
    std::function<void()> run;
    bool checked = false; ///< something that is on at the moment
};

using Candidates = std::vector<PaletteItem>;

// What a window, its session and its documents offer. GUI thread; all of them outlive the result.

/// Every action that can be taken at the moment.
Candidates commandCandidates(const QMainWindow& window);
Candidates releaseCandidates(Session& session);
Candidates sectionCandidates(Session& session);
/// Open pages first, then the documents that the database knows.
Candidates documentCandidates(Session& session, const ReadingPane& pane,
                              const DocumentIndex& library);
/// Commits, of which the letters are in the title.
Candidates commitCandidates(Session& session, const std::vector<store::CommitRow>& rows);
/// What the typed text itself may mean: a commit id, and words to search for. "?words" is a search
/// and nothing else.
Candidates typedCandidates(Session& session, const QString& typed);

} // namespace mw::ui
