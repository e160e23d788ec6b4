#pragma once

#include "store/model/records.h"

#include <QListWidget>
#include <QPushButton>

#include <vector>

namespace mw::ui {

/// Which releases stand side by side: a list with a tick for each, below a button that names those
/// that are chosen. GUI thread. Owned by the button.
class ReleaseChooser : public QObject {
    Q_OBJECT

public:
    /// The release is chosen at first, with the one before it.
    ReleaseChooser(QString release, QPushButton* button);

    /// What is chosen stays chosen.
    void setReleases(const std::vector<store::Release>& releases);
    /// Those of the names that are known, where they are two or more; before setReleases(), too.
    void choose(const QStringList& names);
    /// Oldest first.
    std::vector<store::Release> chosen() const;

signals:
    void chosenChanged();

private:
    QStringList defaults() const;
    /// What is ticked where names are wished for.
    QStringList wanted(const QStringList& names) const;
    void tick(const QStringList& names);
    void showChosen();

    const QString release_;
    QPushButton* button_;
    QListWidget* list_;
    QStringList first_;                    ///< to be chosen once the releases are known
    std::vector<store::Release> releases_; ///< newest first, as the lines of the list
};

} // namespace mw::ui
