#pragma once

#include "annotations/section_choice_model.h"
#include "core/word_filter.h"

#include <QDialog>

#include <memory>
#include <optional>

namespace Ui {
class SectionDialog;
}

namespace mw::ui {

/// Asks for a section or subgroup: type to narrow the list, Up and Down, Enter. GUI thread.
class SectionDialog : public QDialog {
    Q_OBJECT

public:
    /// what: the thing to be put somewhere, in words. current: where it is.
    SectionDialog(const QString& what, const std::optional<classify::SectionKey>& current,
                  QWidget* parent = nullptr);
    ~SectionDialog() override;

signals:
    void chosen(const mw::classify::SectionKey& place);

private:
    void narrow(const QString& text);
    void choose();

    std::unique_ptr<Ui::SectionDialog> ui_;
    SectionChoiceModel model_;
    WordFilter filter_;
};

} // namespace mw::ui
