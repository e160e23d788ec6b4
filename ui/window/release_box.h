#pragma once

#include "session/release_model.h"

#include <QComboBox>

namespace mw::ui {

/// The releases of the database in the tool bar, to choose one. As wide as the longest name, within
/// limits: a name is whatever somebody typed or tagged. GUI thread.
class ReleaseBox : public QComboBox {
    Q_OBJECT

public:
    explicit ReleaseBox(QWidget* parent = nullptr);

    void setReleases(const std::vector<store::Release>& releases);
    void setCurrent(const QString& name);

signals:
    /// A person has chosen it.
    void chosen(const QString& name);

private:
    ReleaseModel model_;
};

} // namespace mw::ui
