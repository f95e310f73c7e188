#pragma once

#include "cli/Program.h"
#include "support/Here.h"

#include <Poco/JSON/Parser.h>

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <unistd.h>

namespace fledgling::cli::test {

/// What the program said and how it ended.
struct Answer {
    int exit = 0;
    std::string out;
    std::string err;
    [[nodiscard]] Poco::JSON::Object::Ptr json() const { return Poco::JSON::Parser().parse(out).extract<Poco::JSON::Object::Ptr>(); }
    [[nodiscard]] Poco::JSON::Array::Ptr rows() const { return json()->getArray("rows"); }
};

/// A fresh department file per test, with a manager 1, a supervisor 2, a trainer 3 and the shipped course.
class ProgramTest : public ::testing::Test {
protected:
    void SetUp() override {
        ::setenv("FLEDGLING_ASSETS", (fledgling::test::source() / "assets").c_str(), 1);
        ::unsetenv("FLEDGLING_DB");
        ::unsetenv("FLEDGLING_AS");
        const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
        m_folder = std::filesystem::temp_directory_path() / ("fledgling-cli-" + std::to_string(::getpid()) + "-" + info->name());
        std::filesystem::remove_all(m_folder);
        std::filesystem::create_directories(m_folder);
        m_db = (m_folder / "team.fledgling").string();
        ASSERT_EQ(say({"database", "create", "--name", "周岚", "--number", "1"}).exit, Kept);
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    Answer say(std::vector<std::string> words) {
        words.insert(words.begin(), {"--lang", "en", "--db", m_db});
        std::ostringstream out, err;
        const int exit = run(words, out, err);
        return {exit, out.str(), err.str()};
    }
    Answer as(const std::string& who, std::vector<std::string> words) {
        words.insert(words.begin(), {"--as", who});
        return say(std::move(words));
    }
    void staff() {
        ASSERT_EQ(as("1", {"people", "add", "--name", "林越", "--number", "3", "--role", "trainer"}).exit, Kept);
        ASSERT_EQ(as("1", {"people", "add", "--name", "吴敏", "--number", "007", "--role", "trainee", "--post", "agent"}).exit, Kept);
        ASSERT_EQ(as("1", {"people", "add", "--name", "赵磊", "--number", "008", "--role", "trainee", "--post", "order"}).exit, Kept);
        ASSERT_EQ(as("3", {"course", "load", (fledgling::test::source() / "courses/customer-service").string()}).exit, Kept);
    }
    /// A cohort that began on the last working day there was, so that its first session can be marked.
    void cohort() {
        staff();
        const auto answer = as("3", {"cohort", "lay", "一班", "--start", "2026-03-16", "--trainee", "007", "--trainee", "008"});
        ASSERT_EQ(answer.exit, Kept) << answer.err;
    }

    std::filesystem::path m_folder;
    std::string m_db;
};

} // namespace fledgling::cli::test
