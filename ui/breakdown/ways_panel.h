#pragma once

#include "breakdown/way_list.h"
#include "changesets/section_panel.h"

#include <QComboBox>
#include <QStackedWidget>

#include <optional>

namespace mw::ui {

/// The top of the sidebar: a switch between the ways into a release, and the chosen way below it.
/// GUI thread.
class WaysPanel : public QWidget {
    Q_OBJECT

public:
    explicit WaysPanel(QWidget* parent = nullptr);

    /// Nothing: the sections.
    std::optional<Way> way() const;
    void setWay(std::optional<Way> way);
    WayList& list() { return *list_; }
    SectionPanel& sections() { return *sections_; }

signals:
    void wayChanged();

protected:
    void focusInEvent(QFocusEvent* event) override;

private:
    void follow();

    QComboBox* switch_;
    QStackedWidget* stack_;
    SectionPanel* sections_;
    WayList* list_;
};

} // namespace mw::ui
