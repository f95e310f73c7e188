#include "Places.h"
#include "store/Schema.h"
#include "store/Sql.h"
#include "support/Child.h"

#include <csignal>
#include <fstream>
#include <iterator>

#include <sys/resource.h>
#include <unistd.h>

namespace {

using namespace fledgling;
using namespace fledgling::store;
using namespace fledgling::test;
namespace fs = std::filesystem;

std::string bytesOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void write(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

void open(const std::string& path) { const Database database(path, Database::Mode::OpenExisting); }
void create(const std::string& path) { const Database database(path, Database::Mode::Create); }

class Opening : public testing::Test {
protected:
    [[nodiscard]] std::string file(const std::string& name = "a.fledgling") const {
        return m_folder.file(name);
    }
    /// The names in the folder, sorted, separated by blanks.
    [[nodiscard]] std::string folder() const {
        std::set<std::string> names;
        for (const auto& one : fs::directory_iterator(m_folder.path()))
            names.insert(one.path().filename().string());
        std::string all;
        for (const auto& name : names)
            all += (all.empty() ? "" : " ") + name;
        return all;
    }

private:
    Folder m_folder;
};

TEST_F(Opening, SetsWhatKeepsTheBookSafe) {
    create(file());
    Database database(file(), Database::Mode::OpenExisting);
    const auto number = [&](const std::string& pragma) {
        return sql::one<std::int64_t>(database, "PRAGMA " + pragma).value_or(-1);
    };
    const auto word = [&](const std::string& pragma) {
        return sql::one<std::string>(database, "PRAGMA " + pragma).value_or("");
    };
    EXPECT_EQ(word("locking_mode"), "exclusive");
    EXPECT_EQ(word("journal_mode"), "wal");
    EXPECT_EQ(number("synchronous"), 2) << "FULL";
    EXPECT_EQ(number("foreign_keys"), 1);
    EXPECT_EQ(number("recursive_triggers"), 1);
    EXPECT_EQ(number("trusted_schema"), 0);
    EXPECT_EQ(number("cell_size_check"), 1);
    EXPECT_EQ(number("secure_delete"), 1);
    EXPECT_EQ(number("busy_timeout"), 500);
    EXPECT_EQ(number("application_id"), APPLICATION_ID);
    EXPECT_EQ(number("user_version"), SCHEMA_VERSION);
    EXPECT_EQ(word("integrity_check"), "ok");
}

TEST_F(Opening, MakesNoSharedMemoryBesideTheFile) {
    // The WAL of one connection needs none; on 3.40.1 a second connection could corrupt it.
    Database database(file(), Database::Mode::Create);
    EXPECT_EQ(folder(), "a.fledgling a.fledgling-wal a.fledgling.open");
}

TEST_F(Opening, ClosingLeavesOneFile) {
    create(file());
    EXPECT_EQ(folder(), "a.fledgling");
}

TEST_F(Opening, AChineseNameWithBlanksIsAName) {
    create(file("客服部 '2026' 100%.fledgling"));
    open(file("客服部 '2026' 100%.fledgling"));
    EXPECT_EQ(folder(), "客服部 '2026' 100%.fledgling");
}

TEST_F(Opening, WhatSqliteWouldTakeAsAnAddressIsRefused) {
    for (const std::string& path : {std::string("file:x.db"), file("a?mode=memory"), std::string(""),
                                    std::string("file::memory:?cache=shared"), std::string("a\0b", 3)}) {
        EXPECT_EQ(troubleOf([&] { create(path); }), Trouble::UnsafePath) << path;
        EXPECT_EQ(troubleOf([&] { open(path); }), Trouble::UnsafePath) << path;
    }
    EXPECT_EQ(folder(), "");
}

TEST_F(Opening, AMissingFolderIsToldAtOnce) {
    EXPECT_EQ(troubleOf([&] { create(file("no/such/a.fledgling")); }), Trouble::CannotOpen);
    EXPECT_EQ(troubleOf([&] { open(file("no/such/a.fledgling")); }), Trouble::CannotOpen);
}

TEST_F(Opening, AMissingFileIsNotMade) {
    EXPECT_EQ(troubleOf([&] { open(file()); }), Trouble::CannotOpen);
    EXPECT_EQ(folder(), "");
}

TEST_F(Opening, AFolderIsNoFile) {
    fs::create_directory(file());
    EXPECT_EQ(troubleOf([&] { open(file()); }), Trouble::CannotOpen);
}

TEST_F(Opening, CreatingOverwritesNothing) {
    write(file(), "precious");
    EXPECT_EQ(troubleOf([&] { create(file()); }), Trouble::AlreadyThere);
    EXPECT_EQ(bytesOf(file()), "precious");
}

TEST_F(Opening, AnotherProgramsFileIsLeftAsItIs) {
    write(file("letter.txt"), "Dear customer, " + std::string(2000, 'x'));
    write(file("empty"), "");
    runOnFile(file("other.db"), "CREATE TABLE a (b); INSERT INTO a VALUES (1); PRAGMA application_id = 42");
    runOnFile(file("plain.db"), "CREATE TABLE change (number INTEGER PRIMARY KEY)");
    for (const char* name : {"letter.txt", "empty", "other.db", "plain.db"}) {
        const auto before = bytesOf(file(name));
        EXPECT_EQ(troubleOf([&] { open(file(name)); }), Trouble::NotADatabase) << name;
        EXPECT_EQ(bytesOf(file(name)), before) << name;
    }
    EXPECT_EQ(folder(), "empty letter.txt other.db plain.db");
}

TEST_F(Opening, ANewerProgramsFileIsLeftAsItIs) {
    create(file());
    runOnFile(file(), "PRAGMA user_version = " + std::to_string(SCHEMA_VERSION + 1));
    const auto before = bytesOf(file());
    EXPECT_EQ(troubleOf([&] { open(file()); }), Trouble::NewerProgram);
    EXPECT_EQ(bytesOf(file()), before);
}

TEST_F(Opening, AnOlderProgramsFileIsBroughtUpAndKeepsWhatItHolds) {
    const BookSample sample;
    create(file("old.db"));
    std::string older = "PRAGMA user_version = 1";
    for (const auto& one : tables())
        if (one.since > 1) older += "; DROP TABLE " + one.name;
    runOnFile(file("old.db"), older);
    Database database(file("old.db"), Database::Mode::OpenExisting);
    EXPECT_EQ(sql::one<std::int64_t>(database, "PRAGMA user_version"), SCHEMA_VERSION);
    sample.keepIn(Book(database));
    EXPECT_EQ(AssessmentStore(database).attemptsOf({sample.trainee.id}).size(), 1U);
    EXPECT_EQ(ChatStore(database).conversation(sample.record), sample.conversation);
    EXPECT_TRUE(Book(database).verify().good());
    EXPECT_ANY_THROW(sql::execute(database, "UPDATE result SET percent = 100")) << "guarded like every other table";
}

TEST_F(Opening, ADamagedFileIsToldAsSuch) {
    {
        Database database(file(), Database::Mode::Create);
        BookSample().keepIn(Book(database));
    }
    auto bytes = bytesOf(file());
    for (std::size_t at = 4096; at < bytes.size(); ++at)
        bytes[at] = static_cast<char>(at * 31);
    write(file(), bytes);
    EXPECT_EQ(troubleOf([&] {
                  Database database(file(), Database::Mode::OpenExisting);
                  (void)Book(database).verify();
              }),
              Trouble::Damaged);
}

TEST_F(Opening, ASecondProgramIsToldWhoHasIt) {
    create(file());
    Child other([&](const Child::Say& say) {
        Database database(file(), Database::Mode::OpenExisting);
        say("open");
        ::pause();
    });
    ASSERT_EQ(other.line(), "open");
    try {
        open(file());
        FAIL() << "both have it";
    } catch (const StoreError& error) {
        EXPECT_EQ(error.trouble(), Trouble::InUse);
        EXPECT_NE(error.subject().find(file()), std::string::npos) << error.subject();
        EXPECT_NE(error.subject().find(", " + std::to_string(other.id())), std::string::npos)
            << error.subject();
    }
    EXPECT_TRUE(fs::exists(file() + ".open")) << "the other's note is still needed";
    other.kill();
    open(file());
    EXPECT_EQ(folder(), "a.fledgling");
}

TEST_F(Opening, TheSameProgramOpensItOnceToo) {
    Database database(file(), Database::Mode::Create);
    EXPECT_EQ(troubleOf([&] { open(file()); }), Trouble::InUse);
    EXPECT_EQ(Book(database).append(headOf("set"), {PeopleStore::setting("a", "1")}), 1);
}

TEST_F(Opening, ADepartmentThatCouldNotBeMadeLeavesNoFile) {
    // A file that may not grow, as on a full disk.
    const auto former = std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    rlimit small = before;
    small.rlim_cur = 64 * 1024;
    ::setrlimit(RLIMIT_FSIZE, &small);
    (void)troubleOf([&] { create(file()); });
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, former);
    EXPECT_EQ(folder(), "");
    create(file());
}

TEST_F(Opening, MemoryIsAFreshDepartmentEachTime) {
    Database one(":memory:", Database::Mode::Create), two(":memory:", Database::Mode::Create);
    Book(one).append(headOf("set"), {PeopleStore::setting("a", "1")});
    EXPECT_EQ(Book(two).last(), 0);
}

class BackUp : public Opening {
protected:
    void SetUp() override {
        create(file());
        m_database.emplace(file(), Database::Mode::OpenExisting);
        sample.keepIn(Book(*m_database));
    }
    [[nodiscard]] Database& database() { return *m_database; }
    BookSample sample;

private:
    std::optional<Database> m_database;
};

TEST_F(BackUp, IsADepartmentOfItsOwnInOneFile) {
    database().backUpTo(file("copy.fledgling"));
    EXPECT_EQ(folder(), "a.fledgling a.fledgling-wal a.fledgling.open copy.fledgling");
    Book(database()).append(headOf("set"), {PeopleStore::setting("after", "1")});
    Database copy(file("copy.fledgling"), Database::Mode::OpenExisting);
    EXPECT_TRUE(Book(copy).verify().good());
    EXPECT_EQ(Book(copy).headHash(), Book(database()).change(Book(copy).last())->hash);
    EXPECT_EQ(PeopleStore(copy).person(sample.mentor.id), sample.mentor);
    EXPECT_EQ(CohortStore(copy).files(sample.course.course, sample.course.version), sample.files);
    EXPECT_FALSE(PeopleStore(copy).settings().contains("after"));
}

TEST_F(BackUp, OfMemoryIsAFileToo) {
    Database memory(":memory:", Database::Mode::Create);
    sample.keepIn(Book(memory));
    memory.backUpTo(file("copy.fledgling"));
    Database copy(file("copy.fledgling"), Database::Mode::OpenExisting);
    EXPECT_EQ(Book(copy).headHash(), Book(memory).headHash());
}

TEST_F(BackUp, OverwritesNothing) {
    write(file("copy.fledgling"), "precious");
    EXPECT_EQ(troubleOf([&] { database().backUpTo(file("copy.fledgling")); }), Trouble::AlreadyThere);
    EXPECT_EQ(bytesOf(file("copy.fledgling")), "precious");
}

TEST_F(BackUp, SurvivesWhatAnInterruptedOneLeft) {
    write(file("copy.fledgling.part"), "half of a copy");
    database().backUpTo(file("copy.fledgling"));
    open(file("copy.fledgling"));
    EXPECT_EQ(folder(), "a.fledgling a.fledgling-wal a.fledgling.open copy.fledgling");
}

/// Enough for SQLite to be at work a while.
void fill(Database& database) {
    std::vector<Fact> facts;
    for (int i = 0; i < 10000; ++i)
        facts.push_back(PeopleStore::setting("filling." + std::to_string(i), std::string(100, 'x')));
    Book(database).append(headOf("set"), facts);
}

TEST_F(BackUp, TellsHowFarItIs) {
    fill(database());
    std::vector<std::pair<std::size_t, std::size_t>> told;
    database().backUpTo(file("copy.fledgling"), [&](std::size_t done, std::size_t total) { told.emplace_back(done, total); });
    ASSERT_FALSE(told.empty());
    EXPECT_GT(told.front().second, 0U);
    for (const auto& [done, total] : told)
        EXPECT_LE(done, total);
    open(file("copy.fledgling"));
}

TEST_F(BackUp, ThatIsStoppedLeavesNothing) {
    fill(database());
    struct Enough {};
    EXPECT_THROW(database().backUpTo(file("copy.fledgling"), [](std::size_t, std::size_t) { throw Enough{}; }), Enough);
    EXPECT_EQ(folder(), "a.fledgling a.fledgling-wal a.fledgling.open");
    database().backUpTo(file("copy.fledgling"));
    open(file("copy.fledgling"));
}

TEST_F(BackUp, IsAskedNothingMeanwhile) {
    fill(database());
    std::optional<Trouble> trouble;
    database().backUpTo(file("copy.fledgling"), [&](std::size_t, std::size_t total) {
        if (total > 0) trouble = troubleOf([&] { (void)Book(database()).last(); });
    });
    EXPECT_EQ(trouble, Trouble::Unexpected) << "SQLite must not be used from inside one of its statements";
    EXPECT_GT(Book(database()).last(), 0);
}

TEST_F(BackUp, ThatFailsLeavesNothing) {
    EXPECT_EQ(troubleOf([&] { database().backUpTo(file("no/such/copy")); }), Trouble::CannotOpen);
    try {
        database().backUpTo(file("no/such/copy"));
        FAIL() << "there is no such folder";
    } catch (const StoreError& trouble) {
        EXPECT_EQ(trouble.subject(), file("no/such/copy")) << "not the department's own file";
    }
    EXPECT_EQ(troubleOf([&] { database().backUpTo("file:copy"); }), Trouble::UnsafePath);
    EXPECT_EQ(folder(), "a.fledgling a.fledgling-wal a.fledgling.open");
    const auto last = Book(database()).last();
    EXPECT_EQ(Book(database()).append(headOf("set"), {PeopleStore::setting("a", "1")}), last + 1);
}

} // namespace
