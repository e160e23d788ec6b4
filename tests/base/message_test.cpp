#include "base/error.h"

#include <gtest/gtest.h>

namespace {

using mw::base::Advice;
using mw::base::Error;
using mw::base::Message;

class Special : public Error {
public:
    using Error::Error;
};

TEST(Message, PutsItsValuesIntoThePattern) {
    EXPECT_EQ(Message("{} of {} files", 3, std::size_t{14}).english(), "3 of 14 files");
    EXPECT_EQ(Message("{1} before {0}, {{}}", "a", std::string("b")).english(), "b before a, {}");
    EXPECT_EQ(Message("{}", std::filesystem::path("/a b")).english(), "/a b");
    EXPECT_EQ(Message::verbatim("100 % of {}").english(), "100 % of {}");
    EXPECT_TRUE(Message().empty());
    EXPECT_TRUE(Message::verbatim("").empty());
}

/// The compiler counts the places of a literal by this.
TEST(Message, CountsPlaces) {
    EXPECT_EQ(mw::base::places_in("none"), 0);
    EXPECT_EQ(mw::base::places_in("{} and {}"), 2);
    EXPECT_EQ(mw::base::places_in("{1} and {0} and {1}"), 2);
    EXPECT_EQ(mw::base::places_in("{{}}"), 0);
    EXPECT_EQ(mw::base::places_in("{:d}"), -1);
    EXPECT_EQ(mw::base::places_in("{"), -1);
    EXPECT_EQ(mw::base::places_in("}"), -1);
}

TEST(Message, KeepsWhatItWraps) {
    const Message inner(Advice::allow_fetch, "no {}", "blob");
    const Message outer("{}: {}", "file", inner);
    EXPECT_EQ(outer.english(), "file: no blob");
    EXPECT_EQ(outer.advice(), Advice::allow_fetch);
    const auto& kept = std::get<std::shared_ptr<const Message>>(outer.values()[1]);
    EXPECT_EQ(kept->pattern(), "no {}");
}

TEST(Message, IsReadBackAsStored) {
    const Message inner("line {}", 12);
    const Message message(Advice::add_tree, "{} in {}: {}", std::int64_t{-5}, "a\nb", inner);
    const auto stored = message.stored();
    EXPECT_EQ(stored.find('\n'), std::string::npos);
    const auto read = Message::from_stored(stored);
    EXPECT_EQ(read.english(), "-5 in a b: line 12");
    EXPECT_EQ(read.advice(), Advice::add_tree);
    EXPECT_EQ(read.stored(), stored);
    EXPECT_EQ(read, Message::from_stored(read.stored()));
    EXPECT_EQ(mw::base::from_stored_lines(mw::base::stored_lines({message, inner})),
              (std::vector{read, inner}));
    EXPECT_EQ(Message().stored(), "");
}

/// Older versions stored sentences; and a file may hold anything.
TEST(Message, TakesOtherTextsAsTheyAre) {
    EXPECT_EQ(Message::from_stored("A sentence with {}.").english(), "A sentence with {}.");
    EXPECT_TRUE(Message::from_stored("").empty());
    const auto stored = Message("{} and {}", Message("{}", 1), "two").stored();
    for (std::size_t length = 0; length < stored.size(); ++length)
        Message::from_stored(std::string_view(stored).substr(0, length)).english();
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "\x1e\x1f{}\x1fm";
    EXPECT_FALSE(Message::from_stored(deep).empty());
}

TEST(Error, CarriesItsMessage) {
    try {
        throw Special(Advice::list_trees, "no tree '{}'", "stable");
    } catch (const std::exception& error) {
        EXPECT_STREQ(error.what(), "no tree 'stable'");
        const auto message = mw::base::message_of(error);
        EXPECT_EQ(message.pattern(), "no tree '{}'");
        EXPECT_EQ(message.advice(), Advice::list_trees);
    }
    EXPECT_EQ(mw::base::message_of(std::runtime_error("other")).english(), "other");
}

} // namespace
