#include "compare/compare_tables.h"

#include "base/calendar.h"
#include "text/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <numeric>

namespace mw::ui {

namespace {

struct Compare {
    Q_DECLARE_TR_FUNCTIONS(Compare)
};

QString nameOf(const ReleasesCompared& compared, std::size_t side) {
    return toQString(compared.releases[side].name);
}

qint64 changesetsOf(const ReleasesCompared& compared, std::size_t side) {
    return compared.totals[side].changesets;
}

double shareOf(qint64 part, qint64 whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

QString decimalText(double number) {
    return QLocale().toString(number, 'f', 1);
}

/// "+1,234", "−12", "0".
QString signedText(qint64 number) {
    const QString digits = countText(std::abs(number));
    if (number == 0)
        return digits;
    return (number < 0 ? QStringLiteral("−") : QStringLiteral("+")) + digits;
}

QString signedPoints(double points) {
    const QString digits = decimalText(std::abs(points));
    if (digits == decimalText(0))
        return digits;
    return (points < 0 ? QStringLiteral("−") : QStringLiteral("+")) + digits;
}

TableCell unknownCell(const QString& why) {
    return {QStringLiteral("—"), -1.0, why, {}, 0, TextColor::Dimmed};
}

TableCell countCell(qint64 count) {
    return {countText(count), count};
}

/// A line of the totals: a name, what it is in each release, and how that changed.
using Value = std::function<std::optional<double>(const store::Totals&)>;
struct TotalsLine {
    QString name, unknown;
    Value value;
    bool days = false;
};

QString totalText(const TotalsLine& line, double value) {
    return line.days ? decimalText(value) : countText(static_cast<qint64>(value));
}

std::vector<TableCell> totalsRow(const ReleasesCompared& compared, const TotalsLine& line) {
    std::vector<TableCell> row{{line.name}};
    std::vector<std::optional<double>> values;
    double most = 0;
    for (const store::Totals& totals : compared.totals) {
        values.push_back(line.value(totals));
        most = std::max(most, values.back().value_or(0));
    }
    for (const auto& value : values) {
        if (!value) {
            row.push_back(unknownCell(line.unknown));
            continue;
        }
        row.push_back({totalText(line, *value), *value});
        row.back().share = most > 0 ? *value / most : 0;
    }
    if (values.size() < 2)
        return row;
    if (!values.front() || !values.back()) {
        row.push_back(unknownCell(line.unknown));
        row.push_back(unknownCell(line.unknown));
        return row;
    }
    const double more = *values.back() - *values.front();
    row.push_back({line.days ? signedPoints(more) : signedText(std::llround(more)), more});
    if (*values.front() == 0)
        row.push_back(unknownCell(Compare::tr("There was nothing before")));
    else
        row.push_back({signedPoints(100 * more / *values.front()) + Compare::tr(" %"),
                       more / *values.front()});
    return row;
}

std::vector<TotalsLine> totalsLines() {
    const auto number = [](std::int64_t store::Totals::*member) {
        return Value([member](const store::Totals& totals) {
            return std::optional<double>(static_cast<double>(totals.*member));
        });
    };
    const auto maybe = [](std::optional<std::int64_t> store::Totals::*member, double unit = 1) {
        return Value([member, unit](const store::Totals& totals) {
            const auto& value = totals.*member;
            return value ? std::optional<double>(static_cast<double>(*value) / unit) : std::nullopt;
        });
    };
    using T = store::Totals;
    const QString lines = Compare::tr("Lines are not counted");
    const QString past = Compare::tr("The database has nothing from before this release: import "
                                     "the one before it to see who is new");
    const QString rc1 = Compare::tr("The range has no -rc1 tag");
    return {{Compare::tr("Changesets"), {}, number(&T::changesets)},
            {Compare::tr("Merges"), {}, number(&T::merges)},
            {Compare::tr("Pulls"), {}, number(&T::pulls)},
            {Compare::tr("File changes"), {}, number(&T::files)},
            {Compare::tr("Lines added"), lines, maybe(&T::insertions)},
            {Compare::tr("Lines removed"), lines, maybe(&T::deletions)},
            {Compare::tr("Authors"), {}, number(&T::authors)},
            {Compare::tr("First-time authors"), past, maybe(&T::first_time_authors)},
            {Compare::tr("New hardware"), {}, number(&T::new_hardware)},
            {Compare::tr("Days of the merge window"), rc1, maybe(&T::window, one_day), true},
            {Compare::tr("Days of stabilisation"), rc1, maybe(&T::stabilisation, one_day), true}};
}

/// A count that leads to the changesets behind it.
TableCell leadingCell(const ReleasesCompared& compared, std::size_t side, const QString& name,
                      const std::string& query, qint64 count) {
    TableCell cell = countCell(count);
    if (count == 0) {
        cell.tone = TextColor::Dimmed;
        return cell;
    }
    cell.target = {nameOf(compared, side), toQString(query), {}, compared.sides[side].as_of};
    cell.toolTip = Compare::tr("%1: show the %Ln changeset(s) of %2", nullptr, pluralOf(count))
                       .arg(name, nameOf(compared, side));
    return cell;
}

/// Hardware as a whole stands before its groups.
std::vector<store::Compared> withHardware(const ReleasesCompared& compared) {
    std::vector<store::Compared> places;
    const std::string hardware(classify::key(classify::Section::hardware));
    store::Compared whole{hardware, "section:" + hardware,
                          std::vector<std::int64_t>(compared.sides.size())};
    std::optional<std::size_t> first;
    for (const store::Compared& place : compared.places) {
        if (place.name.starts_with(hardware)) {
            if (!first)
                first = places.size();
            for (std::size_t side = 0; side < compared.sides.size(); ++side)
                whole.changesets[side] += place.changesets[side];
        }
        // What is hardware and of no group is in the sum already.
        if (place.name != hardware)
            places.push_back(place);
    }
    if (first)
        places.insert(places.begin() + static_cast<std::ptrdiff_t>(*first), whole);
    return places;
}

std::vector<TableColumn> releaseColumns(const ReleasesCompared& compared, const QString& first,
                                        bool shares) {
    std::vector<TableColumn> columns{{first}};
    for (std::size_t side = 0; side < compared.sides.size(); ++side) {
        columns.push_back({nameOf(compared, side), {}, true});
        if (shares)
            columns.push_back({Compare::tr("Share"),
                               Compare::tr("Of the changesets of %1").arg(nameOf(compared, side)),
                               true});
    }
    return columns;
}

void addDifference(std::vector<TableColumn>& columns, const ReleasesCompared& compared) {
    columns.push_back({Compare::tr("Difference"),
                       Compare::tr("From %1 to %2")
                           .arg(nameOf(compared, 0), nameOf(compared, compared.sides.size() - 1)),
                       true});
}

QString kindText(classify::NewHardware::Kind kind) {
    switch (kind) {
    case classify::NewHardware::Kind::device_id:
        return Compare::tr("Device id");
    case classify::NewHardware::Kind::board:
        return Compare::tr("Board");
    case classify::NewHardware::Kind::driver:
        break;
    }
    return Compare::tr("Driver");
}

bool isShown(const store::ComparedPerson& person, PeopleShown shown) {
    const auto others = std::span(person.changesets).first(person.changesets.size() - 1);
    const bool inOthers = std::ranges::any_of(others, [](auto count) { return count > 0; });
    switch (shown) {
    case PeopleShown::NewHere:
        return person.changesets.back() > 0 && !inOthers;
    case PeopleShown::Gone:
        return person.changesets.back() == 0 && inOthers;
    case PeopleShown::FirstTimers:
        return person.first_time_in.has_value();
    case PeopleShown::Everybody:
        break;
    }
    return true;
}

QString noPeopleText(const ReleasesCompared& compared, PeopleShown shown) {
    const bool known = std::ranges::any_of(compared.totals, [](const store::Totals& totals) {
        return totals.first_time_authors.has_value();
    });
    if (shown == PeopleShown::FirstTimers && !known)
        return Compare::tr("Who is there for the first time is not known: the database has nothing "
                           "from before these releases.");
    return Compare::tr("There is nobody of whom this can be said.");
}

} // namespace

TableData totalsSheet(const ReleasesCompared& compared) {
    TableData sheet;
    sheet.columns = releaseColumns(compared, Compare::tr("Total"), false);
    if (compared.sides.size() > 1) {
        addDifference(sheet.columns, compared);
        sheet.columns.push_back({Compare::tr("In per cent"), {}, true});
    }
    for (const TotalsLine& line : totalsLines())
        sheet.rows.push_back(totalsRow(compared, line));
    return sheet;
}

TableData placesSheet(const ReleasesCompared& compared) {
    TableData sheet;
    sheet.columns = releaseColumns(compared, Compare::tr("Section"), true);
    const std::size_t last = compared.sides.size() - 1;
    addDifference(sheet.columns, compared);
    sheet.columns.push_back(
        {Compare::tr("Points"), Compare::tr("How the share differs, in percentage points"), true});
    double most = 0;
    const auto places = withHardware(compared);
    for (const store::Compared& place : places)
        for (std::size_t side = 0; side <= last; ++side)
            most = std::max(most, shareOf(place.changesets[side], changesetsOf(compared, side)));
    for (const store::Compared& place : places) {
        const QString name = placeLabelOfKey(place.name);
        std::vector<TableCell> row{{name}};
        for (std::size_t side = 0; side <= last; ++side) {
            row.push_back(leadingCell(compared, side, name, place.query, place.changesets[side]));
            const double share = shareOf(place.changesets[side], changesetsOf(compared, side));
            row.push_back({decimalText(100 * share) + Compare::tr(" %"), share});
            row.back().share = most > 0 ? share / most : 0;
        }
        const qint64 more = place.changesets[last] - place.changesets[0];
        const double points = 100 * (shareOf(place.changesets[last], changesetsOf(compared, last)) -
                                     shareOf(place.changesets[0], changesetsOf(compared, 0)));
        row.push_back({signedText(more), more});
        row.push_back({signedPoints(points), points});
        sheet.rows.push_back(std::move(row));
    }
    sheet.emptyText = Compare::tr("Nothing of these releases had landed by then.");
    return sheet;
}

TableData peopleSheet(const ReleasesCompared& compared, PeopleShown shown) {
    TableData sheet;
    sheet.columns = releaseColumns(compared, Compare::tr("Author"), false);
    addDifference(sheet.columns, compared);
    sheet.columns.push_back(
        {Compare::tr("First time in"), Compare::tr("As far as the database goes back")});
    for (const store::ComparedPerson& person : compared.people) {
        if (!isShown(person, shown))
            continue;
        const QString name = toQString(person.name);
        std::vector<TableCell> row{{name}};
        for (std::size_t side = 0; side < compared.sides.size(); ++side)
            row.push_back(leadingCell(compared, side, name, person.query, person.changesets[side]));
        const qint64 more = person.changesets.back() - person.changesets.front();
        row.push_back({signedText(more), more});
        row.push_back({person.first_time_in ? nameOf(compared, *person.first_time_in) : QString()});
        sheet.rows.push_back(std::move(row));
    }
    sheet.emptyText = noPeopleText(compared, shown);
    return sheet;
}

TableData hardwareSheet(const ReleasesCompared& compared) {
    TableData sheet;
    sheet.columns = {{Compare::tr("Release")},
                     {Compare::tr("Group")},
                     {Compare::tr("What")},
                     {Compare::tr("Kind")},
                     {Compare::tr("Changeset")}};
    for (const store::AddedHardware& added : compared.hardware) {
        const QString release = nameOf(compared, added.side);
        const QString oid = toQString(added.oid), what = toQString(added.adds.what);
        const QString subject = toQString(added.subject);
        // Of an entry without a commit there is nothing to open.
        const TableTarget target = oid.isEmpty() ? TableTarget{} : TableTarget{release, {}, oid};
        sheet.rows.push_back({{release, static_cast<int>(added.side)},
                              {placeLabel(added.place)},
                              {what, {}, {}, target},
                              {kindText(added.adds.kind)},
                              {subject.isEmpty() ? Compare::tr("title unknown") : subject}});
    }
    sheet.emptyText = Compare::tr("No changeset of these releases brings new hardware.");
    return sheet;
}

TableData pullsSheet(const ReleasesCompared& compared) {
    TableData sheet;
    sheet.columns = {{Compare::tr("Release")},
                     {Compare::tr("Pull")},
                     {Compare::tr("Section")},
                     {Compare::tr("Landed")},
                     {Compare::tr("Changesets"), {}, true},
                     {Compare::tr("Share"), Compare::tr("Of its release's changesets"), true}};
    std::int64_t most = 1;
    for (const auto& pulls : compared.pulls)
        for (const store::Pull& pull : pulls)
            most = std::max(most, pull.changesets);
    for (std::size_t side = 0; side < compared.pulls.size(); ++side)
        for (const store::Pull& pull : compared.pulls[side]) {
            const QString release = nameOf(compared, side), label = pullLabel(pull.title);
            TableCell count =
                leadingCell(compared, side, label, "pull:" + pull.oid, pull.changesets);
            count.share = shareOf(pull.changesets, most);
            const double share = shareOf(pull.changesets, changesetsOf(compared, side));
            sheet.rows.push_back(
                {{release, static_cast<int>(side)},
                 {label, {}, toQString(pull.title), {release, {}, toQString(pull.oid)}},
                 {placeLabel(pull.place)},
                 {dateText(pull.landed_time), qlonglong{pull.landed_time.value_or(0)}},
                 count,
                 {decimalText(100 * share) + Compare::tr(" %"), share}});
        }
    // The largest of all first; a person may sort them by release.
    std::ranges::stable_sort(sheet.rows, std::greater(), [](const std::vector<TableCell>& row) {
        return row[4].order.toLongLong();
    });
    sheet.emptyText = Compare::tr("These releases have no pulls.");
    return sheet;
}

CompareTables sheetsOf(const ReleasesCompared& compared) {
    if (compared.sides.empty())
        return {};
    CompareTables sheets{compared.sides,          totalsSheet(compared), placesSheet(compared),
                         hardwareSheet(compared), pullsSheet(compared),  {}};
    for (const PeopleShown shown : {PeopleShown::Everybody, PeopleShown::NewHere, PeopleShown::Gone,
                                    PeopleShown::FirstTimers})
        sheets.people[static_cast<std::size_t>(shown)] = peopleSheet(compared, shown);
    return sheets;
}

QString howText(store::EquivalentCommit::How how) {
    switch (how) {
    case store::EquivalentCommit::How::picked:
        return Compare::tr("cherry-picked, one from the other");
    case store::EquivalentCommit::How::same_change:
        return Compare::tr("same change: title, author and moment of writing");
    case store::EquivalentCommit::How::same_title:
        return Compare::tr("same title and author");
    case store::EquivalentCommit::How::itself:
        break;
    }
    return Compare::tr("this commit");
}

TableData homesSheet(const std::vector<store::EquivalentCommit>& homes, bool asked) {
    TableData sheet;
    sheet.columns = {{Compare::tr("Release")}, {Compare::tr("Title")},  {Compare::tr("Id")},
                     {Compare::tr("Author")},  {Compare::tr("Landed")}, {Compare::tr("Why")}};
    for (const store::EquivalentCommit& home : homes) {
        const QString release = toQString(home.release_name), oid = toQString(home.oid);
        const TableTarget target = oid.isEmpty() ? TableTarget{} : TableTarget{release, {}, oid};
        sheet.rows.push_back(
            {{release, {}, {}, target},
             {home.subject.empty() ? Compare::tr("title unknown") : toQString(home.subject)},
             {shortOid(oid), {}, oid, target},
             {toQString(home.author)},
             {dateText(home.landed_time), qlonglong{home.landed_time.value_or(0)}},
             {howText(home.how)}});
    }
    sheet.emptyText = asked ? Compare::tr("No release in the database has a commit of that id, or "
                                          "with these words in its title.")
                            : Compare::tr("Write an id, or words of a title, to see which "
                                          "releases have it.");
    return sheet;
}

} // namespace mw::ui
