#pragma once

#include "commands/palette_items.h"
#include "core/row_model.h"

#include <QStringList>

#include <vector>

namespace mw::ui {

/// A candidate that fits what was typed.
struct PaletteLine {
    PaletteItem candidate;
    std::vector<int> places; ///< of the typed letters in its text
    int score = 0;
};

/// What the command palette lists: the candidates that fit the letters, best first. GUI thread.
class PaletteModel : public RowModel<std::vector<PaletteLine>, PaletteModel> {
    Q_OBJECT

public:
    enum Role { LineRole = Qt::UserRole };

    using RowModel::RowModel;

    /// typed: letters, or words that all must fit the text or what stands beside it. meant: what
    /// the text itself may be, behind the best of the rest. recent: ids, latest first; without
    /// letters they lead, and with them they win where others fit as well. found: of what was
    /// looked for by these words, behind meant: it comes later, and moves nothing above it.
    void rank(const Candidates& all, const QString& typed, const Candidates& meant,
              const QStringList& recent, const Candidates& found = {});

    const PaletteLine& line(int row) const { return rows()[static_cast<std::size_t>(row)]; }

    static int columns() { return 1; }
    QVariant cell(int line, int column, int role) const;
    QVariant headerCell(int column, int role) const;
};

} // namespace mw::ui
