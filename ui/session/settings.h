#pragma once

#include "session/location.h"

#include <QSettings>

namespace mw::ui {

/// What the window remembers between starts: its layout, and the place in each database. GUI
/// thread.
class Settings {
public:
    QByteArray value(const QString& key) const { return settings_.value(key).toByteArray(); }
    bool flag(const QString& key, bool otherwise) const {
        return settings_.value(key, otherwise).toBool();
    }
    void setValue(const QString& key, const QVariant& value) { settings_.setValue(key, value); }

    /// Empty where the last place was in another database.
    Location place(const QString& database) const;
    void setPlace(const QString& database, const Location& place);

private:
    QSettings settings_;
};

} // namespace mw::ui
