#pragma once

#include "breakdown/breakdown_list.h"
#include "changesets/section_panel.h"

#include <QComboBox>
#include <QStackedWidget>

#include <optional>

namespace mw::ui {

/// The top of the sidebar: a switch between the ways into a release, and the chosen way below it.
/// GUI thread.
class BreakdownPanel : public QWidget {
    Q_OBJECT

public:
    explicit BreakdownPanel(QWidget* parent = nullptr);

    /// Nothing: the sections.
    std::optional<Breakdown> way() const;
    void setBreakdown(std::optional<Breakdown> way);
    BreakdownList& list() { return *list_; }
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
    BreakdownList* list_;
};

} // namespace mw::ui
