#pragma once

#include "core/row_model.h"
#include "session/location.h"

#include <QDateTime>

#include <vector>

namespace mw::ui {

class DocumentIndex;
class Session;

/// A release, or a document, that was looked at.
struct RecentPlace {
    QString release;
    QString page; ///< an address of reading/page.h; empty for the release as such
    QDateTime time;

    bool samePlace(const RecentPlace& other) const {
        return page == other.page && (!page.isEmpty() || release == other.release);
    }
};

/// Releases and documents that a person looked at lately in this database, the last first, those
/// left out that are gone. Follows the session; kept in the settings where it is told to. GUI
/// thread. Keeps references to session and library.
class RecentPlaces : public RowModel<std::vector<RecentPlace>, RecentPlaces> {
    Q_OBJECT

public:
    enum Column { TitleColumn, WhatColumn, TimeColumn, ColumnCount };

    RecentPlaces(Session& session, DocumentIndex& library, const QString& database, bool remembers,
                 QObject* parent = nullptr);

    const RecentPlace& place(int line) const { return rows()[static_cast<std::size_t>(line)]; }

    static int columns() { return ColumnCount; }
    QVariant cell(int line, int column, int role) const;
    QVariant headerCell(int column, int role) const;

private:
    void follow(const Location& location, const Location& before);
    void touch(RecentPlace place);
    void read();
    void write() const;
    void show();
    QString title(const RecentPlace& place) const;

    Session& session_;
    DocumentIndex& library_;
    const QString key_; ///< in the settings
    const bool remembers_;
    std::vector<RecentPlace> all_;
};

} // namespace mw::ui
