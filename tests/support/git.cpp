#include "support/git.h"

#include "support/process.h"

#include <algorithm>
#include <stdexcept>

namespace mw::test {

std::string run_git(const std::filesystem::path& repository,
                    const std::vector<std::string>& arguments, const std::string& input) {
    std::vector<std::string> command{"git", "-C", repository.string()};
    command.insert(command.end(), arguments.begin(), arguments.end());
    ProcessOptions options;
    options.input = input;
    options.environment = {{"GIT_CONFIG_GLOBAL", "/dev/null"},
                           {"GIT_CONFIG_SYSTEM", "/dev/null"},
                           {"GIT_DIR", ""},
                           {"GIT_AUTHOR_NAME", "Test"},
                           {"GIT_AUTHOR_EMAIL", "test@example.org"},
                           {"GIT_COMMITTER_NAME", "Test"},
                           {"GIT_COMMITTER_EMAIL", "test@example.org"},
                           {"LC_ALL", "C.UTF-8"},
                           {"TZ", "UTC"}};
    const auto result = run_process(command, options);
    if (result.status == 0)
        return result.output;
    std::string words;
    for (const auto& word : command)
        words += word + ' ';
    throw std::runtime_error(words + "failed: " + result.errors);
}

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> pieces;
    for (std::size_t start = 0; start < text.size();) {
        const auto end = std::min(text.find(separator, start), text.size());
        pieces.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return pieces;
}

} // namespace mw::test
