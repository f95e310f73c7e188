#include "format/Encoding.h"
#include "format/Collation.h"
#include "format/FormatError.h"
#include "format/Pinyin.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <rapidcheck/gtest.h>

namespace fledgling::format {
namespace {

using namespace std::string_literals;

constexpr const char* GB_NAMES =
    "\xB9\xA4\xBA\xC5,\xD0\xD5\xC3\xFB\r\n1,\xD5\xC5\xC8\xFD\r\n"; // 工号,姓名 1,张三

void expectNotText(std::string_view bytes) {
    try {
        const auto text = decoded(bytes, "x.csv");
        FAIL() << "was read as " << text.utf8;
    } catch (const FormatError& error) {
        EXPECT_EQ(error.fault(), Fault::NotText);
        EXPECT_EQ(error.file(), "x.csv");
    }
}

TEST(Encoding, ValidUtf8IsUtf8) {
    EXPECT_EQ(decoded("工号,姓名").encoding, Encoding::Utf8);
    EXPECT_EQ(decoded("").utf8, "");
    EXPECT_EQ(decoded("plain").utf8, "plain");
}

TEST(Encoding, AMarkIsTakenOff) {
    EXPECT_EQ(decoded("\xEF\xBB\xBF工号").utf8, "工号");
    EXPECT_EQ(decoded("\xEF\xBB\xBF工号").encoding, Encoding::Utf8Bom);
    expectNotText("\xEF\xBB\xBF\xFF");
}

TEST(Encoding, Utf16IsReadBothWaysRound) {
    EXPECT_EQ(decoded("\xFF\xFE\xE5\x5D,\x00"s).utf8, "工,");
    EXPECT_EQ(decoded("\xFE\xFF\x5D\xE5\x00,"s).utf8, "工,");
    EXPECT_EQ(decoded("\xFF\xFE\xE5\x5D,\x00"s).encoding, Encoding::Utf16Le);
    EXPECT_EQ(decoded("\xFE\xFF\x5D\xE5\x00,"s).encoding, Encoding::Utf16Be);
    expectNotText("\xFF\xFE\x00\xD8,\x00"s); // half a surrogate pair
    expectNotText("\xFF\xFE\xE5"s);
}

TEST(Encoding, Utf16WithoutMarkIsFoundByItsZeros) {
    EXPECT_EQ(decoded("i\0d\0,\0n\0"s).utf8, "id,n");
    EXPECT_EQ(decoded("\0i\0d\0,\0n"s).utf8, "id,n");
    expectNotText("a\0\0b"s);
    expectNotText("abc\0"s + "d\0\0"s);
}

TEST(Encoding, Gb18030IsReadWithItsRareCharacters) {
    EXPECT_EQ(decoded(GB_NAMES).utf8, "工号,姓名\r\n1,张三\r\n");
    EXPECT_EQ(decoded(GB_NAMES).encoding, Encoding::Gb18030);
    // U+9FA6, four bytes, among common ones.
    EXPECT_EQ(decoded("\xD5\xC5\x82\x35\x8F\x33\xC8\xFD").utf8, "张\xE9\xBE\xA6三");
}

TEST(Encoding, AGermanCodePageIsNotTurnedIntoChinese) {
    expectNotText("Nr;Name\r\n7;M\xFCller\r\n");
    expectNotText("K\xF6ln;Stra\xDF"
                  "e;Gr\xFC\xDF"
                  "e\r\n");
}

TEST(Encoding, ATraditionalChineseCodePageIsNotTurnedIntoSimplified) {
    // Big5, three common sentences about staff numbers and names.
    std::string big5;
    for (int i = 0; i < 8; ++i)
        big5 += "\xAD\xFB\xA4\x75\xBD\x73\xB8\xB9,\xA9\x6D\xA6\x57,\xB3\xA1\xAA\xF9,\xC2\xBE\xB0\xC8\r\n"
                "1,\xB1\x69\xA4\x54,\xAB\xC8\xAA\x41\xB3\xA1,\xB8\x67\xB2\x7A\r\n";
    expectNotText(big5);
}

TEST(Encoding, AFileThatIsUtf8ButForOneByteIsRefused) {
    expectNotText("工号,姓名\n1,张\xFF\n");
    expectNotText("\xC0\x80");
}

RC_GTEST_PROP(Encoding, AnyBytesGiveTextWithoutZerosOrAFormatError, ()) {
    const auto bytes = *rc::gen::container<std::string>(rc::gen::oneOf(
        rc::gen::arbitrary<char>(), rc::gen::element('\xFF', '\xFE', '\xB9', '\xA4', 'a', '\0', '\n')));
    try {
        RC_ASSERT(decoded(bytes).utf8.find('\0') == std::string::npos);
    } catch (const FormatError& error) {
        RC_ASSERT(error.fault() == Fault::NotText);
    }
}

TEST(Collation, NamesStandInTheOrderOfTheirPinyin) {
    std::vector<std::string> names{"张三", "李四", "阿明", "欧阳小明", "Zoe", "abel", "王五", "Bo", "李二"};
    std::sort(names.begin(), names.end(),
              [](const auto& a, const auto& b) { return sortKey(a) < sortKey(b); });
    const auto at = [&](const std::string& name) {
        return std::find(names.begin(), names.end(), name) - names.begin();
    };
    EXPECT_LT(at("阿明"), at("李二"));
    EXPECT_LT(at("李二"), at("李四"));
    EXPECT_LT(at("李四"), at("欧阳小明"));
    EXPECT_LT(at("欧阳小明"), at("王五"));
    EXPECT_LT(at("王五"), at("张三"));
    EXPECT_LT(at("abel"), at("Bo"));
    EXPECT_LT(at("Bo"), at("Zoe"));
}

TEST(Pinyin, AChineseNameIsSpelledAsItIsTyped) {
    EXPECT_EQ(pinyinOf("周伟"), "zhouwei");
    EXPECT_EQ(pinyinOf("欧阳小明"), "ouyangxiaoming");
    EXPECT_EQ(pinyinOf("Wu Min"), "wumin");
    EXPECT_EQ(pinyinOf(""), "");
    EXPECT_EQ(pinyinOf("\xFF\xFE").find('\0'), std::string::npos);
}

TEST(Collation, EqualNamesHaveEqualKeysAndLongOnesAreWhole) {
    EXPECT_EQ(sortKey("张三"), sortKey("张三"));
    EXPECT_EQ(sortKey(""), "");
    const std::string base(200, 'x');
    EXPECT_LT(sortKey(base + "a"), sortKey(base + "b"));
}

} // namespace
} // namespace fledgling::format
