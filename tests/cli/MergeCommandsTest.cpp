#include "cli/Program.h"
#include "support/BookPlace.h"
#include "support/Here.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>

namespace fledgling::cli::test {
namespace {

class BookCommands : public ::testing::Test {
protected:
    BookCommands() {
        ::setenv("FLEDGLING_ASSETS", (fledgling::test::source() / "assets").c_str(), 1);
        say(here(), {"database", "create", "--name", "Zhou Lan", "--number", "1"});
        say(here(), {"people", "add", "--name", "Wu Min", "--number", "7", "--role", "trainee", "--post", "agent"});
        EXPECT_EQ(say(here(), {"book", "copy", "--out", there()}), Kept) << m_err;
    }
    [[nodiscard]] std::string here() const { return m_folder.file("here.fledgling"); }
    [[nodiscard]] std::string there() const { return m_folder.file("there.fledgling"); }
    int say(const std::string& db, std::vector<std::string> words) {
        words.insert(words.begin(), {"--lang", "en", "--db", db, "--as", "1"});
        if (words.at(6) == "database") words.erase(words.begin() + 4, words.begin() + 6);
        std::ostringstream out, err;
        const int exit = run(words, out, err);
        m_out = out.str();
        m_err = err.str();
        return exit;
    }
    [[nodiscard]] bool said(const std::string& text) const { return (m_out + m_err).find(text) != std::string::npos; }

    fledgling::test::Folder m_folder;
    std::string m_out, m_err;
};

TEST_F(BookCommands, AreMergedOnceEveryDifferenceIsDecided) {
    EXPECT_EQ(say(here(), {"setting", "weights.load", "2"}), Kept) << m_err;
    EXPECT_EQ(say(there(), {"setting", "weights.load", "3"}), Kept) << m_err;
    EXPECT_EQ(say(there(), {"people", "add", "--name", "Zhao Lei", "--number", "8", "--role", "trainee", "--post", "agent"}), Kept);
    EXPECT_EQ(say(here(), {"book", "merge", there(), "--preview"}), Kept);
    EXPECT_TRUE(said("brings 2 changes; 1 differences")) << m_out;
    EXPECT_EQ(say(here(), {"book", "merge", there()}), InConflict);
    EXPECT_TRUE(said("setting-")) << m_out;
    const auto key = m_out.substr(m_out.find("setting-"), 16);
    EXPECT_EQ(say(here(), {"book", "merge", there(), "--theirs", key}), Kept) << m_err;
    EXPECT_TRUE(said("Took 2 changes")) << m_out;
    EXPECT_EQ(say(here(), {"book", "merge", there(), "--ours", "all"}), Kept);
    EXPECT_TRUE(said("nothing new")) << m_out;
    EXPECT_EQ(say(here(), {"history"}), Kept);
    EXPECT_TRUE(said("in a copy")) << m_out;
    EXPECT_EQ(say(here(), {"database", "verify"}), Kept);
}

TEST_F(BookCommands, RefuseAnUnknownKeyAndAForeignBook) {
    EXPECT_EQ(say(here(), {"book", "merge", there(), "--ours", "mark-00000000"}), RefusedByRule);
    const auto foreign = m_folder.file("foreign.fledgling");
    say(foreign, {"database", "create", "--name", "Other", "--number", "1"});
    EXPECT_EQ(say(here(), {"book", "merge", foreign}), RefusedByRule);
    EXPECT_TRUE(said("no change in common")) << m_err;
    EXPECT_EQ(say(here(), {"book", "merge", here()}), StorageFailed) << "it is open already";
    EXPECT_EQ(say(here(), {"book", "copy", "--out", there()}), StorageFailed) << "it is there already";
}

TEST_F(BookCommands, SayWhatWasNotTaken) {
    EXPECT_EQ(say(here(), {"people", "add", "--name", "Here", "--number", "9", "--role", "trainee", "--post", "agent"}), Kept);
    EXPECT_EQ(say(there(), {"people", "add", "--name", "There", "--number", "9", "--role", "trainee", "--post", "agent"}), Kept);
    EXPECT_EQ(say(here(), {"book", "merge", there()}), RefusedByRule);
    EXPECT_TRUE(said("Staff number 9 belongs to Here already.")) << m_out;
}

} // namespace
} // namespace fledgling::cli::test
