#include "base/error.h"
#include "cli/output/output.h"

namespace mw::cli {

namespace {

const char* advice_in_words(base::Advice advice) {
    switch (advice) {
    case base::Advice::none:
        break;
    case base::Advice::other_database:
        return "Choose another file with --db.";
    case base::Advice::writable_database:
        return "Or choose another file with --db.";
    case base::Advice::import_release:
        return "Make it with: mergewindow-cli import --repo CLONE --from v6.6 --to v6.7";
    case base::Advice::add_configuration:
        return "Add one with: mergewindow-cli config --add FILE (a .config, /boot/config-*, or "
               "/proc/config.gz)";
    case base::Advice::add_tree:
        return "Add one with: mergewindow-cli tree --add NAME --repo CLONE --rev BRANCH";
    case base::Advice::list_trees:
        return "'mergewindow-cli tree --list' names those that there are.";
    case base::Advice::list_sections:
        return "'mergewindow-cli sections' lists all.";
    case base::Advice::renew_configuration:
        return "Read it again with: mergewindow-cli config --add FILE";
    case base::Advice::renew_tree:
        return "Read it again with: mergewindow-cli tree --refresh NAME";
    case base::Advice::fetch_release:
        return "Get a release from a server with: mergewindow-cli fetch v6.7 --from ADDRESS";
    case base::Advice::read_cves:
        return "Read them with: mergewindow-cli cve --read FOLDER (a clone of the kernel's "
               "repository 'vulns')";
    case base::Advice::allow_fetch:
        return "Import again with --fetch, which lets git bring it.";
    }
    return "";
}

} // namespace

std::string words_of(const base::Message& message) {
    auto words = message.english();
    if (const std::string advice = advice_in_words(message.advice()); !advice.empty())
        words.append(" ").append(advice);
    return words;
}

std::string words_of(const std::exception& error) {
    return words_of(base::message_of(error));
}

} // namespace mw::cli
