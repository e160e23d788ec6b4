#pragma once

#include <QString>
#include <QStringList>

namespace mw::ui {

/// A folder for a new bare repository, and how to take it back: what git put there, and of the
/// folders those that were not there before, if nothing else has come into them. Blocks for as
/// long as a few calls of the file system take. One thread.
class CreatedFolders {
public:
    /// Makes the folder with those above it. Empty, or a sentence that says why it cannot be used:
    /// it holds something already, or cannot be made. Then nothing is left of it.
    QString make(const QString& folder);
    void takeBack();
    /// They are somebody's now.
    void keep();

private:
    QString folder_;
    QStringList made_; ///< the innermost last
};

} // namespace mw::ui
