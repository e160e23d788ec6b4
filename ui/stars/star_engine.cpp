#include "stars/star_engine.h"

#include "store/language/query_quoting.h"
#include "text/format.h"

namespace mw::ui {

QString starTerm(const store::Star& star) {
    switch (star.kind) {
    case store::Star::Kind::path:
        return toQString("path:" + store::quoted_if_needed(star.name));
    case store::Star::Kind::person:
        return toQString(store::whole_term("author", star.name));
    case store::Star::Kind::subsystem:
        break;
    }
    return toQString(store::whole_term("subsystem", star.name));
}

StarLines StarEngine::lines(store::RowId release, std::optional<Seconds> asOf,
                            const std::stop_token& stop) {
    StarLines all;
    if (!reader_)
        reader_.emplace(database_);
    const auto count = [&](const QString& text) {
        store::CommitQuery query;
        query.release = release;
        query.as_of = asOf;
        query.text = text.toStdString();
        return stop.stop_requested() ? 0 : static_cast<qint64>(reader_->find(query).size());
    };
    for (const store::Star& star : store::Stars(database_, store::Access::read).all())
        all.lines.push_back({star, starTerm(star), count(starTerm(star))});
    all.changesets = all.lines.empty() ? 0 : count(QStringLiteral("is:mine"));
    return all;
}

bool StarEngine::turn(store::Star::Kind kind, const std::string& name) {
    store::Stars stars(database_);
    if (stars.remove(kind, name))
        return false;
    return stars.add(kind, name);
}

} // namespace mw::ui
