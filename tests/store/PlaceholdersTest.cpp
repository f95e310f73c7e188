#include "store/Sql.h"

#include <gtest/gtest.h>
#include <stdexcept>

namespace {

using namespace fledgling::store;

TEST(Placeholders, InOrderOfFirstUseAsManyAsArguments) {
    EXPECT_NO_THROW(requirePlaceholders("SELECT 1", 0));
    EXPECT_NO_THROW(requirePlaceholders("SELECT $1, $2, $1, $3", 3));
    EXPECT_NO_THROW(requirePlaceholders("VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)", 11));
}

TEST(Placeholders, OutOfOrderIsRefused) {
    EXPECT_THROW(requirePlaceholders("SELECT $2, $1", 2), std::logic_error);
    EXPECT_THROW(requirePlaceholders("SELECT $1, $3", 3), std::logic_error);
    EXPECT_THROW(requirePlaceholders("SELECT $0", 0), std::logic_error);
    EXPECT_THROW(requirePlaceholders("SELECT $", 0), std::logic_error);
}

TEST(Placeholders, AnotherNumberOfArgumentsIsRefused) {
    EXPECT_THROW(requirePlaceholders("SELECT $1", 0), std::logic_error);
    EXPECT_THROW(requirePlaceholders("SELECT $1", 2), std::logic_error);
    EXPECT_THROW(requirePlaceholders("SELECT 1", 1), std::logic_error);
}

TEST(Placeholders, ADollarInATextIsNone) {
    EXPECT_NO_THROW(requirePlaceholders("SELECT '$9', $1, 'it''s $7'", 1));
}

TEST(Placeholders, EveryStatementOfTheProgramIsChecked) {
    Database database(":memory:", Database::Mode::Create);
    EXPECT_THROW(sql::execute(database, "SELECT $2, $1", {std::int64_t{1}, std::int64_t{2}}),
                 std::logic_error);
    EXPECT_THROW(sql::read<std::int64_t>(database, "SELECT $1", {}), std::logic_error);
    EXPECT_THROW((void)sql::wideRows(database, "SELECT 1", {std::int64_t{1}}), std::logic_error);
    EXPECT_EQ(sql::one<std::int64_t>(database, "SELECT $1 + $2 * $1", {std::int64_t{3}, std::int64_t{4}}),
              15);
}

TEST(CanonicalValue, NothingRunsTogether) {
    EXPECT_EQ(canonical({}), "-");
    EXPECT_EQ(canonical(std::int64_t{-42}), "i-42");
    EXPECT_EQ(canonical(std::string("训")), "s3:训");
    EXPECT_NE(canonical(std::string("")), canonical({}));
    EXPECT_NE(canonical(std::string("42")), canonical(std::int64_t{42}));
}

TEST(Text, IsUtf8WithoutNul) {
    for (const std::string& text :
         {std::string(""), std::string("a"), std::string("\x7F"), std::string("\xC2\x80"), std::string("训"),
          std::string("\xED\x9F\xBF"), std::string("\xEE\x80\x80"), std::string("\xF0\x90\x80\x80"),
          std::string("\xF4\x8F\xBF\xBF")})
        EXPECT_TRUE(isText(text)) << text;
    for (const std::string& bytes :
         {std::string(1, '\0'), std::string("\x80"), std::string("\xC1\xBF"), std::string("\xC2"),
          std::string("\xE0\x9F\xBF"), std::string("\xED\xA0\x80"), std::string("\xE8\xAE"),
          std::string("\xF0\x8F\xBF\xBF"), std::string("\xF4\x90\x80\x80"), std::string("\xF5\x80\x80\x80"),
          std::string("\xFF"), std::string("\xC2\x41")})
        EXPECT_FALSE(isText(bytes)) << bytes;
}

} // namespace
