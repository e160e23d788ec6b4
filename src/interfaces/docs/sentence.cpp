#include "interfaces/docs/sentence.h"

#include "interfaces/items/text.h"

namespace mw::interfaces {

namespace {

constexpr std::size_t longest_sentence = 300;

} // namespace

void FirstSentence::add(std::string_view line) {
    line = trim(line);
    if (complete_)
        return;
    if (line.empty()) {
        complete_ = !text_.empty();
        return;
    }
    const auto stop = line.find(". ");
    text_.append(text_.empty() ? "" : " ").append(line.substr(0, stop));
    complete_ =
        stop != std::string_view::npos || line.ends_with('.') || text_.size() > longest_sentence;
    if (complete_) {
        text_ = cut(text_, longest_sentence);
        if (text_.ends_with('.'))
            text_.pop_back();
    }
}

void FirstSentence::clear() {
    text_.clear();
    complete_ = false;
}

} // namespace mw::interfaces
