// What the mutants of a scratch copy are made with (draw.py); each file with one
// includes this first.
//
// Each mutant has a number. The one that is named by MW_MUTANT in the environment is on, for the
// whole process; MW_MUTANT_REACHED names a file in which the byte of each number that is come
// across becomes 1, whatever becomes of the process.
//
// Operators are exchanged by a proxy between two of the same precedence: `a < b` becomes
// `a < mw_mutants::Boundary<7>{} < b`, which groups as (a < it) < b and leaves both operands to the
// compiler, however they are written.
#pragma once
#ifdef __cplusplus

#include <cstdlib>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <type_traits>
#include <unistd.h>
#include <utility>

namespace mw_mutants {

#ifdef MW_MUTANT_ALONE
/// To see what the compiler makes of one mutant, as if it stood there by itself.
constexpr bool on(int number) {
    return number == MW_MUTANT_ALONE;
}
#else
struct State {
    int chosen = -1;
    unsigned char* reached = nullptr;
    long size = 0;
    State() {
        if (const char* number = std::getenv("MW_MUTANT"))
            chosen = std::atoi(number);
        const char* name = std::getenv("MW_MUTANT_REACHED");
        const int file = name == nullptr ? -1 : open(name, O_RDWR | O_CLOEXEC);
        struct stat status;
        if (file >= 0 && fstat(file, &status) == 0) {
            void* bytes = mmap(nullptr, static_cast<std::size_t>(status.st_size),
                               PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
            if (bytes != MAP_FAILED) {
                reached = static_cast<unsigned char*>(bytes);
                size = status.st_size;
            }
        }
        if (file >= 0)
            close(file);
    }
};

/// Nothing is constexpr here: what the compiler worked out beforehand no switch could change, so a
/// mutant there does not compile, and is not drawn.
inline bool on(int number) {
    static const State state;
    if (number < state.size)
        state.reached[number] = 1;
    return number == state.chosen;
}
#endif

#define MW_EXCHANGE(name, symbol, other)                                                           \
    template <int number>                                                                          \
    struct name {};                                                                                \
    template <class A, int number>                                                                 \
    struct name##Held {                                                                            \
        A&& value;                                                                                 \
    };                                                                                             \
    template <class A, int number>                                                                 \
    name##Held<A, number> operator symbol(A&& a, name<number>) {                                   \
        return {std::forward<A>(a)};                                                               \
    }                                                                                              \
    template <class A, int number, class B>                                                        \
    requires requires(A && a, B && b) {                                                            \
        (A &&) a other(B&&) b;                                                                     \
    }                                                                                              \
    auto operator symbol(name##Held<A, number>&& held, B&& b) {                                    \
        using Result =                                                                             \
            std::decay_t<decltype(std::forward<A>(held.value) symbol std::forward<B>(b))>;         \
        return on(number)                                                                          \
                   ? static_cast<Result>(std::forward<A>(held.value) other std::forward<B>(b))     \
                   : static_cast<Result>(std::forward<A>(held.value) symbol std::forward<B>(b));   \
    }                                                                                              \
    template <class A, int number, class B>                                                        \
    requires(!requires(A && a, B && b) { (A &&) a other(B&&) b; })                                 \
        [[deprecated("no mutant")]] auto                                                           \
        operator symbol(name##Held<A, number>&& held, B&& b) {                                     \
        return std::forward<A>(held.value) symbol std::forward<B>(b);                              \
    }

MW_EXCHANGE(Less, <, <=)
MW_EXCHANGE(LessEqual, <=, <)
MW_EXCHANGE(Greater, >, >=)
MW_EXCHANGE(GreaterEqual, >=, >)
MW_EXCHANGE(LessTurned, <, >)
MW_EXCHANGE(GreaterTurned, >, <)
MW_EXCHANGE(Equal, ==, !=)
MW_EXCHANGE(Unequal, !=, ==)
MW_EXCHANGE(Plus, +, -)
MW_EXCHANGE(Minus, -, +)

/// Two arguments of one type; of others there is no mutant, which a warning says.
template <int number, class A, class B>
requires std::is_same_v<std::remove_cvref_t<A>, std::remove_cvref_t<B>> A && first(A&& a, B&& b) {
    if (on(number))
        return (A &&) b;
    return std::forward<A>(a);
}

template <int number, class A, class B>
requires(!std::is_same_v<std::remove_cvref_t<A>, std::remove_cvref_t<B>>)
    [[deprecated("no mutant")]] A&& first(A&& a, B&&) {
    return std::forward<A>(a);
}

template <class T>
T number(int mutant, T value, T other) {
    return on(mutant) ? other : value;
}

} // namespace mw_mutants

#endif
