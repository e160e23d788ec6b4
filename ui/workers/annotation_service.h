#pragma once

#include "workers/annotation_engine.h"
#include "workers/work_thread.h"

#include <QObject>

namespace mw::ui {

/// The window's way to write: hands what a person does to an AnnotationEngine on a thread of its
/// own, which does one thing after the other in the order asked for, and passes on what came of it.
/// Every request returns at once. GUI thread. Owns the thread; the destructor lets it finish what
/// was asked for.
class AnnotationService : public QObject {
    Q_OBJECT

public:
    explicit AnnotationService(const QString& database, QObject* parent = nullptr);

    void apply(const PersonalChangePtr& change, ChangeStep step);
    void requestMarks();
    /// Every imported release, by the rules as they are now.
    void sortAnew();
    void readSectionOverrides(const QString& file);
    void writeSectionOverrides(const QString& file);

    /// Waits for all that was asked for, and gives out its signals before it returns.
    void settle() { thread_.settle(); }

signals:
    void applied(const mw::ui::PersonalChangePtr& change, mw::ui::ChangeStep step);
    /// Nothing was changed; why, in a sentence.
    void refused(const mw::ui::PersonalChangePtr& change, mw::ui::ChangeStep step,
                 const QString& sentence);
    /// Last changed first; without what was only read.
    void marks(const std::vector<mw::store::Annotation>& marks);
    void sorted(int releases, double seconds);
    void rulesMistaken(const QString& sentence, const QString& file, int line);
    void choicesRead(const mw::ui::PersonalChangePtr& change);
    void choicesWritten(const QString& file, int choices);
    void failed(const QString& sentence);

private:
    /// work(engine) in its turn, whatever ends before that, then done(its result).
    template <typename Work, typename Done>
    void run(Work work, Done done);

    WorkThread<AnnotationEngine> thread_;
};

} // namespace mw::ui
