#pragma once

#include "session/section_model.h"

#include <QWidget>

#include <memory>

namespace Ui {
class SectionPanel;
}

namespace mw::ui {

/// The tree of sections with their counts. Owns its model; keeps what is unfolded and chosen when
/// the sections are read again. GUI thread.
class SectionPanel : public QWidget {
    Q_OBJECT

public:
    explicit SectionPanel(QWidget* parent = nullptr);
    ~SectionPanel() override;

    void setSections(const std::vector<store::SectionCount>& counts);
    /// Shows it as chosen without asking for it.
    void setChosen(const SectionChoice& choice);

signals:
    void chosen(const mw::ui::SectionChoice& choice);

private:
    void restoreChosen();

    std::unique_ptr<Ui::SectionPanel> ui_;
    SectionModel model_;
    SectionChoice chosen_;
    bool folded_ = false; ///< the person folded hardware: it stays so
};

} // namespace mw::ui
