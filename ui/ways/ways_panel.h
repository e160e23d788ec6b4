#pragma once

#include "ways/way_list.h"

#include <QComboBox>
#include <QStackedWidget>

#include <optional>

namespace mw::ui {

class SectionPanel;

/// The top of the sidebar: a switch between the ways into a release, and the chosen way below it.
/// Takes the section panel over. GUI thread.
class WaysPanel : public QWidget {
    Q_OBJECT

public:
    explicit WaysPanel(SectionPanel* sections, QWidget* parent = nullptr);

    /// Nothing: the sections.
    std::optional<Way> way() const;
    void setWay(std::optional<Way> way);
    WayList& list() { return *list_; }

signals:
    void wayChanged();

private:
    void follow();

    QComboBox* switch_;
    QStackedWidget* stack_;
    WayList* list_;
};

} // namespace mw::ui
