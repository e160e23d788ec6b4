#pragma once

#include "commit/message/trailer_model.h"
#include "store/model/records.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class MessagePage;
}

namespace mw::ui {

/// A commit in words: its message, and beside it (above it, where the page is narrow) the facts and
/// the trailers. GUI thread.
class MessagePage : public QWidget {
    Q_OBJECT

public:
    explicit MessagePage(QWidget* parent = nullptr);
    ~MessagePage() override;

    /// sameCommit: the message stays where it was scrolled to.
    void showCommit(const store::CommitDetail& detail, const store::Release& release,
                    bool sameCommit);

    /// Messages line for line, in fixed width; a person turns it on and off in the message's menu.
    bool isAsWritten() const;
    void setAsWritten(bool asWritten);

signals:
    void commitRequested(const QString& oid);
    void filterRequested(const QString& query);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showMessage(const store::CommitDetail& detail, const store::Release& release);
    void showTrailers(const store::CommitDetail& detail);
    void followTrailer(const QModelIndex& index);

    std::unique_ptr<Ui::MessagePage> ui_;
    TrailerModel trailers_;
    std::optional<Qt::Orientation> arranged_;
};

} // namespace mw::ui
