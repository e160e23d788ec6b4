#pragma once

#include "document/work/document_service.h"
#include "ranking/score.h"

#include <QDialog>
#include <QTimer>

#include <memory>
#include <optional>
#include <string>
#include <vector>

class QTreeWidgetItem;

namespace Ui {
class DraftDialog;
}

namespace mw::ui {

/// An article's start: what is worth a line, section by section and with the reasons, to choose
/// from; the draft that comes of the choice; and a file to save it in. The ranking and the draft
/// are made on a thread of the service. GUI thread.
class DraftDialog : public QDialog {
    Q_OBJECT

public:
    /// asOf: only what had landed by then; empty: all of it.
    DraftDialog(DocumentService& service, const store::Release& release,
                std::optional<Seconds> asOf, QWidget* parent = nullptr);
    ~DraftDialog() override;

    /// The draft in the preview; empty while none is made yet.
    const std::string& draft() const { return draft_; }
    void save(const QString& file);

signals:
    void ready();
    void saved(const QString& file);
    void commitWanted(const QString& id);

private:
    void rank();
    void onRankingRead(const std::vector<document::SectionScores>& sections);
    QTreeWidgetItem* addRow(QTreeWidgetItem* parent, const QString& title, const std::string& oid,
                            double score, const std::vector<document::ScoreReason>& reasons);
    void addPulls(QTreeWidgetItem* section, const std::vector<document::PullScore>& pulls);
    void tickFirst();
    void write();
    void onDraftWritten(const std::string& draft, const LoadedPage& page);
    void askForFile();
    void fail(const std::exception& error);

    std::unique_ptr<Ui::DraftDialog> ui_;
    DocumentService& service_;
    const store::Release release_;
    const std::optional<Seconds> asOf_;
    std::string draft_;
    QTimer writeTimer_; ///< several clicks, one draft
    int newest_ = 0;    ///< drafts that were asked for
};

} // namespace mw::ui
