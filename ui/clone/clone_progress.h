#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class CloneProgress;
}

namespace mw::ui {

class HistoryClone;
struct DownloadProgress;

/// A line that shows how far a clone is, with a button that stops it; hidden while none runs. GUI
/// thread.
class CloneProgress : public QWidget {
    Q_OBJECT

public:
    explicit CloneProgress(QWidget* parent = nullptr);
    ~CloneProgress() override;

    void watch(HistoryClone* clone);

private:
    void begin();
    void showProgress(const DownloadProgress& progress);
    void showStopping();

    std::unique_ptr<Ui::CloneProgress> ui_;
    bool stopping_ = false;
    bool keeps_ = false; ///< what was received when it is stopped
};

} // namespace mw::ui
