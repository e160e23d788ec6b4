#include "text/engine_text.h"

#include "base/error.h"
#include "text/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

namespace mw::ui {

namespace {

struct AdviceWords {
    Q_DECLARE_TR_FUNCTIONS(mw::ui::Advice)
};

/// What a person may do in the window. Empty where the sentence itself says all.
QString adviceText(base::Advice advice) {
    switch (advice) {
    case base::Advice::none:
    case base::Advice::writable_database:
    case base::Advice::list_trees:
    case base::Advice::list_sections:
        break;
    case base::Advice::other_database:
        return AdviceWords::tr("Move it away and start again: a new database is made.");
    case base::Advice::import_release:
        return AdviceWords::tr("An import makes it.");
    case base::Advice::add_configuration:
        return AdviceWords::tr("mergewindow-cli adds configurations, on the command line.");
    case base::Advice::add_tree:
        return AdviceWords::tr("mergewindow-cli adds trees, on the command line.");
    case base::Advice::renew_configuration:
    case base::Advice::renew_tree:
        return AdviceWords::tr("mergewindow-cli reads it again, on the command line.");
    case base::Advice::fetch_release:
        return AdviceWords::tr("'Get a kernel history' on the start page brings it.");
    case base::Advice::read_cves:
        return AdviceWords::tr("“Read CVE records…” in the menu “My kernel” reads them.");
    case base::Advice::allow_fetch:
        return AdviceWords::tr("Import again and let git fetch it.");
    }
    return {};
}

QString filledIn(const base::Message& message) {
    std::vector<std::string> texts;
    for (const base::Message::Value& value : message.values()) {
        if (const auto* const text = std::get_if<std::string>(&value))
            texts.push_back(*text);
        else if (const auto* const number = std::get_if<std::int64_t>(&value))
            texts.push_back(std::to_string(*number));
        else
            texts.push_back(
                filledIn(*std::get<std::shared_ptr<const base::Message>>(value)).toStdString());
    }
    // "{}: {}" is the same everywhere.
    const bool hasWords = std::ranges::any_of(
        message.pattern(), [](unsigned char c) { return c >= 0x80 || std::isalpha(c) != 0; });
    const QString pattern =
        hasWords ? QCoreApplication::translate("mw::engine", message.pattern().c_str())
                 : toQString(message.pattern());
    return toQString(base::fill_in(pattern.toStdString(), texts));
}

} // namespace

QString engineText(const base::Message& message) {
    if (message.empty())
        return {};
    const QString advice = adviceText(message.advice());
    const QString text = filledIn(message);
    return advice.isEmpty() ? text : QString(text + QLatin1Char(' ') + advice);
}

QString errorText(const std::exception& error) {
    return engineText(base::message_of(error));
}

} // namespace mw::ui
