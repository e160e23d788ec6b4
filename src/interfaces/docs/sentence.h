#pragma once

#include <string>
#include <string_view>

namespace mw::interfaces {

/// Takes the first sentence of a text that comes line by line.
class FirstSentence {
public:
    void add(std::string_view line);

    /// Whether no line can add anything.
    bool is_complete() const { return complete_; }

    const std::string& text() const { return text_; }

    void clear();

private:
    std::string text_;
    bool complete_ = false;
};

} // namespace mw::interfaces
