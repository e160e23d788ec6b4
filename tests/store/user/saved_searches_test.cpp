// Searches that a person saved: kept in order, replaced by name, never in two minds.

#include "store/db/database_file.h"
#include "store/sample_release.h"
#include "store/sql/error.h"
#include "store/user/saved_searches.h"

namespace mw::test {
namespace {

using store::SavedSearches;

class SavedSearch : public StoreTest {
protected:
    std::vector<std::string> names() {
        std::vector<std::string> all;
        for (const auto& search : SavedSearches(file_).all())
            all.push_back(search.name + '=' + search.query + '@' + search.release);
        return all;
    }

    void SetUp() override {
        store::bring_up_to_date(file_);
        SavedSearches searches(file_);
        searches.put({"zebra", "path:zebra", "v2"});
        searches.put({"apple", "author:\"o'apple\"", ""});
    }
};

TEST_F(SavedSearch, StaysInTheOrderOfSaving) {
    EXPECT_EQ(names(),
              (std::vector<std::string>{"zebra=path:zebra@v2", "apple=author:\"o'apple\"@"}));
}

TEST_F(SavedSearch, IsReplacedWhereItStands) {
    SavedSearches(file_).put({"zebra", "lion", ""});
    EXPECT_EQ(names(), (std::vector<std::string>{"zebra=lion@", "apple=author:\"o'apple\"@"}));
}

TEST_F(SavedSearch, OutlivesAnImport) {
    write("v2", {commit('a', "first")});
    EXPECT_EQ(names().size(), 2U);
}

TEST_F(SavedSearch, IsRenamedUnlessTheNameIsTaken) {
    SavedSearches searches(file_);
    searches.rename("zebra", "lion");
    EXPECT_EQ(names().front(), "lion=path:zebra@v2");
    EXPECT_THROW(searches.rename("lion", "apple"), store::Error);
    EXPECT_THROW(searches.rename("zebra", "horse"), store::Error);
    EXPECT_THROW(searches.rename("lion", "  "), store::Error);
    EXPECT_EQ(names().front(), "lion=path:zebra@v2");
    EXPECT_NO_THROW(searches.rename("lion", "lion"));
}

TEST_F(SavedSearch, NeedsAName) {
    EXPECT_THROW(SavedSearches(file_).put({" \n", "lion", ""}), store::Error);
    EXPECT_EQ(names().size(), 2U);
}

TEST_F(SavedSearch, IsRemoved) {
    SavedSearches searches(file_);
    searches.remove("zebra");
    searches.remove("zebra");
    EXPECT_EQ(names(), std::vector<std::string>{"apple=author:\"o'apple\"@"});
}

} // namespace
} // namespace mw::test
