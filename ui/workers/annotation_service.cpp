#include "workers/annotation_service.h"

#include "text/engine_text.h"
#include "text/format.h"

#include <utility>

namespace mw::ui {

AnnotationService::AnnotationService(const QString& database, QObject* parent)
    : QObject(parent), thread_(QStringLiteral("annotations"), database) {}

template <typename Work, typename Done>
void AnnotationService::run(Work work, Done done) {
    thread_.runAlways(this, std::move(work), std::move(done),
                      [this](const std::exception& error) { emit failed(errorText(error)); });
}

void AnnotationService::apply(const PersonalChangePtr& change, ChangeStep step) {
    thread_.runAlways(
        this,
        [change, step](AnnotationEngine& engine) {
            engine.apply(*change, step);
            return true;
        },
        [this, change, step](bool) { emit applied(change, step); },
        [this, change, step](const std::exception& error) {
            emit refused(change, step, errorText(error));
        });
}

void AnnotationService::requestMarks() {
    run([](AnnotationEngine& engine) { return engine.marks(); },
        [this](const std::vector<store::Annotation>& all) { emit marks(all); });
}

void AnnotationService::sortAnew() {
    run([](AnnotationEngine& engine) { return engine.reclassify(); },
        [this](const std::variant<Reclassified, RulesMistake>& result) {
            if (const auto* mistake = std::get_if<RulesMistake>(&result))
                emit rulesMistaken(mistake->sentence, mistake->file, mistake->line);
            else
                emit sorted(std::get<Reclassified>(result).releases,
                            std::get<Reclassified>(result).seconds);
        });
}

void AnnotationService::readSectionOverrides(const QString& file) {
    run([file](AnnotationEngine& engine) { return engine.readSectionOverrides(file); },
        [this](const PersonalChangePtr& change) { emit choicesRead(change); });
}

void AnnotationService::writeSectionOverrides(const QString& file) {
    run([file](AnnotationEngine& engine) { return engine.writeSectionOverrides(file); },
        [this, file](int written) { emit choicesWritten(file, written); });
}

} // namespace mw::ui
