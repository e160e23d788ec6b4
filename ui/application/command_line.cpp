#include "application/command_line.h"

#include "application/application.h"
#include "application/translations.h"
#include "base/error.h"
#include "completion/scripts.h"
#include "session/open_target.h"
#include "store/db/database_file.h"
#include "text/engine_text.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace mw::ui {

namespace {

struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(mw::ui::CommandLine)
};

[[noreturn]] void endWithUsage(const QString& mistake) {
    std::fputs(qPrintable(mistake + QLatin1Char('\n') + CommandLine::tr("Try mergewindow --help.") +
                          QLatin1Char('\n')),
               stderr);
    std::exit(2); // NOLINT(concurrency-mt-unsafe): there is no other thread yet
}

/// Prints what a shell reads to complete this command line, and ends.
[[noreturn]] void endWithCompletion(const QList<QCommandLineOption>& options,
                                    const QString& shell) {
    completion::Program program;
    program.name = "mergewindow";
    for (const QCommandLineOption& option : options) {
        if (option.flags() & QCommandLineOption::HiddenFromHelp)
            continue;
        const std::string value = option.valueName().toStdString();
        QString phrase = option.description();
        if (phrase.endsWith(QLatin1Char('.')))
            phrase.chop(1);
        completion::Option known{
            {}, phrase.toStdString(), {completion::kind_of_name(value), value, {}, false, false}};
        for (const QString& name : option.names())
            known.names.push_back((name.size() == 1 ? "-" : "--") + name.toStdString());
        program.options.push_back(known);
    }
    program.arguments.push_back({{}, {}, {completion::ValueKind::file, "WHAT", {}, false, true}});
    try {
        std::fputs(completion::script(program, shell.toStdString()).c_str(), stdout);
    } catch (const base::Error& error) {
        endWithUsage(errorText(error));
    }
    std::exit(0); // NOLINT(concurrency-mt-unsafe): there is no other thread yet
}

/// Whether --help, --version or a short form of them is among the arguments, or what else is
/// answered in words.
bool asksForWords(int argc, char** argv) {
    static constexpr std::array words{"-h", "--help",    "--help-all",
                                      "-v", "--version", "--completion"};
    return std::any_of(argv + 1, argv + argc, [](const char* argument) {
        return std::ranges::any_of(
            words, [argument](const char* word) { return std::strcmp(argument, word) == 0; });
    });
}

void takeArgument(const QString& argument, StartOptions& options) {
    const Target target = targetOfArgument(argument, options.database);
    const auto once = [&](QString& field) {
        if (!field.isEmpty() && field != target.value)
            endWithUsage(
                CommandLine::tr("“%1” and “%2” cannot both be opened.").arg(field, target.value));
        field = target.value;
    };
    switch (target.kind) {
    case Target::Kind::None:
        if (!isAddress(argument))
            endWithUsage(target.why);
        options.mistake = target.why;
        return;
    case Target::Kind::Commit:
        return once(options.commit);
    case Target::Kind::Release:
        return once(options.release);
    case Target::Kind::Repository:
        return once(options.repository);
    case Target::Kind::Configuration:
        return once(options.configuration);
    case Target::Kind::Document:
        options.documents << target.value;
    }
}

/// What whoever started this process lets it do with its window.
QByteArray activation() {
    const QByteArray token = qgetenv("XDG_ACTIVATION_TOKEN");
    return token.isEmpty() ? qgetenv("DESKTOP_STARTUP_ID") : token;
}

void addWhatToOpen(QCommandLineParser& parser) {
    parser.addPositionalArgument(
        QStringLiteral("what"),
        CommandLine::tr("A commit id, a release or its tag, a document (.md, .html, .txt), a "
                        "kernel's configuration, the folder of a clone to import from, or an "
                        "address mergewindow:commit/ID."),
        QStringLiteral("[WHAT…]"));
}

} // namespace

void answerWithoutDisplay(int argc, char** argv) {
    if (argc < 2 || !asksForWords(argc, argv))
        return;
    const QCoreApplication application(argc, argv);
    nameApplication();
    installTranslations();
    parseCommandLine();
}

StartOptions parseCommandLine() {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        CommandLine::tr("A browser for what went into a Linux release."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    addWhatToOpen(parser);
    const QCommandLineOption database(
        QStringLiteral("db"), CommandLine::tr("Use this database instead of the usual one."),
        QStringLiteral("FILE"));
    const QCommandLineOption release(QStringLiteral("release"),
                                     CommandLine::tr("Open this release."), QStringLiteral("NAME"));
    const QCommandLineOption filter(QStringLiteral("filter"),
                                    CommandLine::tr("Start with this filter."),
                                    QStringLiteral("QUERY"));
    const QCommandLineOption commit(QStringLiteral("commit"), CommandLine::tr("Show this commit."),
                                    QStringLiteral("ID"));
    const QCommandLineOption files(QStringLiteral("files"),
                                   CommandLine::tr("Show commits by their files and diffs."));
    QCommandLineOption measureStart(QStringLiteral("measure-start"));
    measureStart.setFlags(QCommandLineOption::HiddenFromHelp);
    // What the build makes shell completion with.
    QCommandLineOption completion(QStringLiteral("completion"), {}, QStringLiteral("SHELL"));
    completion.setFlags(QCommandLineOption::HiddenFromHelp);
    const QCommandLineOption screenshot(
        QStringLiteral("screenshot"),
        CommandLine::tr("Draw the window into FILE once everything is shown, and end. Neither "
                        "reads nor changes the remembered layout."),
        QStringLiteral("FILE"));
    const QList<QCommandLineOption> all{database, release,    filter,       commit,
                                        files,    screenshot, measureStart, completion};
    parser.addOptions(all);
    if (!parser.parse(QCoreApplication::arguments()))
        endWithUsage(parser.errorText());
    if (parser.isSet(help))
        parser.showHelp();
    if (parser.isSet(version))
        parser.showVersion();
    if (parser.isSet(completion))
        endWithCompletion(all + QList{help, version}, parser.value(completion));

    const QString file =
        parser.isSet(database)
            ? parser.value(database)
            : QString::fromStdU16String(store::default_database_file().u16string());
    StartOptions options;
    options.database = QFileInfo(file).absoluteFilePath();
    options.release = parser.value(release);
    options.filter = parser.value(filter);
    options.commit = parser.value(commit);
    options.files = parser.isSet(files);
    options.measureStart = parser.isSet(measureStart);
    options.screenshot = parser.value(screenshot);
    options.activation = activation();
    for (const QString& argument : parser.positionalArguments())
        takeArgument(argument, options);
    return options;
}

} // namespace mw::ui
