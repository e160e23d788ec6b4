#include "annotations/annotation_command.h"

#include <utility>

namespace mw::ui {

namespace {

constexpr int noteCommand = 1;

} // namespace

AnnotationCommand::AnnotationCommand(AnnotationService& service, PersonalChangePtr change,
                                     const QString& text)
    : QUndoCommand(text), service_(service), first_(std::move(change)), last_(first_) {}

bool AnnotationCommand::goesBackOver(ChangeStep refused) {
    const bool was = wasRefused(refused);
    first_->refusedStep.reset();
    last_->refusedStep.reset();
    return was;
}

void AnnotationCommand::redo() {
    if (!goesBackOver(ChangeStep::Undo))
        service_.apply(last_, std::exchange(done_, true) ? ChangeStep::Redo : ChangeStep::Do);
}

void AnnotationCommand::undo() {
    if (isRefused())
        setObsolete(true);
    else if (!goesBackOver(ChangeStep::Redo))
        service_.apply(first_->refused ? last_ : first_, ChangeStep::Undo);
}

int AnnotationCommand::id() const {
    return last_->field == MarkField::Note ? noteCommand : -1;
}

bool AnnotationCommand::mergeWith(const QUndoCommand* other) {
    const auto& later = static_cast<const AnnotationCommand&>(*other);
    // A note names its commit by id from the start, so both may be read while they are being done.
    if (isRefused() || later.last_->oids != last_->oids)
        return false;
    last_ = later.last_;
    return true;
}

} // namespace mw::ui
