#define PCRE2_CODE_UNIT_WIDTH 8

#include "base/pattern.h"

#include <array>
#include <atomic>
#include <pcre2.h>
#include <vector>

namespace mw::base {

namespace {

constexpr std::size_t longest_expression = 2000;
/// Steps of one match; a sane expression takes a few for each byte.
constexpr std::uint32_t most_steps = 10'000;
constexpr std::uint32_t most_kibibytes = 4096;
constexpr std::size_t workspace_size = 4096;
/// The second way takes steps by the square of a text's length, and has no limit of its own.
constexpr std::size_t longest_second_text = 256;
/// After so many texts that took too many steps an expression is not asked in that way any more.
constexpr int most_costly_texts = 100;

} // namespace

namespace pattern_detail {

template <auto free_it>
struct Free {
    template <typename T>
    void operator()(T* it) const {
        free_it(it);
    }
};

} // namespace pattern_detail

namespace {

using pattern_detail::Free;
using MatchData = std::unique_ptr<pcre2_match_data, Free<pcre2_match_data_free>>;
using MatchContext = std::unique_ptr<pcre2_match_context, Free<pcre2_match_context_free>>;
using CompileContext = std::unique_ptr<pcre2_compile_context, Free<pcre2_compile_context_free>>;

/// What a match needs beside the expression: made once for each thread.
struct Scratch {
    MatchData match{pcre2_match_data_create(2, nullptr)};
    MatchContext context{pcre2_match_context_create(nullptr)};
    std::vector<int> workspace = std::vector<int>(workspace_size);

    Scratch() {
        pcre2_set_match_limit(context.get(), most_steps);
        pcre2_set_depth_limit(context.get(), most_steps);
        pcre2_set_heap_limit(context.get(), most_kibibytes);
    }
};

Scratch& scratch() {
    thread_local Scratch scratch;
    return scratch;
}

PCRE2_SPTR bytes(std::string_view text) {
    return reinterpret_cast<PCRE2_SPTR>(text.empty() ? "" : text.data());
}

std::string words_of(int error) {
    std::array<PCRE2_UCHAR, 256> text{};
    pcre2_get_error_message(error, text.data(), text.size());
    return reinterpret_cast<const char*>(text.data());
}

} // namespace

struct Pattern::Code {
    std::unique_ptr<pcre2_code, pattern_detail::Free<pcre2_code_free>> code;
    /// Places of groups that it has not keep what an earlier expression left there.
    bool has_groups = false;
    mutable std::atomic<int> costly_texts = 0;

    enum class Answer { no, yes, yes_without_groups };

    /// Places of match and groups are in scratch().match.
    Answer match(std::string_view text) const {
        if (costly_texts.load(std::memory_order_relaxed) < most_costly_texts) {
            const int found = pcre2_match(code.get(), bytes(text), text.size(), 0, 0,
                                          scratch().match.get(), scratch().context.get());
            if (found >= 0 || found == PCRE2_ERROR_NOMATCH)
                return found >= 0 ? Answer::yes : Answer::no;
            costly_texts.fetch_add(1, std::memory_order_relaxed);
        }
        if (text.size() > longest_second_text)
            return Answer::no;
        const int found = pcre2_dfa_match(
            code.get(), bytes(text), text.size(), 0, PCRE2_DFA_SHORTEST, scratch().match.get(),
            scratch().context.get(), scratch().workspace.data(), workspace_size);
        return found >= 0 ? Answer::yes_without_groups : Answer::no;
    }
};

Pattern::Pattern(std::string_view expression, unsigned flags) : code_(std::make_unique<Code>()) {
    const CompileContext context(pcre2_compile_context_create(nullptr));
    pcre2_set_max_pattern_length(context.get(), longest_expression);
    pcre2_set_newline(context.get(), PCRE2_NEWLINE_LF);
    // What an expression says of itself must not turn on tables that bytes have no use for.
    std::uint32_t options = PCRE2_NEVER_UTF | PCRE2_NEVER_UCP;
    options |= (flags & extended) != 0 ? PCRE2_EXTENDED : 0U;
    options |= (flags & ignore_case) != 0 ? PCRE2_CASELESS : 0U;
    int error = 0;
    std::size_t position = 0;
    code_->code.reset(pcre2_compile(bytes(expression), expression.size(), options, &error,
                                    &position, context.get()));
    if (!code_->code)
        throw PatternError("{} at character {}", words_of(error), position + 1);
    std::uint32_t groups = 0;
    pcre2_pattern_info(code_->code.get(), PCRE2_INFO_CAPTURECOUNT, &groups);
    code_->has_groups = groups > 0;
    // Where no machine code may be made, the interpreter answers.
    pcre2_jit_compile(code_->code.get(), PCRE2_JIT_COMPLETE);
}

Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

bool Pattern::matches(std::string_view text) const {
    return code_->match(text) != Code::Answer::no;
}

std::optional<std::string_view> Pattern::first_group(std::string_view text) const {
    const auto answer = code_->match(text);
    if (answer == Code::Answer::no)
        return std::nullopt;
    const auto* places = pcre2_get_ovector_pointer(scratch().match.get());
    const bool group = answer == Code::Answer::yes && code_->has_groups && places[2] != PCRE2_UNSET;
    const auto* const place = places + (group ? 2 : 0);
    return text.substr(place[0], place[1] - place[0]);
}

} // namespace mw::base
