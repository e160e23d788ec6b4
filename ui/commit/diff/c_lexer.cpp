#include "commit/diff/c_lexer.h"

#include <QSet>
#include <QString>

#include <algorithm>
#include <array>

namespace mw::ui {

namespace {

using WordSet = QSet<QString>;

WordSet wordsOf(const char* list) {
    const QStringList words = QString::fromLatin1(list).split(QLatin1Char(' '));
    return WordSet(words.begin(), words.end());
}

const WordSet& keywords() {
    static const WordSet words = wordsOf(
        "asm __asm__ auto break case const continue default do else enum extern for goto if "
        "inline __inline __always_inline noinline register restrict return sizeof static "
        "struct switch typedef typeof __typeof__ union volatile while __attribute__ __init "
        "__exit __user __iomem __rcu __percpu __packed __must_check __read_mostly NULL true "
        "false");
    return words;
}

const WordSet& types() {
    static const WordSet words = wordsOf(
        "void char short int long float double signed unsigned bool _Bool u8 u16 u32 u64 s8 "
        "s16 s32 s64 __u8 __u16 __u32 __u64 __s8 __s16 __s32 __s64 __le16 __le32 __le64 "
        "__be16 __be32 __be64 uint8_t uint16_t uint32_t uint64_t int8_t int16_t int32_t "
        "int64_t size_t ssize_t loff_t off_t gfp_t dma_addr_t phys_addr_t resource_size_t "
        "spinlock_t atomic_t irqreturn_t pid_t uid_t gid_t umode_t dev_t sector_t pgoff_t "
        "uintptr_t");
    return words;
}

bool isWordCharacter(QChar c) {
    return c.isLetterOrNumber() || c == QLatin1Char('_');
}

class LineLexer {
public:
    LineLexer(QStringView line, std::vector<CSpan>& spans) : line_(line), spans_(spans) {}

    bool lex(bool inComment) {
        if (inComment && !skipComment(0))
            return true;
        if (!inComment)
            lexDirective();
        while (at_ < line_.size()) {
            const QChar c = line_[at_];
            if (startsHere(u"//")) {
                add(at_, line_.size(), CToken::Comment);
                at_ = line_.size();
            } else if (startsHere(u"/*")) {
                const qsizetype start = at_;
                at_ += 2;
                if (!skipComment(start))
                    return true;
            } else if (c == QLatin1Char('"') || c == QLatin1Char('\'')) {
                lexQuoted(c);
            } else if (isWordCharacter(c)) {
                lexWord();
            } else {
                ++at_;
            }
        }
        return false;
    }

private:
    bool startsHere(QStringView mark) const { return line_.mid(at_).startsWith(mark); }

    void add(qsizetype start, qsizetype end, CToken token) {
        spans_.push_back({static_cast<int>(start), static_cast<int>(end - start), token});
    }

    /// From at_, for a comment that began at start; false when it goes on behind the line.
    bool skipComment(qsizetype start) {
        const qsizetype end = line_.indexOf(u"*/", at_);
        at_ = end < 0 ? line_.size() : end + 2;
        add(start, at_, CToken::Comment);
        return end >= 0;
    }

    /// "#include <x>", "#ifdef": the directive, and a header's name as text.
    void lexDirective() {
        qsizetype hash = 0;
        while (hash < line_.size() && line_[hash].isSpace())
            ++hash;
        if (hash == line_.size() || line_[hash] != QLatin1Char('#'))
            return;
        at_ = hash + 1;
        while (at_ < line_.size() && line_[at_].isSpace())
            ++at_;
        const qsizetype word = at_;
        while (at_ < line_.size() && isWordCharacter(line_[at_]))
            ++at_;
        add(hash, at_, CToken::Preprocessor);
        if (line_.mid(word, at_ - word) != u"include")
            return;
        const qsizetype open = line_.indexOf(QLatin1Char('<'), at_);
        const qsizetype close = line_.indexOf(QLatin1Char('>'), at_);
        if (open >= 0 && close > open) {
            add(open, close + 1, CToken::Text);
            at_ = close + 1;
        }
    }

    void lexQuoted(QChar quote) {
        const qsizetype start = at_++;
        while (at_ < line_.size() && line_[at_] != quote)
            at_ += line_[at_] == QLatin1Char('\\') ? 2 : 1;
        at_ = std::min(at_ + 1, line_.size());
        add(start, at_, CToken::Text);
    }

    void lexWord() {
        const qsizetype start = at_;
        while (at_ < line_.size() && isWordCharacter(line_[at_]))
            ++at_;
        if (line_[start].isDigit()) {
            add(start, at_, CToken::Number);
            return;
        }
        const QString word = line_.mid(start, at_ - start).toString();
        if (keywords().contains(word))
            add(start, at_, CToken::Keyword);
        else if (types().contains(word))
            add(start, at_, CToken::Type);
    }

    QStringView line_;
    std::vector<CSpan>& spans_;
    qsizetype at_ = 0;
};

} // namespace

bool lexCLine(QStringView line, bool inComment, std::vector<CSpan>& spans) {
    return LineLexer(line, spans).lex(inComment);
}

bool isCSource(QStringView path) {
    static constexpr std::array endings = {u".c", u".h", u".S", u".cc", u".cpp", u".dts", u".dtsi"};
    return std::ranges::any_of(endings, [&](const char16_t* end) { return path.endsWith(end); });
}

} // namespace mw::ui
