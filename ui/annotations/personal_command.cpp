#include "annotations/personal_command.h"

#include <utility>

namespace mw::ui {

namespace {

constexpr int noteCommand = 1;

} // namespace

PersonalCommand::PersonalCommand(PersonalService& service, PersonalChangePtr change,
                                 const QString& text)
    : QUndoCommand(text), service_(service), first_(std::move(change)), last_(first_) {}

void PersonalCommand::redo() {
    service_.apply(last_, std::exchange(done_, true) ? ChangeStep::Redo : ChangeStep::Do);
}

void PersonalCommand::undo() {
    if (isRefused())
        setObsolete(true);
    else
        service_.apply(first_->refused ? last_ : first_, ChangeStep::Undo);
}

int PersonalCommand::id() const {
    return last_->field == MarkField::Note ? noteCommand : -1;
}

bool PersonalCommand::mergeWith(const QUndoCommand* other) {
    const auto& later = static_cast<const PersonalCommand&>(*other);
    // A note names its commit by id from the start, so both may be read while they are being done.
    if (isRefused() || later.last_->oids != last_->oids)
        return false;
    last_ = later.last_;
    return true;
}

} // namespace mw::ui
