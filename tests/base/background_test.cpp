#include "base/background.h"

#include <gtest/gtest.h>

#include <memory>
#include <semaphore>
#include <stdexcept>
#include <vector>

namespace mw::base {
namespace {

TEST(Background, WorksOnItemsInTheirOrder) {
    std::vector<int> done;
    Background<int> background([&](int item) { done.push_back(item); });
    std::vector<int> expected;
    for (int i = 0; i < 1000; ++i) { // far more than may wait
        background.add(i);
        expected.push_back(i);
    }
    background.wait();
    EXPECT_EQ(done, expected);
    background.add(1000);
    background.wait();
    EXPECT_EQ(done.size(), 1001U);
}

TEST(Background, NothingIsToBeWaitedForAtFirst) {
    Background<int> background([](int) { FAIL(); });
    background.wait();
}

TEST(Background, WhatTheWorkThrowsIsThrownByTheNextCall) {
    int done = 0;
    Background<int> background([&](int item) {
        if (item == 1)
            throw std::runtime_error("no room");
        ++done;
    });
    background.add(0);
    background.add(1);
    EXPECT_THROW(background.wait(), std::runtime_error);
    EXPECT_THROW(background.add(2), std::runtime_error);
    EXPECT_THROW(background.wait(), std::runtime_error);
    EXPECT_EQ(done, 1);
}

TEST(Background, WhatWaitsIsLeftUndoneAtTheEnd) {
    std::binary_semaphore begun{0}, go_on{0};
    int done = 0;
    auto background = std::make_unique<Background<int>>([&](int item) {
        if (item == 0) {
            begun.release();
            go_on.acquire();
        }
        ++done;
    });
    background->add(0);
    background->add(1);
    begun.acquire();
    // Ends once the destructor has asked for it, or before.
    std::jthread later([&] { go_on.release(); });
    background.reset();
    EXPECT_GE(done, 1);
    EXPECT_LE(done, 2);
    later.join();
}

} // namespace
} // namespace mw::base
