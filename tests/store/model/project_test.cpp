// What a project calls its sections.

#include "store/model/project.h"

#include <gtest/gtest.h>

namespace mw::store {
namespace {

TEST(Project, HasTitlesOfItsOwn) {
    using classify::Section;
    using classify::Subgroup;
    Project project;
    project.titles = {{{Section::hardware, Subgroup::none}, "Boards"},
                      {{Section::hardware, Subgroup::usb}, "USB sticks"}};
    EXPECT_EQ(project.title(Section::hardware), "Boards");
    EXPECT_EQ(project.title(Subgroup::usb), "USB sticks");
    for (const auto section : {Section::core, Section::networking})
        EXPECT_EQ(project.title(section), classify::title(section));
    // What is in no subgroup is not called what the whole section is.
    for (const auto subgroup : {Subgroup::sound, Subgroup::none})
        EXPECT_EQ(project.title(subgroup), classify::title(subgroup));
}

} // namespace
} // namespace mw::store
