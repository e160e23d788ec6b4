#include "code/changed_words.h"
#include "code/identifiers.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace mw::code {
namespace {

std::string head(const std::string& line) {
    const auto head = head_of(line);
    return head.kind == LineHead::Kind::named     ? head.name
           : head.kind == LineHead::Kind::outside ? "outside"
                                                  : "";
}

TEST(Heads, NameFunctionsTypesAndTables) {
    EXPECT_EQ(head("int main(void)"), "main");
    EXPECT_EQ(head("static struct page *alloc_pages(gfp_t mask,"), "alloc_pages");
    EXPECT_EQ(head("f(int a) {"), "f");
    EXPECT_EQ(head("SYSCALL_DEFINE3(read, unsigned int, fd,"), "sys_read");
    EXPECT_EQ(head("COMPAT_SYSCALL_DEFINE1(close, int, fd)"), "compat_sys_close");
    EXPECT_EQ(head("struct request_queue {"), "request_queue");
    EXPECT_EQ(head("static const struct file_operations fops = {"), "fops");
    EXPECT_EQ(head("static const int table[] = { f(1), 2 };"), "table");
    EXPECT_EQ(head("int main(void)\r"), "main");
    EXPECT_EQ(head("ENTRY(memcpy)"), "ENTRY");
}

TEST(Heads, EndAtBracketsAndDeclarations) {
    EXPECT_EQ(head("}"), "outside");
    EXPECT_EQ(head("};"), "outside");
    EXPECT_EQ(head("EXPORT_SYMBOL(kmalloc);"), "outside");
    EXPECT_EQ(head("extern int f(int);"), "outside");
    EXPECT_EQ(head("static DEFINE_MUTEX(lock);"), "outside");
    EXPECT_EQ(head("int x;"), "outside");
}

TEST(Heads, OtherLinesSayNothing) {
    for (const auto* line : {"", "{", "out:", "err_free:", "\tif (x)", " * text", "#define F(x) x",
                             "static int", "/* int f(void) */", "static inline void __init"})
        EXPECT_EQ(head(line), "") << line;
}

TEST(Heads, ALabelEndsWithOneColon) {
    EXPECT_EQ(head("ns::Thing run(int a)"), "run");
    EXPECT_EQ(head("out: f(int a)"), "");
    const std::string_view lines = "out::";
    EXPECT_EQ(head_of(lines.substr(0, 4)).kind, head_of("out:").kind) << "what follows is no part";
}

TEST(Texts, AreFoundWhole) {
    EXPECT_TRUE(contains_whole("a spin_lock(&x->lock);", "spin_lock(&x->lock)"));
    EXPECT_FALSE(contains_whole("a __spin_lock(&x->lock);", "spin_lock(&x->lock)"));
    EXPECT_FALSE(contains_whole("return intern;", "return int"));
    EXPECT_TRUE(contains_whole("return intern;", "return int", true));
    EXPECT_TRUE(contains_whole("aa a", "a"));
    EXPECT_FALSE(contains_whole("", "a"));
}

std::map<std::string, int> words_of(ChangedWords& words) {
    std::map<std::string, int> found;
    for_each_word(words.take(),
                  [&](std::string_view word, std::uint8_t uses) { found.emplace(word, uses); });
    return found;
}

TEST(Words, StandWithWhereTheyAre) {
    const std::string
        before = "int f(void)\n{\n\told(1);\n\tshared();\n}\n\nint g(void)\n{\n\tx();\n}\n",
        after = "int f(void)\n{\n\tnew(2);\n\tshared();\n}\n\nint g(void)\n{\n\ty();\n}\n";
    const auto line = [](const std::string& text, const std::string& start) {
        const auto at = text.find(start);
        return std::string_view(text).substr(at, text.find('\n', at) + 1 - at);
    };
    ChangedWords words;
    words.begin_file("kernel/f.c");
    words.add(false, before, line(before, "\told"));
    words.add(true, after, line(after, "\tnew"));
    words.add(true, after, line(after, "\tshared"));
    words.add(false, before, line(before, "\tx("));
    EXPECT_EQ(words_of(words), (std::map<std::string, int>{{"old", in_removed},
                                                           {"new", in_added},
                                                           {"shared", in_added},
                                                           {"x", in_removed},
                                                           {"f", in_function},
                                                           {"g", in_function}}));
    words.begin_file("Documentation/f.txt");
    words.add(true, after, after);
    EXPECT_EQ(words_of(words).at("f"), in_added);
    EXPECT_TRUE(words_of(words).empty());
}

TEST(Words, OfAWholeFileHaveAllItsFunctions) {
    const std::string text =
        "#include <a.h>\nint x;\nint f(void)\n{\n\tint i;\n}\nEXPORT(f);\nint y;\n"
        "static int\ng(int a)\n{\n}";
    ChangedWords words;
    words.begin_file("a.c");
    words.add(true, text, text);
    const auto found = words_of(words);
    EXPECT_EQ(found.at("f"), in_added | in_function);
    EXPECT_EQ(found.at("g"), in_added | in_function);
    EXPECT_EQ(found.at("y"), in_added);
    EXPECT_EQ(found.at("EXPORT"), in_added);
}

TEST(Words, OfDataAreLeftOut) {
    ChangedWords words;
    std::string text(101, 'a');
    text += " 0x12ab 12 _1 b\n";
    words.begin_file("a.txt");
    words.add(true, text, text);
    EXPECT_EQ(words_of(words), (std::map<std::string, int>{{"_1", in_added}, {"b", in_added}}));
}

} // namespace
} // namespace mw::code
