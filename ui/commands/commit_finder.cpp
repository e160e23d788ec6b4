#include "commands/commit_finder.h"

#include "store/sql/error.h"

#include <algorithm>
#include <utility>

namespace mw::ui {

namespace {

constexpr std::int64_t mostChangesets = 10, mostMerges = 4;
constexpr qsizetype shortest = 3;

bool isWordLetter(QChar c) {
    return c.isLetterOrNumber() || c == QLatin1Char('_');
}

/// Without what stands around a word in a sentence or in a title: "net:" is net.
QString bareWord(QString word) {
    word.remove(QLatin1Char('"'));
    while (!word.isEmpty() && !isWordLetter(word.back()))
        word.chop(1);
    while (!word.isEmpty() && !isWordLetter(word.front()))
        word.remove(0, 1);
    return word;
}

void appendRows(std::vector<store::CommitRow>& rows, store::Reader& reader,
                store::CommitQuery query, std::int64_t most) {
    query.limit = most;
    for (store::CommitRow& row : reader.rows(reader.find(query)))
        if (std::ranges::find(rows, row.id, &store::CommitRow::id) == rows.end())
            rows.push_back(std::move(row));
}

std::vector<store::CommitRow> searchTitles(store::Reader& reader, const std::string& words,
                                           store::RowId release) {
    std::vector<store::CommitRow> rows;
    store::CommitQuery query;
    query.sort = store::SortKey::rank;
    const auto look = [&] {
        query.text = words;
        appendRows(rows, reader, query, mostChangesets);
        query.text = words + " is:merge";
        appendRows(rows, reader, query, mostMerges);
    };
    if (release != 0) {
        query.release = release;
        look();
        query.release.reset();
    }
    if (std::ssize(rows) < mostChangesets)
        look();
    return rows;
}

} // namespace

QString titleQuery(const QString& typed) {
    QStringList terms;
    bool any = false;
    for (const QString& word : typed.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString bare = bareWord(word);
        if (bare.isEmpty())
            continue;
        any = any || bare.size() >= shortest;
        const bool start = bare.size() >= shortest && std::ranges::all_of(bare, isWordLetter);
        terms << QStringLiteral("subject:") +
                     (start ? QString(bare + QLatin1Char('*'))
                            : QString(QLatin1Char('"') + bare + QLatin1Char('"')));
    }
    return any ? terms.join(QLatin1Char(' ')) : QString();
}

CommitFinder::CommitFinder(QString database, QObject* parent)
    : QObject(parent), database_(std::move(database)) {}

CommitFinder::~CommitFinder() = default;

void CommitFinder::find(const QString& typed, store::RowId release) {
    if (thread_)
        thread_->cancel();
    const QString query = titleQuery(typed);
    if (query.isEmpty()) {
        emit found(typed, {});
        return;
    }
    if (!thread_)
        thread_ = std::make_unique<WorkThread<LazyReader>>(QStringLiteral("titles"), database_);
    thread_->run(
        this,
        [query = query.toStdString(), release](LazyReader& reader, const std::stop_token&) {
            return searchTitles(reader.get(), query, release);
        },
        [this, typed](const std::vector<store::CommitRow>& rows) { emit found(typed, rows); },
        // The list, which reads the same database, says what is wrong with it; more words than a
        // query can have are in no title.
        [this, typed](const std::exception&) { emit found(typed, {}); });
}

} // namespace mw::ui
