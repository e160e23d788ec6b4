#pragma once

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

/// Documents that take much to show, for tests and for tests/bench/document.cpp.

inline constexpr int largeReferences = 20'000;

/// Five megabytes with a reference in each of its entries.
inline QByteArray largeDocument() {
    QByteArray large = "# Large\n\n";
    for (int n = 0; n < largeReferences; ++n) {
        if (n % 50 == 0)
            large += "\n## Section " + QByteArray::number(n / 50) + "\n\n";
        large += "- Entry " + QByteArray::number(n) +
                 " says what a change does for **the** people who `use_it`, at such a length that "
                 "the lines wrap and the document has its five megabytes in the end: a great many "
                 "words, and then some more of them ([commit](https://git.kernel.org/linus/" +
                 QByteArray::number(0x100000000000LL + n * 7919LL, 16) + ")).\n";
    }
    return large;
}

/// A name for a file, and what is to be in it.
inline std::vector<std::pair<QString, QByteArray>> slowDocuments() {
    QByteArray lists = "# Lists\n\n";
    for (int depth = 0; depth < 3'000; ++depth)
        lists += QByteArray(depth % 300, ' ') + "- item\n";
    QByteArray table = "| a | b | c |\n|---|---|---|\n";
    for (int row = 0; row < 5'000; ++row)
        table += "| some words | 10f4b2c3d5e6 | and some more of them, so that lines wrap |\n";
    return {
        {"line.md", "# Line\n\n" + QByteArray(1 << 20, 'x') + "\n"},
        {"words.md", "# Words\n\n" + QByteArray("word ").repeated(1 << 18) + "\n"},
        {"code.md", "# Code\n\n```\n" + QByteArray("int main(void);\n").repeated(1 << 16) + "\n" +
                        QByteArray(1 << 20, 'x') + "\n```\n"},
        {"links.md", "# Links\n\n" + QByteArray("[x](http://127.0.0.1:9/) ").repeated(40'000)},
        {"brackets.md", "# Brackets\n\n" + QByteArray("[").repeated(50'000)},
        {"quotes.md", "# Quotes\n\n" + QByteArray("> - ").repeated(20'000) + "end"},
        {"lists.md", lists},
        {"table.md", "# Table\n\n" + table},
        {"bullets.md", "# Bullets\n\n" + QByteArray("- item\n").repeated(100'000)},
    };
}
