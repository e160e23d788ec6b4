#pragma once

#include "store/read/reader.h"
#include "store/user/annotations.h"
#include "workers/annotation_change.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <functional>
#include <optional>

namespace mw::ui {

/// Writes what a person makes of commits, one thing after the other, and answers by signal. Lives
/// on the thread that AnnotationService runs, and opens the database when it is first asked for.
class AnnotationWorker : public QObject {
    Q_OBJECT

public:
    explicit AnnotationWorker(const QString& database);
    ~AnnotationWorker() override;

    void apply(const PersonalChangePtr& change, ChangeStep step);
    void loadMarks();
    void sortAnew();
    void readSectionOverrides(const QString& file);
    void writeSectionOverrides(const QString& file);

signals:
    void applied(const mw::ui::PersonalChangePtr& change, mw::ui::ChangeStep step);
    void refused(const mw::ui::PersonalChangePtr& change, mw::ui::ChangeStep step,
                 const QString& sentence);
    void marksLoaded(const std::vector<mw::store::Annotation>& marks);
    void sorted(int releases, double seconds);
    /// line: 0 where the rules are wrong as a whole.
    void rulesMistaken(const QString& sentence, const QString& file, int line);
    /// Not done yet: the change that would take the choices over.
    void choicesRead(const mw::ui::PersonalChangePtr& change);
    void choicesWritten(const QString& file, int choices);
    void failed(const QString& sentence);

private:
    store::Reader& reader();
    void resolve(AnnotationChange& change);
    void write(AnnotationChange& change, ChangeStep step);
    void guarded(const std::function<void()>& work);

    const std::filesystem::path database_;
    std::optional<store::Reader> reader_;
    std::unique_ptr<store::AnnotationStore> store_;
};

} // namespace mw::ui
