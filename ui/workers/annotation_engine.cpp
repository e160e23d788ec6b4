#include "workers/annotation_engine.h"

#include "classify/rules.h"
#include "importer/project.h"
#include "importer/reclassify.h"
#include "store/user/section_overrides.h"
#include "text/engine_text.h"
#include "text/format.h"
#include "text/save_file.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace mw::ui {

store::Reader& AnnotationEngine::reader() {
    if (!reader_)
        reader_.emplace(database_);
    return *reader_;
}

void AnnotationEngine::resolve(AnnotationChange& change) {
    for (const store::CommitRow& row : reader().rows(change.rows))
        if (!row.oid.empty())
            change.oids.push_back(row.oid);
    change.rows.clear();
    if (change.oids.empty())
        throw std::runtime_error(
            tr("Nothing was marked: what was chosen has no commit id by which it "
               "could be remembered, or is not in the database any more.")
                .toStdString());
}

void AnnotationEngine::write(AnnotationChange& change, ChangeStep step) {
    // A commit that is named twice is taken back in the opposite order.
    const bool back = step == ChangeStep::Undo;
    std::vector<std::string> oids = change.oids;
    if (back)
        std::ranges::reverse(oids);
    std::vector<store::Annotation> before;
    std::size_t at = 0;
    if (!store_)
        store_ = std::make_unique<store::AnnotationStore>(database_);
    store_->change(oids, [&](store::Annotation& own) {
        const std::size_t place = back ? oids.size() - 1 - at : at;
        ++at;
        before.push_back(own);
        copyField(change.field,
                  back ? change.before[place]
                       : change.wanted[std::min(place, change.wanted.size() - 1)],
                  own);
    });
    if (change.before.empty())
        change.before = std::move(before);
}

void AnnotationEngine::apply(AnnotationChange& change, ChangeStep step) {
    if (change.oids.empty())
        resolve(change);
    // What was never done has nothing to be taken back.
    if (step != ChangeStep::Undo || !change.before.empty())
        write(change, step);
}

std::vector<store::Annotation> AnnotationEngine::marks() {
    std::vector<store::Annotation> marks = reader().personal();
    // What was only read is no mark that anybody set.
    std::erase_if(marks, [](const store::Annotation& own) {
        return !own.place && !own.bookmarked && !own.colour && own.note.empty();
    });
    return marks;
}

std::variant<Reclassified, RulesMistake> AnnotationEngine::reclassify() {
    QElapsedTimer clock;
    clock.start();
    const auto files = importer::RulesFiles::find({});
    Reclassified done;
    try {
        files.load(); // before anything is written
        for (const store::Release& release : reader().releases()) {
            if (release.bundled)
                continue;
            importer::sort_release(database_, release.name,
                                   importer::rules_of_release(database_, release.name));
            ++done.releases;
        }
    } catch (const classify::RulesError& mistake) {
        return RulesMistake{errorText(mistake), toQString(mistake.file().string()), mistake.line()};
    }
    done.seconds = static_cast<double>(clock.elapsed()) / 1000;
    return done;
}

PersonalChangePtr AnnotationEngine::readSectionOverrides(const QString& file) {
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly))
        throw std::runtime_error(
            tr("%1 cannot be read: %2.").arg(file, input.errorString()).toStdString());
    std::istringstream stream(input.readAll().toStdString());
    const std::vector<store::SectionOverride> overrides =
        store::read_section_overrides(stream, file.toStdString());
    if (overrides.empty())
        throw std::runtime_error(
            tr("%1 holds no choices: a line is a commit id, a section and, for hardware, a "
               "subgroup, with tabs between them.")
                .arg(file)
                .toStdString());
    auto change = std::make_shared<AnnotationChange>();
    change->field = MarkField::SectionKey;
    for (const auto& [oid, place] : overrides) {
        change->oids.push_back(oid);
        change->wanted.emplace_back().place = place;
    }
    return change;
}

int AnnotationEngine::writeSectionOverrides(const QString& file) {
    const std::vector<store::SectionOverride> overrides = store::choices_among(reader().personal());
    std::ostringstream stream;
    store::write_section_overrides(stream, overrides);
    if (const QString wrong = saveFile(file, QByteArray::fromStdString(stream.str()));
        !wrong.isEmpty())
        throw std::runtime_error(wrong.toStdString());
    return static_cast<int>(overrides.size());
}

} // namespace mw::ui
