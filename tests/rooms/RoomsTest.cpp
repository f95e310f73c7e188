#include "rooms/Sources.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <regex>
#include <set>

namespace fledgling::rooms {
namespace {

namespace fs = std::filesystem;

Include included(const std::string& file, const std::string& directive) {
    const auto found = includes({{file, 1, directive}});
    EXPECT_EQ(found.size(), 1u) << directive;
    return found.empty() ? Include{} : found.front();
}

std::string objectionTo(const std::string& file, const std::string& directive) {
    return objection(included(file, directive));
}

/// The lines outside the given rooms that hold what the expression finds; comment lines are talk, not code.
std::vector<Line> linesWith(const std::string& expression, const std::set<std::string>& exceptRooms = {}) {
    const std::regex wanted(expression);
    static const std::regex comment(R"(^\s*(//|\*|/\*).*)");
    std::vector<Line> found;
    for (const auto& line : sourceLines())
        if (!exceptRooms.contains(line.room()) && !std::regex_match(line.text, comment) &&
            std::regex_search(line.text, wanted))
            found.push_back(line);
    return found;
}

std::string listed(const std::vector<Line>& lines) {
    std::string text;
    for (const auto& line : lines)
        text += "\n  " + line.where();
    return text;
}

std::set<std::string> filesOf(const std::vector<Include>& all,
                              const std::function<bool(const Include&)>& wanted) {
    std::set<std::string> files;
    for (const auto& include : all)
        if (wanted(include)) files.insert(include.line.file);
    return files;
}

TEST(TheCheck, SeesWhatIsIncludedHoweverItIsSpaced) {
    EXPECT_EQ(included("src/ui/Page.cpp", "#include \"app/Desk.h\"").name, "app/Desk.h");
    EXPECT_EQ(included("src/ui/Page.cpp", "  #  include<wx/wx.h> // why").name, "wx/wx.h");
    EXPECT_TRUE(includes({{"src/ui/Page.cpp", 1, "// #include \"app/Desk.h\""}}).empty());
}

TEST(TheCheck, LetsARoomSeeWhatStandsToItsLeft) {
    EXPECT_EQ(objectionTo("src/domain/Course.h", "#include <vector>"), "");
    EXPECT_EQ(objectionTo("src/store/Book.cpp", "#include \"domain/Course.h\""), "");
    EXPECT_EQ(objectionTo("src/store/Sql.h", "#include <Poco/Data/Session.h>"), "");
    EXPECT_EQ(objectionTo("src/app/Attendance.cpp", "#include \"format/Roster.h\""), "");
    EXPECT_EQ(objectionTo("src/ui/Page.cpp", "#include <wx/wx.h>"), "");
}

TEST(TheCheck, RefusesEveryWrongWay) {
    EXPECT_NE(objectionTo("src/domain/Course.h", "#include \"store/Book.h\""), "");
    EXPECT_NE(objectionTo("src/domain/Course.h", "#include <Poco/UUID.h>"), "");
    EXPECT_NE(objectionTo("src/domain/Time.cpp", "#include <time.h>"), "");
    EXPECT_NE(objectionTo("src/store/Book.cpp", "#include \"format/Roster.h\""), "");
    EXPECT_NE(objectionTo("src/format/Roster.h", "#include <Poco/Zip/ZipArchive.h>"), "");
    EXPECT_NE(objectionTo("src/format/Roster.cpp", "#include \"store/Book.h\""), "");
    EXPECT_NE(objectionTo("src/format/Roster.cpp", "#include <sqlite3.h>"), "");
    EXPECT_NE(objectionTo("src/format/Roster.cpp", "#include <Poco/Data/Session.h>"), "");
    EXPECT_NE(objectionTo("src/app/RollView.h", "#include \"ui/Page.h\""), "");
    EXPECT_NE(objectionTo("src/app/RollView.cpp", "#include <wx/string.h>"), "");
    EXPECT_NE(objectionTo("src/ui/Page.cpp", "#include \"store/Book.h\""), "");
    EXPECT_NE(objectionTo("src/ui/Page.cpp", "#include <Poco/UUID.h>"), "");
    EXPECT_NE(objectionTo("src/cli/Verbs.cpp", "#include \"ui/Page.h\""), "");
    EXPECT_NE(objectionTo("src/cli/Verbs.cpp", "#include \"Verbs.h\""), "");
    EXPECT_NE(objectionTo("src/windows/Main.cpp", "#include <vector>"), "");
}

TEST(Rooms, IncludeOnlyWhatStandsToTheirLeft) {
    const auto all = includes(sourceLines());
    ASSERT_GT(all.size(), 100u) << "the sources were not found";
    for (const auto& include : all) {
        const auto why = objection(include);
        EXPECT_TRUE(why.empty()) << include.line.where() << "\n  " << why;
    }
}

TEST(TheCheck, FollowsPocoThroughHeaders) {
    const std::vector<Line> lines{{"src/store/Sql.h", 1, "#include <Poco/Data/Session.h>"},
                                  {"src/store/Opening.h", 1, "#include \"store/Sql.h\""},
                                  {"src/store/Book.h", 1, "#include <string>"},
                                  {"src/store/Book.cpp", 1, "#include \"store/Opening.h\""}};
    EXPECT_EQ(headersShowingPoco(includes(lines)),
              (std::set<std::string>{"src/store/Sql.h", "src/store/Opening.h"}));
}

TEST(Rooms, NobodyOutsideTheStoreSeesPocoThroughItsHeaders) {
    const auto all = includes(sourceLines());
    const auto hidden = headersShowingPoco(all);
    EXPECT_FALSE(hidden.empty())
        << "the store has no header of its own kind left: does this test still look right?";
    for (const auto& include : all)
        if (include.line.room() != "store" && hidden.contains("src/" + include.name))
            ADD_FAILURE() << include.line.where() << "\n  brings in Poco's headers";
}

TEST(Rooms, OpenWithAShortReadme) {
    for (const auto& room : allRooms()) {
        std::ifstream readme(fs::path(FLEDGLING_SOURCE) / "src" / room.name / "README.md");
        ASSERT_TRUE(readme) << room.name << " has no README.md";
        const auto lines = std::count(std::istreambuf_iterator<char>(readme), {}, '\n');
        EXPECT_GE(lines, 5) << room.name;
        EXPECT_LE(lines, 15) << room.name;
    }
}

TEST(Rooms, OnlyTheStoreSaysSql) {
    const auto found = linesWith(
        R"rx("[^"]*\b(INSERT INTO|INSERT OR|DELETE FROM|CREATE TABLE|SELECT .* FROM|SELECT count|)rx"
        R"rx(UPDATE .* SET|PRAGMA|BEGIN IMMEDIATE)\b)rx",
        {"store"});
    EXPECT_TRUE(found.empty()) << listed(found);
}

TEST(Rooms, OnlyTheWindowSaysWx) {
    const auto found = linesWith(R"(\bwx[A-Z]\w+)", {"ui"});
    EXPECT_TRUE(found.empty()) << listed(found);
}

TEST(Rooms, OnlyWindowAndTerminalTranslate) {
    const auto found = linesWith(R"rx((^|[^\w])_\(")rx", {"ui", "cli"});
    EXPECT_TRUE(found.empty()) << listed(found);
}

// So that another system or library is one file's work. ICU gives three things, each with its file: encodings,
// order of names, names as they sound; libical two: calendars are read, and written.
TEST(Rooms, EachForeignWorldStaysBehindItsOwnFile) {
    const auto all = includes(sourceLines());
    const std::map<std::string, std::function<bool(const Include&)>> worlds{
        {"ICU", [](const Include& i) { return i.name.starts_with("unicode/"); }},
        {"libical", [](const Include& i) { return i.name.starts_with("libical/"); }},
        {"libfyaml", [](const Include& i) { return i.name == "libfyaml.h"; }},
        {"md4c", [](const Include& i) { return i.name.starts_with("md4c"); }},
        {"cairo",
         [](const Include& i) { return i.name.starts_with("cairo") || i.name.starts_with("pango/"); }},
    };
    for (const auto& [world, belongs] : worlds) {
        const auto files = filesOf(all, belongs);
        EXPECT_LE(files.size(), world == "ICU" ? 3u : world == "libical" ? 2u : 1u)
            << world << " is included by " << testing::PrintToString(files);
    }
}

TEST(TheWindow, CatchesInOneNetOnly) {
    std::set<std::string> files;
    for (const auto& line : linesWith(R"(\bcatch \()", {"domain", "store", "format", "app", "cli"}))
        if (line.file != "src/ui/main.cpp") files.insert(line.file);
    EXPECT_LE(files.size(), 1u) << testing::PrintToString(files);
}

// wxString("...") is empty under the C locale once a byte of it is not ASCII; FromUTF8, L"" and _() are not.
bool isBareChinese(const std::string& text) {
    static const std::regex literal(R"rx(wxString[({]\s*"((?:[^"\\]|\\.)*)")rx");
    for (std::sregex_iterator match(text.begin(), text.end(), literal), end; match != end; ++match) {
        const std::string inside = (*match)[1];
        if (std::any_of(inside.begin(), inside.end(), [](unsigned char c) { return c >= 0x80; })) return true;
    }
    return false;
}

TEST(TheCheck, TellsBareChineseFromWhatIsSafe) {
    EXPECT_TRUE(isBareChinese("const auto label = wxString(\"带教\");"));
    EXPECT_TRUE(isBareChinese("wxString{ \"a\\\"✓\" }"));
    EXPECT_FALSE(isBareChinese("wxString::FromUTF8(\"带教\")"));
    EXPECT_FALSE(isBareChinese("wxString(\"plain\") + L\"带教\""));
}

TEST(TheWindow, NeverGivesBareChineseToWxString) {
    std::vector<Line> found;
    for (const auto& line : sourceLines())
        if (isBareChinese(line.text)) found.push_back(line);
    EXPECT_TRUE(found.empty()) << listed(found);
}

TEST(Sources, LeaveNothingToDo) {
    std::vector<Line> found;
    static const std::regex unfinished(R"(\b(TODO|FIXME|XXX|HACK)\b)");
    for (const auto& line : sourceLines())
        if (std::regex_search(line.text, unfinished)) found.push_back(line);
    EXPECT_TRUE(found.empty()) << listed(found);
}

TEST(Sources, BeginEachHeaderOnce) {
    std::map<std::string, bool> guarded;
    for (const auto& line : sourceLines())
        if (line.ofHeader()) guarded[line.file] |= line.text == "#pragma once";
    EXPECT_GT(guarded.size(), 10u);
    for (const auto& [file, once] : guarded)
        EXPECT_TRUE(once) << file;
}

TEST(TheCheckout, HoldsNothingElseAtItsTop) {
    const std::set<std::string> expected{"CMakeLists.txt", "README.md", "assets", "courses",
                                         "installer",      "src",       "tests"};
    std::set<std::string> found;
    for (const auto& entry : fs::directory_iterator(fs::path(FLEDGLING_SOURCE)))
        if (const auto name = entry.path().filename().string(); !name.starts_with('.')) found.insert(name);
    EXPECT_EQ(found, expected);
}

} // namespace
} // namespace fledgling::rooms
