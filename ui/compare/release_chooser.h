#pragma once

#include "store/records.h"

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

    void setReleases(const std::vector<store::Release>& releases);
    /// Oldest first.
    std::vector<store::Release> chosen() const;

signals:
    void chosenChanged();

private:
    QStringList defaults() const;
    void showChosen();

    const QString release_;
    QPushButton* button_;
    QListWidget* list_;
    std::vector<store::Release> releases_; ///< newest first, as the lines of the list
};

} // namespace mw::ui
