#include "test_ui.h"

#include <QDir>
#include <QFile>
#include <QKeySequence>
#include <QLibraryInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

namespace {

QString manualPage(const QString& name) {
    QFile file(QStringLiteral(MW_MANUAL "/") + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What a section of a page has in it that no translator writes anew.
struct PagePart {
    QString heading; ///< "## Name"
    QString text;    ///< in one line, without its examples
    QStringList examples;
    int items = 0;
};

std::vector<PagePart> partsOf(const QString& page) {
    std::vector<PagePart> sections;
    for (const QString& line : page.split('\n')) {
        if (line.startsWith('#') || sections.empty()) {
            sections.push_back({line, {}, {}, 0});
        } else if (line.startsWith(QLatin1String("    "))) {
            sections.back().examples << line;
        } else {
            sections.back().items += line.startsWith(QLatin1String("- ")) ? 1 : 0;
            sections.back().text += line.trimmed() + ' ';
        }
    }
    return sections;
}

/// Everything that fits, sorted: another language has its own order of words.
QStringList fitting(const QString& text, const char* pattern) {
    const QRegularExpression what(QString::fromUtf8(pattern),
                                  QRegularExpression::UseUnicodePropertiesOption);
    QStringList all;
    for (auto match = what.globalMatch(text); match.hasNext();)
        all << match.next().captured();
    all.sort();
    return all;
}

/// Keys as programs write them: "Ctrl+Shift+A" of "Strg+Umschalt+A". What is no key, or not as the
/// menus of that language have it, gets a question mark.
QStringList portableKeys(const QString& text, QKeySequence::SequenceFormat format) {
    QStringList keys;
    for (const QString& word : fitting(text, R"((?:\p{L}+\+)+[\p{L}\d]+|\bF\d+\b)")) {
        // Qt reads English names in every language: "Alt+Home" is a key, but not in a German menu.
        const auto key = QKeySequence::fromString(word, format);
        keys << (key.toString(format) == word ? key.toString() : QString(word + '?'));
    }
    keys.sort();
    return keys;
}

} // namespace

/// The pages of the manual in other languages against the English ones: what was added to one, or
/// taken out of it, and not to the other.
class ManualTest : public QObject {
    Q_OBJECT

private slots:
    void translationsHaveWhatTheEnglishPageHas_data();
    void translationsHaveWhatTheEnglishPageHas();
};

void ManualTest::translationsHaveWhatTheEnglishPageHas_data() {
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("language");
    for (const QString& file :
         QDir(QStringLiteral(MW_MANUAL)).entryList({QStringLiteral("*.*.md")})) {
        const QStringList parts = file.split('.');
        QTest::newRow(qPrintable(file)) << parts[0] << parts[1];
    }
}

void ManualTest::translationsHaveWhatTheEnglishPageHas() {
    QFETCH(QString, page);
    QFETCH(QString, language);
    // Which words are on the keys, Qt knows.
    QTranslator ofQt;
    QVERIFY(ofQt.load(QLocale(language), QStringLiteral("qtbase"), QStringLiteral("_"),
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath)));
    QCoreApplication::installTranslator(&ofQt);
    const std::vector<PagePart> english = partsOf(manualPage(page + ".md")),
                                other = partsOf(manualPage(page + '.' + language + ".md"));
    QVERIFY(english.size() > 5);
    QStringList faults;
    const auto expect = [&](const PagePart& section, const QStringList& is,
                            const QStringList& wanted) {
        if (is != wanted)
            faults << section.heading + ": " + is.join(' ') + "\n  instead of " + wanted.join(' ');
    };
    QCOMPARE(other.size(), english.size());
    for (std::size_t i = 0; i < english.size(); ++i) {
        const PagePart &from = english[i], &to = other[i];
        expect(to, {to.heading.section(' ', 0, 0)}, {from.heading.section(' ', 0, 0)});
        expect(to, {QString::number(to.items)}, {QString::number(from.items)});
        expect(to, to.examples, from.examples);
        for (const char* const pattern : {
                 "`[^`]+`", // code; then options, variables and files
                 R"(\*\*(?:[-~][^*]+|[^* ]*[/:_][^* ]+|mergewindow)\*\*)",
                 R"((?<!\*)\*\p{Lu}+\*(?!\*))",  // names of values
                 R"([a-z-]+\(\d\)|\]\([^)]*\))", // other pages, links
             })
            expect(to, fitting(to.text, pattern), fitting(from.text, pattern));
        expect(to, portableKeys(to.text, QKeySequence::NativeText),
               portableKeys(from.text, QKeySequence::PortableText));
        // Of what is translated, how much there is.
        for (const char* const pattern : {R"(\*\*[^*]+\*\*)", "›"})
            expect(to, {QString::number(fitting(to.text, pattern).size())},
                   {QString::number(fitting(from.text, pattern).size())});
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
}

MW_UI_TEST(ManualTest)
#include "manual_test.moc"
