#include "workers/annotation_worker.h"

#include "classify/rules.h"
#include "importer/reclassify.h"
#include "store/db/error.h"
#include "store/user/section_overrides.h"
#include "text/format.h"
#include "text/save_file.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <sstream>

namespace mw::ui {

namespace {

/// "/path/sections.toml, line 12: 'x' is not a known key" says where.
int lineOfMistake(const QString& sentence) {
    static const QRegularExpression line(QStringLiteral(", line (\\d+):"));
    return line.match(sentence).captured(1).toInt();
}

/// The file that the sentence about wrong rules starts with.
QString fileOfMistake(const QString& sentence, const importer::RulesFiles& files) {
    for (const std::filesystem::path& file : {files.own, files.shipped})
        if (const QString name = toQString(file.string());
            !name.isEmpty() && sentence.startsWith(name))
            return name;
    return {};
}

} // namespace

AnnotationWorker::AnnotationWorker(const QString& database)
    : database_(database.toStdU16String()) {}

AnnotationWorker::~AnnotationWorker() = default;

store::Reader& AnnotationWorker::reader() {
    if (!reader_)
        reader_.emplace(database_);
    return *reader_;
}

void AnnotationWorker::guarded(const std::function<void()>& work) {
    try {
        work();
    } catch (const std::exception& error) {
        emit failed(toQString(error.what()));
    }
}

void AnnotationWorker::resolve(AnnotationChange& change) {
    for (const store::CommitRow& row : reader().rows(change.rows))
        if (!row.oid.empty())
            change.oids.push_back(row.oid);
    change.rows.clear();
    if (change.oids.empty())
        throw store::Error(tr("Nothing was marked: what was chosen has no commit id by which it "
                              "could be remembered, or is not in the database any more.")
                               .toStdString());
}

void AnnotationWorker::write(AnnotationChange& change, ChangeStep step) {
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

void AnnotationWorker::apply(const PersonalChangePtr& change, ChangeStep step) {
    try {
        if (change->oids.empty())
            resolve(*change);
        // What was never done has nothing to be taken back.
        if (step != ChangeStep::Undo || !change->before.empty())
            write(*change, step);
        emit applied(change, step);
    } catch (const std::exception& error) {
        emit refused(change, step, toQString(error.what()));
    }
}

void AnnotationWorker::loadMarks() {
    guarded([this] {
        std::vector<store::Annotation> marks = reader().personal();
        // What was only read is no mark that anybody set.
        std::erase_if(marks, [](const store::Annotation& own) {
            return !own.place && !own.bookmarked && !own.colour && own.note.empty();
        });
        emit marksLoaded(marks);
    });
}

void AnnotationWorker::sortAnew() {
    guarded([this] {
        QElapsedTimer clock;
        clock.start();
        const auto files = importer::RulesFiles::find({});
        int releases = 0;
        try {
            files.load(); // before anything is written
            for (const store::Release& release : reader().releases()) {
                if (release.embedded)
                    continue;
                importer::sort_release(database_, release.name, files);
                ++releases;
            }
        } catch (const classify::RulesError& mistake) {
            const QString sentence = toQString(mistake.what());
            emit rulesMistaken(sentence, fileOfMistake(sentence, files), lineOfMistake(sentence));
            return;
        }
        emit sorted(releases, static_cast<double>(clock.elapsed()) / 1000);
    });
}

void AnnotationWorker::readSectionOverrides(const QString& file) {
    guarded([&] {
        QFile input(file);
        if (!input.open(QIODevice::ReadOnly))
            throw store::Error(
                tr("%1 cannot be read: %2.").arg(file, input.errorString()).toStdString());
        std::istringstream stream(input.readAll().toStdString());
        const std::vector<store::SectionOverride> choices =
            store::read_section_overrides(stream, file.toStdString());
        if (choices.empty())
            throw store::Error(
                tr("%1 holds no choices: a line is a commit id, a section and, for hardware, a "
                   "subgroup, with tabs between them.")
                    .arg(file)
                    .toStdString());
        auto change = std::make_shared<AnnotationChange>();
        change->field = MarkField::SectionKey;
        for (const auto& [oid, place] : choices) {
            change->oids.push_back(oid);
            change->wanted.emplace_back().place = place;
        }
        emit choicesRead(change);
    });
}

void AnnotationWorker::writeSectionOverrides(const QString& file) {
    guarded([&] {
        const std::vector<store::SectionOverride> choices =
            store::choices_among(reader().personal());
        std::ostringstream stream;
        store::write_section_overrides(stream, choices);
        if (const QString wrong = saveFile(file, QByteArray::fromStdString(stream.str()));
            !wrong.isEmpty())
            throw store::Error(wrong.toStdString());
        emit choicesWritten(file, static_cast<int>(choices.size()));
    });
}

} // namespace mw::ui
