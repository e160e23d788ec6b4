#pragma once

#include "annotations/place_model.h"
#include "annotations/word_filter.h"

#include <QDialog>

#include <memory>
#include <optional>

namespace Ui {
class PlaceDialog;
}

namespace mw::ui {

/// Asks for a section or subgroup: type to narrow the list, Up and Down, Enter. GUI thread.
class PlaceDialog : public QDialog {
    Q_OBJECT

public:
    /// what: the thing to be put somewhere, in words. current: where it is.
    PlaceDialog(const QString& what, const std::optional<classify::Place>& current,
                QWidget* parent = nullptr);
    ~PlaceDialog() override;

signals:
    void chosen(const mw::classify::Place& place);

private:
    void narrow(const QString& text);
    void choose();

    std::unique_ptr<Ui::PlaceDialog> ui_;
    PlaceModel model_;
    WordFilter filter_;
};

} // namespace mw::ui
