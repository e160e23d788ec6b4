#include "application/application.h"
#include "base/system/atomic_file.h"
#include "classify/rules.h"
#include "classify/sections.h"
#include "document/read/read_document.h"
#include "git/objects/repository.h"
#include "importer/data/data_files.h"
#include "manual/manual_dialog.h"
#include "store/language/query_parser.h"
#include "store/read/reader.h"
#include "store/user/section_overrides.h"
#include "test_ui.h"
#include "text/engine_text.h"
#include "text/engine_words.h"
#include "text/format.h"
#include "tour/checks.h"
#include "tour/states.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QTreeWidget>
#include <QXmlStreamReader>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>

Q_DECLARE_METATYPE(std::function<void()>)

using namespace mw::ui;

namespace {

struct Text {
    QString context, source;
    QStringList translations;
    bool plural = false, finished = true;
};

std::vector<Text> read(const QString& file) {
    QFile input(file);
    std::vector<Text> texts;
    if (!input.open(QIODevice::ReadOnly))
        return texts;
    QXmlStreamReader xml(&input);
    QString context;
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement())
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            texts.push_back({context, {}, {}, xml.attributes().hasAttribute("numerus"), true});
        } else if (xml.name() == QLatin1String("source")) {
            texts.back().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            texts.back().finished = !xml.attributes().hasAttribute("type");
            if (!texts.back().plural)
                texts.back().translations << xml.readElementText();
        } else if (xml.name() == QLatin1String("numerusform")) {
            texts.back().translations << xml.readElementText();
        }
    }
    return texts;
}

/// %1, %2, %n and the like, and those of the engine, {0} for the first: each once, sorted.
QStringList placesIn(const QString& text) {
    static const QRegularExpression place(QStringLiteral("%(?:L?n|L?\\d)"));
    QStringList places;
    for (auto found = place.globalMatch(text); found.hasNext();)
        places << found.next().captured();
    static const QRegularExpression ofEngine(QStringLiteral("\\{(\\d?)\\}"));
    int next = 0;
    for (auto found = ofEngine.globalMatch(text); found.hasNext();) {
        const QString number = found.next().captured(1);
        places << QStringLiteral("{%1}").arg(number.isEmpty() ? next++ : number.toInt());
    }
    places.removeDuplicates();
    places.sort();
    return places;
}

/// Knows what our translation does not.
class Listener : public QTranslator {
public:
    explicit Listener(const std::vector<Text>& ours) {
        for (const Text& text : ours)
            contexts_ << text.context;
    }

    QString translate(const char* context, const char* source, const char* comment,
                      int n) const override {
        const QString text = QTranslator::translate(context, source, comment, n);
        // Qt has texts of its own, and translates them itself.
        if (text.isEmpty() && source && *source &&
            (contexts_.contains(QLatin1String(context)) ||
             QLatin1String(context).startsWith(QLatin1String("mw::"))))
            missing_ << QLatin1String(context) + QLatin1String(": ") + QString::fromUtf8(source);
        return text;
    }

    QStringList missing() const { return missing_.values(); }

private:
    QSet<QString> contexts_;
    mutable QSet<QString> missing_;
};

} // namespace

/// The window on a German desktop, and the translations themselves.
class TranslationTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
    void translationsKeepWhatIsFilledIn_data();
    void translationsKeepWhatIsFilledIn();
    void countedThingsArePlurals();
    void engineWordsAreThoseOfTheEngine();
    void theEngineSpeaksGerman_data();
    void theEngineSpeaksGerman();
    void aMistakeInTheSearchIsGerman();
    void theWindowIsGerman();
    void theManualIsGerman();
    void theManualNamesMenusAsTheWindowDoes();
    void countsHaveTheirPluralForm();
    void statesAreWhollyGerman_data();
    void statesAreWhollyGerman();

private:
    std::unique_ptr<TourDatabase> database_;
    QTemporaryDir folder_; ///< for files that are none of ours
};

void TranslationTest::initTestCase() {
    setUpApplication();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    database_ = std::make_unique<TourDatabase>();
}

void TranslationTest::everyTextIsTranslated_data() {
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(MW_TRANSLATIONS));
    for (const QString& file : folder.entryList({QStringLiteral("*.ts")}))
        QTest::newRow(qPrintable(file)) << folder.filePath(file);
}

void TranslationTest::everyTextIsTranslated() {
    QFETCH(QString, file);
    const std::vector<Text> texts = read(file);
    QVERIFY(texts.size() > 20);
    for (const Text& text : texts) {
        QVERIFY2(text.finished, qPrintable(text.context + ": " + text.source));
        QCOMPARE(text.translations.size(), text.plural ? 2 : 1);
        for (const QString& translation : text.translations)
            QVERIFY2(!translation.isEmpty(), qPrintable(text.context + ": " + text.source));
    }
}

void TranslationTest::translationsKeepWhatIsFilledIn_data() {
    everyTextIsTranslated_data();
}

void TranslationTest::translationsKeepWhatIsFilledIn() {
    QFETCH(QString, file);
    const auto edges = [](const QString& text) {
        return std::pair(text.startsWith(QLatin1Char(' ')), text.endsWith(QLatin1Char(' ')));
    };
    const auto hasLetter = [](const QString& text) {
        return !QKeySequence::mnemonic(text).isEmpty();
    };
    for (const Text& text : read(file)) {
        const QByteArray what = (text.context + ": " + text.source).toUtf8();
        for (const QString& translation : text.translations) {
            QStringList wanted = placesIn(text.source), found = placesIn(translation);
            // The form for one may do without the number.
            if (text.plural && translation == text.translations.constFirst())
                for (const QString number : {"%n", "%Ln"}) {
                    wanted.removeAll(number);
                    found.removeAll(number);
                }
            QVERIFY2(found == wanted, what);
            QVERIFY2(edges(translation) == edges(text.source), what);
            QVERIFY2(hasLetter(translation) == hasLetter(text.source), what);
            QVERIFY2(text.source.contains('\n') == translation.contains('\n'), what);
        }
    }
}

/// "%1 changesets" says "1 changesets": a count of something is tr()'s %Ln, in every language.
void TranslationTest::countedThingsArePlurals() {
    static const QRegularExpression counted(QStringLiteral(
        "(?:%L?\\d|\\b1) (?:[a-z]+ )?(?:changeset|commit|file|folder|line|message|release|pull|"
        "merge|section|subsystem|domain|entr(?:y|ies)|people|person|more\\b)"));
    for (const Text& text : read(QStringLiteral(MW_TRANSLATIONS "/mergewindow_de.ts"))) {
        // The engine has a pattern of its own for one.
        QVERIFY2(text.plural || text.context == QLatin1String("mw::engine") ||
                     !counted.match(text.source).hasMatch(),
                 qPrintable(text.context + ": " + text.source));
        // So that large counts are written as the locale does.
        QVERIFY2(!text.source.contains(QLatin1String("%n")), qPrintable(text.source));
    }
}

void TranslationTest::engineWordsAreThoseOfTheEngine() {
    QSet<QString> known, wanted;
    for (const char* const word : engineWords)
        known << QString::fromUtf8(word);
    for (const auto section : mw::classify::all_sections())
        wanted << toQString(mw::classify::title(section));
    for (const auto subgroup : mw::classify::all_subgroups())
        wanted << toQString(mw::classify::title(subgroup));
    QCOMPARE(known, wanted);
}

void TranslationTest::theEngineSpeaksGerman_data() {
    QTest::addColumn<std::function<void()>>("fails");
    QTest::addColumn<QString>("german");
    namespace fs = std::filesystem;
    const fs::path folder(folder_.path().toStdString()), none = folder / "none",
                                                         text = folder / "a";
    std::ofstream(text) << "no database, no rules, no configuration\n";
    const auto row = [](const char* name, const std::function<void()>& fails, const char* german) {
        QTest::newRow(name) << fails << QString::fromUtf8(german);
    };
    row(
        "no clone", [=] { mw::git::Repository repository(none); }, "Den Ordner .* gibt es nicht");
    row(
        "no repository", [=] { mw::git::Repository repository(folder); }, "kein Git-Repository");
    row(
        "no revision",
        [this] { mw::git::Repository(database_->clone().toStdString()).resolve_commit("v99"); },
        "hat keine Revision „v99“");
    row(
        "no database", [=] { mw::store::Reader reader(none); }, "gibt es noch nicht");
    row(
        "no database of ours", [=] { mw::store::Reader reader(text); },
        "ist keine SQLite-Datenbank.* Verschieben Sie");
    row(
        "no document", [=] { mw::document::read_article(none); },
        "Wählen Sie eine Markdown-, HTML- oder Textdatei");
    row(
        "no folder", [=] { mw::base::write_file(none / "b", "text"); },
        "kann nicht geschrieben werden: Den Ordner gibt es nicht");
    row(
        "no rules", [=] { mw::classify::Rules::parse("[[rule]]\nsection = 'core'\nx = 1", "r"); },
        "r, Zeile 3: 'x' ist kein bekannter Schlüssel");
    row(
        "no rules file", [=] { mw::classify::Rules::load(none); }, "nicht als Datei von Regeln");
    row(
        "no query", [=] { mw::store::parse_query("(a"); }, "Diese Klammer wird nie geschlossen");
    row(
        "no data", [] { mw::importer::data_file("none.tsv"); }, "ist nicht installiert");
    row(
        "no choices",
        [=] {
            std::istringstream stream("0123\tcore\n");
            mw::store::read_section_overrides(stream, "f");
        },
        "f, Zeile 1: „0123“ ist keine Commit-Id");
}

/// Errors of each part of the engine, one wrapped in another among them: each in German, without
/// the command line's options.
void TranslationTest::theEngineSpeaksGerman() {
    QFETCH(std::function<void()>, fails);
    QFETCH(QString, german);
    Listener listener(read(QStringLiteral(MW_TRANSLATIONS "/mergewindow_de.ts")));
    QVERIFY(listener.load(QStringLiteral(":/i18n/mergewindow_de.qm")));
    QCoreApplication::installTranslator(&listener);
    const auto remove = qScopeGuard([&] { QCoreApplication::removeTranslator(&listener); });
    QString text;
    try {
        fails();
    } catch (const std::exception& error) {
        text = errorText(error);
    }
    QVERIFY2(text.contains(QRegularExpression(german)), qPrintable(text));
    QVERIFY2(!text.contains(QLatin1String("--db")), qPrintable(text));
    QVERIFY2(listener.missing().isEmpty(), qPrintable(listener.missing().join('\n')));
}

void TranslationTest::aMistakeInTheSearchIsGerman() {
    Stage stage(database_->file(), database_->clone(), laptopSize);
    QVERIFY(stage.open());
    stage.writeQuery("section:nowhere"); // no list comes of it
    QTRY_VERIFY(std::ranges::any_of(stage.window().findChildren<QLabel*>(), [](QLabel* label) {
        return label->isVisible() && label->text().contains("„nowhere“ ist kein Abschnitt");
    }));
}

void TranslationTest::theWindowIsGerman() {
    Stage stage(database_->file(), database_->clone(), laptopSize);
    QVERIFY(stage.open());
    const QList<QAction*> menus = stage.find<QMenuBar>("menuBar")->actions();
    QCOMPARE(menus.front()->text(), QString("&Datei"));
    QCOMPARE(menus.back()->text(), QString("&Hilfe"));
    QCOMPARE(stage.table().model()->headerData(0, Qt::Horizontal).toString(), QString("Titel"));
    QVERIFY(stage.find<QLabel>("count")->text().startsWith("26 Changesets"));
    QVERIFY(stage.choose("net: dev"));
    QTRY_VERIFY(stage.find<QLabel>("summary")->text().contains("1 Datei"));
    QCOMPARE(sectionTitle(mw::classify::Section::networking), QString("Netzwerk"));
    // What Qt says itself.
    QVERIFY(stage.trigger("actionPut"));
    QStringList buttons;
    for (const QPushButton* const button : stage.window().findChildren<QPushButton*>())
        buttons << QString(button->text()).remove('&');
    QVERIFY2(buttons.contains("Abbrechen"), qPrintable(buttons.join(", ")));
}

/// Of the window alone: the command line speaks English.
void TranslationTest::theManualIsGerman() {
    Stage stage(database_->file(), database_->clone(), laptopSize);
    QVERIFY(stage.open());
    QVERIFY(stage.trigger("actionManual"));
    auto* const manual = stage.find<ManualDialog>();
    QVERIFY(manual);
    auto* const contents = manual->findChild<QTreeWidget*>("contents");
    QCOMPARE(contents->topLevelItemCount(), 2);
    QCOMPARE(contents->topLevelItem(0)->text(0), QString("Das Fenster"));
    QCOMPARE(contents->topLevelItem(1)->text(0), QString("The command line"));
    QVERIFY(manual->plainText().contains("Strg+F1 alle Tasten"));
    QVERIFY(!manual->plainText().contains("mergewindow - browse"));
}

void TranslationTest::theManualNamesMenusAsTheWindowDoes() {
    Stage stage(database_->file(), database_->clone(), laptopSize);
    QVERIFY(stage.open());
    const QStringList faults =
        unknownCommands(stage.window(), QStringLiteral(MW_MANUAL "/mergewindow.de.md"));
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
}

void TranslationTest::countsHaveTheirPluralForm() {
    mw::store::Release release;
    release.changesets = 1;
    release.merges = 2;
    release.pulls = 1;
    release.files = 9801;
    QCOMPARE(releaseSummary(release).section(" · ", 0, 2),
             QString("1 Changeset · 2 Merges, davon 1 Pull · 9.801 Dateiänderungen"));
}

void TranslationTest::statesAreWhollyGerman_data() {
    QTest::addColumn<int>("state");
    int number = 0;
    for (const TourState& state : tourStates()) {
        // These open what they open by its English name.
        if (!QByteArray(state.name).startsWith("menu-"))
            QTest::newRow(state.name) << number;
        ++number;
    }
}

void TranslationTest::statesAreWhollyGerman() {
    QFETCH(int, state);
    Listener listener(read(QStringLiteral(MW_TRANSLATIONS "/mergewindow_de.ts")));
    QVERIFY(listener.load(QStringLiteral(":/i18n/mergewindow_de.qm")));
    QCoreApplication::installTranslator(&listener);
    const auto remove = qScopeGuard([&] { QCoreApplication::removeTranslator(&listener); });
    Stage stage(database_->file(), database_->clone(), laptopSize);
    QVERIFY(tourStates()[static_cast<std::size_t>(state)].go(stage));
    QVERIFY2(listener.missing().isEmpty(), qPrintable(listener.missing().join('\n')));
    // German words are longer, and have other letters.
    QStringList faults;
    const bool inOrder = QTest::qWaitFor(
        [&] {
            faults.clear();
            for (QWidget* const shown : Stage::shown())
                faults << doubleMnemonics(*shown) << cutOffWidgets(*shown);
            return faults.isEmpty();
        },
        2'000);
    QVERIFY2(inOrder, qPrintable(faults.join('\n')));
}

namespace {

int onAGermanDesktop(int argc, char** argv) {
    // What a German desktop sets.
    qputenv("LANGUAGE", "de");
    qputenv("LC_ALL", "de_DE.UTF-8");
    QApplication application(argc, argv);
    TranslationTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace

MW_UI_TEST_WITH_MAIN(TranslationTest, onAGermanDesktop)
#include "translation_test.moc"
