#pragma once

#include "workers/annotation_service.h"

#include <QUndoCommand>

namespace mw::ui {

/// A change as the undo stack keeps it; pushing it does it. Notes of one commit that follow each
/// other are one step. GUI thread; the service must outlive the stack.
class AnnotationCommand : public QUndoCommand {
public:
    AnnotationCommand(AnnotationService& service, PersonalChangePtr change, const QString& text);

    void redo() override;
    void undo() override;
    int id() const override;
    bool mergeWith(const QUndoCommand* other) override;

    bool holds(const PersonalChangePtr& change) const {
        return change == first_ || change == last_;
    }
    /// Nothing of it was done: taking it back does nothing but remove it from the stack.
    bool isRefused() const { return first_->refused && last_->refused; }
    /// The database did not follow the stack's last step; going back over it asks the database
    /// for nothing.
    bool wasRefused(ChangeStep step) const {
        return first_->refusedStep == step || last_->refusedStep == step;
    }

private:
    bool goesBackOver(ChangeStep refused);

    AnnotationService& service_;
    PersonalChangePtr first_, last_; ///< differ where notes were merged
    bool done_ = false;
};

} // namespace mw::ui
