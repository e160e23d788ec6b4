#pragma once

#include "annotations/marks_model.h"
#include "core/word_filter.h"

#include <QDockWidget>

#include <memory>

namespace Ui {
class MarksDock;
}

namespace mw::ui {

/// 'My marks': everything that a person bookmarked, noted, coloured or filed elsewhere, to be
/// narrowed by kind and by words, and opened. GUI thread.
class MarksDock : public QDockWidget {
    Q_OBJECT

public:
    explicit MarksDock(QWidget* parent = nullptr);
    ~MarksDock() override;

    MarksModel& model() { return model_; }
    void setMarks(const std::vector<store::Annotation>& marks);
    void focusList();
    /// What is listed at the moment, in its order, in Markdown.
    QString markdown() const;

signals:
    void commitRequested(const QString& oid);
    void exportRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    class Filter;

    void open(const QModelIndex& index);
    void showCount();

    std::unique_ptr<Ui::MarksDock> ui_;
    MarksModel model_;
    std::unique_ptr<Filter> filter_;
};

} // namespace mw::ui
