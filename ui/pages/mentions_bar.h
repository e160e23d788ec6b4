#pragma once

#include "store/user/documents.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace mw::ui {

class FactLabel;

/// What documents say about a commit, in their words; each line leads to the document. Hidden where
/// nothing was written. GUI thread.
class MentionsBar : public QWidget {
    Q_OBJECT

public:
    explicit MentionsBar(QWidget* parent = nullptr);

    /// oid: of the commit, to tell what is said of itself from what is said of its pull.
    void showMentions(const std::vector<store::Mention>& mentions, const std::string& oid);

signals:
    void followed(const QString& file, int line);

private:
    void fill();

    QLabel* title_ = nullptr;
    FactLabel* list_ = nullptr;
    std::vector<store::Mention> mentions_;
    std::string oid_;
    bool all_ = false; ///< not the first few alone
};

} // namespace mw::ui
