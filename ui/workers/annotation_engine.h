#pragma once

#include "store/read/reader.h"
#include "store/user/annotations.h"
#include "workers/annotation_change.h"

#include <QCoreApplication>
#include <QString>

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <variant>
#include <vector>

namespace mw::ui {

/// Every imported release was classified by the rules as they are now.
struct Reclassified {
    int releases = 0;
    double seconds = 0;
};

/// What is wrong with the rules, which were then left as they were.
struct RulesMistake {
    QString sentence, file;
    int line = 0; ///< 0 where the rules are wrong as a whole
};

/// Writes what a person makes of commits. Belongs to the thread that uses it, and opens the
/// database when it is first asked for. Everything throws store::Error.
class AnnotationEngine {
    Q_DECLARE_TR_FUNCTIONS(AnnotationEngine)

public:
    explicit AnnotationEngine(const QString& database) : database_(database.toStdU16String()) {}

    void apply(AnnotationChange& change, ChangeStep step);
    /// Last changed first; without what was only read.
    std::vector<store::Annotation> marks();
    std::variant<Reclassified, RulesMistake> reclassify();
    /// Not done yet: the change that would take the overrides over.
    PersonalChangePtr readSectionOverrides(const QString& file);
    /// How many were written.
    int writeSectionOverrides(const QString& file);

private:
    store::Reader& reader();
    void resolve(AnnotationChange& change);
    void write(AnnotationChange& change, ChangeStep step);

    const std::filesystem::path database_;
    std::optional<store::Reader> reader_;
    std::unique_ptr<store::AnnotationStore> store_;
};

} // namespace mw::ui
