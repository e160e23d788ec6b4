#include "text/message_links.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <optional>

// Cases:
//   http:// or https:// up to white space or one of <>"   a web address, without the punctuation
//       of the sentence around it; a closing bracket stays when it has its opening one inside
//   12 to 40 hex digits by themselves                     a commit id, "abc..def" is two of them
//   7 to 11 behind "commit" or "Fixes:", or before (")    the same, as messages before 2013 have it
// and what looks like an id and is none:
//   part of a word, of 0x…, of an address a@b             kernel addresses, message ids
//   beside a '-', or joined to a word by a '.'            UUIDs, message ids, file names
//   16 digits that start with ffff or 0000, or hold       kernel addresses in a register dump: an
//       five noughts in a row                             id has these once in 100,000 times
//   fewer than 40 digits, all of them decimal             dates and serial numbers; of a thousand
//                                                         ids of 12 digits, four look like that

namespace mw::ui {

namespace {

constexpr qsizetype fullId = 40;
constexpr qsizetype addressLength = 16;

const QRegularExpression& candidates() {
    static const QRegularExpression expression(
        QStringLiteral(
            R"((?<web>https?://[^\s<>"]+)|(?<id>(?<![\w@-])[0-9A-Fa-f]{12,40}(?![\w@-])|)"
            R"((?<=commit |commits |Fixes: )[0-9A-Fa-f]{7,11}(?![\w@-])|)"
            R"((?<![\w@-])[0-9A-Fa-f]{7,11}(?= \(["'])))"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

bool isWordAt(const QString& text, qsizetype at) {
    return at >= 0 && at < text.size() && text[at].isLetterOrNumber();
}

bool joinedByDot(const QString& text, qsizetype start, qsizetype end) {
    const auto isDotAt = [&](qsizetype at) {
        return at >= 0 && at < text.size() && text[at] == QLatin1Char('.');
    };
    return (isDotAt(start - 1) && isWordAt(text, start - 2)) ||
           (isDotAt(end) && isWordAt(text, end + 1));
}

bool looksLikeAnId(QStringView digits) {
    if (digits.size() == addressLength &&
        (digits.startsWith(QLatin1String("ffff"), Qt::CaseInsensitive) ||
         digits.startsWith(QLatin1String("0000")) || digits.contains(QLatin1String("00000"))))
        return false;
    return digits.size() == fullId ||
           std::any_of(digits.begin(), digits.end(), [](QChar c) { return c.isLetter(); });
}

/// The length of the address without what belongs to the sentence.
qsizetype webLength(QStringView web) {
    static const QString closing = QStringLiteral(")]}"), opening = QStringLiteral("([{");
    while (!web.isEmpty()) {
        const QChar last = web.back();
        if (const auto bracket = closing.indexOf(last); bracket >= 0) {
            if (web.count(opening[bracket]) >= web.count(last))
                break;
        } else if (!QStringLiteral(".,;:!?'*").contains(last)) {
            break;
        }
        web.chop(1);
    }
    return web.size();
}

std::optional<MessageLink> webLink(const QString& text, qsizetype start, qsizetype length) {
    length = webLength(QStringView(text).mid(start, length));
    const QUrl url(text.mid(start, length), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return std::nullopt;
    return MessageLink{start, length, MessageLink::Kind::Web};
}

} // namespace

std::optional<NamedAddress> namedAddress(const QString& text) {
    static const QRegularExpression expression(
        QStringLiteral(R"(^\s*"?([^<>"]*[^<>"\s])?"?\s*<\s*([^<>\s@]+@[^<>\s@]+)\s*>)"));
    const auto match = expression.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return NamedAddress{match.captured(1), match.captured(2)};
}

std::vector<MessageLink> findLinks(const QString& text) {
    std::vector<MessageLink> links;
    auto matches = candidates().globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const qsizetype start = match.capturedStart(), length = match.capturedLength();
        if (!match.capturedView(u"web").isEmpty()) {
            if (const auto link = webLink(text, start, length))
                links.push_back(*link);
        } else if (looksLikeAnId(match.capturedView(u"id")) &&
                   !joinedByDot(text, start, start + length)) {
            links.push_back({start, length, MessageLink::Kind::Commit});
        }
    }
    return links;
}

} // namespace mw::ui
